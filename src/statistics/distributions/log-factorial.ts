/**
 * Natural logarithms of 0!, 1!, …, n!: the currency of exact tests, because factorials overflow at 171.
 *
 * @param n whole number in [0, 10,000,000]
 * @returns n + 1 numbers
 * @throws RangeError outside this range
 * @source ln n! = Σ ln k, summed with Neumaier's compensation; R: lfactorial(0:n)
 * @example logFactorials(10)[10] // => 15.1044
 */
export const logFactorials = (n: number): Float64Array => {
  if (!(Number.isInteger(n) && n >= 0 && n <= 10_000_000)) throw new RangeError(`n = ${n}: need a whole number ≤ 1e7`);
  const logarithms = new Float64Array(n + 1);
  let [total, lost] = [0, 0];
  for (let k = 2; k <= n; k += 1) {
    const term = Math.log(k) + lost;
    const next = total + term;
    lost = term - (next - total);
    total = next;
    logarithms[k] = total;
  }
  return logarithms;
};
