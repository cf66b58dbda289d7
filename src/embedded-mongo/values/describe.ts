import type { BsonValue } from './bson-value';
import { isDocument } from './bson-value';

/** A value as error messages show it: `{ name: "x" }`. */
export const describe = (value: BsonValue): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (isDocument(value)) return `{ ${[...value].map(([name, inner]) => `${name}: ${describe(inner)}`).join(', ')} }`;
  if (Array.isArray(value)) return `[ ${value.map(describe).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value._bsontype === 'ObjectId') return `ObjectId('${value.toHexString()}')`;
  if (value._bsontype === 'Int32' || value._bsontype === 'Double') return String(value.value);
  return value._bsontype === 'Decimal128' ? value.toString() : value._bsontype;
};
