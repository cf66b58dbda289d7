import type { BsonNumber, BsonValue } from './bson-value';

/** BSON type codes, as `$type` counts them. */
export const typeCodes = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

export type TypeName = keyof typeof typeCodes;

const classNames: Readonly<Record<string, TypeName>> = {
  Int32: 'int',
  Double: 'double',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Timestamp: 'timestamp',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

export const typeName = (value: BsonValue): TypeName => {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'long';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value._bsontype === 'Code') return value.scope ? 'javascriptWithScope' : 'javascript';
  return classNames[value._bsontype] ?? 'undefined';
};

const ranks: Readonly<Record<TypeName, number>> = {
  minKey: 1,
  undefined: 3,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

/** Where the value's type stands in MongoDB's order of types; types that compare with each other share a rank. */
export const typeRank = (value: BsonValue): number => ranks[typeName(value)];

export const isNumber = (value: BsonValue | undefined): value is BsonNumber =>
  value !== undefined && typeRank(value) === ranks.int;

export const rankOf = (name: TypeName): number => ranks[name];
