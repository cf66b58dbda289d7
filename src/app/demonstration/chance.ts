import type { Random } from '../../platform/random';

/** One of the keys, with probability proportional to its weight. */
export const pickWeighted = <Key extends string>(random: Random, weights: Readonly<Record<Key, number>>): Key => {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [Key, number])[0];
};

/** One element, all equally likely; the list is not empty. */
export const pickOne = <Element>(random: Random, list: readonly Element[]): Element =>
  list[Math.floor(random() * list.length)] as Element;

/** So many different elements, in the order in which they were drawn, by weight. */
export const drawWithoutReturn = (
  random: Random,
  weights: Readonly<Record<string, number>>,
  count: number,
): readonly string[] => {
  const left = { ...weights };
  const drawn: string[] = [];
  while (drawn.length < count && Object.keys(left).length > 0) {
    const next = pickWeighted(random, left);
    drawn.push(next);
    Reflect.deleteProperty(left, next);
  }
  return drawn;
};

/** A standard normal number (Box-Muller). */
export const standardNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A whole number near a mean, kept inside its limits: gives the ceiling that opinion scales show. */
export const nearMean = (random: Random, mean: number, sd: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, Math.round(mean + sd * standardNormal(random))));
