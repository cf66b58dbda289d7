import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The standard normal value that leaves (1 − confidence)/2 in each tail.
 *
 * @param confidence probability in (0, 1)
 * @returns          a positive number
 * @throws RangeError if confidence is outside (0, 1)
 * @source Wichura (1988), AS 241, as computed by stdlib
 * @example zCritical(0.95) // => 1.96
 */
export const zCritical = (confidence: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  return quantile((1 + confidence) / 2, 0, 1);
};
