import { badValue, Refusal, typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { toDouble } from '../values/numbers';
import { isNumber, typeName } from '../values/types';
import type { Request } from './request';

const wrongType = (name: string, value: BsonValue, wanted: string): Refusal =>
  typeMismatch(`BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${wanted}'`);

export const documentField = (from: BsonDocument, name: string): BsonDocument | undefined => {
  const value = from.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) throw wrongType(name, value, 'object');
  return value;
};

export const documentOrEmpty = (from: BsonDocument, name: string): BsonDocument =>
  documentField(from, name) ?? new Map<string, BsonValue>();

export const requiredDocument = (from: BsonDocument, name: string): BsonDocument => {
  const value = documentField(from, name);
  if (!value) throw missingField(name);
  return value;
};

export const missingField = (name: string): Refusal =>
  new Refusal(40414, `BSON field '${name}' is missing but a required field`);

/** Booleans, and numbers in their place as MongoDB allows. */
export const booleanField = (from: BsonDocument, name: string): boolean => {
  const value = from.get(name);
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  if (isNumber(value)) return toDouble(value) !== 0;
  throw wrongType(name, value, 'bool');
};

/** A whole number ≥ 0. */
export const countField = (from: BsonDocument, name: string): number | undefined => {
  const value = from.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isNumber(value)) throw wrongType(name, value, 'long');
  const number = Math.trunc(toDouble(value));
  if (!(number >= 0)) throw new Refusal(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
};

export const textField = (from: BsonDocument, name: string): string => {
  const value = from.get(name);
  if (value === undefined) throw missingField(name);
  if (typeof value !== 'string') throw wrongType(name, value, 'string');
  return value;
};

export const listField = (from: BsonDocument, name: string): readonly BsonValue[] | undefined => {
  const value = from.get(name);
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw wrongType(name, value, 'array');
  return value;
};

export const namespaceOf = ({ name, body, database }: Request): string => {
  const collection = body.get(name);
  if (typeof collection !== 'string')
    throw new Refusal(73, `collection name has invalid type ${typeName(collection ?? null)}`);
  if (collection === '') throw new Refusal(73, `Invalid namespace specified '${database}.'`);
  return `${database}.${collection}`;
};

/** Refuses what is not among `allowed`, so that no option is silently ignored. */
export const onlyFields = (from: BsonDocument, allowed: ReadonlySet<string>, where: string): void => {
  for (const name of from.keys()) {
    if (!allowed.has(name)) throw new Refusal(40415, `BSON field '${where}.${name}' is an unknown field.`);
  }
};

/** The one collation without effect. */
export const simpleCollationOnly = (from: BsonDocument): void => {
  const collation = documentField(from, 'collation');
  if (collation && (collation.size !== 1 || collation.get('locale') !== 'simple')) {
    throw badValue('only the simple collation is supported by the embedded store');
  }
};
