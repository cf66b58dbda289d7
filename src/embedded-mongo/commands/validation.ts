import type { Collection } from '../catalog/collection';
import { compileMatch } from '../match/compile-match';
import { badValue, Refusal } from '../refusal';
import type { BsonDocument } from '../values/bson-value';
import { booleanField, documentField } from './fields';

/** The options of `create` and `collMod` that say which documents a collection takes. */
export const validationFields = ['validator', 'validationLevel', 'validationAction'];

/** A filter; null for none. Documents that do not match are refused, which is the only level and action known here. */
export const readValidator = (body: BsonDocument): BsonDocument | null => {
  if ((body.get('validationLevel') ?? 'strict') !== 'strict' || (body.get('validationAction') ?? 'error') !== 'error')
    throw badValue('only the validation level strict and the action error are supported by the embedded store');
  const validator = documentField(body, 'validator');
  if (!validator || validator.size === 0) return null;
  compileMatch(validator);
  return validator;
};

/** Refuses a document that the collection's validator does not take, unless the command passes it by. */
export const checkValid = ({ accepts, validator }: Collection, document: BsonDocument, body: BsonDocument): void => {
  if (accepts(document) || booleanField(body, 'bypassDocumentValidation')) return;
  const details = { operatorName: 'validator', specifiedAs: validator ?? {}, reason: 'the document does not match' };
  throw new Refusal(121, 'Document failed validation', {
    errInfo: { failingDocumentId: document.get('_id') ?? null, details },
  });
};
