import type { CategoryVariable, VariableSet } from '../variables/variable';
import { columnSpecOf } from './column-spec';
import { lineOfPlace, linesOf, type Line, type Merge } from './merges';
import type { TableColumn } from './table';

export { membersOf } from './members';

/** Columns that are compared with one another, and the column of each respondent. */
export interface Banner {
  /** Null for the total; of nested columns with the outer category: `instytucja:polnoc>typ`. */
  readonly variable: string | null;
  readonly columns: readonly TableColumn[];
  /** Negative = in none. */
  readonly columnOf: Int16Array;
}

/** The total, and a banner for each column variable or outer category of nested ones; letters run through all of them. */
export const bannersOf = (
  set: VariableSet,
  names: readonly string[],
  merges: readonly Merge[] = [],
): readonly Banner[] => {
  const total: Banner = {
    variable: null,
    columns: [{ variable: null, code: null, label: '', letter: null }],
    columnOf: zeros(set.n),
  };
  const banners = names.flatMap((name) => {
    const { outer, inner } = columnSpecOf(name, set);
    return outer === null ? [plainBanner(set, inner, merges)] : nestedBanners(set, { outer, inner }, merges);
  });
  let place = 0;
  return [total, ...banners].map((banner) => ({
    ...banner,
    columns: banner.columns.map((column) =>
      column.variable === null ? column : { ...column, letter: letterAt(place++) },
    ),
  }));
};

let everyone = new Int16Array(0);

/** Everyone stands in the only column: one list serves all tables, nobody writes to it. */
const zeros = (n: number): Int16Array => {
  if (everyone.length < n) everyone = new Int16Array(n);
  return everyone.subarray(0, n);
};

const plainBanner = (set: VariableSet, name: string, merges: readonly Merge[]): Banner => {
  const { lines, lineOf } = usedLines(categoriesOf(set, name), merges);
  return {
    variable: name,
    columns: lines.map((line) => ({ variable: name, ...columnOfLine(line) })),
    columnOf: lineOf,
  };
};

const nestedBanners = (
  set: VariableSet,
  { outer, inner }: { readonly outer: string; readonly inner: string },
  merges: readonly Merge[],
): readonly Banner[] => {
  const [outside, inside] = [usedLines(categoriesOf(set, outer), merges), usedLines(categoriesOf(set, inner), merges)];
  return outside.lines.map((line, group) => {
    const variable = `${outer}:${line.code}>${inner}`;
    const within = { variable: outer, inner, ...nameOf(line) };
    const columnOf = new Int16Array(set.n).fill(-1);
    for (let at = 0; at < set.n; at += 1) if (outside.lineOf[at] === group) columnOf[at] = inside.lineOf[at] ?? -1;
    return {
      variable,
      columns: inside.lines.map((one) => ({ variable, ...columnOfLine(one), within })),
      columnOf,
    };
  });
};

const nameOf = ({ code, label, merged }: Line) => ({ code, label, ...(merged === undefined ? {} : { merged }) });

const columnOfLine = (line: Line) => ({ ...nameOf(line), letter: '' });

const categoriesOf = ({ variables }: VariableSet, name: string): CategoryVariable => {
  const variable = variables.get(name);
  if (variable?.kind !== 'category') throw new RangeError(`${name} has no categories for columns`);
  return variable;
};

/** Categories that nobody has need no column; where each has its own, the places themselves are the columns. */
const usedLines = (
  variable: CategoryVariable,
  merges: readonly Merge[],
): { readonly lines: readonly Line[]; readonly lineOf: Int16Array } => {
  const { categories, places } = variable;
  const counts = countPlaces(variable);
  const lines = linesOf(variable, merges).filter((line) => line.places.some((place) => (counts[place] ?? 0) > 0));
  if (lines.length === categories.length) return { lines, lineOf: places };
  const lineOfCategory = lineOfPlace(lines, categories.length);
  const lineOf = new Int16Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? -1;
    lineOf[at] = place < 0 ? place : (lineOfCategory[place] ?? -1);
  }
  return { lines, lineOf };
};

const counted = new WeakMap<Int16Array, Uint32Array>();

/** Answers of a variable never change, so they are counted once. */
const countPlaces = ({ categories, places }: CategoryVariable): Uint32Array => {
  const known = counted.get(places);
  if (known !== undefined && known.length === categories.length) return known;
  const counts = new Uint32Array(categories.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? -1;
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  counted.set(places, counts);
  return counts;
};

const LETTERS = 26;
const CODE_OF_A = 65;

/** A, B, …, Z, AA, AB, … as in spreadsheets. */
export const letterAt = (place: number): string => {
  const last = String.fromCharCode(CODE_OF_A + (place % LETTERS));
  return place < LETTERS ? last : letterAt(Math.floor(place / LETTERS) - 1) + last;
};
