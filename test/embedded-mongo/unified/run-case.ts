import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from 'bson';
import { EJSON } from 'bson';
import type { MongoClient } from 'mongodb';
import type { CommandEvent } from './entities';
import { Entities } from './entities';
import { checkError } from './expect-error';
import { matchRoot, Mismatch } from './match-value';
import { runOperation } from './operations';

/** A write without acknowledgement may become visible a little later. */
const outcomePatienceMs = 1000;

/** Runs one case of a specification file; throws where the store behaves otherwise. */
export const runCase = async (file: Document, one: Document, admin: MongoClient): Promise<void> => {
  await prepare((file['initialData'] ?? []) as Document[], admin);
  const entities = new Entities(admin.options.hosts.length > 0 ? uriOf(admin) : '');
  try {
    await entities.create((file['createEntities'] ?? []) as Document[]);
    for (const operation of one['operations'] as Document[]) await perform(operation, entities, admin);
    for (const wanted of (one['expectEvents'] ?? []) as Document[]) checkEvents(wanted, entities);
    for (const wanted of (one['outcome'] ?? []) as Document[]) await checkOutcome(wanted, admin);
  } finally {
    await entities.close();
  }
};

const uriOf = (admin: MongoClient): string => (admin as unknown as { s: { url: string } }).s.url;

const prepare = async (initial: readonly Document[], admin: MongoClient): Promise<void> => {
  for (const { databaseName, collectionName, documents } of initial) {
    const database = admin.db(String(databaseName));
    await database.dropCollection(String(collectionName));
    if ((documents as Document[]).length === 0) await database.createCollection(String(collectionName));
    else
      await database
        .collection(String(collectionName))
        .insertMany(documents as Document[], { forceServerObjectId: true });
  }
};

const perform = async (operation: Document, entities: Entities, admin: MongoClient): Promise<void> => {
  const {
    object,
    name,
    arguments: given = {},
    expectResult,
    expectError,
    saveResultAsEntity,
    ignoreResultAndError,
  } = operation;
  if (object === 'testRunner') {
    await assertOnServer(String(name), given as Document, admin);
    return;
  }
  const known = { entity: (id: string) => entities.get(id) };
  const outcome = await settle(() => runOperation(entities.get(String(object)), String(name), given as Document));
  if (ignoreResultAndError || saveResultAsEntity) return;
  if (expectError) {
    if (!('error' in outcome)) throw new Mismatch(`${String(name)} was expected to fail`);
    checkError(expectError as Document, outcome.error as Document, known);
  } else if ('error' in outcome) {
    throw outcome.error;
  } else if (expectResult !== undefined) {
    matchRoot(expectResult, outcome.result, known);
  }
};

const settle = async (
  work: () => Promise<unknown>,
): Promise<{ readonly result: unknown } | { readonly error: unknown }> => {
  try {
    return { result: await work() };
  } catch (error) {
    return { error };
  }
};

const assertOnServer = async (name: string, given: Document, admin: MongoClient): Promise<void> => {
  const { databaseName, collectionName, indexName } = given;
  const database = admin.db(String(databaseName));
  const collections = await database.listCollections({ name: String(collectionName) }).toArray();
  const indexes = indexName === undefined ? [] : await database.collection(String(collectionName)).indexes();
  const found = indexName === undefined ? collections.length > 0 : indexes.some((index) => index.name === indexName);
  const wanted: Readonly<Record<string, boolean>> = {
    assertCollectionExists: true,
    assertCollectionNotExists: false,
    assertIndexExists: true,
    assertIndexNotExists: false,
  };
  if (wanted[name] === undefined) throw new Error(`${name} is not known to this runner`);
  if (found !== wanted[name]) throw new Mismatch(`${name} ${String(collectionName)} does not hold`);
};

const checkEvents = (wanted: Document, entities: Entities): void => {
  const expected = wanted['events'] as Document[];
  const seen = entities.eventsOf(String(wanted['client']));
  if (seen.length !== expected.length && !wanted['ignoreExtraEvents'])
    throw new Mismatch(
      `expected ${expected.length} events, found ${seen.map(([, event]) => event.commandName).join(', ')}`,
    );
  const known = { entity: (id: string) => entities.get(id) };
  for (const [index, event] of expected.entries()) {
    const [[name, fields] = ['', {}]] = Object.entries(event) as [string, Document][];
    const [kind, actual] = seen[index] ?? ['', undefined];
    if (kind !== name) throw new Mismatch(`event ${index}: expected ${name}, found ${kind}`);
    checkEvent(fields, actual, known, index);
  }
};

const checkEvent = (
  fields: Document,
  event: CommandEvent | undefined,
  known: { readonly entity: (id: string) => unknown },
  index: number,
): void => {
  const actual = event as unknown as Document;
  for (const name of ['command', 'reply'])
    if (fields[name]) matchRoot(fields[name], actual[name], known, `event ${index}.${name}`);
  for (const name of ['commandName', 'databaseName'])
    if (fields[name] !== undefined) matchRoot(fields[name], actual[name], known, `event ${index}.${name}`);
};

const checkOutcome = async (
  { databaseName, collectionName, documents }: Document,
  admin: MongoClient,
): Promise<void> => {
  const collection = admin.db(String(databaseName)).collection(String(collectionName));
  const expected = EJSON.stringify(documents as Document[]);
  for (let waitedMs = 0; ; waitedMs += 50) {
    const found = EJSON.stringify(await collection.find().sort({ _id: 1 }).toArray());
    if (found === expected) return;
    if (waitedMs >= outcomePatienceMs) throw new Mismatch(`outcome: expected ${expected}, found ${found}`);
    await sleep(50);
  }
};
