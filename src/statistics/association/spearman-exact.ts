/** All orders of more than this many values take too long to enumerate; R does the same. */
const MOST = 9;

/**
 * Exact two-sided p of Spearman's rank correlation without ties: how many of the n! orders lie at least as far from
 * independence.
 *
 * @param sumOfSquares Σd² of the rank differences, an even whole number
 * @param n            respondents, 2 ≤ n ≤ 9
 * @returns            probability in [0, 1]; null for n > 9
 * @source R: cor.test(method = "spearman", exact = TRUE) for n ≤ 9; Olds (1938), Annals of Mathematical Statistics 9,
 *         133-148
 * @example spearmanExactP(4, 5) // => 0.1333
 */
export const spearmanExactP = (sumOfSquares: number, n: number): number | null => {
  if (n > MOST) return null;
  const largest = (n ** 3 - n) / 3;
  const counts = countOrders(n, largest);
  const orders = counts.reduce((total, count) => total + count, 0);
  const nearer = Math.min(Math.round(sumOfSquares), Math.round(largest - sumOfSquares));
  const tail = counts.slice(0, nearer + 1).reduce((total, count) => total + count, 0);
  return Math.min(1, (2 * tail) / orders);
};

/** How many orders of 1 … n give each Σd², position by position over the set of ranks already used. */
const countOrders = (n: number, largest: number): Float64Array => {
  let states = new Map<number, Float64Array>([[0, Float64Array.of(1, ...new Array<number>(largest).fill(0))]]);
  for (let position = 0; position < n; position++) {
    const next = new Map<number, Float64Array>();
    for (const [used, counts] of states)
      for (let rank = 0; rank < n; rank++) {
        if (used & (1 << rank)) continue;
        const target = next.get(used | (1 << rank)) ?? new Float64Array(largest + 1);
        next.set(used | (1 << rank), target);
        const square = (rank - position) ** 2;
        for (let at = 0; at + square <= largest; at++)
          target[at + square] = (target[at + square] ?? 0) + (counts[at] ?? 0);
      }
    states = next;
  }
  return states.get((1 << n) - 1) ?? new Float64Array(largest + 1);
};
