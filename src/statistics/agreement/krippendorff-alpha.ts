import { assertFinite, sum } from '../vector';

/** How far apart two ratings are, by the level of measurement. */
export type KrippendorffMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface KrippendorffAlpha {
  readonly units: number;
  /** Units with at least two ratings; the others do not count. */
  readonly unitsWithPairs: number;
  /** Ratings in these units. */
  readonly pairableValues: number;
  /** 1 − observed / expected disagreement; null without pairs, or when all ratings are equal. */
  readonly alpha: number | null;
  readonly observedDisagreement: number | null;
  readonly expectedDisagreement: number | null;
}

/**
 * Krippendorff's alpha: agreement of any number of raters, any level of measurement, with missing ratings. 1 is perfect,
 * 0 what chance would give.
 *
 * @param units  one list per unit: its ratings, null where a rater gave none
 * @param metric nominal, ordinal (from the frequencies of the ratings), interval, or ratio (values ≥ 0)
 * @returns      alpha ≤ 1
 * @throws RangeError if a rating is not finite, or negative under the ratio metric
 * @source Krippendorff (2011), Computing Krippendorff's alpha-reliability; R: irr::kripp.alpha
 * @example krippendorffAlpha([[1, 1], [2, 2], [1, 2], [3, 3]], 'nominal').alpha // => 0.6667
 */
export const krippendorffAlpha = (
  units: readonly (readonly (number | null)[])[],
  metric: KrippendorffMetric,
): KrippendorffAlpha => {
  const rated = units.map((unit) => unit.filter((rating) => rating !== null)).filter((unit) => unit.length > 1);
  const all = rated.flat();
  assertFinite(all, 'ratings');
  if (all.some((rating) => Math.abs(rating) > LARGEST)) throw new RangeError(`Ratings lie within ±${LARGEST}`);
  if (metric === 'ratio' && all.some((rating) => rating < 0)) throw new RangeError('Ratio ratings are ≥ 0');
  const frequencies = frequenciesOf(all);
  const distance = distanceBy(metric, frequencies);
  const n = all.length;
  const known = { units: units.length, unitsWithPairs: rated.length, pairableValues: n };
  if (n === 0) return { ...known, alpha: null, observedDisagreement: null, expectedDisagreement: null };

  const observed = sum(rated.map((unit) => disagreement(frequenciesOf(unit), distance) / (unit.length - 1))) / n;
  const expected = disagreement(frequencies, distance) / (n * (n - 1));
  const alpha = expected === 0 ? null : 1 - observed / expected;
  return { ...known, alpha, observedDisagreement: observed, expectedDisagreement: expected };
};

/** Squares of larger ratings would leave the range of doubles. */
const LARGEST = 1e150;

interface Frequency {
  readonly value: number;
  readonly count: number;
  /** Ratings below the value. */
  readonly below: number;
}

type Distance = (first: Frequency, second: Frequency) => number;

/** Values that occur, ascending. */
const frequenciesOf = (ratings: readonly number[]): readonly Frequency[] => {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  let below = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([value, count]) => ({ value, count, below: (below += count) - count }));
};

const disagreement = (frequencies: readonly Frequency[], distance: Distance): number =>
  sum(
    frequencies.map((first) => sum(frequencies.map((second) => first.count * second.count * distance(first, second)))),
  );

const distanceBy = (metric: KrippendorffMetric, overall: readonly Frequency[]): Distance => {
  switch (metric) {
    case 'nominal':
      return (first, second) => (first.value === second.value ? 0 : 1);
    case 'interval':
      return (first, second) => (first.value - second.value) ** 2;
    case 'ratio':
      return (first, second) =>
        first.value === second.value ? 0 : ((first.value - second.value) / (first.value + second.value)) ** 2;
    case 'ordinal': {
      // The distance of two values is the number of ratings between the middles of their frequencies.
      const middles = new Map(overall.map(({ value, count, below }) => [value, below + count / 2]));
      return (first, second) => ((middles.get(first.value) ?? 0) - (middles.get(second.value) ?? 0)) ** 2;
    }
  }
};
