import { cohenH, normalQuantile, sampleSizeOfTwoMeans, sampleSizeOfTwoShares } from '../../../../statistics';
import type { ComparedItem, Contrast } from './comparison';
import type { Estimate } from './estimate';

/** Answers in each group, rounded up; null where there is no such number: no difference, or nothing varies. */
export interface NeededAnswers {
  /** To confirm a difference as large as the one found. */
  readonly forDifference: number | null;
  /** To confirm a difference as large as the margin. */
  readonly forMargin: number | null;
}

/** Chance of finding the difference, and level of the two-sided test without correction. */
export const POWER = 0.8;
const ALPHA = 0.05;

/** How many answers it would take to tell two groups apart. */
export const neededAnswers = (
  { about, margin }: Pick<ComparedItem, 'about' | 'margin'>,
  { found }: Contrast,
  [first, second]: readonly [Estimate, Estimate],
): NeededAnswers | null => {
  if (found === null) return null;
  if (about.kind === 'share') {
    const middle = (first.value + second.value) / 2;
    return {
      forDifference: forShares(first.value, second.value),
      forMargin: forShares(middle, middle < 0.5 ? middle + margin : middle - margin),
    };
  }
  const sd = pooled(first, second);
  return { forDifference: forMeans(found.difference, sd), forMargin: forMeans(margin, sd) };
};

/** Of two differences, a test finds those between a thousandth and twenty standard deviations. */
const [SMALLEST_D, LARGEST_D] = [0.001, 20];

const forMeans = (difference: number, sd: number): number | null => {
  const d = Math.abs(difference) / sd;
  if (!(sd > 0) || !(d >= SMALLEST_D)) return null;
  return Math.ceil(sampleSizeOfTwoMeans(Math.min(d, LARGEST_D), ALPHA, POWER).byT);
};

/** Where everybody or nobody chose, on the arcsine scale, which needs no variance. */
const forShares = (p1: number, p2: number): number | null => {
  const [a, b] = [clip(p1), clip(p2)];
  if (Math.abs(a - b) < 1e-9) return null;
  if (Math.min(a, b) > 0 && Math.max(a, b) < 1) return Math.ceil(sampleSizeOfTwoShares(a, b, ALPHA, POWER).perGroup);
  const z = normalQuantile(POWER) - normalQuantile(ALPHA / 2);
  return Math.ceil(2 * (z / cohenH(a, b)) ** 2);
};

const clip = (share: number): number => Math.min(1, Math.max(0, share));

const pooled = (first: Estimate, second: Estimate): number => {
  const df = first.n + second.n - 2;
  if (df < 1 || first.sd === null || second.sd === null) return 0;
  return Math.sqrt(((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / df);
};
