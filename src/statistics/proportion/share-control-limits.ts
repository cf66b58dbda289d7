import { zCritical } from '../distributions/normal';
import type { Interval } from '../interval';

/**
 * Where the share of a part would lie by chance if its answers were drawn from those of the whole: exact, by the hypergeometric
 * distribution, interpolated between counts. A count is beyond a limit when its tail, itself included, holds less than
 * (1 − confidence)/2.
 *
 * @param whole      successes and answers of all parts together
 * @param n          answers of the part, whole number in [1, whole n]
 * @param confidence probabilities in (0, 1)
 * @returns          limits in [0, 1], one pair for each confidence
 * @throws RangeError if the counts are not possible or a confidence is outside (0, 1)
 * @source Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1, with the hypergeometric distribution in place
 *         of the binomial because the part belongs to the whole; R: phyper
 * @example shareControlLimits({ successes: 100, n: 200 }, 50, [0.95])[0] // => { low: 0.3687, high: 0.6313 }
 */
export const shareControlLimits = (
  whole: { readonly successes: number; readonly n: number },
  n: number,
  confidence: readonly number[],
): readonly Interval[] => {
  if (![whole.successes, whole.n, n].every(Number.isInteger) || n < 1 || n > whole.n)
    throw new RangeError(`${n} of ${whole.n}: need whole numbers, 1 ≤ n ≤ ${whole.n}`);
  if (!(whole.successes >= 0 && whole.successes <= whole.n))
    throw new RangeError(`${whole.successes} successes of ${whole.n}`);
  confidence.forEach(zCritical);
  const failures = { successes: whole.n - whole.successes, n: whole.n };
  const [few, many] = [lowerTails(whole, n), lowerTails(failures, n)];
  return confidence.map((level) => ({
    low: Math.max(0, quantile(few, (1 - level) / 2) / n),
    high: 1 - Math.max(0, quantile(many, (1 - level) / 2) / n),
  }));
};

interface LowerTails {
  /** Smallest possible count. */
  readonly from: number;
  /** P(X ≤ count), from there on. */
  readonly below: Float64Array;
}

/** From the ratios of neighbouring chances, outwards from the likeliest count. */
const lowerTails = (
  { successes, n: all }: { readonly successes: number; readonly n: number },
  n: number,
): LowerTails => {
  const from = Math.max(0, n - (all - successes));
  const to = Math.min(n, successes);
  const chances = new Float64Array(to - from + 1);
  const likeliest = Math.min(to, Math.max(from, Math.floor(((n + 1) * (successes + 1)) / (all + 2))));
  chances[likeliest - from] = 1;
  /** P(count + 1) / P(count). */
  const ratio = (count: number): number =>
    ((successes - count) * (n - count)) / ((count + 1) * (all - successes - n + count + 1));
  for (let count = likeliest; count < to; count += 1)
    chances[count + 1 - from] = (chances[count - from] ?? 0) * ratio(count);
  for (let count = likeliest; count > from; count -= 1)
    chances[count - 1 - from] = (chances[count - from] ?? 0) / ratio(count - 1);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  let sum = 0;
  return { from, below: chances.map((chance) => (sum += chance) / total) };
};

/** The count below which the probability p lies, between counts by the share of the last step that is needed. */
const quantile = ({ from, below }: LowerTails, p: number): number => {
  const place = below.findIndex((tail) => tail >= p);
  const at = place < 0 ? below.length - 1 : place;
  const [before, reached] = [below[at - 1] ?? 0, below[at] ?? 1];
  return from + at - (reached > before ? Math.max(0, reached - p) / (reached - before) : 0);
};
