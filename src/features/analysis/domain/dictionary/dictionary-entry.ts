import type { Category, Variable } from '../variables/variable';
import { countVariable, type VariableCounts } from './count-variable';
import { discloseCounts, type DisclosedCounts } from './disclose-counts';

/** A variable as the dictionary shows it: what it means and how many people stand where. */
export interface DictionaryEntry extends Pick<Variable, 'name' | 'label' | 'kind' | 'level' | 'origin' | 'sensitive'> {
  readonly categories: readonly Category[];
  readonly counts: DisclosedCounts;
}

const counted = new WeakMap<Variable, VariableCounts>();

/** Counted once for the same answers. */
const countsOf = (variable: Variable): VariableCounts => {
  const counts = counted.get(variable) ?? countVariable(variable);
  counted.set(variable, counts);
  return counts;
};

export const dictionaryEntry = (variable: Variable, smallestGroup: number): DictionaryEntry => ({
  name: variable.name,
  label: variable.label,
  kind: variable.kind,
  level: variable.level,
  ...(variable.origin === undefined ? {} : { origin: variable.origin }),
  ...(variable.sensitive === true ? { sensitive: true } : {}),
  categories: 'categories' in variable ? variable.categories : [],
  counts: discloseCounts(countsOf(variable), smallestGroup, variable.kind === 'category'),
});
