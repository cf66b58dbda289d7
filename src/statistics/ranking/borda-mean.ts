/**
 * Mean Borda points of one thing in rankings of the best few: `most` points for the first place, one less for each
 * next, none when it was not chosen.
 *
 * @param placeCounts respondents who put it first, second, … ; as long as the ranking may be
 * @param n           respondents who ranked anything
 * @returns           points from 0 to placeCounts.length; null when n = 0
 * @throws RangeError if more respondents placed it than ranked anything
 * @source Borda (1781); top-k form with zero for the unranked
 * @example bordaMean([10, 5, 0, 0, 0], 20) // => 3.5
 */
export const bordaMean = (placeCounts: readonly number[], n: number): number | null => {
  const placed = placeCounts.reduce((sum, count) => sum + count, 0);
  if (placed > n) throw new RangeError(`${placed} placed it, but only ${n} ranked`);
  if (n === 0) return null;
  return placeCounts.reduce((sum, count, index) => sum + count * (placeCounts.length - index), 0) / n;
};
