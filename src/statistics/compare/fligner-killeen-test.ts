import { median } from '../describe/median';
import { midRanks } from '../describe/mid-ranks';
import { chiSquareUpper } from '../distributions/chi-square';
import { normalQuantile } from '../distributions/normal-quantile';
import { sum } from '../vector';
import type { ChiSquareStatistic } from './bartlett-test';

/**
 * Fligner and Killeen's test: do groups scatter equally? Ranks of the distances from each group's median, turned into
 * normal scores; the least misled by skewed answers.
 *
 * @param groups values of each group, none empty
 * @returns      the test; null when all distances are equal
 * @throws RangeError if there are fewer than two groups, one is empty, or a value is not finite
 * @source Conover, Johnson & Johnson (1981), Technometrics 23, 351-361; R: fligner.test(x, g)
 * @example flignerKilleenTest([[1, 2, 3, 9], [4, 5, 6, 8]])?.df // => 1
 */
export const flignerKilleenTest = (groups: readonly (readonly number[])[]): ChiSquareStatistic | null => {
  if (groups.length < 2) throw new RangeError(`${groups.length} group(s): need at least 2`);
  if (groups.some((values) => values.length === 0)) throw new RangeError('A group is empty');
  const distances = groups.flatMap((values) => {
    const middle = median(values) ?? 0;
    return values.map((value) => Math.abs(value - middle));
  });
  const n = distances.length;
  const scores = Array.from(midRanks(distances).ranks, (rank) => normalQuantile((1 + rank / (n + 1)) / 2));
  const mean = sum(scores) / n;
  const variance = sum(scores.map((score) => (score - mean) ** 2)) / (n - 1);
  if (variance < 1e-30) return null;
  let start = 0;
  const between = groups.map(({ length }) => {
    const own = scores.slice(start, (start += length));
    return length * (sum(own) / length - mean) ** 2;
  });
  const statistic = sum(between) / variance;
  return { statistic, df: groups.length - 1, p: chiSquareUpper(statistic, groups.length - 1) };
};
