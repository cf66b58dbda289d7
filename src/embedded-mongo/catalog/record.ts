import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import { encode } from '../values/encode';
import { compileMatch } from '../match/compile-match';
import { isNumber } from '../values/types';
import { toDouble } from '../values/numbers';
import type { Collection, Index, IndexDefinition, IndexField } from './collection';

/** A definition brought to life: with its partial filter compiled. */
export const toIndex = (definition: IndexDefinition, id: number): Index => {
  const matcher = definition.partialFilter && compileMatch(definition.partialFilter);
  return { ...definition, id, multikey: false, inexact: false, covers: matcher ? (doc) => matcher(doc) : () => true };
};

/** A validator brought to life. */
export const toValidation = (validator: BsonDocument | null): Pick<Collection, 'validator' | 'accepts'> => {
  const matcher = validator && compileMatch(validator);
  return { validator, accepts: matcher ? (document) => matcher(document) : () => true };
};

export const encodeCollection = ({ id, namespace, uuid, indexes, validator }: Collection): Buffer =>
  encode({ id, namespace, uuid, indexes: indexes.map(encodeIndex), ...(validator ? { validator } : {}) });

const encodeIndex = ({ covers: _covers, fields, ...index }: Index) => ({
  ...index,
  fields: fields.map(({ path, descending }) => ({ path, descending })),
});

export const decodeCollection = (bytes: Buffer): Collection => {
  const record = decode(bytes);
  const validator = record.get('validator');
  return {
    id: numberIn(record, 'id'),
    namespace: textIn(record, 'namespace'),
    uuid: textIn(record, 'uuid'),
    indexes: documentsIn(record, 'indexes').map(decodeIndex),
    count: 0,
    ...toValidation(isDocument(validator) ? validator : null),
  };
};

const decodeIndex = (record: BsonDocument): Index => {
  const partialFilter = record.get('partialFilter');
  const definition: IndexDefinition = {
    name: textIn(record, 'name'),
    fields: documentsIn(record, 'fields').map(decodeField),
    unique: record.get('unique') === true,
    sparse: record.get('sparse') === true,
    partialFilter: isDocument(partialFilter) ? partialFilter : null,
    expireAfterSeconds: record.get('expireAfterSeconds') === null ? null : numberIn(record, 'expireAfterSeconds'),
  };
  const index = toIndex(definition, numberIn(record, 'id'));
  index.multikey = record.get('multikey') === true;
  index.inexact = record.get('inexact') === true;
  return index;
};

const decodeField = (record: BsonDocument): IndexField => ({
  path: textIn(record, 'path'),
  descending: record.get('descending') === true,
});

const damaged = (field: string): Error => new Error(`The catalog is damaged: ${field} is missing.`);

const numberIn = (record: BsonDocument, field: string): number => {
  const value = record.get(field);
  if (!isNumber(value)) throw damaged(field);
  return toDouble(value);
};

const textIn = (record: BsonDocument, field: string): string => {
  const value = record.get(field);
  if (typeof value !== 'string') throw damaged(field);
  return value;
};

const documentsIn = (record: BsonDocument, field: string): BsonDocument[] => {
  const value: BsonValue | undefined = record.get(field);
  if (!Array.isArray(value)) throw damaged(field);
  return value.filter(isDocument);
};
