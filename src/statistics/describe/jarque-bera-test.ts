import { chiSquareUpper } from '../distributions/chi-square';
import { centralMoments } from './central-moments';

/**
 * Jarque-Bera test of normality from skewness and kurtosis: n/6 · (S² + (K − 3)²/4), 2 degrees of freedom. Only for
 * large samples.
 *
 * @param values finite numbers
 * @returns      { statistic, p }; null for fewer than two values or when all are equal
 * @throws RangeError if a value is not finite
 * @source Jarque & Bera (1987), International Statistical Review 55, 163-172
 * @example jarqueBeraTest([2, 4, 4, 5, 6, 9, 15])?.statistic // => 1.5607
 */
export const jarqueBeraTest = (
  values: readonly number[],
): { readonly statistic: number; readonly p: number } | null => {
  const moments = centralMoments(values);
  if (moments === null || moments.second === 0) return null;
  const skewness = moments.third / moments.second ** 1.5;
  const excess = moments.fourth / moments.second ** 2 - 3;
  const statistic = (moments.n / 6) * (skewness ** 2 + excess ** 2 / 4);
  return { statistic, p: chiSquareUpper(statistic, 2) };
};
