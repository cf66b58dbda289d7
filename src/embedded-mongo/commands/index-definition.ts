import type { IndexDefinition, IndexField } from '../catalog/collection';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isEqual } from '../values/compare';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import { checkPartialFilter } from './partial-filter';
import { booleanField, documentField, requiredDocument, simpleCollationOnly, textField } from './fields';

const known = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'ns',
  'collation',
]);
const longestTtlSeconds = 2 ** 31 - 1;
const mostFields = 32;

const cannotCreate = (message: string): Refusal => new Refusal(67, message);

export const readIndexDefinition = (spec: BsonDocument): IndexDefinition => {
  for (const name of spec.keys()) {
    if (!known.has(name))
      throw new Refusal(197, `The field '${name}' is not valid for an index specification of the embedded store`);
  }
  simpleCollationOnly(spec);
  const fields = readFields(requiredDocument(spec, 'key'));
  const name = textField(spec, 'name');
  if (name === '' || name === '*') throw cannotCreate('index name cannot be empty or *');
  const partialFilter = documentField(spec, 'partialFilterExpression') ?? null;
  const sparse = booleanField(spec, 'sparse');
  if (partialFilter && sparse) throw cannotCreate("cannot mix 'partialFilterExpression' and 'sparse' options");
  if (partialFilter) checkPartialFilter(partialFilter);
  return {
    name,
    fields,
    unique: booleanField(spec, 'unique'),
    sparse,
    partialFilter,
    expireAfterSeconds: readExpiry(spec, fields),
  };
};

export const isPrimaryIndex = (spec: BsonDocument): boolean => {
  const key = requiredDocument(spec, 'key');
  return key.size === 1 && key.has('_id') && isNumber(key.get('_id'));
};

const readFields = (key: BsonDocument): readonly IndexField[] => {
  if (key.size === 0) throw cannotCreate('Index keys cannot be an empty object');
  if (key.size > mostFields) throw cannotCreate(`an index has at most ${mostFields} fields`);
  return [...key].map(([path, direction]) => ({ path: checkedPath(path), descending: isDescending(path, direction) }));
};

const checkedPath = (path: string): string => {
  if (path.split('.').includes('')) throw cannotCreate('Index key cannot contain an empty field name.');
  if (path.includes('$**')) throw cannotCreate('wildcard indexes are not supported by the embedded store');
  if (path.split('.').some((name) => name.startsWith('$')))
    throw cannotCreate("Index key contains an illegal field name: field name starts with '$'.");
  return path;
};

const isDescending = (path: string, direction: BsonValue): boolean => {
  if (typeof direction === 'string')
    throw cannotCreate(`index type '${direction}' is not supported by the embedded store (${path})`);
  const number = isNumber(direction) ? toDouble(direction) : NaN;
  if (!(Math.abs(number) > 0)) throw cannotCreate('Values in the index key pattern must be numbers other than 0.');
  return number < 0;
};

const readExpiry = (spec: BsonDocument, fields: readonly IndexField[]): number | null => {
  const value = spec.get('expireAfterSeconds');
  if (value === undefined) return null;
  const seconds = isNumber(value) ? toDouble(value) : NaN;
  if (!(seconds >= 0 && seconds <= longestTtlSeconds))
    throw cannotCreate("TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (fields.length > 1)
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL');
  return Math.trunc(seconds);
};

export const sameIndex = (a: IndexDefinition, b: IndexDefinition): 'same' | 'other options' | 'other' => {
  const sameFields =
    JSON.stringify(a.fields) === JSON.stringify(b.fields) && isSameFilter(a.partialFilter, b.partialFilter);
  if (!sameFields) return 'other';
  const sameOptions = a.unique === b.unique && a.sparse === b.sparse && a.expireAfterSeconds === b.expireAfterSeconds;
  return sameOptions ? 'same' : 'other options';
};

const isSameFilter = (a: BsonDocument | null, b: BsonDocument | null): boolean => (a && b ? isEqual(a, b) : a === b);
