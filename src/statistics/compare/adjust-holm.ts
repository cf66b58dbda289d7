/**
 * Holm's adjustment: p values of several tests, raised so that the chance of even one false alarm among them stays
 * below the level. Uniformly stronger than Bonferroni's.
 *
 * @param ps probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @returns  adjusted probabilities in the same order, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source Holm (1979), Scandinavian Journal of Statistics 6, 65-70; R: p.adjust(p, 'holm')
 * @example adjustHolm([0.01, 0.02, 0.03]) // => [0.03, 0.04, 0.04]
 */
export const adjustHolm = (ps: readonly (number | null)[]): readonly (number | null)[] => {
  const made = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  if (!made.every(({ p }) => p >= 0 && p <= 1)) throw new RangeError('Every p lies in [0, 1]');

  const adjusted: (number | null)[] = ps.map(() => null);
  let highest = 0;
  for (const [rank, { p, index }] of made.entries()) {
    highest = Math.max(highest, Math.min(1, (made.length - rank) * p));
    adjusted[index] = highest;
  }
  return adjusted;
};
