import type { Document } from 'bson';
import type { AnyBulkWriteOperation, Collection, Db, MongoClient } from 'mongodb';

type Run<Target> = (target: Target, given: Document) => Promise<unknown>;

/** All arguments except the named ones are the driver's options. */
const without = (given: Document, ...names: string[]): Document =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));

const filterOf = (given: Document): Document => (given['filter'] ?? {}) as Document;

const finding =
  (name: 'findOneAndUpdate' | 'findOneAndReplace', change: string): Run<Collection> =>
  (target, given) => {
    const { returnDocument, ...options } = without(given, 'filter', change);
    const wanted =
      returnDocument === undefined ? {} : { returnDocument: String(returnDocument).toLowerCase() as 'before' };
    return target[name](filterOf(given), given[change] as Document, { ...options, ...wanted });
  };

/** The driver replaces an `_id` that is null, unless the server is to give ids. */
const asGiven = (written: unknown, options: Document): Document =>
  JSON.stringify(written).includes('"_id":null') ? { ...options, forceServerObjectId: true } : options;

const onCollection: Readonly<Record<string, Run<Collection>>> = {
  aggregate: (target, given) => target.aggregate(given['pipeline'] as Document[], without(given, 'pipeline')).toArray(),
  bulkWrite: (target, given) =>
    target.bulkWrite(
      given['requests'] as AnyBulkWriteOperation[],
      asGiven(given['requests'], without(given, 'requests')),
    ),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the cases ask for it
  count: (target, given) => target.count(filterOf(given), without(given, 'filter')),
  countDocuments: (target, given) => target.countDocuments(filterOf(given), without(given, 'filter')),
  createIndex: (target, { keys, rawData, ...options }) =>
    target.createIndex(keys as Document, options, rawData === undefined ? {} : ({ rawData } as object)),
  deleteMany: (target, given) => target.deleteMany(filterOf(given), without(given, 'filter')),
  deleteOne: (target, given) => target.deleteOne(filterOf(given), without(given, 'filter')),
  distinct: (target, given) =>
    target.distinct(String(given['fieldName']), filterOf(given), without(given, 'filter', 'fieldName')),
  dropIndex: (target, given) => target.dropIndex(String(given['name']), without(given, 'name')),
  estimatedDocumentCount: (target, given) => target.estimatedDocumentCount(given),
  find: (target, given) => target.find(filterOf(given), without(given, 'filter')).toArray(),
  findOne: (target, given) => target.findOne(filterOf(given), without(given, 'filter')),
  findOneAndDelete: (target, given) => target.findOneAndDelete(filterOf(given), without(given, 'filter')),
  findOneAndReplace: finding('findOneAndReplace', 'replacement'),
  findOneAndUpdate: finding('findOneAndUpdate', 'update'),
  insertMany: (target, given) =>
    target.insertMany(given['documents'] as Document[], asGiven(given['documents'], without(given, 'documents'))),
  insertOne: (target, given) =>
    target.insertOne(given['document'] as Document, asGiven(given['document'], without(given, 'document'))),
  listIndexes: (target, given) => target.listIndexes(given).toArray(),
  replaceOne: (target, given) =>
    target.replaceOne(filterOf(given), given['replacement'] as Document, without(given, 'filter', 'replacement')),
  updateMany: (target, given) =>
    target.updateMany(filterOf(given), given['update'] as Document, without(given, 'filter', 'update')),
  updateOne: (target, given) =>
    target.updateOne(filterOf(given), given['update'] as Document, without(given, 'filter', 'update')),
};

const onDatabase: Readonly<Record<string, Run<Db>>> = {
  aggregate: (target, given) => target.aggregate(given['pipeline'] as Document[], without(given, 'pipeline')).toArray(),
  createCollection: (target, given) =>
    target.createCollection(String(given['collection']), without(given, 'collection')),
  dropCollection: (target, given) => target.dropCollection(String(given['collection'])),
  listCollections: (target, given) => target.listCollections(filterOf(given), without(given, 'filter')).toArray(),
  modifyCollection: (target, given) =>
    target.command({ collMod: String(given['collection']), ...without(given, 'collection') }),
  runCommand: (target, given) => target.command(given['command'] as Document),
};

const onClient: Readonly<Record<string, Run<MongoClient>>> = {
  clientBulkWrite: (target, given) =>
    target.bulkWrite((given['models'] as Document[]).map(toModel) as never, without(given, 'models')),
};

const toModel = (model: Document): Document => {
  const [[name, fields] = ['', {}]] = Object.entries(model) as [string, Document][];
  return { name, ...fields };
};

/** Runs one operation of a test case on the entity that it names. */
export const runOperation = (target: unknown, name: string, given: Document): Promise<unknown> => {
  const kind = (target as { constructor: { name: string } }).constructor.name;
  const tables: Readonly<Record<string, Readonly<Record<string, Run<never>>>>> = {
    Collection: onCollection,
    Db: onDatabase,
    MongoClient: onClient,
  };
  const run = tables[kind]?.[name];
  if (!run) throw new Error(`The operation ${name} on a ${kind} is not known to this runner`);
  return run(target as never, given);
};
