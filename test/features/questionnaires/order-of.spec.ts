import fc from 'fast-check';
import { inOrder, orderOf, type AskedItem, type Choice } from '../../../src/features/questionnaires/domain';

const choices: readonly Choice[] = [
  { code: 'a', label: 'Pierwsza' },
  { code: 'b', label: 'Druga' },
  { code: 'c', label: 'Trzecia' },
  { code: 'd', label: 'Czwarta' },
  { code: 'inna', label: 'Inna, jaka?', other: true },
  { code: 'zadna', label: 'Żadna', exclusive: true },
  { code: '98', label: 'Trudno powiedzieć', missing: 98, exclusive: true },
];
const barriers: AskedItem = { kind: 'multiple', code: 'B1', text: 'Co przeszkadza?', choices, random: true };
const seeds = Array.from({ length: 12_000 }, (_, at) => `zgloszenie-${at}`);

describe('the order of answers drawn for a respondent', () => {
  test('is the same each time, and another one in another question', () => {
    expect(orderOf(barriers, 'x7')).toEqual(orderOf(barriers, 'x7'));
    const differ = seeds
      .slice(0, 100)
      .filter((seed) => orderOf(barriers, seed).join() !== orderOf({ ...barriers, code: 'B2' }, seed).join());
    // Of 24 orders two agree by chance in 4 of 100 cases.
    expect(differ.length).toBeGreaterThan(85);
  });

  test('holds each answer once; "inna", "żadna" and "trudno powiedzieć" stay at the end', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const order = orderOf(barriers, seed);
        expect([...order].sort()).toEqual(choices.map(({ code }) => code).sort());
        expect(order.slice(4)).toEqual(['inna', 'zadna', '98']);
      }),
    );
  });

  test('is any of the 24 orders equally often', () => {
    const counts = new Map<string, number>();
    for (const seed of seeds) {
      const order = orderOf(barriers, seed).slice(0, 4).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const expected = seeds.length / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 0.999 quantile of chi-square with 23 degrees of freedom: 49.728 (printed tables).
    expect(chiSquare).toBeLessThan(49.728);
  });

  test('is the order of the questionnaire where nothing is random', () => {
    const fixed: AskedItem = { kind: 'multiple', code: 'B1', text: 'Co przeszkadza?', choices };
    expect(orderOf(fixed, 'x')).toEqual(choices.map(({ code }) => code));
    expect(inOrder(fixed, 'x')).toBe(fixed);
    expect(orderOf({ kind: 'open', code: 'Z', text: 'Co?', longest: 10, random: true }, 'x')).toEqual([]);
  });

  test('moves the rows of a battery, not the points of its scale', () => {
    const rows = ['J1', 'J2', 'J3', 'J4', 'J5'].map((code) => ({ code, text: code }));
    const battery: AskedItem = { kind: 'battery', code: 'J', text: 'Oceny', choices, rows, random: true };
    const orders = new Set(seeds.slice(0, 200).map((seed) => orderOf(battery, seed).join()));
    expect(orders.size).toBeGreaterThan(60);
    const drawn = inOrder(battery, 'x');
    expect(drawn.rows.map(({ code }) => code)).toEqual(orderOf(battery, 'x'));
    expect(drawn.choices).toBe(choices);
  });
});
