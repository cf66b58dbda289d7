import type { Collection, IndexDefinition } from '../catalog/collection';
import { keyPatternOf } from '../catalog/collection';
import { Refusal, typeMismatch } from '../refusal';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { encode } from '../values/encode';
import { listReply } from './collections';
import { listField, missingField, namespaceOf } from './fields';
import { patternText } from './hint';
import { isPrimaryIndex, readIndexDefinition, sameIndex } from './index-definition';
import type { Command } from './request';

const mostIndexes = 64;

export const createIndexes: Command = {
  kind: 'write',
  fields: ['indexes', 'commitQuorum'],
  run: ({ catalog, engine }, request) => {
    const specs = listField(request.body, 'indexes') ?? [];
    if (specs.length === 0) throw new Refusal(2, 'Must specify at least one index to create');
    const definitions = specs
      .map(asDocument)
      .filter((spec) => !isPrimaryIndex(spec))
      .map(readIndexDefinition);
    const createdCollectionAutomatically = !catalog.find(namespaceOf(request));
    const collection = catalog.findOrCreate(namespaceOf(request));
    const numIndexesBefore = collection.indexes.length + 1;
    const missing = definitions.filter((definition) => !isPresent(collection, definition));
    if (numIndexesBefore + missing.length > mostIndexes)
      throw new Refusal(67, `cannot have more than ${mostIndexes} indexes`);
    for (const definition of missing) if (!isPresent(collection, definition)) engine.buildIndex(collection, definition);
    const numIndexesAfter = collection.indexes.length + 1;
    const note = numIndexesBefore === numIndexesAfter ? { note: 'all indexes already exist' } : {};
    return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
  },
};

const asDocument = (spec: BsonValue): BsonDocument => {
  if (isDocument(spec)) return spec;
  throw typeMismatch("The elements of the 'indexes' array must be objects");
};

/** Whether exactly this index exists; an index that stands in its way is a refusal. */
const isPresent = (collection: Collection, definition: IndexDefinition): boolean => {
  for (const index of collection.indexes) {
    const alike = sameIndex(index, definition);
    if (index.name === definition.name && alike === 'same') return true;
    if (index.name === definition.name) {
      const what = `An existing index has the same name as the requested index. Requested index: ${definition.name}`;
      throw new Refusal(86, what);
    }
    if (alike === 'same') throw new Refusal(85, `Index already exists with a different name: ${index.name}`);
    if (alike === 'other options')
      throw new Refusal(85, `An equivalent index already exists with a different name and options: ${index.name}`);
  }
  return false;
};

export const listIndexes: Command = {
  kind: 'read',
  fields: ['cursor'],
  run: ({ catalog, cursors }, request) => {
    const namespace = namespaceOf(request);
    const collection = catalog.find(namespace);
    if (!collection) throw new Refusal(26, `ns does not exist: ${namespace}`);
    const described = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...collection.indexes.map(describeIndex)];
    return listReply(namespace, described.map(encode), cursors, request.body);
  },
};

const describeIndex = (index: IndexDefinition) => ({
  v: 2,
  key: keyPatternOf(index),
  name: index.name,
  ...(index.unique ? { unique: true } : {}),
  ...(index.sparse ? { sparse: true } : {}),
  ...(index.partialFilter ? { partialFilterExpression: index.partialFilter } : {}),
  ...(index.expireAfterSeconds === null ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
});

export const dropIndexes: Command = {
  kind: 'write',
  fields: ['index'],
  run: ({ catalog, engine }, request) => {
    const namespace = namespaceOf(request);
    const collection = catalog.find(namespace);
    if (!collection) throw new Refusal(26, `ns not found ${namespace}`);
    const nIndexesWas = collection.indexes.length + 1;
    const wanted = request.body.get('index');
    if (wanted === undefined) throw missingField('dropIndexes.index');
    const names = Array.isArray(wanted) ? wanted : [wanted];
    const indexes = wanted === '*' ? [...collection.indexes] : names.map((name) => namedIndex(collection, name));
    for (const index of indexes) engine.dropIndex(collection, index);
    return { nIndexesWas, ok: 1 };
  },
};

const namedIndex = (collection: Collection, wanted: BsonValue) => {
  const shown = patternText(wanted);
  if (wanted === '_id_' || shown === '[["_id",1]]') throw new Refusal(72, 'cannot drop _id index');
  const found = collection.indexes.find(
    (index) => index.name === wanted || JSON.stringify(Object.entries(keyPatternOf(index))) === shown,
  );
  if (!found) throw new Refusal(27, `index not found with name [${typeof wanted === 'string' ? wanted : shown}]`);
  return found;
};
