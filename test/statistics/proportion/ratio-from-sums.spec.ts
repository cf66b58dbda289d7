import fc from 'fast-check';
import { ratioFromSums, ratioOfTotals, type Pair } from '../../../src/statistics';

const pair = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.nat({ max: 100 }))
  .map(([whole, percent]): Pair => ({ whole, part: Math.floor((whole * percent) / 100) }));

const sumsOf = (pairs: readonly Pair[]) => ({
  n: pairs.length,
  whole: pairs.reduce((sum, { whole }) => sum + whole, 0),
  part: pairs.reduce((sum, { part }) => sum + part, 0),
  wholeSquared: pairs.reduce((sum, { whole }) => sum + whole ** 2, 0),
  partSquared: pairs.reduce((sum, { part }) => sum + part ** 2, 0),
  product: pairs.reduce((sum, { whole, part }) => sum + whole * part, 0),
});

test('a ratio of totals from sums is the ratio of the pairs, interval and absences included', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
      const [ours, theirs] = [ratioFromSums(sumsOf(pairs)), ratioOfTotals(pairs)];
      expect(ours.ratio).toBe(theirs.ratio);
      expect(ours.interval === null).toBe(theirs.interval === null);
      for (const end of ['low', 'high'] as const)
        expect(ours.interval?.[end] ?? 0).toBeCloseTo(theirs.interval?.[end] ?? 0, 9);
    }),
  );
});
