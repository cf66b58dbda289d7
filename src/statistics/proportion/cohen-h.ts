/**
 * Cohen's h: the distance between two shares on the arcsine scale, where the same distance is equally hard to detect
 * everywhere; 0.2 small, 0.5 medium, 0.8 large. h = 2 arcsin √p₁ − 2 arcsin √p₂.
 *
 * @param p1 first share, in [0, 1]
 * @param p2 second share, in [0, 1]
 * @returns  a number in [−π, π]
 * @throws RangeError if a share is outside [0, 1]
 * @source Cohen (1988), Statistical Power Analysis, chapter 6; R: pwr::ES.h(p1, p2)
 * @example cohenH(0.6, 0.5) // => 0.2014
 */
export const cohenH = (p1: number, p2: number): number => {
  if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) throw new RangeError(`${p1} and ${p2}: shares lie in [0, 1]`);
  return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
};
