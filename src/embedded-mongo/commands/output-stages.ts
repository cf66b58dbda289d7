import { randomUUID } from 'node:crypto';
import { Refusal } from '../refusal';
import type { BsonDocument } from '../values/bson-value';
import { dropCollection } from './collections';
import { compileMerge } from './merge-stage';
import type { Output } from './output-target';
import { insertInto, targetOf } from './output-target';
import type { Request } from './request';

export const compileOutput = (stage: BsonDocument | undefined, request: Request): Output => {
  const [[name, spec] = ['', null], ...more] = stage ?? [];
  if (more.length > 0)
    throw new Refusal(40323, 'A pipeline stage specification object must contain exactly one field.');
  return name === '$out'
    ? replaceCollection(targetOf(spec, request.database, '$out'), request.body)
    : compileMerge(spec, request);
};

/** Everything is written beside the collection, with its indexes, and takes its place at once; or nothing changes. */
const replaceCollection =
  (namespace: string, body: BsonDocument): Output =>
  (database, documents) => {
    const { catalog, engine } = database;
    const old = catalog.find(namespace);
    const next = catalog.create(
      `${namespace.slice(0, namespace.indexOf('.'))}.tmp.agg_out.${randomUUID()}`,
      old?.validator,
    );
    try {
      for (const index of old?.indexes ?? []) engine.buildIndex(next, index);
      for (const document of documents) insertInto(database, next, document, body);
    } catch (error) {
      engine.drop(next);
      throw error;
    }
    if (old) dropCollection(database, old);
    catalog.rename(next, namespace);
  };
