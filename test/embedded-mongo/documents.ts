import { EJSON, serialize } from 'bson';
import type { BsonDocument, BsonValue } from '../../src/embedded-mongo/values/bson-value';
import { decode } from '../../src/embedded-mongo/values/decode';

/** A stored document from a plain object, with the types that a driver would send. */
export const doc = (plain: object): BsonDocument => decode(Buffer.from(serialize(plain, { ignoreUndefined: true })));

export const fromExtendedJson = (json: object): BsonDocument =>
  doc(EJSON.deserialize(json, { relaxed: false }) as object);

/** A value in readable form: documents as objects, numbers as numbers. */
export const plain = (value: BsonValue | undefined): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, inner]) => [name, plain(inner)]));
  if (Array.isArray(value)) return value.map(plain);
  const wrapped = value as { _bsontype?: string; value?: unknown } | null | undefined;
  return wrapped?._bsontype === 'Int32' || wrapped?._bsontype === 'Double' ? wrapped.value : value;
};
