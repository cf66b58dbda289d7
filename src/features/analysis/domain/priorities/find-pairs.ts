import type { CategoryVariable, Variable, VariableSet } from '../variables/variable';
import { groupBy } from './group-by';
import { scalePoints } from './points';

/** One thing that was asked about twice: how important it is, and how well it is done. */
export interface Aspect {
  readonly label: string;
  /** Names of the variables. */
  readonly importance: string;
  readonly performance: string;
}

export interface ImportancePairs {
  /** Codes and wordings of the two questions. */
  readonly importance: AskedItem;
  readonly performance: AskedItem;
  readonly aspects: readonly Aspect[];
}

export interface AskedItem {
  readonly code: string;
  readonly wording: string;
}

/** Scale of importance of the house. */
const IMPORTANCE = 'IMP5';

interface Row {
  readonly variable: CategoryVariable;
  readonly item: AskedItem;
  readonly scale: string | null;
  /** The statement, by which rows are about the same thing. */
  readonly key: string;
  readonly label: string;
}

/**
 * Aspects rated for importance and for performance: rows of a battery on the scale of importance, and the rows of that
 * other question which share the most statements with them. Both scales have the same points.
 *
 * @returns null where importance is not asked, or nothing else is asked about the same things
 */
export const findPairs = ({ variables }: VariableSet): ImportancePairs | null => {
  const rows = [...variables.values()].flatMap(rowOf);
  const important = itemsOf(rows.filter(({ scale }) => scale === IMPORTANCE));
  const rated = itemsOf(rows.filter(({ scale }) => scale !== IMPORTANCE));
  const found = important.flatMap((one) =>
    rated.map((other) => ({ importance: one.item, performance: other.item, aspects: pair(one.rows, other.rows) })),
  );
  const most = Math.max(0, ...found.map(({ aspects }) => aspects.length));
  return most === 0 ? null : (found.find(({ aspects }) => aspects.length === most) ?? null);
};

const rowOf = (variable: Variable): readonly Row[] => {
  const { origin } = variable;
  if (variable.kind !== 'category' || variable.sensitive === true || origin?.kind !== 'item') return [];
  if (scalePoints(variable).length < 3) return [];
  const { item: code, wording, row, scale } = origin;
  if (row === null) return [];
  return [
    {
      variable,
      item: { code, wording },
      scale,
      key: folded(row),
      label: row,
    },
  ];
};

const folded = (text: string): string => text.trim().toLocaleLowerCase('pl').replaceAll(/\s+/g, ' ');

const itemsOf = (rows: readonly Row[]) =>
  [...groupBy(rows, ({ item }) => item.code).values()].flatMap((own) =>
    own[0] === undefined ? [] : [{ item: own[0].item, rows: own }],
  );

const pair = (important: readonly Row[], rated: readonly Row[]): readonly Aspect[] =>
  important.flatMap((row) => {
    const other = rated.find((one) => one.key === row.key && haveSamePoints(one.variable, row.variable));
    return other === undefined
      ? []
      : [{ label: row.label, importance: row.variable.name, performance: other.variable.name }];
  });

const haveSamePoints = (a: Variable, b: Variable): boolean => scalePoints(a).join() === scalePoints(b).join();
