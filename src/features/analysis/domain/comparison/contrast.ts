import {
  cohenH,
  differenceFromSums,
  differenceTests,
  equivalenceOfShares,
  equivalenceTest,
  fisherExact2x2,
  meanDifference,
  netPromoterDifference,
  newcombeInterval,
  welchTest,
  type Interval,
  type SharePair,
} from '../../../../statistics';
import { summaryOf, type Part, type Weighting } from './estimate';
import type { Measure } from './measure';

/** Two groups compared, before the correction for many comparisons. */
export interface Compared {
  /** First minus second, in the unit of the measure. */
  readonly difference: number;
  /** 95%; null where nothing varies. */
  readonly interval: Interval | null;
  readonly test: TestName;
  /** Null where there is nothing to test: nobody differs from anybody. */
  readonly p: number | null;
  readonly effect: { readonly kind: 'hedges-g' | 'cohen-h'; readonly value: number | null };
  readonly equivalence: {
    readonly p: number;
    /** 90% */
    readonly interval: Interval;
  } | null;
}

/** By the data: Fisher's where an expected count is below five, the design's where answers are weighted. */
export type TestName = 'welch' | 'chi-square' | 'fisher' | 'balance-z' | 'design-t';

/** @param margin smallest difference that matters, in the unit of the measure */
export const compareParts = (
  kind: Measure['kind'],
  [first, second]: readonly [Part, Part],
  margin: number,
  weighting: Weighting | null,
): Compared | null => {
  if (!(first.sums.weight > 0 && second.sums.weight > 0)) return null;
  if (weighting !== null) return byDesign(kind, [first, second], margin, weighting);
  if (kind === 'share') return compareShares(pairOf(first, second), margin);
  if (first.recommendations !== null && second.recommendations !== null) return compareBalances(first, second, margin);
  return compareMeans(first, second, margin);
};

const compareMeans = (first: Part, second: Part, margin: number): Compared => {
  const [a, b] = [summaryOf(first.sums), summaryOf(second.sums)];
  const test = welchTest(a, b);
  const effect = { kind: 'hedges-g' as const, value: meanDifference(a, b)?.hedgesG ?? null };
  const plain = (a.mean ?? 0) - (b.mean ?? 0);
  if (test === null) return { difference: plain, interval: null, test: 'welch', p: null, effect, equivalence: null };
  const { difference, interval, p, df } = test;
  const se = Math.hypot((a.sd ?? 0) / Math.sqrt(a.n), (b.sd ?? 0) / Math.sqrt(b.n));
  return {
    difference,
    interval,
    test: 'welch',
    p,
    effect,
    equivalence: equivalenceTest({ difference, se, df }, margin),
  };
};

const pairOf = ({ sums: a }: Part, { sums: b }: Part): SharePair => ({
  first: { successes: a.x, n: a.n },
  second: { successes: b.x, n: b.n },
});

const LEAST_EXPECTED = 5;

const compareShares = (pair: SharePair, margin: number): Compared => {
  const { first, second } = pair;
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const pooled = (first.successes + second.successes) / (first.n + second.n);
  const isDoubtful = Math.min(first.n, second.n) * Math.min(pooled, 1 - pooled) < LEAST_EXPECTED;
  const exact = isDoubtful ? fisherExact2x2([countsOf(first), countsOf(second)]) : null;
  return {
    difference: p1 - p2,
    interval: newcombeInterval(pair),
    test: isDoubtful ? 'fisher' : 'chi-square',
    p: isDoubtful ? (exact?.pTwoSided ?? null) : (differenceTests(pair)?.pooled?.p ?? null),
    effect: { kind: 'cohen-h', value: cohenH(p1, p2) },
    equivalence: equivalenceOfShares(pair, margin),
  };
};

const countsOf = ({ successes, n }: SharePair['first']): readonly number[] => [successes, n - successes];

const compareBalances = (first: Part, second: Part, margin: number): Compared => {
  const [a, b] = [summaryOf(first.sums), summaryOf(second.sums)];
  const found =
    first.recommendations &&
    second.recommendations &&
    netPromoterDifference(first.recommendations, second.recommendations);
  const effect = { kind: 'hedges-g' as const, value: meanDifference(a, b)?.hedgesG ?? null };
  const plain = (a.mean ?? 0) - (b.mean ?? 0);
  if (found === null)
    return { difference: plain, interval: null, test: 'balance-z', p: null, effect, equivalence: null };
  const { difference, se, p, interval } = found;
  return {
    difference,
    interval,
    test: 'balance-z',
    p,
    effect,
    equivalence: equivalenceTest({ difference, se, df: null }, margin),
  };
};

const byDesign = (
  kind: Measure['kind'],
  [{ sums: a }, { sums: b }]: readonly [Part, Part],
  margin: number,
  { sampleSize }: Weighting,
): Compared => {
  const found = differenceFromSums(a, b, sampleSize);
  const [x, y] = [a.x / a.weight, b.x / b.weight];
  const effect =
    kind === 'share'
      ? { kind: 'cohen-h' as const, value: cohenH(clip(x), clip(y)) }
      : { kind: 'hedges-g' as const, value: meanDifference(weightedSummary(a), weightedSummary(b))?.hedgesG ?? null };
  if (found === null)
    return { difference: x - y, interval: null, test: 'design-t', p: null, effect, equivalence: null };
  const { difference, interval, p } = found;
  return { difference, interval, test: 'design-t', p, effect, equivalence: equivalenceTest(found, margin) };
};

const clip = (share: number): number => Math.min(1, Math.max(0, share));

/** Weighted mean and spread of as many respondents as there are. */
const weightedSummary = ({ n, weight, x, xSquared }: Part['sums']) => ({
  n,
  mean: x / weight,
  sd: n < 2 ? null : Math.sqrt((Math.max(0, xSquared / weight - (x / weight) ** 2) * n) / (n - 1)),
});
