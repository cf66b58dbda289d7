import type { Document } from 'bson';
import { supported } from '../../src/embedded-mongo/supported';
import { filesBelow, readText } from '../support/files';
import type { RunningStore } from './running-store';
import { runStore } from './running-store';

const all: ReadonlySet<string> = new Set(Object.values(supported).flat());

/** `$set:` and `'$set':` as the key of an object; names in templates (`${…}`) are none. */
const operatorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w$`])['"]?(\$[a-z]\w+)['"]?\s*:/g)].map(([, name]) => name ?? '');

describe('our own sources', () => {
  it('use no operator that the embedded store does not know', () => {
    // What strangers may send (inputs.ts) is never a query: `$schema` there is a word of JSON Schema.
    const paths = [...filesBelow('src', '.ts'), ...filesBelow('scripts', '.ts')].filter(
      (path) => !path.startsWith('src/embedded-mongo/') && !path.endsWith('/inputs.ts'),
    );
    const used = paths.flatMap((path) => operatorsIn(readText(path)).map((name) => ({ path, name })));
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter(({ name }) => !all.has(name))).toEqual([]);
  });
});

describe('the list of operators', () => {
  let store: RunningStore;

  beforeAll(async () => {
    store = await runStore();
    await store.db.collection('a').insertOne({ a: 1, n: 1 });
  });
  afterAll(() => store.close());

  /** Whatever is wrong with the operand: an operator that is not known is told by these codes and words. */
  const isKnown = async (command: Document): Promise<boolean> => {
    const reply = await store.db.command(command).catch((error: unknown) => error as Document);
    const {
      code,
      message = '',
      errmsg = '',
    } = ((reply['writeErrors'] as Document[] | undefined)?.[0] ?? reply) as Record<string, unknown>;
    return (
      ![168, 40324, 15952, 31325].includes(Number(code)) &&
      !/unknown|Unknown modifier|Unrecognized/.test(`${String(message)}${String(errmsg)}`)
    );
  };
  const pipeline = (...stages: Document[]): Document => ({ aggregate: 'a', pipeline: stages, cursor: {} });
  const query = (name: string): Document =>
    ['$and', '$or', '$nor', '$expr', '$comment'].includes(name) ? { [name]: [{}] } : { a: { [name]: [1] } };

  const kinds: readonly (readonly [keyof typeof supported, (name: string) => Document])[] = [
    ['query', (name) => ({ find: 'a', filter: query(name) })],
    ['update', (name) => ({ update: 'a', updates: [{ q: {}, u: { [name]: { 'n.x': 1 } } }] })],
    ['accumulator', (name) => pipeline({ $group: { _id: null, x: { [name]: '$n' } } })],
    ['expression', (name) => pipeline({ $project: { x: { [name]: {} } } })],
    ['projection', (name) => ({ find: 'a', projection: { a: { [name]: 1 } } })],
  ];

  it.each(kinds)('names what stands in a %s', async (kind, command) => {
    const unknown: string[] = [];
    for (const name of supported[kind]) if (!(await isKnown(command(name)))) unknown.push(name);
    expect([unknown, await isKnown(command('$nothing'))]).toEqual([[], false]);
  });

  it('names the stages', async () => {
    const known = async (name: string): Promise<boolean> => {
      const stage = { [name]: name === '$documents' ? [] : {} };
      const alone = await store.db.command({ ...pipeline(stage), aggregate: 1 }).catch(() => ({ ok: 0 }));
      return alone['ok'] === 1 || isKnown(pipeline(stage));
    };
    const unknown: string[] = [];
    for (const name of supported.stage) if (!(await known(name))) unknown.push(name);
    expect([unknown, await known('$lookup')]).toEqual([[], false]);
  });
});
