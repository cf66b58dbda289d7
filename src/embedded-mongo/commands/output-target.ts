import { ObjectId } from 'bson';
import type { Collection } from '../catalog/collection';
import { Budget, bytesOf } from '../group/budget';
import { typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { onlyFields } from './fields';
import { checkId } from './insert';
import { checkValid } from './validation';
import type { Database } from './request';

/** Writes what the pipeline yields. */
export type Output = (database: Database, documents: readonly BsonDocument[]) => void;

/** A collection's name, or `{ db, coll }`. */
export const targetOf = (spec: BsonValue, database: string, stage: string): string => {
  if (typeof spec === 'string' && spec !== '') return `${database}.${spec}`;
  if (!isDocument(spec)) throw typeMismatch(`${stage} takes the name of a collection or { db, coll }`);
  onlyFields(spec, new Set(['db', 'coll']), stage);
  const [db = database, coll] = [spec.get('db'), spec.get('coll')];
  if (typeof db !== 'string' || typeof coll !== 'string' || coll === '')
    throw typeMismatch(`${stage} takes the name of a collection or { db, coll }`);
  return `${db}.${coll}`;
};

/** All results of a pipeline, before the first is written: what is written may be what is read. */
export const gathered = (documents: Iterable<BsonDocument>): readonly BsonDocument[] => {
  const budget = new Budget('$out and $merge');
  return Array.from(documents, (document) => {
    budget.spend(bytesOf(document));
    return document;
  });
};

export const insertInto = (
  { engine }: Database,
  collection: Collection,
  given: BsonDocument,
  body: BsonDocument,
): void => {
  const id = given.has('_id') ? (given.get('_id') ?? null) : new ObjectId();
  checkId(id);
  const document: BsonDocument = new Map([['_id', id], ...[...given].filter(([name]) => name !== '_id')]);
  checkValid(collection, document, body);
  engine.insert(collection, document, encode(document));
};
