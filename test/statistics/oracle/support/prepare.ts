import type { PairOfGroups } from '../../../../src/statistics';
import type { OracleData, OracleEntry } from '../adapter';

export type Code = number | string;

/** The entry's data; every entry that has a data set has them. */
export const required = (data: OracleData | null): OracleData => {
  if (data === null) throw new Error('The entry has no data set');
  return data;
};

/** Name of the variable in a role. */
export const nameOf = ({ variables }: OracleEntry, role: string): string => {
  const name = variables[role];
  if (typeof name !== 'string') throw new Error(`No variable ${role}`);
  return name;
};

/** Names of the variables in a role that holds several. */
export const namesOf = ({ variables }: OracleEntry, role: string): readonly string[] => {
  const names = variables[role];
  if (!Array.isArray(names)) throw new Error(`No variables ${role}`);
  return names as readonly string[];
};

/** Categories that occur, in the code book's order, and the position of each row's code among them. */
export const categorised = (
  data: OracleData,
  name: string,
): { readonly categories: readonly Code[]; readonly positions: readonly number[] } => {
  const codes = data.codes(name);
  const used = new Set(codes);
  const listed = data.variable(name).codes;
  const order =
    listed.length > 0
      ? listed
      : [...used]
          .filter((code) => code !== null)
          .sort((a, b) => (typeof a === 'number' ? a - Number(b) : a < b ? -1 : 1));
  const categories = order.filter((code) => used.has(code));
  const at = new Map<Code | null, number>(categories.map((code, position) => [code, position]));
  return { categories, positions: codes.map((code) => at.get(code) ?? -1) };
};

/** Numbers of a variable that has no missing value left. */
export const completeNumbers = (data: OracleData, name: string): readonly number[] =>
  data.numbers(name).map((value) => {
    if (value === null) throw new Error(`${name} has a missing value`);
    return value;
  });

/** Weights without missing values. */
export const completeWeights = (data: OracleData): readonly number[] => data.weights().map((weight) => weight ?? 0);

/** Values of each group: the groups of `params.groups`, otherwise all that occur in the code book's order. */
export const grouped = (
  entry: OracleEntry,
  data: OracleData | null,
): { readonly groups: readonly Code[]; readonly values: readonly (readonly number[])[] } => {
  const [value, group] = [nameOf(entry, 'var'), nameOf(entry, 'group')];
  const complete = required(data).complete([value, group]);
  const codes = complete.codes(group);
  const numbers = completeNumbers(complete, value);
  const groups = (entry.params['groups'] as readonly Code[] | undefined) ?? categorised(complete, group).categories;
  return { groups, values: groups.map((code) => numbers.filter((_, row) => codes[row] === code)) };
};

/** The same for a degenerate entry that lists values and groups. */
export const groupedInput = (input: Readonly<Record<string, unknown>>): readonly (readonly number[])[] => {
  const values = input['x'] as readonly number[];
  const labels = input['group'] as readonly Code[];
  return [...new Set(labels)].map((label) => values.filter((_, row) => labels[row] === label));
};

/** 'first - second' for all pairs of groups. */
export const pairNames = (groups: readonly Code[]): readonly string[] =>
  groups.flatMap((first, at) => groups.slice(at + 1).map((second) => `${first} - ${second}`));

/** Pairs as the oracle writes them: positions from 1. */
export const fromOne = (pairs: readonly PairOfGroups[]): readonly (readonly [number, number])[] =>
  pairs.map(({ first, second }) => [first + 1, second + 1]);

/** Every position of a column among given categories, −1 where it has another value. */
export const positionsAmong = (data: OracleData, name: string, categories: readonly Code[]): readonly number[] =>
  data.codes(name).map((code) => (code === null ? -1 : categories.indexOf(code)));

/** Rows of a data set, restricted to these variables. */
export const rowsOf = (data: OracleData, names: readonly string[]): readonly (readonly (number | null)[])[] => {
  const columns = names.map((name) => data.numbers(name));
  return Array.from({ length: data.rows }, (_, row) => columns.map((column) => column[row] ?? null));
};
