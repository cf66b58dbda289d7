/**
 * Bonferroni's adjustment: each p times the number of tests made. The simplest guard against even one false alarm;
 * Holm's is never weaker.
 *
 * @param ps probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @returns  adjusted probabilities in the same order, at most 1, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source Dunn (1961), JASA 56, 52-64; R: p.adjust(p, 'bonferroni')
 * @example adjustBonferroni([0.01, 0.02, 0.5]) // => [0.03, 0.06, 1]
 */
export const adjustBonferroni = (ps: readonly (number | null)[]): readonly (number | null)[] => {
  const made = ps.filter((p) => p !== null);
  if (!made.every((p) => p >= 0 && p <= 1)) throw new RangeError('Every p lies in [0, 1]');
  return ps.map((p) => p && Math.min(1, p * made.length));
};
