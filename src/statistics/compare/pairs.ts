/** Two groups to compare, by position from 0; a difference is first minus second. */
export interface PairOfGroups {
  readonly first: number;
  readonly second: number;
}

/**
 * All pairs of so many groups, in the order 1-2, 1-3, …, 2-3, …
 *
 * @param groups whole number ≥ 0
 * @returns      groups · (groups − 1) / 2 pairs
 * @throws RangeError if the number is negative or not whole
 * @source by definition
 * @example pairsOfGroups(3) // => [{ first: 0, second: 1 }, { first: 0, second: 2 }, { first: 1, second: 2 }]
 */
export const pairsOfGroups = (groups: number): readonly PairOfGroups[] => {
  if (!(Number.isInteger(groups) && groups >= 0)) throw new RangeError(`${groups} groups: need a whole number ≥ 0`);
  const positions = Array.from({ length: groups }, (_, position) => position);
  return positions.flatMap((first) => positions.slice(first + 1).map((second) => ({ first, second })));
};
