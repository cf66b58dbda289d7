import { tCritical } from '../distributions/student-t';
import type { Interval } from '../interval';
import type { Summary } from './summary';

/**
 * Interval of a mean: mean ± t · sd / √n with n − 1 degrees of freedom.
 *
 * @param summary    n, mean and sample standard deviation
 * @param confidence probability in (0, 1)
 * @returns          limits in the unit of the mean; null when n < 2, and when all values are equal: zero width would
 *                   claim certainty that a sample without variation does not give
 * @throws RangeError if confidence is outside (0, 1)
 * @source Student (1908); R: t.test(x)$conf.int, which also refuses constant data
 * @example meanInterval({ n: 30, mean: 4.5, sd: 0.5 }) // => { low: 4.3133, high: 4.6867 }
 */
export const meanInterval = ({ n, mean, sd }: Summary, confidence = 0.95): Interval | null => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  if (mean === null || sd === null || sd === 0) return null;
  const half = (tCritical(confidence, n - 1) * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
};
