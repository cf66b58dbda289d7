import { ObjectId } from 'bson';
import { Refusal } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { decode } from '../values/decode';
import { encode } from '../values/encode';
import { typeName } from '../values/types';
import { booleanField, namespaceOf } from './fields';
import type { Command } from './request';
import { checkValid } from './validation';
import { eachStatement, statementsOf } from './statements';

export const insert: Command = {
  kind: 'write',
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run: ({ catalog, engine }, request) => {
    const documents = statementsOf(request, 'documents');
    const namespace = namespaceOf(request);
    const ordered = !request.body.has('ordered') || booleanField(request.body, 'ordered');
    const { done, writeErrors } = eachStatement(documents, ordered, (given) => {
      const { document, raw } = withId(given);
      checkId(document.get('_id') ?? null);
      const collection = catalog.findOrCreate(namespace);
      checkValid(collection, document, request.body);
      engine.insert(collection, document, raw);
    });
    return { n: done, ...writeErrors, ok: 1 };
  },
};

/** Keeps the client's bytes; only an `_id` that is missing or not in front is moved to the front. */
const withId = (given: Buffer): { readonly document: BsonDocument; readonly raw: Buffer } => {
  const document = decode(given);
  const [first] = document.keys();
  if (first === '_id') return { document, raw: Buffer.from(given) };
  const id = document.has('_id') ? (document.get('_id') ?? null) : new ObjectId();
  const inOrder: BsonDocument = new Map([['_id', id], ...document]);
  if (document.has('_id')) return { document: inOrder, raw: encode(inOrder) };
  return { document: inOrder, raw: splice(encode(new Map([['_id', id]])), given) };
};

const splice = (idDocument: Buffer, rest: Buffer): Buffer => {
  const raw = Buffer.concat([idDocument.subarray(0, -1), rest.subarray(4)]);
  raw.writeInt32LE(raw.length, 0);
  return raw;
};

export const checkId = (id: BsonValue): void => {
  const kind = typeName(id);
  if (kind === 'array' || kind === 'regex') throw new Refusal(53, `The '_id' value cannot be of type ${kind}`);
  const odd = isDocument(id) ? [...id.keys()].find((name) => name.startsWith('$')) : undefined;
  if (odd !== undefined)
    throw new Refusal(52, `_id fields may not contain '$'-prefixed fields: ${odd} is not valid for storage.`);
};
