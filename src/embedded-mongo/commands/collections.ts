import { Binary } from 'bson';
import type { Collection } from '../catalog/collection';
import { collectionNameOf, databaseOf } from '../catalog/collection';
import { compileMatch } from '../match/compile-match';
import { Refusal } from '../refusal';
import type { BsonDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { decode } from '../values/decode';
import { cursorReply } from './cursors';
import { booleanField, countField, documentOrEmpty, namespaceOf, simpleCollationOnly } from './fields';
import { isEqual } from '../values/compare';
import type { Command, Database } from './request';
import { readValidator, validationFields } from './validation';

export const create: Command = {
  kind: 'write',
  fields: ['collation', ...validationFields],
  run: ({ catalog }, request) => {
    simpleCollationOnly(request.body);
    const namespace = namespaceOf(request);
    const validator = readValidator(request.body);
    const present = catalog.find(namespace);
    if (!present) catalog.create(namespace, validator);
    else if (!isSameValidator(present.validator, validator))
      throw new Refusal(48, `Collection ${namespace} already exists with different options.`);
    return { ok: 1 };
  },
};

const isSameValidator = (a: BsonDocument | null, b: BsonDocument | null): boolean => (a && b ? isEqual(a, b) : a === b);

export const collMod: Command = {
  kind: 'write',
  fields: validationFields,
  run: ({ catalog }, request) => {
    const collection = catalog.find(namespaceOf(request));
    if (!collection) throw new Refusal(26, 'ns does not exist');
    if (request.body.has('validator')) catalog.setValidator(collection, readValidator(request.body));
    return { ok: 1 };
  },
};

export const drop: Command = {
  kind: 'write',
  fields: [],
  run: (database, request) => {
    const namespace = namespaceOf(request);
    const collection = database.catalog.find(namespace);
    if (!collection) return { ok: 1 };
    dropCollection(database, collection);
    return { nIndexesWas: collection.indexes.length + 1, ns: namespace, ok: 1 };
  },
};

export const dropCollection = ({ engine, cursors }: Database, collection: Collection): void => {
  engine.drop(collection);
  cursors.killAll(collection.namespace);
};

export const dropDatabase: Command = {
  kind: 'write',
  fields: [],
  run: (database, request) => {
    const collections = database.catalog.inDatabase(request.database);
    for (const collection of collections) dropCollection(database, collection);
    return { ...(collections.length > 0 ? { dropped: request.database } : {}), ok: 1 };
  },
};

export const listCollections: Command = {
  kind: 'read',
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: ({ catalog, cursors }, { body, database }) => {
    const test = compileMatch(documentOrEmpty(body, 'filter'));
    const nameOnly = booleanField(body, 'nameOnly');
    const described = catalog
      .inDatabase(database)
      .map((collection) => encode(describeCollection(collection, nameOnly)));
    const documents = described.filter((raw) => test(decode(raw)));
    return listReply(`${database}.$cmd.listCollections`, documents, cursors, body);
  },
};

/** A whole list as a cursor. */
export const listReply = (
  namespace: string,
  documents: readonly Buffer[],
  cursors: Database['cursors'],
  body: BsonDocument,
) => {
  let next = 0;
  function* rest(): Generator<Buffer, undefined> {
    for (let document = documents[next]; document; document = documents[next]) {
      next++;
      yield document;
    }
    return undefined;
  }
  const batchSize = countField(documentOrEmpty(body, 'cursor'), 'batchSize');
  const batch = cursors.first(
    namespace,
    { rest, isFinished: () => next >= documents.length, heldBytes: () => 0 },
    { batchSize, single: false, neverIdle: false },
  );
  return cursorReply(namespace, batch, 'firstBatch');
};

const describeCollection = ({ namespace, uuid, validator }: Collection, nameOnly: boolean) => ({
  name: collectionNameOf(namespace),
  type: 'collection',
  ...(nameOnly
    ? {}
    : {
        options: validator ? { validator, validationLevel: 'strict', validationAction: 'error' } : {},
        info: { readOnly: false, uuid: new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), 4) },
        idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
      }),
});

export const listDatabases: Command = {
  kind: 'read',
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ catalog }, { body, database }) => {
    if (database !== 'admin') throw new Refusal(13, 'listDatabases may only be run against the admin database.');
    const test = compileMatch(documentOrEmpty(body, 'filter'));
    const names = [...new Set(catalog.all().map(({ namespace }) => databaseOf(namespace)))].sort();
    const databases = names.map((name) => ({
      name,
      ...(booleanField(body, 'nameOnly') ? {} : { sizeOnDisk: 0n, empty: false }),
    }));
    return { databases: databases.filter((entry) => test(decode(encode(entry)))), totalSize: 0n, ok: 1 };
  },
};
