import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'bson';
import { EJSON } from 'bson';
import type { RunningStore } from './running-store';
import { runStore } from './running-store';
import { isEqual } from '../../src/embedded-mongo/values/compare';
import type { BsonValue } from '../../src/embedded-mongo/values/bson-value';
import { conformanceFolder } from './conformance-folder';
import { doc } from './documents';

const folder = conformanceFolder('semantics');
const present = folder !== undefined;
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

const read = (name: string): unknown =>
  folder ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : { documents: {}, cases: [] };
const revive = (json: unknown): Document => EJSON.deserialize(json as Document, { relaxed: false }) as Document;
const keepTypes = { promoteValues: false, bsonRegExp: true } as const;
const isSame = (a: unknown, b: unknown): boolean =>
  isEqual(doc({ v: a }).get('v') as BsonValue, doc({ v: b }).get('v') as BsonValue);

/** Refused by design, by operator; every other case counts. */
const refusedOperators = /\$bits(All|Any)(Set|Clear)/;
/** documentdb lets them pass, mongod does not: a nested field name with `$`, array filters beside a replacement. */
const disputed = [/"\$inc":\{"a\.\$b"/, /"arrayFilters":\[\{"filterX"/];

const queries = read('query-cases.json') as QueryCases;
const updates = read('update-cases.json') as { cases: UpdateCase[] };
let store: RunningStore;

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

(present ? describe : describe.skip)('semantics as documentdb records them', () => {
  it('hold for queries', async () => {
    const cases = queries.cases.filter(({ filter }) => !refusedOperators.test(JSON.stringify(filter)));
    for (const name of new Set(cases.map(({ documents }) => documents))) {
      const documents = queries.documents[name] ?? [];
      await store.db.collection(`q-${name}`).insertMany(documents.map(revive), { forceServerObjectId: true });
    }
    const wrong: string[] = [];
    for (const one of cases) {
      const cursor = store.db
        .collection(`q-${one.documents}`)
        .find(revive({ f: one.filter })['f'] as Document, keepTypes);
      const found = await cursor.toArray().catch(() => null);
      const expected = one.error === undefined ? (one.expected ?? []).map(revive) : null;
      const agrees =
        found && expected
          ? found.length === expected.length && expected.every((e) => found.some((f) => isSame(e['_id'], f._id)))
          : found === expected;
      if (!agrees) wrong.push(JSON.stringify(one));
    }
    expect(wrong).toEqual([]);
  });

  it('hold for updates', async () => {
    const wrong: string[] = [];
    for (const [index, one] of updates.cases.entries()) {
      const isDisputed = disputed.some((pattern) => pattern.test(JSON.stringify(one)));
      if (Array.isArray(one.update) || isDisputed) continue;
      if (!(await agrees(one, `u-${index}`))) wrong.push(JSON.stringify(one));
    }
    expect(wrong).toEqual([]);
  });

  it('pipelines as updates are refused with FailedToParse', async () => {
    const pipelines = updates.cases.filter(({ update }) => Array.isArray(update));
    for (const { update } of pipelines) {
      const reply = store.db.collection('p').updateOne({}, revive({ u: update })['u'] as Document[]);
      await expect(reply).rejects.toMatchObject({ code: 9 });
    }
  });
});

const agrees = async (one: UpdateCase, name: string): Promise<boolean> => {
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
  const withoutId = ({ _id: _ignored, ...rest }: Document): Document => rest;
  const shown = 'document' in one && expected[0]?.['_id'] !== undefined ? (d: Document) => d : withoutId;
  return after.length === expected.length && after.every((d, at) => isSame(shown(d), shown(expected[at] ?? {})));
};
