import { ObjectId } from 'bson';
import type { Collection } from '../catalog/collection';
import type { Match } from '../engine/find-matches';
import { Refusal } from '../refusal';
import type { Update } from '../update/compile-update';
import { upsertBase } from '../update/upsert-base';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isEqual } from '../values/compare';
import { decode } from '../values/decode';
import { encode } from '../values/encode';
import { checkId } from './insert';
import { checkValid } from './validation';
import type { Database } from './request';
import { typeName } from '../values/types';

/** Applies an update to one found document. The bytes tell whether anything changed. */
export const modify = (
  { engine }: Database,
  collection: Collection,
  match: Match,
  { update, body }: { readonly update: Update; readonly body: BsonDocument },
) => {
  const after = update(decode(match.raw), { now: new Date(), position: match.position, inserting: false });
  const id = match.document.get('_id') ?? null;
  const newId = after.get('_id');
  if (newId === undefined || !isEqual(newId, id) || typeName(newId) !== typeName(id)) throw immutableId(newId);
  const raw = encode(after);
  const changed = !raw.equals(match.raw);
  if (changed) checkValid(collection, after, body);
  if (changed) engine.replace(collection, match.document, after, raw);
  return { after, raw, changed };
};

const immutableId = (id: BsonValue | undefined): Refusal =>
  new Refusal(
    66,
    `Performing an update on the path '_id' would modify the immutable field '_id'${id === undefined ? '' : ' to another value'}`,
  );

interface Upsert {
  readonly update: Update;
  readonly replacing: boolean;
  readonly body: BsonDocument;
}

/** Inserts what filter and update together describe. */
export const upsert = (
  { engine, catalog }: Database,
  namespace: string,
  filter: BsonDocument,
  { update, replacing, body }: Upsert,
) => {
  const base = upsertBase(filter, replacing);
  const pinnedId = base.get('_id');
  const made = update(base, { now: new Date(), position: undefined, inserting: true });
  const id = made.has('_id') ? (made.get('_id') ?? null) : new ObjectId();
  if (pinnedId !== undefined && !isEqual(pinnedId, id)) throw immutableId(id);
  checkId(id);
  made.delete('_id');
  const document: BsonDocument = new Map([['_id', id], ...made]);
  const raw = encode(document);
  const collection = catalog.findOrCreate(namespace);
  checkValid(collection, document, body);
  engine.insert(collection, document, raw);
  return { id, raw, document };
};
