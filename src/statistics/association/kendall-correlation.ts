import { normalTwoSided } from '../distributions/normal';
import type { Interval } from '../interval';
import { assertFinite, assertSameLength } from '../vector';
import { fisherInterval } from './pearson-correlation';

export interface KendallCorrelation {
  readonly n: number;
  readonly hasTies: boolean;
  /** In [−1, 1], corrected for ties. */
  readonly tauB: number;
  /** Concordant minus discordant pairs. */
  readonly concordance: number;
  /** Tie-corrected, without continuity correction. */
  readonly z: number;
  /** Two-sided, normal approximation. */
  readonly p: number;
  /** Two-sided from the exact distribution; null with ties or for n ≥ 50. */
  readonly exactP: number | null;
  /** Fisher's z with variance 0.437/(n − 4); null for n < 5. */
  readonly interval: Interval | null;
}

/** R's cor.test uses the exact distribution below this n. */
const EXACT_BELOW = 50;

/**
 * Kendall's tau-b: among pairs of respondents, how many more are ordered the same way by both variables than oppositely,
 * as a share of the pairs that could be ordered.
 *
 * @param x          one value per respondent
 * @param y          the other variable of the same respondents
 * @param confidence of the interval, probability in (0, 1)
 * @returns          null with fewer than two respondents or when a variable is constant
 * @throws RangeError if lengths differ, a value is not finite or confidence is outside (0, 1)
 * @source Kendall (1945), Biometrika 33, 239-251; Knight (1966), JASA 61, 436-439; Fieller, Hartley & Pearson (1957); R:
 *         cor.test(method = "kendall")
 * @example kendallCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.tauB // => 0.6
 */
export const kendallCorrelation = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  confidence = 0.95,
): KendallCorrelation | null => {
  assertSameLength(x.length, y, 'y');
  assertFinite(x, 'x');
  assertFinite(y, 'y');
  const n = x.length;
  if (n < 2) return null;
  const order = Array.from({ length: n }, (_, at) => at).sort((i, j) => order2(x, y, i, j));
  const [xs, ys] = [order.map((at) => x[at] ?? 0), order.map((at) => y[at] ?? 0)];
  const xTies = runs(xs);
  const yTies = runs([...ys].sort((a, b) => a - b));
  const bothTies = runs(xs, ys);
  const pairs = (n * (n - 1)) / 2;
  const [tiedX, tiedY] = [tiedPairs(xTies), tiedPairs(yTies)];
  if (tiedX === pairs || tiedY === pairs) return null;

  const discordant = countInversions(ys);
  const concordance = pairs - tiedX - tiedY + tiedPairs(bothTies) - 2 * discordant;
  const tauB = concordance / (Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY));
  const hasTies = tiedX > 0 || tiedY > 0;
  const z = concordance / Math.sqrt(nullVariance(n, xTies, yTies));
  return {
    n,
    hasTies,
    tauB,
    concordance,
    z,
    p: normalTwoSided(z),
    exactP: hasTies || n >= EXACT_BELOW ? null : exactTwoSided(discordant, n),
    interval: fisherInterval(tauB, 0.437 / (n - 4), confidence),
  };
};

const order2 = (x: ArrayLike<number>, y: ArrayLike<number>, i: number, j: number): number =>
  (x[i] ?? 0) - (x[j] ?? 0) || (y[i] ?? 0) - (y[j] ?? 0);

/** Lengths of runs of equal neighbours (equal in both lists, when two are given). */
const runs = (values: readonly number[], others: readonly number[] = []): number[] => {
  const lengths: number[] = [];
  values.forEach((value, at) => {
    const same = at > 0 && value === values[at - 1] && others[at] === others[at - 1];
    if (same) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    else lengths.push(1);
  });
  return lengths;
};

const tiedPairs = (ties: readonly number[]): number => ties.reduce((total, t) => total + (t * (t - 1)) / 2, 0);

/** Pairs in the wrong order, counted by a merge sort. */
const countInversions = (values: readonly number[]): number => {
  let [from, to] = [Float64Array.from(values), new Float64Array(values.length)];
  let inversions = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      inversions += merge(
        from,
        to,
        start,
        Math.min(start + width, values.length),
        Math.min(start + 2 * width, values.length),
      );
    [from, to] = [to, from];
  }
  return inversions;
};

const merge = (from: Float64Array, to: Float64Array, start: number, middle: number, end: number): number => {
  let [left, right, inversions] = [start, middle, 0];
  for (let at = start; at < end; at++) {
    const takeLeft = right >= end || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0));
    if (!takeLeft) inversions += middle - left;
    to[at] = from[takeLeft ? left++ : right++] ?? 0;
  }
  return inversions;
};

/** Variance of the concordance when the variables are independent, given their ties. */
const nullVariance = (n: number, xTies: readonly number[], yTies: readonly number[]): number => {
  const over = (ties: readonly number[], term: (t: number) => number): number =>
    ties.reduce((total, t) => total + term(t), 0);
  const spread = (t: number): number => t * (t - 1) * (2 * t + 5);
  const two = (t: number): number => t * (t - 1);
  const three = (t: number): number => t * (t - 1) * (t - 2);
  const triples = n > 2 ? (over(xTies, three) * over(yTies, three)) / (9 * three(n)) : 0;
  return (
    (spread(n) - over(xTies, spread) - over(yTies, spread)) / 18 +
    (over(xTies, two) * over(yTies, two)) / (2 * two(n)) +
    triples
  );
};

/** P of as few or as many inversions among all orders of n values, doubled. */
const exactTwoSided = (inversions: number, n: number): number => {
  let probabilities = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(probabilities.length + size - 1).fill(0);
    probabilities.forEach((probability, at) => {
      for (let added = 0; added < size; added++) next[at + added] = (next[at + added] ?? 0) + probability / size;
    });
    probabilities = next;
  }
  const fewer = Math.min(inversions, probabilities.length - 1 - inversions);
  return Math.min(1, 2 * probabilities.slice(0, fewer + 1).reduce((total, p) => total + p, 0));
};
