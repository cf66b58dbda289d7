import { median } from '../describe/median';
import { summarise } from '../describe/summary';
import { analysisOfVariance } from './analysis-of-variance';
import type { FTest } from './welch-analysis-of-variance';

/**
 * Levene's test: do groups scatter equally? An analysis of variance of the distances from each group's centre. Around
 * the mean it is SPSS's "based on mean"; around the median (Brown-Forsythe) it also holds for skewed answers.
 *
 * @param groups values of each group, none empty
 * @param centre 'mean' or 'median'
 * @returns      the test; null when the distances do not vary inside groups, or every group has one value
 * @throws RangeError if there are fewer than two groups, one is empty, or a value is not finite
 * @source Levene (1960); Brown & Forsythe (1974), JASA 69, 364-367; R: car::leveneTest(x, g, center)
 * @example leveneTest([[1, 2, 3, 9], [4, 5, 6, 8]], 'median')?.statistic // => 0.4364
 */
export const leveneTest = (groups: readonly (readonly number[])[], centre: 'mean' | 'median'): FTest | null => {
  const distances = groups.map((values) => {
    const middle = (centre === 'mean' ? summarise(values).mean : median(values)) ?? 0;
    return values.map((value) => Math.abs(value - middle));
  });
  const { statistic, p, dfBetween, dfWithin } = analysisOfVariance(distances);
  return statistic === null || p === null ? null : { statistic, p, df1: dfBetween, df2: dfWithin };
};
