import * as fc from 'fast-check';
import { differenceOfEstimates, wilsonInterval } from '../../../src/statistics';

/** Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10. */
const NEWCOMBE = [
  { one: [56, 70], other: [48, 80], low: 0.0524, high: 0.3339 },
  { one: [9, 10], other: [3, 10], low: 0.1705, high: 0.809 },
  { one: [10, 10], other: [0, 20], low: 0.6791, high: 1 },
] as const;

const shareOf = ([x, n]: readonly [number, number]) => {
  const interval = wilsonInterval(x, n);
  if (interval === null) throw new Error('Nobody was asked');
  return { value: x / n, interval };
};

describe('the difference of two numbers with intervals', () => {
  it.each(NEWCOMBE)('of shares is what Newcombe printed', ({ one, other, low, high }) => {
    const found = differenceOfEstimates(shareOf(other), shareOf(one));
    expect(found.interval.low).toBeCloseTo(low, 4);
    expect(found.interval.high).toBeCloseTo(high, 4);
  });

  it('holds the difference, and turns round with its sides', () => {
    const share = fc.tuple(fc.nat(60), fc.integer({ min: 60, max: 400 })).map(shareOf);
    fc.assert(
      fc.property(share, share, (one, other) => {
        const there = differenceOfEstimates(one, other);
        const back = differenceOfEstimates(other, one);
        expect(there.interval.low).toBeLessThanOrEqual(there.difference);
        expect(there.interval.high).toBeGreaterThanOrEqual(there.difference);
        expect(back.interval.low).toBeCloseTo(-there.interval.high, 12);
        expect(Math.abs(there.interval.low)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
