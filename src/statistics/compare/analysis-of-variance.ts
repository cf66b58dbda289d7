import { binaryUnit } from '../describe/binary-unit';
import { summarise, type Summary } from '../describe/summary';
import { fUpper } from '../distributions/f';
import { sum } from '../vector';

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
  const { origin, unit, scaled } = centred(groups);
  const [n, dfBetween] = [sum(scaled.map((group) => group.n)), groups.length - 1];
  const grandMean = sum(scaled.map((group) => group.n * (group.mean ?? 0))) / n;
  const between = sum(scaled.map((group) => group.n * ((group.mean ?? 0) - grandMean) ** 2));
  const within = sum(scaled.map((group) => (group.n - 1) * (group.sd ?? 0) ** 2));
  const dfWithin = n - groups.length;
  const squared = (scaledSquares: number): number => scaledSquares * unit * unit;
  return {
    n,
    groups: scaled.map(({ n: size, mean, sd }) => ({
      n: size,
      mean: (mean ?? 0) * unit + origin,
      sd: sd === null ? null : sd * unit,
    })),
    sumOfSquaresBetween: squared(between),
    sumOfSquaresWithin: squared(within),
    dfBetween,
    dfWithin,
    meanSquareBetween: squared(between / dfBetween),
    meanSquareWithin: dfWithin === 0 ? null : squared(within / dfWithin),
    ...fTest(between, within, dfBetween, dfWithin),
    ...effectSizes(between, within, dfBetween, dfWithin),
  };
};

/** Groups seen from the first value, in a unit that keeps squares within a double. */
const centred = (
  groups: readonly (readonly number[])[],
): { readonly origin: number; readonly unit: number; readonly scaled: readonly Summary[] } => {
  const origin = groups[0]?.[0] ?? 0;
  const unit = binaryUnit(groups.flatMap((values) => values.map((value) => value - origin)));
  const scaled = groups.map((values) => summarise(values.map((value) => (value - origin) / unit)));
  return { origin, unit, scaled };
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
