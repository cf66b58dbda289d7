import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Evaluation } from '../../../src/features/evaluations';
import type { Datasets } from '../../../src/features/analysis/datasets';
import type { TableRequest } from '../../../src/features/analysis/domain/tables';
import type { CategoryVariable, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { publishTable } from '../../../src/features/analysis/publications/publish-table';
import { readPublication } from '../../../src/features/analysis/publications/read-publication';
import { createPublicationStore } from '../../../src/features/analysis/publications/store';
import { createToldGroups } from '../../../src/features/analysis/publications/told-groups';
import { newId } from '../../../src/platform/ids';
import { seededRandom } from '../../../src/platform/random';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { boundsOf, type Known } from './attack';

const K = 5;
const SIZES = { instytucja: 2, typ: 4, podregion: 3 } as const;
type Name = keyof typeof SIZES;
const NAMES = Object.keys(SIZES) as Name[];

type Person = Readonly<Record<Name, number>>;

const variable = (name: string, codes: number, places: readonly number[]): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  level: 'nominal',
  categories: Array.from({ length: codes }, (_, code) => ({
    code: String(code),
    label: String(code),
    value: null,
    missing: null,
  })),
  places: Int16Array.from(places),
});

const setOf = (people: readonly Person[]): VariableSet => {
  const variables = [
    ...NAMES.map((name) =>
      variable(
        name,
        SIZES[name],
        people.map((person) => person[name]),
      ),
    ),
    variable(
      'J1',
      2,
      people.map((_, at) => at % 2),
    ),
  ];
  return { n: people.length, variables: new Map<string, Variable>(variables.map((one) => [one.name, one])) };
};

/** A ledger over people who answer one after another; `answered` of them have. */
const ledgerOver = (connection: Parameters<typeof createPublicationStore>[0], people: readonly Person[]) => {
  const id = newId<'evaluation'>();
  const evaluation = { id, smallestGroup: K } as Evaluation;
  const state = { answered: people.length };
  const open: Datasets['open'] = (_, code, cut = state.answered) =>
    Promise.resolve({
      code,
      title: code,
      kind: 'questionnaire',
      set: setOf(people.slice(0, cut)),
      dataCut: '2026-11-18',
      cut,
    });
  const needs = {
    store: createPublicationStore(connection),
    clock: { now: () => new Date('2026-11-18T09:00:00Z') },
    readEvaluation: () => Promise.resolve(evaluation),
    datasets: { open, openAsked: open, list: () => Promise.resolve([]) },
    toldGroups: createToldGroups({ datasets: { open, openAsked: open, list: () => Promise.resolve([]) } }),
  };
  const place = { kind: 'report', title: 'Raport', address: '/raport' } as const;
  return {
    state,
    publish: (request: TableRequest) =>
      publishTable(needs)(id, { dataset: 'owes', request, level: 0.05, place, by: 'Anna Wrona' }),
    read: readPublication(needs),
  };
};

const request = (columns: readonly string[], filter: TableRequest['filter'] = []): TableRequest => ({
  rows: ['J1'],
  columns,
  weight: null,
  filter,
});

const times = (count: number, person: Person): readonly Person[] => Array.from({ length: count }, () => person);
const basesOf = ({ table }: Awaited<ReturnType<ReturnType<typeof ledgerOver>['publish']>>) =>
  table.blocks[0]!.bases.map((base) => base?.n ?? null);

describe('The ledger of what was told', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-'));
  let storage: Storage;
  const open = () => storage.connection;

  beforeAll(async () => {
    storage = await openStorage({ dataDir, mongodbUri: ownDatabase() });
    await createPublicationStore(storage.connection).ensureIndexes();
  });
  afterAll(async () => {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a table at a later cut is withheld where it differs from the earlier one by fewer than five people', async () => {
    const people = [
      ...times(20, { instytucja: 0, typ: 0, podregion: 0 }),
      ...times(6, { instytucja: 1, typ: 0, podregion: 0 }),
      { instytucja: 1, typ: 0, podregion: 0 },
    ];
    const ledger = ledgerOver(open(), people);
    ledger.state.answered = 26;
    expect(basesOf(await ledger.publish(request(['instytucja'])))).toEqual([26, 20, 6]);
    ledger.state.answered = 27;
    const final = await ledger.publish(request(['instytucja']));
    expect(basesOf(final)).toEqual([null, 20, null]);
    expect(final.publication.blocks[0]!.withheld).toEqual([0, 2]);
  });

  test('a filter that leaves four people out of a group told before is withheld', async () => {
    const people = [
      ...times(20, { instytucja: 0, typ: 0, podregion: 0 }),
      ...times(4, { instytucja: 0, typ: 0, podregion: 1 }),
      ...times(20, { instytucja: 1, typ: 0, podregion: 0 }),
    ];
    const ledger = ledgerOver(open(), people);
    expect(basesOf(await ledger.publish(request(['instytucja'])))).toEqual([44, 24, 20]);
    const filtered = request(['instytucja'], [{ variable: 'podregion', codes: ['0'] }]);
    expect(basesOf(await ledger.publish(filtered))).toEqual([null, null, 20]);
  });

  test('another question of the same people is told freely, and a published table is made again as it was', async () => {
    const ledger = ledgerOver(open(), times(30, { instytucja: 0, typ: 0, podregion: 0 }));
    const first = await ledger.publish(request(['instytucja']));
    const other = await ledger.publish({ ...request([]), rows: ['typ'] });
    expect(basesOf(other)).toEqual([30]);
    expect((await ledger.read(first.publication.id)).table).toEqual(first.table);
  });

  test('an attacker with a solver recovers no small group from everything that was published', async () => {
    const cells = 24;
    const cellOf = ({ instytucja, typ, podregion }: Person): number => (instytucja * 4 + typ) * 3 + podregion;
    const personOf = (cell: number): Person => ({
      instytucja: Math.floor(cell / 12),
      typ: Math.floor(cell / 3) % 4,
      podregion: cell % 3,
    });
    const seen = { hidden: 0, withheld: 0 };
    for (const seed of [16, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const random = seededRandom(seed);
      const skewed = (codes: number): number => Math.floor(codes * random() ** 2);
      const people = Array.from({ length: 50 }, () => ({
        instytucja: skewed(2),
        typ: skewed(4),
        podregion: skewed(3),
      }));
      const ledger = ledgerOver(open(), people);
      const known: Known[] = [];
      const targets: { readonly of: readonly number[]; readonly n: number }[] = [];
      for (const answered of [44, 50]) {
        ledger.state.answered = answered;
        for (let table = 0; table < 5; table += 1) {
          const columns = NAMES.filter(() => random() < 0.5);
          const filterBy = NAMES[Math.floor(random() * 3)] ?? 'typ';
          const filter = random() < 0.5 ? [] : [{ variable: filterBy, codes: ['0', '1'] }];
          const { table: told } = await ledger.publish(request(columns, filter));
          const [block] = told.blocks;
          // Unknown: people of each kind among the first 44, and among those who came later.
          for (const [at, column] of told.columns.entries()) {
            const isIn = (person: Person): boolean =>
              filter.every(({ variable: name, codes }) => codes.includes(String(person[name]))) &&
              (column.variable === null || person[column.variable as Name] === Number(column.code));
            const early = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => isIn(personOf(cell)));
            const of = answered === 44 ? early : [...early, ...early.map((cell) => cell + cells)];
            const n = people.slice(0, answered).filter(isIn).length;
            const base = block!.bases[at];
            if (base) known.push({ of, least: n, most: n });
            else known.push({ of, least: 0, most: Infinity });
            if (!base && n > 0 && n < K) targets.push({ of, n });
            seen.withheld += Number(block!.hidden[at] === 'protects-another');
            const late = people.slice(44).filter(isIn).length;
            if (answered === 50 && late > 0 && late < K)
              targets.push({ of: early.map((cell) => cell + cells), n: late });
          }
        }
      }
      expect(people.map(cellOf).every((cell) => cell < cells)).toBe(true);
      for (const { of, n } of targets) {
        seen.hidden += 1;
        const { least, most } = await boundsOf(cells * 2, known, of);
        expect({ seed, n, isTold: least === most }).toEqual({ seed, n, isTold: false });
      }
    }
    expect(seen.hidden).toBeGreaterThan(100);
    expect(seen.withheld).toBeGreaterThan(20);
  }, 180_000);
});
