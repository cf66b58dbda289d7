import type { Summary } from '../describe/summary';
import { fUpper } from '../distributions/f';
import { dot, sum } from '../vector';

/** An F test with fractional denominator degrees of freedom. */
export interface FTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * Welch's analysis of variance: do the means of several groups differ, without assuming equal variances?
 *
 * @param groups n, mean and sample standard deviation of each
 * @returns      the test; null when a group has fewer than two values or does not vary
 * @throws RangeError if there are fewer than two groups
 * @source Welch (1951), Biometrika 38, 330-336; R: oneway.test(x ~ g)
 * @example welchAnalysisOfVariance([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 2, sd: 2 }])?.statistic // => 1.8
 */
export const welchAnalysisOfVariance = (groups: readonly Summary[]): FTest | null => {
  refuseFewer(groups);
  if (groups.some(({ sd }) => sd === null || sd === 0)) return null;
  const k = groups.length;
  const weights = groups.map(({ n, sd }) => n / (sd ?? 1) ** 2);
  const means = groups.map(({ mean }) => mean ?? 0);
  const total = sum(weights);
  const centre = dot(weights, means) / total;
  const between = sum(means.map((mean, group) => (weights[group] ?? 0) * (mean - centre) ** 2)) / (k - 1);
  const uncertainty = sum(groups.map(({ n }, group) => (1 - (weights[group] ?? 0) / total) ** 2 / (n - 1)));
  const statistic = between / (1 + (2 * (k - 2) * uncertainty) / (k ** 2 - 1));
  const df2 = (k ** 2 - 1) / (3 * uncertainty);
  return { statistic, df1: k - 1, df2, p: fUpper(statistic, k - 1, df2) };
};

/**
 * Brown and Forsythe's F*: the same question; the sum of squares between groups over Σ (1 − nᵢ/n) sᵢ².
 *
 * @param groups n, mean and sample standard deviation of each
 * @returns      the test; null when a group has fewer than two values, or none varies
 * @throws RangeError if there are fewer than two groups
 * @source Brown & Forsythe (1974), Technometrics 16, 129-132; SPSS, ONEWAY
 * @example brownForsytheAnalysisOfVariance([{ n: 9, mean: 1, sd: 1 }, { n: 9, mean: 2, sd: 2 }])?.df2 // => 11.7647
 */
export const brownForsytheAnalysisOfVariance = (groups: readonly Summary[]): FTest | null => {
  refuseFewer(groups);
  if (groups.some(({ sd }) => sd === null)) return null;
  const sizes = groups.map(({ n }) => n);
  const n = sum(sizes);
  const centre =
    dot(
      sizes,
      groups.map(({ mean }) => mean ?? 0),
    ) / n;
  const parts = groups.map((group) => (1 - group.n / n) * (group.sd ?? 0) ** 2);
  const expected = sum(parts);
  if (expected === 0) return null;
  const statistic = sum(groups.map((group) => group.n * ((group.mean ?? 0) - centre) ** 2)) / expected;
  const df1 = groups.length - 1;
  const df2 = 1 / sum(parts.map((part, group) => (part / expected) ** 2 / ((sizes[group] ?? 0) - 1)));
  return { statistic, df1, df2, p: fUpper(statistic, df1, df2) };
};

const refuseFewer = (groups: readonly Summary[]): void => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
};
