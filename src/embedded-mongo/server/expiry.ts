import type { Database } from '../commands/request';
import type { WriteQueue } from '../commands/write-queue';
import type { Collection, Index } from '../catalog/collection';
import { findMatches } from '../engine/find-matches';
import { someValue } from '../match/path-values';
import type { BsonDocument } from '../values/bson-value';

const mostPerSweep = 1000;

/** Deletes documents whose TTL date has passed, some at a time so that other writes are not held up. */
export const sweepExpired = async (database: Database, writes: WriteQueue, now: Date): Promise<number> => {
  let removed = 0;
  for (const collection of database.catalog.all()) {
    for (const index of collection.indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== null)) {
      await writes.run(() => {
        removed += removeExpired(database, { collection, index }, now);
        return {};
      });
    }
  }
  return removed;
};

const removeExpired = (
  { store, engine, catalog }: Database,
  { collection, index }: { readonly collection: Collection; readonly index: Index },
  now: Date,
): number => {
  const path = index.fields[0]?.path ?? '';
  if (catalog.find(collection.namespace) !== collection || !collection.indexes.includes(index)) return 0;
  const limit = new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000);
  const filter: BsonDocument = new Map([[path, new Map([['$lte', limit]])]]);
  const search = findMatches(store, { collection, filter, sort: [], skip: 0, limit: mostPerSweep, deadline: Infinity });
  const expired = [...search.rest()].filter(
    ({ document }) => index.covers(document) && hasPassed(document, path, limit),
  );
  for (const { document } of expired) engine.remove(collection, document);
  return expired.length;
};

const hasPassed = (document: BsonDocument, path: string, limit: Date): boolean =>
  someValue(document, path.split('.'), 'items', (value) => value instanceof Date && value <= limit);
