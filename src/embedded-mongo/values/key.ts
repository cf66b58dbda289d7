import { createHash } from 'node:crypto';
import type { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { Decimal128 } from 'bson';
import type { BsonDocument, BsonNumber, BsonValue } from './bson-value';
import { binaryContent } from './compare';
import { compareNumbers, double, exactDecimal, nearestDouble } from './numbers';
import type { TypeName } from './types';
import { isNumber, typeName, typeRank } from './types';

export const longestKeyBytes = 900;
const keptPrefixBytes = 860;
const end = Buffer.from([0]);

/** Stands for a list without items in an index: before null, after the smallest key. */
export const emptyListKey = Buffer.from([3]);

/** Bytes whose order (memcmp) is the order of the values, and none of which is the beginning of another. */
export const encodeKey = (value: BsonValue): Buffer => Buffer.concat([Buffer.from([typeRank(value)]), content(value)]);

/** The one byte with which every key of the value's type begins. */
export const typePrefix = (value: BsonValue): Buffer => Buffer.from([typeRank(value)]);

const content = (value: BsonValue): Buffer =>
  isNumber(value) ? numberKey(value) : (contents[typeName(value)]?.(value) ?? Buffer.alloc(0));

type Content = (value: BsonValue) => Buffer;

const codeKey: Content = (value) => textKey((value as Code).code);

/** Types without an entry have one value only: their rank says all. */
const contents: Readonly<Partial<Record<TypeName, Content>>> = {
  string: (value) => textKey(value as string),
  symbol: (value) => textKey((value as BSONSymbol).value),
  object: (value) => fieldsKey([...(value as BsonDocument)]),
  array: (value) => fieldsKey((value as BsonValue[]).map((item) => ['', item])),
  bool: (value) => Buffer.from([value === true ? 1 : 0]),
  date: (value) => signedKey(BigInt((value as Date).getTime())),
  objectId: (value) => Buffer.from((value as ObjectId).id),
  binData: (value) => binaryKey(value as Binary),
  timestamp: (value) => unsignedKey(BigInt.asUintN(64, (value as Timestamp).toBigInt())),
  regex: (value) => Buffer.concat([textKey((value as BSONRegExp).pattern), textKey((value as BSONRegExp).options)]),
  javascript: codeKey,
  javascriptWithScope: codeKey,
};

/** The double first; where it is not the exact value, the side on which the value lies, then its decimal digits. */
const numberKey = (value: BsonNumber): Buffer => {
  const nearest = nearestDouble(value);
  const side = compareNumbers(value, double(nearest));
  const head = Buffer.concat([doubleKey(nearest), Buffer.from([0x80 + Math.sign(side)])]);
  return side === 0 ? head : Buffer.concat([head, digitsKey(value)]);
};

const doubleKey = (value: number): Buffer => {
  const key = Buffer.alloc(8);
  if (Number.isNaN(value)) return key;
  key.writeDoubleBE(value === 0 ? 0 : value);
  if ((key[0] ?? 0) < 0x80) key[0] = (key[0] ?? 0) + 0x80;
  else inverted(key).copy(key);
  return key;
};

const digitsKey = (value: BsonNumber): Buffer => {
  const exact = value instanceof Decimal128 ? exactDecimal(value) : { coefficient: value as bigint, exponent: 0 };
  if (!exact || exact.coefficient === 0n) return Buffer.from([1]);
  const negative = exact.coefficient < 0n;
  const digits = String(negative ? -exact.coefficient : exact.coefficient).replace(/0+$/, '');
  const wholeDigits = String(negative ? -exact.coefficient : exact.coefficient).length + exact.exponent;
  const magnitude = Buffer.alloc(2);
  magnitude.writeUInt16BE(wholeDigits + 0x8000);
  const key = Buffer.concat([magnitude, Buffer.from(digits, 'latin1'), end]);
  return Buffer.concat([Buffer.from([negative ? 0 : 2]), negative ? inverted(key) : key]);
};

const textKey = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, textEnd]);
  return Buffer.concat([Buffer.from(bytes.toString('latin1').replaceAll('\0', '\0\xff'), 'latin1'), textEnd]);
};

/** Below the escaped NUL (00 FF), so that a shorter text stands before its continuations. */
const textEnd = Buffer.from([0, 1]);

const fieldsKey = (fields: readonly [string, BsonValue][]): Buffer =>
  Buffer.concat([...fields.flatMap(([name, value]) => [typePrefix(value), textKey(name), content(value)]), end]);

const binaryKey = (value: Binary): Buffer => {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.position);
  head.writeUInt8(value.sub_type, 4);
  return Buffer.concat([head, binaryContent(value)]);
};

const unsignedKey = (value: bigint): Buffer => {
  const key = Buffer.alloc(8);
  key.writeBigUInt64BE(value);
  return key;
};

const signedKey = (value: bigint): Buffer => unsignedKey(BigInt.asUintN(64, value) ^ (1n << 63n));

/** Turns ascending bytes into descending ones. */
export const inverted = (key: Uint8Array): Buffer => Buffer.from(key.map((byte) => 0xff - byte));

/** A key that the store accepts: a long one keeps its beginning and ends in a hash, and `exact` says so. */
export const boundedKey = (key: Buffer): { readonly key: Buffer; readonly exact: boolean } =>
  key.length <= longestKeyBytes
    ? { key, exact: true }
    : {
        key: Buffer.concat([key.subarray(0, keptPrefixBytes), createHash('sha256').update(key).digest()]),
        exact: false,
      };

/** A bound that holds for exact and shortened keys alike. */
export const boundPrefix = (key: Buffer): Buffer => key.subarray(0, keptPrefixBytes);
