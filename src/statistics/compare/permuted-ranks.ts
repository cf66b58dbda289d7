/** How often a sum of ranks came out, for every way chance could have dealt them: sums are doubled to be whole. */
export interface RankSumChances {
  /** Chance of each doubled sum, from 0. */
  readonly chances: Float64Array;
}

/** Both tails of the observed sum, itself included. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Exact distribution of the sum of `chosen` ranks out of all, each choice equally likely, ties included: what the
 * Mann-Whitney test compares with. Counts ways by adding one rank after the other.
 *
 * @param ranks  all ranks, multiples of ½
 * @param chosen how many are drawn, whole number in [0, ranks.length]
 * @returns      chances of the doubled sums
 * @throws RangeError if there are more than 300 ranks
 * @source Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10-17: the shift algorithm
 * @example tailsOf(chosenRankSums([1, 2, 3, 4], 2), 3) // => { lower: 0.1667, upper: 1 }
 */
export const chosenRankSums = (ranks: ArrayLike<number>, chosen: number): RankSumChances => {
  refuseMore(ranks);
  const doubled = Array.from(ranks, (rank) => Math.round(2 * rank));
  const most = doubled
    .toSorted((a, b) => b - a)
    .slice(0, chosen)
    .reduce((total, rank) => total + rank, 0);
  const ways = Array.from({ length: chosen + 1 }, () => new Float64Array(most + 1));
  if (ways[0]) ways[0][0] = 1;
  let [seen, reached] = [0, 0];
  for (const rank of doubled) {
    seen += 1;
    reached = Math.min(most, reached + rank);
    for (let size = Math.min(seen, chosen); size >= 1; size -= 1) shift(ways[size - 1], ways[size], rank, reached);
  }
  return { chances: toShares(ways[chosen] ?? Float64Array.of(1)) };
};

/**
 * Exact distribution of the sum of the ranks that get a plus when each gets plus or minus by the toss of a coin: what the
 * signed rank test compares with.
 *
 * @param ranks multiples of ½
 * @returns     chances of the doubled sums
 * @throws RangeError if there are more than 300 ranks
 * @source Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10-17: the shift algorithm
 * @example tailsOf(signedRankSums([1, 2, 3]), 6) // => { lower: 1, upper: 0.125 }
 */
export const signedRankSums = (ranks: ArrayLike<number>): RankSumChances => {
  refuseMore(ranks);
  const doubled = Array.from(ranks, (rank) => Math.round(2 * rank));
  const chances = new Float64Array(doubled.reduce((total, rank) => total + rank, 0) + 1);
  chances[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let at = reached; at >= 0; at -= 1) chances[at] = ((chances[at] ?? 0) + (chances[at - rank] ?? 0)) / 2;
  }
  return { chances };
};

/**
 * Chances of a sum at most, and at least, as large as the observed one.
 *
 * @param distribution chances of the doubled sums
 * @param observed     sum of ranks, a multiple of ½
 * @returns            probabilities in [0, 1]
 * @source by definition
 * @example tailsOf(signedRankSums([1, 2]), 0) // => { lower: 0.25, upper: 1 }
 */
export const tailsOf = ({ chances }: RankSumChances, observed: number): Tails => {
  const at = Math.round(2 * observed);
  return { lower: total(chances.subarray(0, at + 1)), upper: total(chances.subarray(Math.max(0, at))) };
};

/**
 * Chance of a sum at least as far from a centre as the observed one, on either side.
 *
 * @param distribution chances of the doubled sums
 * @param observed     sum of ranks, a multiple of ½
 * @param centre       expected sum, a multiple of ½
 * @returns            probability in [0, 1]
 * @source Hothorn et al. (2008), R package coin
 * @example chanceAsFar(signedRankSums([1, 2]), 0, 1.5) // => 0.5
 */
export const chanceAsFar = ({ chances }: RankSumChances, observed: number, centre: number): number => {
  const [middle, distance] = [2 * centre, Math.abs(2 * observed - 2 * centre)];
  return total(chances.filter((_, at) => Math.abs(at - middle) >= distance - 1e-9));
};

const MOST_RANKS = 300;

const refuseMore = ({ length }: ArrayLike<number>): void => {
  if (length > MOST_RANKS) throw new RangeError(`${length} ranks: at most ${MOST_RANKS}`);
};

/** Every way to reach a sum with one rank fewer is a way to reach the sum plus this rank. */
const shift = (from: Float64Array | undefined, to: Float64Array | undefined, rank: number, reached: number): void => {
  if (!from || !to) return;
  for (let at = reached; at >= rank; at -= 1) to[at] = (to[at] ?? 0) + (from[at - rank] ?? 0);
};

const total = (chances: Float64Array): number =>
  Math.min(
    1,
    chances.reduce((sum, chance) => sum + chance, 0),
  );

const toShares = (ways: Float64Array): Float64Array => {
  const all = ways.reduce((sum, count) => sum + count, 0);
  return ways.map((count) => count / all);
};
