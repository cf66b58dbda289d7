/** Beyond this many differences the exact distribution costs more than it tells. */
const MOST_DIFFERENCES = 1000;

/**
 * Lower tail of the Wilcoxon signed rank statistic without ties and zeros: the chance that the ranks of the positive
 * differences add up to at most v. Each rank r is in the sum or not, with chance 1/2:
 * P(v; r) = ½ P(v; r − 1) + ½ P(v − r; r − 1).
 *
 * @param v sum of ranks, in [0, n(n+1)/2]
 * @param n differences, whole number ≥ 1
 * @returns probability in [0, 1]
 * @throws RangeError outside these ranges, or if n exceeds 1,000: use the normal approximation there
 * @source Wilcoxon (1945), Biometrics Bulletin 1, 80-83; R: psignrank(v, n)
 * @example signedRankLower(20, 12) // => 0.075684
 */
export const signedRankLower = (v: number, n: number): number => {
  if (!Number.isInteger(n) || n < 1 || n > MOST_DIFFERENCES)
    throw new RangeError(`n = ${n}: need a whole number from 1 to ${MOST_DIFFERENCES}`);
  const most = (n * (n + 1)) / 2;
  if (!(v >= 0 && v <= most)) throw new RangeError(`v = ${v}: need 0 ≤ v ≤ ${most}`);

  const chances = new Float64Array(Math.floor(v) + 1);
  chances[0] = 1;
  for (let rank = 1; rank <= n; rank += 1)
    for (let sum = chances.length - 1; sum >= 0; sum -= 1)
      chances[sum] = ((chances[sum] ?? 0) + (chances[sum - rank] ?? 0)) / 2;
  return Math.min(
    1,
    chances.reduce((total, chance) => total + chance, 0),
  );
};
