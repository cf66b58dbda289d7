import type { FrozenTable, OpenDataset } from '../../analysis';
import type { LiveSource } from '../domain';

/** A source in words: what is asked, of which groups, of whom. */
export interface SourceWords {
  /** Wording of the question, or of the first of several; empty where there is none. */
  readonly question: string;
  /** Codes or names of what stands in the rows. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly weight: string | null;
  readonly filter: readonly { readonly name: string; readonly labels: readonly string[] }[];
  /** The data set and all its variables are there. */
  readonly isThere: boolean;
}

type Variables = OpenDataset['set']['variables'];

export const wordSource = (
  { rows, columns, weight, filter }: LiveSource,
  dataset: OpenDataset | undefined,
  frozen: FrozenTable | undefined,
): SourceWords => {
  const variables: Variables = dataset?.set.variables ?? new Map();
  const labelOf = (name: string): string => variables.get(name)?.label ?? name;
  const isKnown = (name: string): boolean => variables.has(name) || rowsOfItem(variables, name).length > 0;
  const [wording, ...others] = frozen?.wordings ?? [];
  return {
    question:
      wording === undefined
        ? wordingIn(variables, rows)
        : others.length === 0
          ? (wording.statement ?? wording.question)
          : wording.question,
    rows,
    columns: columns.map((name) => name.split('>').map(labelOf).join(' › ')),
    weight: weight === null ? null : labelOf(weight),
    filter: filter.map(({ variable, codes }) => ({
      name: labelOf(variable),
      labels: codes.map((code) => labelOfCode(variables, variable, code)),
    })),
    isThere:
      rows.length > 0 &&
      [...rows, ...columns.flatMap((name) => name.split('>')), ...filter.map(({ variable }) => variable)].every(
        isKnown,
      ) &&
      (weight === null || variables.has(weight)),
  };
};

/** Statements of a battery, which can be asked for by the code of their item. */
export const rowsOfItem = (variables: Variables, item: string): readonly string[] =>
  [...variables.values()].flatMap(({ name, origin }) =>
    origin?.kind === 'item' && origin.item === item && origin.row !== null ? [name] : [],
  );

const wordingIn = (variables: Variables, rows: readonly string[]): string => {
  const [first] = rows;
  if (first === undefined) return '';
  const found = variables.get(first) ?? variables.get(rowsOfItem(variables, first)[0] ?? '');
  if (found?.origin?.kind !== 'item') return found?.label ?? '';
  const isAlone = rows.length === 1 && variables.has(first);
  return isAlone && found.origin.row !== null ? found.label : found.origin.wording;
};

const labelOfCode = (variables: Variables, variable: string, code: string): string => {
  const found = variables.get(variable);
  const categories = found !== undefined && 'categories' in found ? found.categories : [];
  return categories.find((one) => one.code === code)?.label ?? code;
};
