import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { normalLower } from './normal';

/** Terms of the series on either side of its largest one; the sum ends long before. */
const MOST_TERMS = 20_000;

/**
 * Lower tail of the noncentral t distribution, which a t statistic follows when the effect is real: a Poisson mixture
 * of incomplete beta functions, F = Φ(−δ) + ½ Σ [pⱼ I(j + ½, df/2) + qⱼ I(j + 1, df/2)] with x = t²/(df + t²), summed
 * outwards from its largest term. Absolute error below 1e-12.
 *
 * @param t            a number
 * @param df           degrees of freedom > 0, fractions allowed
 * @param noncentrality δ, at most 100 in size
 * @returns            probability in [0, 1]
 * @throws RangeError outside these ranges
 * @source Lenth (1989), AS 243; Benton & Krishnamoorthy (2003), Computational Statistics 43, 249-267; R: pt(t, df, ncp)
 * @example noncentralTLower(2.1, 20, 1.3) // => 0.768701
 */
export const noncentralTLower = (t: number, df: number, noncentrality: number): number => {
  if (!Number.isFinite(t) || !(df > 0) || !(Math.abs(noncentrality) <= 100))
    throw new RangeError(`t = ${t}, df = ${df}, noncentrality ${noncentrality}: need df > 0 and |noncentrality| ≤ 100`);
  const lower = t >= 0 ? positivePart(t, df, noncentrality) : 1 - positivePart(-t, df, -noncentrality);
  return Math.min(1, Math.max(0, lower));
};

const positivePart = (t: number, df: number, noncentrality: number): number => {
  const x = (t * t) / (df + t * t);
  const half = (noncentrality * noncentrality) / 2;
  const base = normalLower(-noncentrality);
  if (x < 1e-300) return base;
  if (half === 0) return base + betainc(x, 0.5, df / 2) / 2;

  const middle = Math.floor(half);
  const even = mixture({ x, shape: df / 2, half, middle, offset: 0.5 });
  const odd = mixture({ x, shape: df / 2, half, middle, offset: 1 });
  return base + (even + Math.sign(noncentrality) * odd) / 2;
};

interface Series {
  readonly x: number;
  readonly shape: number;
  /** δ²/2. */
  readonly half: number;
  /** The j of the largest weight. */
  readonly middle: number;
  /** ½ for the even part, 1 for the odd part. */
  readonly offset: number;
}

/** Σⱼ weightⱼ · I_x(j + offset, shape), where weightⱼ = e^−half · half^(j + offset − ½) / Γ(j + offset + ½). */
const mixture = (series: Series): number => {
  const { x, shape, half, middle, offset } = series;
  const start = middle + offset;
  const weight = Math.exp(-half + (start - 0.5) * Math.log(half) - gammaln(start + 0.5));
  const share = betainc(x, start, shape);
  const step = Math.exp(
    start * Math.log(x) + shape * Math.log1p(-x) + gammaln(start + shape) - gammaln(start + 1) - gammaln(shape),
  );
  return weight * share + upwards(series, weight, share, step) + downwards(series, weight, share, step);
};

/** I(a + 1) = I(a) − step(a); step(a + 1) = step(a) · x (a + shape)/(a + 1). */
const upwards = ({ x, shape, half, middle, offset }: Series, weight: number, share: number, step: number): number => {
  let sum = 0;
  for (let j = middle; j < middle + MOST_TERMS; j += 1) {
    const a = j + offset;
    weight *= half / (a + 0.5);
    share -= step;
    step *= (x * (a + shape)) / (a + 1);
    sum += weight * share;
    if (weight < 1e-17 || share < 1e-17) break;
  }
  return sum;
};

const downwards = ({ x, shape, half, middle, offset }: Series, weight: number, share: number, step: number): number => {
  let sum = 0;
  for (let j = middle; j > 0; j -= 1) {
    const a = j + offset;
    weight *= (a - 0.5) / half;
    step *= a / (x * (a - 1 + shape));
    share += step;
    sum += weight * share;
    if (weight < 1e-17) break;
  }
  return sum;
};
