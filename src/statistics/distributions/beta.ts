import quantile from '@stdlib/stats-base-dists-beta-quantile';
import { incompleteBeta } from './incomplete-beta';
import { polishQuantile } from './polish-quantile';
import { splitChance } from './saddle-point';

/**
 * Quantile of the beta distribution: the share below which the share p of it lies.
 *
 * @param p probability in (0, 1)
 * @param a first shape > 0
 * @param b second shape > 0
 * @returns a share in [0, 1]
 * @throws RangeError outside these ranges
 * @source Abramowitz & Stegun (1964), 26.5; stdlib; R: qbeta(p, a, b)
 * @example betaQuantile(0.975, 82, 182) // => 0.367622
 */
export const betaQuantile = (p: number, a: number, b: number): number => {
  if (!(p > 0 && p < 1) || !(a > 0) || !(b > 0))
    throw new RangeError(`p = ${p}, shapes ${a} and ${b}: need 0 < p < 1 and shapes > 0`);
  return a + b <= STDLIB_REACH ? quantile(p, a, b) : polished(p, a, b);
};

/** Beyond this sum of shapes stdlib's quantile loses digits. */
const STDLIB_REACH = 100_000;

const polished = (p: number, a: number, b: number): number =>
  polishQuantile(
    quantile(p, a, b),
    (x) => incompleteBeta(x, a, b) - p,
    (x) => ((a * b) / (a + b) / (x * (1 - x))) * splitChance(a, b, x, 1 - x),
  );
