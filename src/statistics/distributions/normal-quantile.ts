/**
 * Quantile of the standard normal distribution: the value below which the share p of it lies. Written here because
 * stdlib's quantile loses half its digits in the lower tail (p = 1e-10 is answered as if p were 1 − 1e-10).
 *
 * @param p probability in (0, 1)
 * @returns a number, relative error about 1e-16
 * @throws RangeError if p is outside (0, 1)
 * @source Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484; R: qnorm(p)
 * @example normalQuantile(0.975) // => 1.959964
 */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`p = ${p}: need 0 < p < 1`);
  const distance = p - 0.5;
  if (Math.abs(distance) <= 0.425) return distance * ratio(CENTRE, 0.180625 - distance * distance);

  const depth = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const size = depth <= 5 ? ratio(TAIL, depth - 1.6) : ratio(FAR_TAIL, depth - 5);
  return distance < 0 ? -size : size;
};

interface Ratio {
  /** Coefficients, constant first. */
  readonly over: readonly number[];
  readonly under: readonly number[];
}

const CENTRE: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};

const TAIL: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const FAR_TAIL: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

const ratio = ({ over, under }: Ratio, x: number): number => polynomial(over, x) / polynomial(under, x);

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
