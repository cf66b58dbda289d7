import { summarise } from './summary';

/**
 * Mean without the ⌊n · share⌋ smallest and as many largest values (R's rule; SPSS interpolates and differs).
 *
 * @param values finite numbers in one unit
 * @param share  dropped at each end, in [0, 0.5)
 * @returns      a number in that unit; null when there are none
 * @throws RangeError if a value is not finite or the share outside [0, 0.5)
 * @source Tukey (1962), Annals of Mathematical Statistics 33, 1-67; R: mean(x, trim = share)
 * @example trimmedMean([1, 2, 3, 4, 100], 0.2) // => 3
 */
export const trimmedMean = (values: readonly number[], share: number): number | null => {
  if (!(share >= 0 && share < 0.5)) throw new RangeError(`share = ${share}: need 0 ≤ share < 0.5`);
  const drop = Math.floor(values.length * share);
  return summarise(values.toSorted((a, b) => a - b).slice(drop, values.length - drop)).mean;
};
