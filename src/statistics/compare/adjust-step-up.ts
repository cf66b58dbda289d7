/**
 * The step-up scheme that Hochberg's, Benjamini and Hochberg's and Benjamini and Yekutieli's adjustments share: each p
 * times a factor of its rank, never above that of a larger p.
 *
 * @param ps     probabilities in [0, 1]; null for a test that could not be made, which does not count
 * @param factor of the rank (1 = smallest p) and the number of tests made
 * @returns      adjusted probabilities in the same order, at most 1, null where null came in
 * @throws RangeError if a p is outside [0, 1]
 * @source R: p.adjust
 * @example adjustStepUp([0.01, 0.02, 0.03], (rank, tests) => tests / rank) // => [0.03, 0.03, 0.03]
 */
export const adjustStepUp = (
  ps: readonly (number | null)[],
  factor: (rank: number, tests: number) => number,
): readonly (number | null)[] => {
  const made = ps.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p);
  if (!made.every(({ p }) => p >= 0 && p <= 1)) throw new RangeError('Every p lies in [0, 1]');

  const adjusted: (number | null)[] = ps.map(() => null);
  let lowest = 1;
  for (const [place, { p, index }] of made.entries()) {
    lowest = Math.min(lowest, p * factor(made.length - place, made.length));
    adjusted[index] = lowest;
  }
  return adjusted;
};
