import {
  cohenH,
  differenceTests,
  fisherExact,
  mannWhitneyTest,
  meanDifference,
  meanFromSums,
  newcombeInterval,
  tCritical,
  tTwoSided,
  welchTest,
  type Interval,
} from '../../../../statistics';
import type { ChangeTest, ChangeVerdict, RankTest, TestedDifference } from './change';
import { asShare, summaryOf } from './estimate';
import type { Measure } from './measures-of';
import type { Sample } from './samples';

/** Probability below which a change counts. */
export const LEVEL = 0.05;

/** Two one-sided tests at 5% are the 90% interval inside the zone (Schuirmann 1987). */
const EQUIVALENCE_CONFIDENCE = 0.9;
/** What is practically the same: a twentieth of the range; 0.2 on a scale from 1 to 5, 5 percentage points. */
export const ZONE_OF_RANGE = 0.05;

/** Fixed, so that a simulated p is the same whenever it is asked for. */
const SEED = 20_261_122;

/** The later wave against the earlier, as independent samples. */
export const testDifference = (earlier: Measure, later: Measure): TestedDifference => {
  const [before, after] = [earlier.sample, later.sample];
  const found = earlier.measure === 'share' ? sharesDiffer(before, after) : meansDiffer(before, after);
  const zone = earlier.range === null ? null : earlier.range * ZONE_OF_RANGE;
  const narrow = found.intervalAt(EQUIVALENCE_CONFIDENCE);
  const isEquivalent = zone !== null && narrow !== null && narrow.low > -zone && narrow.high < zone;
  const { difference, test, effect } = found;
  const ranks = earlier.measure === 'share' || earlier.range === null ? null : ranksDiffer(before, after);
  const tested = { difference, interval: found.intervalAt(0.95), test, effect, ranks, zone, isEquivalent };
  return withVerdict(tested, test?.p ?? null);
};

/** @param adjustedP of this difference among all that are shown together */
export const withVerdict = (
  tested: Omit<TestedDifference, 'adjustedP' | 'verdict'>,
  adjustedP: number | null,
): TestedDifference => ({ ...tested, adjustedP, verdict: verdictOf(tested, adjustedP) });

const verdictOf = (
  { difference, isEquivalent }: Pick<TestedDifference, 'difference' | 'isEquivalent'>,
  adjustedP: number | null,
): ChangeVerdict => {
  if (adjustedP === null) return 'untestable';
  if (adjustedP < LEVEL) return difference > 0 ? 'rise' : 'fall';
  return isEquivalent ? 'same' : 'not-significant';
};

interface Found {
  readonly difference: number;
  readonly test: ChangeTest | null;
  readonly effect: TestedDifference['effect'];
  readonly intervalAt: (confidence: number) => Interval | null;
}

const meansDiffer = (before: Sample, after: Sample): Found => {
  if (before.isWeighted || after.isWeighted) return weightedMeansDiffer(before, after);
  const [first, second] = [summaryOf(after), summaryOf(before)];
  const test = welchTest(first, second);
  const g = meanDifference(first, second)?.hedgesG ?? null;
  return {
    difference: (first.mean ?? 0) - (second.mean ?? 0),
    test: test && { kind: 'welch', t: test.t, df: test.df, p: test.p },
    effect: g === null ? null : { kind: 'hedges-g', value: g },
    intervalAt: (confidence) => welchTest(first, second, confidence)?.interval ?? null,
  };
};

/** Welch's test with linearised errors; without weights the two are one. */
const weightedMeansDiffer = (before: Sample, after: Sample): Found => {
  const test = designTest(before, after);
  const pooled = pooledSd(before, after);
  return {
    difference: test.difference,
    test: test.test,
    effect: pooled === null ? null : { kind: 'hedges-g', value: test.difference / pooled },
    intervalAt: test.intervalAt,
  };
};

const designTest = (before: Sample, after: Sample): Omit<Found, 'effect'> => {
  const [first, second] = [meanFromSums(after.sums, after.sampleSize), meanFromSums(before.sums, before.sampleSize)];
  const difference = (first?.mean ?? 0) + after.pivot - (second?.mean ?? 0) - before.pivot;
  const [a, b] = [(first?.se ?? 0) ** 2, (second?.se ?? 0) ** 2];
  if (first?.se == null || second?.se == null || a + b === 0 || before.sums.n < 2 || after.sums.n < 2)
    return { difference, test: null, intervalAt: () => null };
  const se = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (after.sums.n - 1) + b ** 2 / (before.sums.n - 1));
  const t = difference / se;
  return {
    difference,
    test: { kind: 'design', t, df, p: tTwoSided(t, df) },
    intervalAt: (confidence) => {
      const half = tCritical(confidence, df) * se;
      return { low: difference - half, high: difference + half };
    },
  };
};

const pooledSd = (before: Sample, after: Sample): number | null => {
  const sds = [before, after].map(({ sums, sampleSize }) => meanFromSums(sums, sampleSize)?.sd ?? null);
  const [a, b] = sds;
  if (a == null || b == null || a ** 2 + b ** 2 === 0) return null;
  const [n1, n2] = [before.sums.n, after.sums.n];
  return Math.sqrt(((n1 - 1) * a ** 2 + (n2 - 1) * b ** 2) / (n1 + n2 - 2));
};

const sharesDiffer = (before: Sample, after: Sample): Found => {
  const pair = { first: asShare(after), second: asShare(before) };
  const [p1, p2] = [pair.first.successes / pair.first.n, pair.second.successes / pair.second.n];
  const isWeighted = before.isWeighted || after.isWeighted;
  return {
    difference: p1 - p2,
    test: isWeighted ? designTest(before, after).test : testOfShares(pair),
    effect: { kind: 'cohens-h', value: cohenH(Math.min(1, Math.max(0, p1)), Math.min(1, Math.max(0, p2))) },
    intervalAt: (confidence) => newcombeInterval(pair, confidence),
  };
};

const LEAST_EXPECTED = 5;

/** Fisher's exact test when an expected count is under 5 (domain 3.6, rule 5). */
const testOfShares = ({ first, second }: Parameters<typeof newcombeInterval>[0]): ChangeTest | null => {
  const chosen = first.successes + second.successes;
  const all = first.n + second.n;
  const expected = [chosen, all - chosen].flatMap((row) => [first.n, second.n].map((column) => (row * column) / all));
  if (Math.min(...expected) < LEAST_EXPECTED) {
    const exact = fisherExact(
      [first, second].map(({ successes, n }) => [successes, n - successes]),
      SEED,
    );
    return exact && { kind: 'fisher', p: exact.p };
  }
  const pooled = differenceTests({ first, second })?.pooled;
  return pooled == null ? null : { kind: 'shares', z: pooled.statistic, p: pooled.p };
};

const ranksDiffer = (before: Sample, after: Sample): RankTest | null => {
  const [earlier, later] = [before.ranks(), after.ranks()];
  if (earlier === null || later === null || earlier.length === 0 || later.length === 0) return null;
  const { z, p, cliffsDelta } = mannWhitneyTest(later, earlier);
  return z === null || p === null ? null : { z, p, cliffsDelta };
};
