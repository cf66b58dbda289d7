import { badValue, Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import type { StringOrder } from '../values/compare';
import { compare } from '../values/compare';
import { toDouble } from '../values/numbers';
import { isNumber, rankOf, typeRank } from '../values/types';
import { someValue } from '../match/path-values';

export interface SortField {
  readonly path: readonly string[];
  readonly descending: boolean;
}

export const compileSort = (pattern: BsonDocument): readonly SortField[] =>
  [...pattern].map(([path, direction]) => {
    if (path === '' || path.startsWith('$'))
      throw badValue(`FieldPath field names may not start with '$' or be empty: '${path}'`);
    if (!isNumber(direction)) throw new Refusal(15974, `Illegal key in $sort specification: ${path}`);
    const number = toDouble(direction);
    if (number !== 1 && number !== -1)
      throw new Refusal(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return { path: path.split('.'), descending: number < 0 };
  });

export type SortKey = readonly BsonValue[];

/** A list sorts by its smallest item upwards and by its largest downwards; an empty one stands before null. */
export const sortKeyOf = (fields: readonly SortField[], document: BsonDocument, texts?: StringOrder): SortKey =>
  fields.map(({ path, descending }) => extreme(candidates(document, path), descending, texts));

const candidates = (document: BsonDocument, path: readonly string[]): readonly (BsonValue | undefined)[] => {
  const found: (BsonValue | undefined)[] = [];
  someValue(document, path, 'items', (value) => {
    found.push(value);
    return false;
  });
  return found;
};

const extreme = (
  values: readonly (BsonValue | undefined)[],
  descending: boolean,
  texts: StringOrder | undefined,
): BsonValue => {
  const sign = descending ? -1 : 1;
  const ordered = values.map((value) => value ?? null).sort((a, b) => sign * compare(a, b, texts));
  return ordered[0] ?? null;
};

export const compareSortKeys = (fields: readonly SortField[], a: SortKey, b: SortKey, texts?: StringOrder): number => {
  for (const [index, { descending }] of fields.entries()) {
    const order = compareEmptyFirst(a[index] ?? null, b[index] ?? null, texts);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
};

const compareEmptyFirst = (a: BsonValue, b: BsonValue, texts: StringOrder | undefined): number => {
  const left = isEmptyList(a);
  const right = isEmptyList(b);
  if (!left && !right) return compare(a, b, texts);
  return (left ? rankOf('undefined') : typeRank(a)) - (right ? rankOf('undefined') : typeRank(b));
};

const isEmptyList = (value: BsonValue): boolean => Array.isArray(value) && value.length === 0;
