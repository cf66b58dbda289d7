/**
 * Newton's steps towards the value with a given lower tail, from a start that is nearly right.
 *
 * @param start   near the root
 * @param excess  lower tail at x minus the tail wanted
 * @param density of the distribution at x
 * @returns       the value; the start where the density vanishes
 * @example polishQuantile(1.9, (x) => x * x - 4, (x) => 2 * x) // => 2
 */
export const polishQuantile = (
  start: number,
  excess: (x: number) => number,
  density: (x: number) => number,
): number => {
  let x = start;
  for (let step = 0; step < 8; step += 1) {
    const change = excess(x) / density(x);
    if (!Number.isFinite(change)) return x;
    x -= change;
    if (Math.abs(change) <= 1e-14 * Math.abs(x)) break;
  }
  return x;
};
