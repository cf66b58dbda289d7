import { summarise, type Summary } from '../describe/summary';
import { fUpper } from '../distributions/f';
import { dot, sum } from '../vector';

export interface AnalysisOfVariance {
  readonly n: number;
  readonly groups: readonly Summary[];
  readonly sumOfSquaresBetween: number;
  readonly sumOfSquaresWithin: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly meanSquareBetween: number;
  /** Null when every group has one value. */
  readonly meanSquareWithin: number | null;
  /** F; Infinity when groups differ without any variation inside them, null when nothing varies or dfWithin = 0. */
  readonly statistic: number | null;
  /** Null unless F is finite. */
  readonly p: number | null;
  /** Share of the variation between groups, in [0, 1]; null when nothing varies. */
  readonly etaSquared: number | null;
  /** Less biased; may be negative, not cut at 0. */
  readonly omegaSquared: number | null;
  /** Less biased; may be negative, not cut at 0. */
  readonly epsilonSquared: number | null;
  /** √(η² / (1 − η²)). */
  readonly cohenF: number | null;
}

/**
 * One-way analysis of variance: do the means of several independent groups differ? The first value is subtracted from
 * all, so that a large common offset does not eat the digits of the sums of squares.
 *
 * @param groups values of each group, none empty
 * @returns      the table of variance and its effect sizes
 * @throws RangeError if there are fewer than two groups, one is empty, or a value is not finite
 * @source Fisher (1925); Olejnik & Algina (2003), Psychological Methods 8, 434-447; R: anova(aov(x ~ g))
 * @example analysisOfVariance([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).p // => 0.001953
 */
export const analysisOfVariance = (groups: readonly (readonly number[])[]): AnalysisOfVariance => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some((values) => values.length === 0)) throw new RangeError('A group is empty');
  const origin = groups[0]?.[0] ?? 0;
  const shifted = groups.map((values) => summarise(values.map((value) => value - origin)));
  const sizes = shifted.map(({ n }) => n);
  const [n, dfBetween] = [sum(sizes), groups.length - 1];
  const means = shifted.map(({ mean }) => mean ?? 0);
  const grandMean = dot(sizes, means) / n;
  const between = sum(shifted.map((group) => group.n * ((group.mean ?? 0) - grandMean) ** 2));
  const within = sum(shifted.map((group) => (group.n - 1) * (group.sd ?? 0) ** 2));
  const dfWithin = n - groups.length;
  return {
    n,
    groups: shifted.map((group) => ({ ...group, mean: (group.mean ?? 0) + origin })),
    sumOfSquaresBetween: between,
    sumOfSquaresWithin: within,
    dfBetween,
    dfWithin,
    meanSquareBetween: between / dfBetween,
    meanSquareWithin: dfWithin === 0 ? null : within / dfWithin,
    ...fTest(between, within, dfBetween, dfWithin),
    ...effectSizes(between, within, dfBetween, dfWithin),
  };
};

const fTest = (
  between: number,
  within: number,
  df1: number,
  df2: number,
): Pick<AnalysisOfVariance, 'statistic' | 'p'> => {
  if (df2 === 0 || (between === 0 && within === 0)) return { statistic: null, p: null };
  if (within === 0) return { statistic: Infinity, p: null };
  const statistic = between / df1 / (within / df2);
  return { statistic, p: fUpper(statistic, df1, df2) };
};

const effectSizes = (
  between: number,
  within: number,
  df1: number,
  df2: number,
): Pick<AnalysisOfVariance, 'etaSquared' | 'omegaSquared' | 'epsilonSquared' | 'cohenF'> => {
  const total = between + within;
  if (total === 0 || df2 === 0) return { etaSquared: null, omegaSquared: null, epsilonSquared: null, cohenF: null };
  const error = within / df2;
  return {
    etaSquared: between / total,
    omegaSquared: (between - df1 * error) / (total + error),
    epsilonSquared: (between - df1 * error) / total,
    cohenF: within === 0 ? null : Math.sqrt(between / within),
  };
};
