import { sum } from '../vector';
import { assertReachable, type Margin } from './margin';

const MOST_ROUNDS = 5000;
/** Largest relative change of a cell in one round at which raking has converged. */
const TOLERANCE = 1e-13;
/** Relative distance from a target that still counts as met. */
const MET = 1e-7;

/**
 * Raking (iterative proportional fitting): multiplies the weights by category factors, margin after margin, until all
 * margins hold. Rows of the same combination of categories share a factor, so the rounds run over combinations, not rows.
 *
 * @param weights starting weights ≥ 0, one per row
 * @param margins categories of the rows and population totals; the totals of all margins add up to the same number
 * @returns       raked weights; null when no weights meet all margins (some combinations are empty)
 * @throws RangeError if there is no margin, margins add up to different totals, a category has no row with weight, a code
 *                    is out of range or lengths differ
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444; R: survey::rake(epsilon = 1e-12)
 * @example rakeWeights([1, 1, 1], [{ categoryOf: [0, 0, 1], targets: [1, 2] }]) // => [0.5, 0.5, 2]
 */
export const rakeWeights = (weights: ArrayLike<number>, margins: readonly Margin[]): Float64Array | null => {
  const raked = rakeInRounds(weights, margins, MOST_ROUNDS);
  return raked.isMet ? raked.weights : null;
};

/** How raking went. */
export interface Raking {
  /** The weights after the last round, whether they meet the margins or not. */
  readonly weights: Float64Array;
  /** Sweeps through all margins, the last one that changed nothing included. */
  readonly rounds: number;
  /** Whether every margin is met to one part in ten million. */
  readonly isMet: boolean;
}

/**
 * Raking as {@link rakeWeights} does it, with what it took: for a page that shows how it went, and where it stopped.
 *
 * @param weights    starting weights ≥ 0, one per row
 * @param margins    categories of the rows and population totals; the totals of all margins add up to the same number
 * @param mostRounds sweeps after which it stops, met or not
 * @throws RangeError as for {@link rakeWeights}
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444
 * @example rakeInRounds([1, 1, 1], [{ categoryOf: [0, 0, 1], targets: [1, 2] }], 10).rounds // => 2
 */
export const rakeInRounds = (weights: ArrayLike<number>, margins: readonly Margin[], mostRounds: number): Raking => {
  assertConsistent(margins);
  for (const margin of margins) assertReachable(margin, weights);
  const { cellOf, categories, cellWeights } = combine(weights, margins);
  const factors = new Float64Array(cellWeights.length).fill(1);
  const targets = margins.map((margin) => Float64Array.from(margin.targets));
  let rounds = 0;
  while (rounds < mostRounds) {
    rounds += 1;
    const before = factors.slice();
    targets.forEach((target, at) => {
      fit(factors, cellWeights, categories[at] ?? new Int32Array(), target);
    });
    if (factors.every((factor, cell) => Math.abs(factor - (before[cell] ?? 0)) <= TOLERANCE * factor)) break;
  }
  const isMet = targets.every((target, at) =>
    isMetBy(factors, cellWeights, categories[at] ?? new Int32Array(), target),
  );
  return {
    weights: Float64Array.from(weights).map((weight, row) => weight * (factors[cellOf[row] ?? 0] ?? 0)),
    rounds,
    isMet,
  };
};

/**
 * Raking of a plain sample to population shares: everybody starts with weight 1 and the weights average 1.
 *
 * @param n       respondents
 * @param margins category of each respondent and the population's shares (targets), which add up to 1
 * @returns       weights with mean 1; null when no weights meet all margins
 * @throws RangeError as for {@link rakeWeights}, or if shares do not add up to 1
 * @source Deming & Stephan (1940)
 * @example rakeToShares(4, [{ categoryOf: [0, 0, 0, 1], targets: [0.5, 0.5] }]) // => [0.6667, 0.6667, 0.6667, 2]
 */
export const rakeToShares = (n: number, margins: readonly Margin[]): Float64Array | null => {
  for (const { targets } of margins)
    if (Math.abs(sum(targets) - 1) > 1e-6) throw new RangeError(`Shares add up to ${sum(targets)}, need 1`);
  const scaled = margins.map(({ categoryOf, targets }) => ({
    categoryOf,
    targets: Float64Array.from(targets, (share) => share * n),
  }));
  return rakeWeights(new Float64Array(n).fill(1), scaled);
};

const assertConsistent = (margins: readonly Margin[]): void => {
  const [first, ...others] = margins.map(({ targets }) => sum(targets));
  if (first === undefined) throw new RangeError('Raking needs at least one margin');
  for (const total of others)
    if (Math.abs(total - first) > 1e-6 * Math.abs(first))
      throw new RangeError(`Margins add up to ${first} and ${total}: they must describe the same population`);
};

/** Distinct combinations of categories ("cells"): the cell of each row, each cell's categories and starting weight. */
const combine = (weights: ArrayLike<number>, margins: readonly Margin[]) => {
  const n = weights.length;
  let cellOf = new Int32Array(n);
  let firstRows: number[] = [0];
  for (const { categoryOf, targets } of margins) {
    const known = new Int32Array(firstRows.length * targets.length).fill(-1);
    const refined = new Int32Array(n);
    firstRows = [];
    for (let row = 0; row < n; row++) {
      const key = (cellOf[row] ?? 0) * targets.length + (categoryOf[row] ?? 0);
      let cell = known[key] ?? -1;
      if (cell === -1) {
        cell = known[key] = firstRows.length;
        firstRows.push(row);
      }
      refined[row] = cell;
    }
    cellOf = refined;
  }
  const cellWeights = new Float64Array(firstRows.length);
  cellOf.forEach((cell, row) => (cellWeights[cell] = (cellWeights[cell] ?? 0) + (weights[row] ?? 0)));
  const categories = margins.map(({ categoryOf }) => Int32Array.from(firstRows, (row) => categoryOf[row] ?? 0));
  return { cellOf, categories, cellWeights };
};

const totalsOf = (factors: Float64Array, cellWeights: Float64Array, categoryOf: Int32Array, categories: number) => {
  const totals = new Float64Array(categories);
  categoryOf.forEach((category, cell) => {
    totals[category] = (totals[category] ?? 0) + (cellWeights[cell] ?? 0) * (factors[cell] ?? 0);
  });
  return totals;
};

const fit = (factors: Float64Array, cellWeights: Float64Array, categoryOf: Int32Array, target: Float64Array): void => {
  const totals = totalsOf(factors, cellWeights, categoryOf, target.length);
  categoryOf.forEach((category, cell) => {
    const total = totals[category] ?? 0;
    if (total > 0) factors[cell] = ((factors[cell] ?? 0) * (target[category] ?? 0)) / total;
  });
};

const isMetBy = (
  factors: Float64Array,
  cellWeights: Float64Array,
  categoryOf: Int32Array,
  target: Float64Array,
): boolean =>
  totalsOf(factors, cellWeights, categoryOf, target.length).every(
    (total, category) => Math.abs(total - (target[category] ?? 0)) <= MET * (target[category] ?? 0),
  );
