import { quantiles } from '../describe/quantile';
import type { Interval } from '../interval';
import type { Random } from '../resampling/seeded-random';
import { assertSameLength } from '../vector';
import { shapleyValues } from './shapley-values';
import { subsetR2 } from './subset-r2';

export interface DriverIntervals {
  /** Resamples in which everything varied; the others tell nothing. */
  readonly resamples: number;
  readonly r2: Interval;
  /** Of each driver's share as a percentage of R², in their order. */
  readonly lmgPercent: readonly Interval[];
}

export interface Resampling {
  readonly random: Random;
  readonly resamples?: number;
  readonly confidence?: number;
  /** More respondents than this are drawn in so many groups put together by chance. */
  readonly mostUnits?: number;
}

/**
 * Percentile bootstrap intervals of LMG shares: respondents are drawn with replacement and the drivers' shares of R²
 * worked out anew.
 *
 * @param outcome one value per respondent, complete cases
 * @param drivers one list per driver, at most 16
 * @returns       null without respondents, or when fewer than half of the resamples have a solution
 * @throws RangeError if lengths differ or there are more than 16 drivers
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, 13; R: relaimpo::boot.relimp
 * @example driverIntervals([1, 3, 2, 5, 4, 4], [[1, 2, 3, 4, 5, 3]], { random: seededRandom(1) })?.lmgPercent // => [{ low: 100, high: 100 }]
 */
export const driverIntervals = (
  outcome: ArrayLike<number>,
  drivers: readonly ArrayLike<number>[],
  { random, resamples = 1_000, confidence = 0.95, mostUnits = 2_000 }: Resampling,
): DriverIntervals | null => {
  drivers.forEach((driver, at) => {
    assertSameLength(outcome.length, driver, `drivers[${at}]`);
  });
  const units = crossProducts([...drivers, outcome], Math.min(outcome.length, mostUnits), random);
  const found = Array.from({ length: resamples }, () => sharesOf(units, random)).filter((one) => one !== null);
  if (outcome.length === 0 || found.length * 2 < resamples) return null;
  const within = (values: readonly number[]): Interval => {
    const [low = 0, high = 0] = quantiles(values, [(1 - confidence) / 2, (1 + confidence) / 2], 7) ?? [];
    return { low, high };
  };
  return {
    resamples: found.length,
    r2: within(found.map(({ r2 }) => r2)),
    lmgPercent: drivers.map((_, at) => within(found.map(({ percents }) => percents[at] ?? 0))),
  };
};

/** Sums of a unit: first the number of respondents, then each variable, then each product of two. */
interface Units {
  readonly size: number;
  readonly variables: number;
  readonly sums: readonly Float64Array[];
}

/** Everyone is a unit of their own while there are few; of many, each joins a unit by chance. */
const crossProducts = (variables: readonly ArrayLike<number>[], count: number, random: Random): Units => {
  const n = variables[0]?.length ?? 0;
  const size = 1 + variables.length + (variables.length * (variables.length + 1)) / 2;
  const sums = Array.from({ length: count }, () => new Float64Array(size));
  // Centred first: differences of large squares would lose digits.
  const means = variables.map((values) => Array.from(values).reduce((total, value) => total + value / n, 0));
  const row = new Float64Array(variables.length);
  for (let at = 0; at < n; at++) {
    const unit = sums[n === count ? at : Math.floor(random() * count)];
    if (unit === undefined) continue;
    for (let i = 0; i < row.length; i++) row[i] = (variables[i]?.[at] ?? 0) - (means[i] ?? 0);
    addRow(unit, row);
  }
  return { size, variables: variables.length, sums };
};

const addRow = (unit: Float64Array, row: Float64Array): void => {
  unit[0] = (unit[0] ?? 0) + 1;
  let place = 1 + row.length;
  for (let i = 0; i < row.length; i++) {
    const value = row[i] ?? 0;
    unit[1 + i] = (unit[1 + i] ?? 0) + value;
    for (let j = i; j < row.length; j++, place++) unit[place] = (unit[place] ?? 0) + value * (row[j] ?? 0);
  }
};

const sharesOf = ({ size, variables, sums }: Units, random: Random) => {
  const total = new Float64Array(size);
  for (let draw = 0; draw < sums.length; draw++) {
    const unit = sums[Math.floor(random() * sums.length)] ?? total;
    for (let at = 0; at < size; at++) total[at] = (total[at] ?? 0) + (unit[at] ?? 0);
  }
  const shares = subsetR2(covariancesFrom(total, variables));
  if (shares === null) return null;
  const r2 = shares[shares.length - 1] ?? 0;
  if (!(r2 > 0)) return null;
  return { r2, percents: shapleyValues(shares, variables - 1).map((lmg) => (100 * lmg) / r2) };
};

const covariancesFrom = (total: Float64Array, variables: number): Float64Array[] => {
  const n = total[0] ?? 0;
  const matrix = Array.from({ length: variables }, () => new Float64Array(variables));
  let place = 1 + variables;
  for (let i = 0; i < variables; i++)
    for (let j = i; j < variables; j++, place++) {
      const covariance = (total[place] ?? 0) - ((total[1 + i] ?? 0) * (total[1 + j] ?? 0)) / n;
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const) {
        const cells = matrix[row];
        if (cells) cells[column] = covariance;
      }
    }
  return matrix;
};
