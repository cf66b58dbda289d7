import fc from 'fast-check';
import {
  discloseSpheres,
  measureGroup,
  measureOrders,
  type Order,
} from '../../../src/features/analysis/domain/spheres';
import { meanInterval } from '../../../src/statistics';

const CODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const MOST = 5;
const list = { choices: CODES.map((code) => ({ code, label: code.toUpperCase() })), most: MOST };

/** Twelve sheets, the most important first. */
const SHEETS = ['abc', 'acb', 'abd', 'bacde', 'a', 'bca', 'cab', 'abecd', 'dab', 'acbde', 'ba', 'abc'].map((order) =>
  order.split(''),
);

const order = fc.shuffledSubarray(CODES, { minLength: 1, maxLength: MOST });
const orders = (least: number) => fc.array(order, { minLength: least, maxLength: 30 });

describe('orders on experts’ sheets', () => {
  it('have the means and intervals of R: t.test(points)$conf.int of each sphere', () => {
    const { spheres, n } = measureOrders(list, SHEETS);
    expect(n).toBe(12);
    // computed as R does: mean(x), mean(x) ± qt(.975, 11) * sd(x) / sqrt(12)
    const expected = [
      [4.5, 4.071633844190061, 4.928366155809939],
      [3.5833333333333335, 2.707187527124024, 4.459479139542643],
      [2.3333333333333335, 1.1420953957397655, 3.5245712709269013],
      [1.0833333333333333, 0.05317432849593606, 2.1134923381707305],
      [0.4166666666666667, -0.15537994111458447, 0.9887132744479179],
    ] as const;
    expected.forEach(([mean, low, high], at) => {
      expect(spheres[at]!.points.mean).toBeCloseTo(mean, 12);
      expect(meanInterval(spheres[at]!.points)!.low).toBeCloseTo(low, 8);
      expect(meanInterval(spheres[at]!.points)!.high).toBeCloseTo(high, 8);
    });
    expect(spheres[5]).toMatchObject({ any: 0, points: { mean: 0 } });
  });

  it('have the W of R: friedman.test(points), W = χ² / (n(k − 1)), corrected for ties', () => {
    const { agreement } = measureOrders(list, SHEETS);
    // chi-squared = 40.773, df = 5, p-value = 1.043e-07; the formula of friedman.test in exact fractions, and scipy's friedmanchisquare
    expect(agreement).toMatchObject({ rankings: 12, spheres: 6, df: 5 });
    expect(agreement!.chiSquare).toBeCloseTo(40.773480662983424, 10);
    expect(agreement!.w).toBeCloseTo(0.6795580110497238, 12);
    expect(agreement!.p / 1.042515764677692e-7).toBeCloseTo(1, 6);
  });

  it('give the same numbers as the same answers to a questionnaire', () => {
    fc.assert(
      fc.property(orders(1), (all) => {
        const places = CODES.map((code) => Uint8Array.from(all, (one) => one.indexOf(code) + 1));
        const members = Uint32Array.from(all, (_, at) => at);
        const rankers = { group: 'experts', origin: 'meeting', questions: [], members, silent: 0 } as const;
        expect(measureOrders(list, all)).toEqual(measureGroup({ ...list, places }, rankers));
      }),
    );
  });

  it('agree between not at all and completely, whatever they are', () => {
    fc.assert(
      fc.property(orders(2), (all) => {
        const { agreement } = measureOrders(list, all);
        if (agreement === null) return;
        expect(agreement.w).toBeGreaterThanOrEqual(-1e-12);
        expect(agreement.w).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('do not depend on the order of the spheres on the list, nor on who came first', () => {
    fc.assert(
      fc.property(
        orders(2),
        fc.shuffledSubarray(CODES, { minLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (all, mixed, by) => {
          const shuffled = all
            .map((one) => ({ one, at: by.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const before = measureOrders(list, all);
          const after = measureOrders({ ...list, choices: mixed.map((code) => ({ code, label: code })) }, shuffled);
          expect(after.agreement?.w ?? null).toEqual(
            before.agreement === null ? null : expect.closeTo(before.agreement.w, 10),
          );
          for (const { code, any, first, points } of before.spheres) {
            const same = after.spheres.find((sphere) => sphere.code === code)!;
            expect(same).toMatchObject({ any, first });
            expect(same.points.mean).toBeCloseTo(points.mean!, 10);
          }
        },
      ),
    );
  });

  it.each<[string, readonly Order[], object]>([
    ['an empty sheet is nobody who ranked', [['a'], []], { n: 1, silent: 1 }],
    ['a sphere that is no longer on the list keeps its place and earns nothing', [['x', 'a']], { n: 1, silent: 0 }],
    ['a place beyond the last one is not counted', [['b', 'c', 'd', 'e', 'f', 'a']], { n: 1, silent: 0 }],
  ])('%s', (_, all, expected) => {
    const measured = measureOrders(list, all);
    expect(measured).toMatchObject(expected);
    for (const { points } of measured.spheres) expect(points.mean! >= 0 && points.mean! <= MOST).toBe(true);
  });

  it('a sphere named twice on one sheet is counted once, at its first place', () => {
    expect(measureOrders(list, [['b', 'a', 'b']]).spheres[1]).toMatchObject({ any: 1, first: 1, points: { mean: 5 } });
  });

  it('are hidden below the smallest group, counted below ten, and said to come from a meeting', () => {
    const shown = (count: number) => discloseSpheres([measureOrders(list, SHEETS.slice(0, count))], MOST, 5).groups[0];
    expect(shown(0)).toMatchObject({ level: 'missing' });
    expect(shown(4)).toEqual({ group: 'experts', origin: 'meeting', questions: [], level: 'hidden' });
    expect(shown(7)).toMatchObject({ level: 'counts', n: 7 });
    expect(JSON.stringify(shown(7))).not.toContain('borda');
    expect(shown(12)).toMatchObject({ level: 'estimates', n: 12, origin: 'meeting', hasSmallBase: true });
  });
});
