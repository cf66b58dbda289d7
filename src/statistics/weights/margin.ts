/** One margin to weight to: a question with known population totals. */
export interface Margin {
  /** Category index of each row, 0 … targets.length − 1. */
  readonly categoryOf: ArrayLike<number>;
  /** Population total of each category, > 0. */
  readonly targets: ArrayLike<number>;
}

/**
 * Checks that weights can reach a margin.
 *
 * @throws RangeError if lengths differ, a code is out of range, a target is not positive, or a category has a target but
 *                    no row with weight
 */
export const assertReachable = ({ categoryOf, targets }: Margin, weights: ArrayLike<number>): void => {
  if (categoryOf.length !== weights.length)
    throw new RangeError(`${categoryOf.length} codes for ${weights.length} weights`);
  const carried = new Float64Array(targets.length);
  for (let row = 0; row < weights.length; row++) {
    const category = categoryOf[row] ?? -1;
    if (!Number.isInteger(category) || category < 0 || category >= targets.length)
      throw new RangeError(`categoryOf[${row}] = ${category}: need an index from 0 to ${targets.length - 1}`);
    carried[category] = (carried[category] ?? 0) + (weights[row] ?? 0);
  }
  for (let category = 0; category < targets.length; category++) {
    const target = targets[category] ?? 0;
    if (!(target > 0 && target < Infinity)) throw new RangeError(`targets[${category}] = ${target}: need a target > 0`);
    if (!((carried[category] ?? 0) > 0))
      throw new RangeError(`Category ${category} has the target ${target} but nobody with weight: merge categories`);
  }
};
