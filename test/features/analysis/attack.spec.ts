import { crossTable, discloseTable } from '../../../src/features/analysis/domain/tables';
import type { CategoryVariable, Variable } from '../../../src/features/analysis/domain/variables/variable';
import { seededRandom } from '../../../src/platform/random';
import { boundsOf, type Known } from './attack';

const K = 5;

const category = (name: string, codes: number, places: readonly number[]): CategoryVariable => ({
  kind: 'category',
  name,
  label: name,
  level: 'nominal',
  categories: Array.from({ length: codes }, (_, code) => ({
    code: String(code),
    label: `${name} ${code}`,
    value: null,
    missing: null,
  })),
  places: Int16Array.from(places),
});

/** People of a region with few in some groups; `grupa` merges types of `typ`, so that the two banners hang together. */
const regionOf = (seed: number) => {
  const random = seededRandom(seed);
  const n = 30 + Math.floor(random() * 60);
  const skewed = (codes: number): number => Math.floor(codes * random() ** 2);
  const people = Array.from({ length: n }, () => [skewed(3), skewed(6), skewed(4)] as const);
  const merged = [0, 0, 1, 1, 1, 2];
  const variables = [
    category(
      'instytucja',
      3,
      people.map(([one]) => one),
    ),
    category(
      'typ',
      6,
      people.map(([, type]) => type),
    ),
    category(
      'podregion',
      4,
      people.map(([, , subregion]) => subregion),
    ),
    category(
      'grupa',
      3,
      people.map(([, type]) => merged[type]!),
    ),
    category(
      'odpowiedz',
      3,
      people.map(() => skewed(3) - Number(random() < 0.1)),
    ),
  ];
  return { n, variables: new Map<string, Variable>(variables.map((one) => [one.name, one])) };
};

/** What an attacker knows of one table: `grupa` follows from `typ`, so unknown are the joint counts of the other three. */
const unknownsOf = { sizes: [3, 6, 4], merged: [0, 0, 1, 1, 1, 2] };
const places = (variable: string, code: number): readonly number[] => {
  const { sizes, merged } = unknownsOf;
  const [a = 0, b = 0, c = 0] = sizes;
  return Array.from({ length: a * b * c }, (_, at) => at).filter((at) => {
    const values = [Math.floor(at / (b * c)), Math.floor(at / c) % b, at % c];
    if (variable === 'instytucja') return values[0] === code;
    if (variable === 'typ') return values[1] === code;
    if (variable === 'podregion') return values[2] === code;
    return merged[values[1]!] === code;
  });
};

describe('an attacker with a solver', () => {
  test('recovers no hidden group from a table with banners that hang together', async () => {
    const seen = { hidden: 0 };
    for (const seed of [53, 90, 100, 172, ...Array.from({ length: 30 }, (_, at) => at + 1)]) {
      const set = regionOf(seed);
      const columns = ['instytucja', 'typ', 'podregion', 'grupa'];
      const request = { rows: ['odpowiedz'], columns, weight: null, filter: [] };
      const raw = crossTable(set, request);
      const table = discloseTable(raw, K);
      const [block] = table.blocks;
      const everyone = Array.from({ length: 72 }, (_, at) => at);
      const groups = table.columns.map(({ variable, code }) =>
        variable === null ? everyone : places(variable, Number(code)),
      );
      const known: Known[] = groups.map((of, at) => {
        const base = block!.bases[at];
        if (base) return { of, least: base.n, most: base.n };
        return { of, least: 0, most: block!.hidden[at] === 'too-few' ? K - 1 : Infinity };
      });
      for (const [at, base] of raw.blocks[0]!.bases.entries()) {
        if (block!.bases[at] !== null || base.n === 0 || base.n >= K) continue;
        seen.hidden += 1;
        const { least, most } = await boundsOf(72, known, groups[at]!);
        expect([seed, table.columns[at]!.label, most - least > 0]).toEqual([seed, table.columns[at]!.label, true]);
      }
    }
    expect(seen.hidden).toBeGreaterThan(60);
  }, 120_000);
});
