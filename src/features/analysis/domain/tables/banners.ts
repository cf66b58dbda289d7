import { isMarked, type CategoryVariable, type Variable, type VariableSet } from '../variables/variable';
import type { TableColumn } from './table';

/** Columns of one variable, and the column of each respondent. */
export interface Banner {
  readonly variable: string | null;
  readonly columns: readonly TableColumn[];
  /** Negative = in none. */
  readonly columnOf: Int16Array;
}

/** The total and one banner for each column variable; letters run through all of them. */
export const bannersOf = ({ n, variables }: VariableSet, names: readonly string[]): readonly Banner[] => {
  const total: Banner = {
    variable: null,
    columns: [{ variable: null, code: null, label: '', letter: null }],
    columnOf: new Int16Array(n),
  };
  let place = 0;
  const banners = names.map((name): Banner => {
    const variable = variables.get(name);
    if (variable?.kind !== 'category') throw new RangeError(`${name} has no categories for columns`);
    const { used, columnOf } = usedOnly(variable);
    const columns = used.map(({ code, label }) => ({ variable: name, code, label, letter: letterAt(place++) }));
    return { variable: name, columns, columnOf };
  });
  return [total, ...banners];
};

/** Categories that nobody has need no column. */
const usedOnly = ({ categories, places }: CategoryVariable) => {
  const counts = new Uint32Array(categories.length);
  for (const place of places) if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  let column = 0;
  const columnAt = Int16Array.from(counts, (count) => (count > 0 ? column++ : -1));
  return {
    used: categories.filter((_, place) => (counts[place] ?? 0) > 0),
    columnOf: places.map((place) => (place < 0 ? place : (columnAt[place] ?? -1))),
  };
};

const LETTERS = 26;
const CODE_OF_A = 65;

/** A, B, …, Z, AA, AB, … as in spreadsheets. */
export const letterAt = (place: number): string => {
  const last = String.fromCharCode(CODE_OF_A + (place % LETTERS));
  return place < LETTERS ? last : letterAt(Math.floor(place / LETTERS) - 1) + last;
};

/** 1 for each respondent whose answers meet every condition. */
export const membersOf = (
  { n, variables }: VariableSet,
  filter: readonly { readonly variable: string; readonly codes: readonly string[] }[],
): Uint8Array | null => {
  if (filter.length === 0) return null;
  const members = new Uint8Array(n).fill(1);
  for (const { variable: name, codes } of filter) {
    const variable = variables.get(name);
    if (variable === undefined) throw new RangeError(`No variable ${name}`);
    keepOnly(members, variable, new Set(codes));
  }
  return members;
};

const keepOnly = (members: Uint8Array, variable: Variable, codes: ReadonlySet<string>): void => {
  if (variable.kind !== 'category' && variable.kind !== 'set')
    throw new RangeError(`${variable.name} has no categories`);
  const wanted = variable.categories.flatMap(({ code }, place) => (codes.has(code) ? [place] : []));
  if (variable.kind === 'category') {
    const isWanted = new Uint8Array(variable.categories.length);
    for (const place of wanted) isWanted[place] = 1;
    for (let at = 0; at < members.length; at += 1) {
      const place = variable.places[at] ?? -1;
      if (place < 0 || isWanted[place] === 0) members[at] = 0;
    }
    return;
  }
  for (let at = 0; at < members.length; at += 1)
    if (!wanted.some((option) => isMarked(variable, at, option))) members[at] = 0;
};
