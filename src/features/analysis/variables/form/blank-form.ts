import type { DerivationKind } from '../../domain/derived';
import type { Variable, VariableSet } from '../../domain/variables/variable';
import { itemsBeside } from './candidates';
import { EMPTY_LINE, type DerivedForm } from './derived-form';

export interface BlankWords {
  readonly yes: string;
  readonly no: string;
}

/** A form to begin with: a battery is a scale of all its rows, and what is no answer stays no answer. */
export const blankForm = (
  kind: DerivationKind,
  source: Variable | undefined,
  { variables }: VariableSet,
  words: BlankWords,
): DerivedForm => {
  const battery = kind === 'scale' && source !== undefined ? itemsBeside(variables, source) : [];
  const isBattery = source?.origin?.kind === 'item' && source.origin.row !== null;
  const items = isBattery ? battery.map(({ name }) => name) : [];
  return {
    kind,
    name: '',
    label: '',
    source: source?.name ?? '',
    level: 'nominal',
    groups: numbered(kind === 'bands' ? 3 : 2),
    targets: new Map(
      kind === 'recode' && source?.kind === 'category'
        ? source.categories.flatMap(({ code, missing }) => (missing === null ? [] : [[code, String(missing)] as const]))
        : [],
    ),
    outside: '99',
    items,
    reversed: [],
    summary: 'mean',
    least: items.length === 0 ? '' : String(Math.ceil(items.length / 2)),
    options: [],
    ...words,
    expression: '',
    result: 'number',
  };
};

const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ ...EMPTY_LINE, code: String(at + 1) }));
