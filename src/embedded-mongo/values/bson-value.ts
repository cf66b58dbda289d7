import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** A Map, because a plain object would reorder fields whose names look like integers. */
export type BsonDocument = Map<string, BsonValue>;

/** One stored value. Numbers keep their BSON type: Int32, bigint (64-bit), Double, Decimal128. */
export type BsonValue =
  | null
  | boolean
  | string
  | bigint
  | Int32
  | Double
  | Decimal128
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Code
  | Timestamp
  | MinKey
  | MaxKey
  | BsonDocument
  | BsonValue[];

export type BsonNumber = Int32 | bigint | Double | Decimal128;

export const isDocument = (value: BsonValue | undefined): value is BsonDocument => value instanceof Map;
