import { binaryUnit } from '../describe/binary-unit';
import { summarise } from '../describe/summary';
import { zCritical } from '../distributions/normal';
import { tTwoSided } from '../distributions/student-t';
import type { Interval } from '../interval';
import { assertFinite, assertSameLength, dot } from '../vector';

export interface PearsonCorrelation {
  readonly n: number;
  readonly covariance: number;
  /** In [−1, 1]. */
  readonly r: number;
  /** Null with two points, and for a perfect correlation, where it is infinite. */
  readonly t: number | null;
  readonly df: number;
  /** Two-sided; null with two points. */
  readonly p: number | null;
  /** By Fisher's z; null with fewer than four points. */
  readonly interval: Interval | null;
}

/**
 * Pearson correlation: how closely two variables follow a straight line, r = s_xy / (s_x s_y), with its t test and
 * Fisher's interval. Two points always lie on a line, so they give r = ±1 but no test.
 *
 * @param x          one value per respondent
 * @param y          the other variable of the same respondents
 * @param confidence of the interval, probability in (0, 1)
 * @returns          null with fewer than two respondents or when a variable is constant: 0 would be wrong
 * @throws RangeError if lengths differ, a value is not finite or confidence is outside (0, 1)
 * @source Fisher (1921), Metron 1, 3-32; R: cor.test(x, y)
 * @example pearsonCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])?.r // => 0.8
 */
export const pearsonCorrelation = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  confidence = 0.95,
): PearsonCorrelation | null => {
  assertSameLength(x.length, y, 'y');
  assertFinite(x, 'x');
  assertFinite(y, 'y');
  const n = x.length;
  if (n < 2) return null;
  const [a, b] = [centre(x), centre(y)];
  const scale = geometricMean(dot(a.distances, a.distances), dot(b.distances, b.distances));
  if (isConstant(x) || isConstant(y) || scale === 0) return null;
  const together = dot(a.distances, b.distances);
  const r = Math.max(-1, Math.min(1, together / scale));
  return {
    n,
    covariance: (together / (n - 1)) * a.unit * b.unit,
    r,
    ...correlationTest(r, n - 2),
    interval: fisherInterval(r, 1 / (n - 3), confidence),
  };
};

/**
 * t test of a correlation: t = r √(df / (1 − r²)).
 *
 * @param r  correlation in [−1, 1]
 * @param df n − 2, less one for every variable held constant
 * @returns  t and two-sided p; null where they do not exist
 */
export const correlationTest = (
  r: number,
  df: number,
): { readonly t: number | null; readonly df: number; readonly p: number | null } => {
  if (df < 1) return { t: null, df, p: null };
  if (Math.abs(r) === 1) return { t: null, df, p: 0 };
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  return { t, df, p: tTwoSided(t, df) };
};

/**
 * Interval of a correlation on Fisher's scale, tanh(atanh r ± z √variance).
 *
 * @param r          correlation in [−1, 1]
 * @param variance   of atanh r; not positive or not finite = too few respondents
 * @param confidence probability in (0, 1)
 */
export const fisherInterval = (r: number, variance: number, confidence: number): Interval | null => {
  const half = zCritical(confidence) * Math.sqrt(Math.max(0, variance));
  if (!(variance > 0 && variance < Infinity)) return null;
  if (Math.abs(r) === 1) return { low: r, high: r };
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
};

/** Distances from the mean in a unit that keeps their squares within a double. */
const centre = (values: ArrayLike<number>): { readonly distances: Float64Array; readonly unit: number } => {
  const mean = summarise(Array.from(values)).mean ?? 0;
  const distances = Float64Array.from(values, (value) => value - mean);
  const unit = binaryUnit(distances);
  return { distances: distances.map((distance) => distance / unit), unit };
};

/** √(ab); in one root where it fits a double, so that points on a line give exactly ±1. */
const geometricMean = (a: number, b: number): number => {
  const product = a * b;
  return product > Number.MIN_VALUE / Number.EPSILON && product < Infinity
    ? Math.sqrt(product)
    : Math.sqrt(a) * Math.sqrt(b);
};

const isConstant = (values: ArrayLike<number>): boolean => Array.from(values).every((value) => value === values[0]);
