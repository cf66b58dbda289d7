import { reverseItem } from '../../../src/statistics';
import type { OracleData, OracleEntry } from './adapter';

/** The entry's items, complete cases, reversed where the entry says so. */
export const itemsOf = (entry: OracleEntry, data: OracleData | null): ArrayLike<number>[] => {
  const names = [entry.variables['items'] as string | string[]].flat();
  const complete = data!.complete(names);
  const {
    reverse = [],
    scale_min: min,
    scale_max: max,
  } = entry.params as {
    reverse?: string | string[];
    scale_min?: number;
    scale_max?: number;
  };
  return names.map((name) => {
    const values = complete.numbers(name) as number[];
    return [reverse].flat().includes(name) ? reverseItem(values, min!, max!) : values;
  });
};

/** One list per item from one list per respondent. */
export const columnsOf = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]!));
