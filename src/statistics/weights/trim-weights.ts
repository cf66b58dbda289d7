import { sum } from '../vector';

const MOST_ROUNDS = 1000;
/** A limit missed by rounding alone is met: sharing again would only move the last digit to and fro. */
const ROUNDING = 1e-12;

/**
 * Cuts weights to [lower, upper] and shares what was cut equally among the weights inside, until all fit; the sum stays.
 *
 * @param weights one per row
 * @param lower   smallest weight allowed
 * @param upper   largest weight allowed
 * @returns       trimmed weights in the same order
 * @throws RangeError if a weight is not finite, lower ≥ upper, or the sum cannot be reached inside the limits
 * @source Potter (1990), Proceedings of the Survey Research Methods Section, ASA, 225-230; R:
 *         survey::trimWeights(strict = TRUE)
 * @example trimWeights([1, 1, 4], 0.5, 3) // => [1.5, 1.5, 3]
 */
export const trimWeights = (weights: ArrayLike<number>, lower: number, upper: number): Float64Array => {
  if (!(lower < upper)) throw new RangeError(`limits ${lower} and ${upper}: need lower < upper`);
  const n = weights.length;
  const total = sum(weights);
  if (!Number.isFinite(total)) throw new RangeError('Every weight must be finite');
  if (n > 0 && !(total >= n * lower && total <= n * upper))
    throw new RangeError(`Weights with mean ${total / n} cannot all lie between ${lower} and ${upper}`);

  let trimmed = Float64Array.from(weights);
  const slack = ROUNDING * Math.max(Math.abs(lower), Math.abs(upper));
  const outside = (weight: number): boolean => weight < lower - slack || weight > upper + slack;
  const clip = (weight: number): number => Math.min(upper, Math.max(lower, weight));
  for (let round = 0; round < MOST_ROUNDS && trimmed.some(outside); round++) {
    const clipped = trimmed.map(clip);
    const cut = total - sum(clipped);
    const takes = receivers(trimmed, lower, upper, cut);
    const share = cut / sum(takes);
    trimmed = clipped.map((weight, row) => (takes[row] ? weight + share : weight));
  }
  if (trimmed.some(outside) || Math.abs(sum(trimmed) - total) > 1e-9 * total)
    throw new RangeError(`No weights between ${lower} and ${upper} keep the sum ${total} by equal shares`);
  return trimmed.map(clip);
};

/** Who shares what was cut: the weights that lay inside; if there are none, those with room left. */
const receivers = (weights: Float64Array, lower: number, upper: number, cut: number): Float64Array => {
  const inside = weights.map((weight) => Number(weight >= lower && weight <= upper));
  if (inside.includes(1)) return inside;
  return weights.map((weight) => Number(cut > 0 ? weight < upper : weight > lower));
};
