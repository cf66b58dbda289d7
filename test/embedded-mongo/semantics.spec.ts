import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'bson';
import { EJSON } from 'bson';
import type { RunningStore } from './running-store';
import { codeOf, runStore } from './running-store';
import exceptions from './conformance-exceptions.json';
import { isEqual } from '../../src/embedded-mongo/values/compare';
import type { BsonValue } from '../../src/embedded-mongo/values/bson-value';
import { conformanceFolders } from './conformance-folder';
import { doc } from './documents';

const folders = conformanceFolders('semantics');
const present = folders.length > 0;
if (!present) process.stdout.write('The semantic cases are skipped: there is no conformance folder on this machine.\n');

interface QueryCases {
  documents: Record<string, Document[]>;
  cases: { documents: string; filter: Document; expected?: Document[]; error?: string }[];
}
interface UpdateCase {
  document: Document;
  filter: Document;
  update: Document | Document[];
  arrayFilters?: Document[];
  upsert: boolean;
  expected?: Document[];
  error?: string;
}

const read = (name: string): readonly unknown[] =>
  folders
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as unknown);
const revive = (json: unknown): Document => EJSON.deserialize(json as Document, { relaxed: false }) as Document;
const keepTypes = { promoteValues: false, bsonRegExp: true } as const;
const isSame = (a: unknown, b: unknown): boolean =>
  isEqual(doc({ v: a }).get('v') as BsonValue, doc({ v: b }).get('v') as BsonValue);

/** By operator for queries, by the update itself for updates: why it does not count. May only shrink. */
const refusedOperators = exceptions['query semantics'];
const disputedUpdates: Readonly<Record<string, string>> = exceptions['update semantics'];

const operatorsOf = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(/"(\$\w+)":/g)].map(([, name]) => name ?? '');
const isRefused = ({ filter }: { readonly filter: Document }): boolean =>
  operatorsOf(filter).some((name) => name in refusedOperators);
const isDisputed = ({ update }: UpdateCase): boolean => JSON.stringify(update) in disputedUpdates;

const withoutId = ({ _id: _ignored, ...rest }: Document): Document => rest;

const tell = (name: string, all: number, wrong: readonly string[], skipped: number): void => {
  process.stdout.write(`${name}: ${all - wrong.length - skipped} passed, ${wrong.length} failed, ${skipped} skipped\n`);
};

const querySets = read('query-cases.json') as QueryCases[];
const queries: QueryCases = {
  documents: Object.assign({}, ...querySets.map(({ documents }) => documents)) as QueryCases['documents'],
  cases: querySets.flatMap(({ cases }) => cases),
};
const updates = { cases: (read('update-cases.json') as { cases: UpdateCase[] }[]).flatMap(({ cases }) => cases) };
let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

(present ? describe : describe.skip)('semantics as documentdb records them', () => {
  it('hold for queries', async () => {
    const cases = queries.cases.filter((one) => !isRefused(one));
    for (const name of new Set(cases.map(({ documents }) => documents)))
      await store.db
        .collection(`q-${name}`)
        .insertMany((queries.documents[name] ?? []).map(revive), { forceServerObjectId: true });
    const wrong: string[] = [];
    for (const one of cases) if (!(await queryAgrees(one))) wrong.push(JSON.stringify(one));
    tell('query semantics', queries.cases.length, wrong, queries.cases.filter(isRefused).length);
    expect(wrong).toEqual([]);
  });

  it('hold for updates', async () => {
    const wrong: string[] = [];
    for (const [index, one] of updates.cases.entries())
      if (!isDisputed(one) && !(await updateAgrees(one, `u-${index}`))) wrong.push(JSON.stringify(one));
    tell('update semantics', updates.cases.length, wrong, updates.cases.filter(isDisputed).length);
    expect(wrong).toEqual([]);
  });

  it('are excepted only where the store still differs', async () => {
    const idle: string[] = [];
    for (const [index, one] of updates.cases.entries())
      if (isDisputed(one) && (await updateAgrees(one, `d-${index}`))) idle.push(JSON.stringify(one.update));
    for (const name of Object.keys(refusedOperators)) {
      const code = await codeOf(store.db.collection('q').findOne({ a: { [name]: 1 } }));
      if (code !== 2) idle.push(name);
    }
    expect(idle).toEqual([]);
  });
});

const queryAgrees = async ({
  documents,
  filter,
  expected = [],
  error,
}: QueryCases['cases'][number]): Promise<boolean> => {
  const cursor = store.db.collection(`q-${documents}`).find(revive({ f: filter })['f'] as Document, keepTypes);
  const found = await cursor.toArray().catch(() => null);
  if (error !== undefined || !found) return error !== undefined && !found;
  const wanted = expected.map(revive);
  return (
    found.length === wanted.length &&
    wanted.every((e) =>
      found.some((f) => isSame(withoutId(e), withoutId(f)) && (e['_id'] === undefined || isSame(e['_id'], f._id))),
    )
  );
};

const updateAgrees = async (one: UpdateCase, name: string): Promise<boolean> => {
  const collection = store.db.collection(name);
  if (!one.upsert) await collection.insertOne(revive(one.document), { forceServerObjectId: true });
  const before = await collection.find({}, keepTypes).toArray();
  const statement = revive({
    q: one.filter,
    u: one.update,
    upsert: one.upsert,
    ...(one.arrayFilters ? { arrayFilters: one.arrayFilters } : {}),
  });
  const reply = await store.db
    .command({ update: name, updates: [statement] })
    .catch((error: unknown) => ({ writeErrors: [error] }));
  if (one.error !== undefined) return ((reply as Document)['writeErrors'] ?? []).length > 0;
  const after = await collection.find({}, keepTypes).toArray();
  const expected = (one.expected ?? []).length > 0 ? (one.expected ?? []).map(revive) : before;
  const shown = 'document' in one && expected[0]?.['_id'] !== undefined ? (d: Document) => d : withoutId;
  return after.length === expected.length && after.every((d, at) => isSame(shown(d), shown(expected[at] ?? {})));
};
