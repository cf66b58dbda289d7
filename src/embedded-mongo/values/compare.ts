import type { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import type { BsonDocument, BsonNumber, BsonValue } from './bson-value';
import { compareNumbers } from './numbers';
import type { TypeName } from './types';
import { isNumber, typeName, typeRank } from './types';

/** How texts are ordered: by their bytes, or by a collation. Names of fields are always ordered by their bytes. */
export type StringOrder = (a: string, b: string) => number;

/** MongoDB's total order of all values: first by type, then within the type. */
export const compare = (a: BsonValue, b: BsonValue, texts: StringOrder = compareStrings): number => {
  if (typeof a === 'string' && typeof b === 'string') return texts(a, b);
  return typeRank(a) - typeRank(b) || compareSameRank(a, b, texts);
};

export const isEqual = (a: BsonValue, b: BsonValue, texts?: StringOrder): boolean => compare(a, b, texts) === 0;

const compareSameRank: Comparer = (a, b, texts) =>
  isNumber(a) ? compareNumbers(a, b as BsonNumber) : (comparers[typeName(a)]?.(a, b, texts) ?? 0);

type Comparer = (a: BsonValue, b: BsonValue, texts: StringOrder) => number;

const compareTexts: Comparer = (a, b, texts) =>
  texts(textOf(a as string | BSONSymbol), textOf(b as string | BSONSymbol));
const compareCode: Comparer = (a, b) => compareStrings((a as Code).code, (b as Code).code);

/** Within a type; types without an entry have one value only. */
const comparers: Readonly<Partial<Record<TypeName, Comparer>>> = {
  string: compareTexts,
  symbol: compareTexts,
  object: (a, b, texts) => compareFields([...(a as BsonDocument)], [...(b as BsonDocument)], texts),
  array: (a, b, texts) => compareFields(asFields(a as BsonValue[]), asFields(b as BsonValue[]), texts),
  bool: (a, b) => Number(a) - Number(b),
  date: (a, b) => (a as Date).getTime() - (b as Date).getTime(),
  objectId: (a, b) => Buffer.compare((a as ObjectId).id, (b as ObjectId).id),
  binData: (a, b) => compareBinary(a as Binary, b as Binary),
  timestamp: (a, b) => (a as Timestamp).compare(b as Timestamp),
  regex: (a, b) =>
    compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
    compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options),
  javascript: compareCode,
  javascriptWithScope: compareCode,
};

const textOf = (value: string | BSONSymbol): string => (typeof value === 'string' ? value : value.value);

const asFields = (items: readonly BsonValue[]): [string, BsonValue][] => items.map((item) => ['', item]);

type Fields = readonly [string, BsonValue][];

const compareFields = (a: Fields, b: Fields, texts: StringOrder): number => {
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (!other) return 1;
    const order =
      typeRank(value) - typeRank(other[1]) || compareStrings(name, other[0]) || compare(value, other[1], texts);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

/** Order of the UTF-8 bytes. JavaScript compares UTF-16 units, which differs for characters above U+FFFF. */
export const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return byUtf8(left) - byUtf8(right);
  }
  return a.length - b.length;
};

const byUtf8 = (unit: number): number => {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x10000 : unit;
};

export const binaryContent = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position);

const compareBinary = (a: Binary, b: Binary): number =>
  a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(binaryContent(a), binaryContent(b));
