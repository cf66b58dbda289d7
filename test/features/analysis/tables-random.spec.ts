import fc from 'fast-check';
import { join } from 'node:path';
import { loadTranslators } from '../../../src/platform/i18n';
import { Problem } from '../../../src/platform/problems';
import { parseInput } from '../../../src/platform/http';
import { tableForm } from '../../../src/features/analysis/tables/inputs';
import { presentTableJson } from '../../../src/features/analysis/tables/present-json';
import { presentTablePage } from '../../../src/features/analysis/tables/present-page';
import { readTable } from '../../../src/features/analysis/tables/read-table';
import { wantedBy } from '../../../src/features/analysis/tables/wanted-by';
import { tableRows } from '../../../src/features/analysis/tables/table-sheets';
import type { Category, Variable, VariableSet } from '../../../src/features/analysis/domain/variables/variable';
import { evaluation } from './answers';

/* Any request on any data: a table or a sentence, never NaN and never a crash. */

const { pl } = loadTranslators(join(__dirname, '../../../locales'));

const N = 40;
const states = fc.constantFrom(-95, -96, -97, -98, -99);
const level = fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio', 'count', 'weight' as const);

const categories = (count: number, isScale: boolean, hasUnknown: boolean): readonly Category[] =>
  Array.from({ length: count }, (_, at) => ({
    code: String(at),
    label: `odpowiedź ${at}`,
    value: isScale ? at : null,
    missing: hasUnknown && at === count - 1 ? 98 : null,
  }));

const category = (name: string): fc.Arbitrary<Variable> =>
  fc
    .record({
      count: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(11, 200)),
      isScale: fc.boolean(),
      hasUnknown: fc.boolean(),
      measure: level,
      sensitive: fc.boolean(),
      seeds: fc.array(fc.oneof(fc.nat(), states), { minLength: N, maxLength: N }),
    })
    .map(({ count, isScale, hasUnknown, measure, sensitive, seeds }) => ({
      kind: 'category' as const,
      name,
      label: `pytanie ${name}`,
      level: measure,
      categories: categories(count, isScale, hasUnknown),
      places: Int16Array.from(seeds, (seed) => (seed < 0 ? seed : seed % count)),
      ...(sensitive ? { sensitive: true as const } : {}),
    }));

const several = (name: string): fc.Arbitrary<Variable> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 40 }),
      seeds: fc.array(fc.oneof(fc.nat(), states), { minLength: N, maxLength: N }),
      isRanked: fc.boolean(),
    })
    .map(({ count, seeds, isRanked }) => {
      const wordsEach = Math.ceil(count / 32);
      const bits = new Uint32Array(N * wordsEach);
      seeds.forEach((seed, at) => {
        if (seed >= 0) bits[at * wordsEach] = seed % 2 ** Math.min(count, 31);
      });
      const places = Array.from({ length: count }, (_, option) =>
        Uint8Array.from(seeds, (__, at) => Number(((bits[at * wordsEach]! >>> option) & 1) === 1 && option < 31)),
      );
      return {
        kind: 'set' as const,
        name,
        label: `pytanie ${name}`,
        level: 'nominal' as const,
        categories: categories(count, false, false),
        wordsEach,
        bits,
        states: Int8Array.from(seeds, (seed) => Math.min(0, seed)),
        ...(isRanked ? { ranking: { most: 5, places } } : {}),
      };
    });

const number = (name: string): fc.Arbitrary<Variable> =>
  fc
    .record({
      measure: level,
      values: fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom(NaN, 0, 1, 1e15)), {
        minLength: N,
        maxLength: N,
      }),
    })
    .map(({ measure, values }) => ({
      kind: 'number' as const,
      name,
      label: `liczba ${name}`,
      level: measure,
      values: Float64Array.from(values),
      states: Int8Array.from(values, (value) => (Number.isNaN(value) ? -99 : 0)),
    }));

const set: fc.Arbitrary<VariableSet> = fc
  .tuple(category('a'), category('b'), category('c'), several('d'), several('e'), number('f'), number('g'))
  .map((variables) => ({ n: N, variables: new Map(variables.map((variable) => [variable.name, variable])) }));

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'nie-ma', 'a>b', 'b>a', 'c>c', 'a>f', '>');
const list = fc.array(name, { maxLength: 4 }).map((names) => names.join(','));
const code = fc.constantFrom('0', '1', '2', '5', 'x');
const condition = fc
  .tuple(name, fc.array(code, { minLength: 1, maxLength: 3 }))
  .map(([one, codes]) => `${one}:${codes.join(',')}`);
const merge = fc
  .tuple(name, fc.uniqueArray(code, { minLength: 2, maxLength: 3 }))
  .map(([one, codes]) => `${one}:${codes.join('+')}`);

const query = fc.record({
  wiersze: list,
  kolumny: list,
  waga: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: name }),
  filtr: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.array(condition, { maxLength: 2 })),
  polacz: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, fc.array(merge, { maxLength: 2 })),
  ukryj: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.array(condition, { maxLength: 1 })),
  podstawa: fc.constantFrom('osoby', 'wskazania'),
  uklad: fc.constantFrom('', 'bateria', 'osobno'),
  sortuj: fc.constantFrom('', 'ogolem', 'srednia', 'A', 'ZZ'),
  wartosci: fc.constantFrom('kolumna', 'wiersz,ogolem', 'liczebnosci', 'kolumna,przedzial,reszta,liczebnosci'),
  test: fc.constantFrom('0.05', '0.01', 'bez'),
  rzetelnosc: fc.constantFrom('', '1'),
});

const deskOf = (variables: VariableSet) => {
  const dataset = { code: 'proba', title: 'Próba', kind: 'wave' as const, set: variables, dataCut: null, cut: 0 };
  return () => Promise.resolve({ evaluation: evaluation, datasets: [dataset], dataset });
};

const isSensible = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (ArrayBuffer.isView(value)) return true;
  return typeof value !== 'object' || value === null || Object.values(value).every(isSensible);
};

describe('any request on any data', () => {
  it('is answered by a table without NaN or by a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(set, query, async (variables, asked) => {
        const form = parseInput(tableForm, asked);
        const read = await readTable({ openDesk: deskOf(variables) })(evaluation.id, wantedBy(form)).catch(
          (problem: unknown) => {
            if (!(problem instanceof Problem)) throw problem;
            const key = `tables:problems.${problem.code.slice('tables.'.length)}.text`;
            expect(pl.t(key, problem.details)).toMatch(/[.]$/);
            return null;
          },
        );
        if (read === null) return;
        expect(isSensible(presentTableJson(read))).toBe(true);
        const texts = JSON.stringify([presentTablePage(read, form, pl), tableRows(read, form, pl)]);
        expect(/.{0,80}(NaN|undefined|Infinity|\[object).{0,20}/.exec(texts)?.[0] ?? null).toBeNull();
      }),
      { seed: 20261122, numRuns: 400 },
    );
  }, 120_000);
});

describe('an impossible request', () => {
  const constant: VariableSet = {
    n: 30,
    variables: new Map<string, Variable>(
      [
        { name: 'jedna', places: new Int16Array(30), labels: 1 },
        { name: 'brak', places: new Int16Array(30).fill(-99), labels: 3 },
        { name: 'dwiescie', places: Int16Array.from({ length: 30 }, (_, at) => at % 200), labels: 200 },
        { name: 'plec', places: Int16Array.from({ length: 30 }, (_, at) => at % 2), labels: 2 },
      ].map(({ name: one, places, labels }) => [
        one,
        {
          kind: 'category',
          name: one,
          label: one,
          level: 'nominal',
          categories: categories(labels, false, false),
          places,
        },
      ]),
    ),
  };
  const sentences = async (asked: Readonly<Record<string, string>>): Promise<string> => {
    const form = parseInput(tableForm, asked);
    const read = await readTable({ openDesk: deskOf(constant) })(evaluation.id, wantedBy(form));
    return JSON.stringify(presentTablePage(read, form, pl).table);
  };

  it.each([
    [
      'one category everybody chose',
      { wiersze: 'jedna', kolumny: 'plec' },
      'wszyscy odpowiedzieli tak samo, testu nie ma',
    ],
    ['a column variable with one category', { wiersze: 'plec', kolumny: 'jedna' }, 'nie ma czego porównać'],
    ['nobody answered', { wiersze: 'brak', kolumny: 'plec' }, 'ukryt'],
    ['two hundred categories', { wiersze: 'dwiescie', kolumny: 'plec' }, 'za dużo komórek na tak mało odpowiedzi'],
    ['a variable against itself', { wiersze: 'plec', kolumny: 'plec' }, 'wyniki różnią się istotnie'],
  ])('gets a sentence: %s', async (_, asked, sentence) => {
    expect((await sentences(asked)).includes(sentence)).toBe(true);
  });

  it('gets a sentence where two hundred columns would be', async () => {
    await expect(sentences({ wiersze: 'plec', kolumny: 'dwiescie' })).rejects.toMatchObject({
      code: 'tables.too-many-columns',
    });
  });
});

describe('columns that are hidden', () => {
  const groups: VariableSet = {
    n: 57,
    variables: new Map<string, Variable>([
      [
        'typ',
        {
          kind: 'category',
          name: 'typ',
          label: 'typ',
          level: 'nominal',
          categories: categories(4, false, false),
          places: Int16Array.from([3, 4, 20, 30].flatMap((size, at) => new Array<number>(size).fill(at))),
        },
      ],
      [
        'ocena',
        {
          kind: 'category',
          name: 'ocena',
          label: 'ocena',
          level: 'ordinal',
          categories: categories(3, true, false),
          places: Int16Array.from({ length: 57 }, (_, at) => at % 3),
        },
      ],
    ]),
  };
  const page = async (asked: Readonly<Record<string, string>>) => {
    const form = parseInput(tableForm, asked);
    return presentTablePage(await readTable({ openDesk: deskOf(groups) })(evaluation.id, wantedBy(form)), form, pl);
  };

  it('are offered merged, and the offer shows what it promises', async () => {
    const [block] = (await page({ wiersze: 'ocena', kolumny: 'typ' })).table!.blocks;
    expect(block!.hidden?.title).toContain('2 kolumny są ukryte');
    const [offer] = block!.hidden!.offers;
    expect(offer!.text).toBe('Połącz A, B w\u00a0„odpowiedź 0 + odpowiedź 1”');
    const merged = await page(Object.fromEntries(new URLSearchParams(offer!.address.split('?')[1])));
    expect(merged.table!.heads.map(({ letter }) => letter)).toEqual([null, 'A', 'B', 'C']);
    expect(merged.table!.blocks[0]!.hidden).toBeNull();
    expect(merged.table!.blocks[0]!.rows.at(-1)!.cells.map(({ text }) => text)).toEqual(['57', '7', '20', '30']);
  });
});
