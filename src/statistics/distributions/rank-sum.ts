/** Beyond this many pairs the exact distribution costs more than it tells. */
const MOST_PAIRS = 10_000;

/**
 * Lower tail of the Mann-Whitney statistic when both groups come from one distribution without ties: the chance of at
 * most u pairs in which the first group is larger. By the recursion on which group holds the largest value:
 * P(u; m, n) = m/(m+n) · P(u − n; m − 1, n) + n/(m+n) · P(u; m, n − 1).
 *
 * @param u pairs, in [0, m·n]
 * @param m size of the first group, whole number ≥ 1
 * @param n size of the second group, whole number ≥ 1
 * @returns probability in [0, 1]
 * @throws RangeError outside these ranges, or if m·n exceeds 10,000: use the normal approximation there
 * @source Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50-60; R: pwilcox(u, m, n)
 * @example rankSumLower(23, 7, 9) // => 0.203934
 */
export const rankSumLower = (u: number, m: number, n: number): number => {
  if (!Number.isInteger(m) || !Number.isInteger(n) || m < 1 || n < 1 || m * n > MOST_PAIRS)
    throw new RangeError(`Groups of ${m} and ${n}: need at least 1 each, at most ${MOST_PAIRS} pairs`);
  if (!(u >= 0 && u <= m * n)) throw new RangeError(`u = ${u}: need 0 ≤ u ≤ ${m * n}`);
  const chances = rankSumChances(m, n);
  return Math.min(
    1,
    chances.subarray(0, Math.floor(u) + 1).reduce((sum, chance) => sum + chance, 0),
  );
};

/** Chances of each u from 0 to m·n. */
const rankSumChances = (m: number, n: number): Float64Array => {
  const none = Float64Array.of(1);
  let fewer: readonly Float64Array[] = Array.from({ length: n + 1 }, () => none);
  for (let first = 1; first <= m; first += 1) {
    const current: Float64Array[] = [none];
    for (let second = 1; second <= n; second += 1)
      current.push(withLargest(fewer[second] ?? none, current[second - 1] ?? none, first, second));
    fewer = current;
  }
  return fewer[n] ?? none;
};

const withLargest = (inFirst: Float64Array, inSecond: Float64Array, m: number, n: number): Float64Array =>
  Float64Array.from({ length: m * n + 1 }, (_, u) => (m * (inFirst[u - n] ?? 0) + n * (inSecond[u] ?? 0)) / (m + n));
