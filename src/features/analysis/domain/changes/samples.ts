import type { GroupSums } from '../../../../statistics';
import {
  isMarked,
  type Category,
  type CategoryVariable,
  type NumberVariable,
  type SetVariable,
} from '../variables/variable';

/** The answers behind one number of one wave. */
export interface Sample {
  /** Of points minus `pivot`. */
  readonly sums: GroupSums;
  readonly pivot: number;
  readonly isWeighted: boolean;
  /** All respondents of the wave that carry a weight. */
  readonly sampleSize: number;
  /** Points of the respondents, where their order means something and nothing is weighted. */
  readonly ranks: () => Float64Array | null;
}

/** Point of a category; null: outside the base. */
export type PointOf = (category: Category) => number | null;

interface Weighing {
  readonly weights: Float64Array | null;
  readonly sampleSize: number;
}

/** One answer each, or none. */
export const sampleOfCategory = (
  { categories, places }: CategoryVariable,
  pointOf: PointOf,
  { weights, sampleSize }: Weighing,
): Sample => {
  const points = categories.map(pointOf);
  const pointAt = (at: number): number | null => points[places[at] ?? -1] ?? null;
  return { ...gather(places.length, pointAt, weights), pivot: 0, isWeighted: weights !== null, sampleSize };
};

/** Respondents who marked an option among those who answered. */
export const sampleOfOption = (variable: SetVariable, option: number, { weights, sampleSize }: Weighing): Sample => {
  const pointAt = (at: number): number | null => {
    if (variable.states[at] !== 0) return null;
    return option >= 0 && isMarked(variable, at, option) ? 1 : 0;
  };
  return { ...gather(variable.states.length, pointAt, weights), pivot: 0, isWeighted: weights !== null, sampleSize };
};

/** Sums are taken around one of the values, because squares of large numbers lose digits. */
export const sampleOfNumber = ({ values }: NumberVariable, { weights, sampleSize }: Weighing): Sample => {
  const pivot = values.find((value) => !Number.isNaN(value)) ?? 0;
  const pointAt = (at: number): number | null => {
    const value = values[at] ?? NaN;
    return Number.isNaN(value) ? null : value - pivot;
  };
  return { ...gather(values.length, pointAt, weights), pivot, isWeighted: weights !== null, sampleSize };
};

const gather = (
  respondents: number,
  pointAt: (at: number) => number | null,
  weights: Float64Array | null,
): Pick<Sample, 'sums' | 'ranks'> => {
  const sums = { n: 0, weight: 0, weightSquared: 0, x: 0, xSquared: 0, weightSquaredX: 0, weightSquaredXSquared: 0 };
  for (let at = 0; at < respondents; at += 1) {
    const point = pointAt(at);
    const weight = weights === null ? 1 : (weights[at] ?? NaN);
    if (point === null || !(weight >= 0)) continue;
    const squared = weight * weight;
    sums.n += 1;
    sums.weight += weight;
    sums.weightSquared += squared;
    sums.x += weight * point;
    sums.xSquared += weight * point * point;
    sums.weightSquaredX += squared * point;
    sums.weightSquaredXSquared += squared * point * point;
  }
  return { sums, ranks: () => (weights === null ? valuesOf(respondents, pointAt) : null) };
};

const valuesOf = (respondents: number, pointAt: (at: number) => number | null): Float64Array => {
  const values: number[] = [];
  for (let at = 0; at < respondents; at += 1) {
    const point = pointAt(at);
    if (point !== null) values.push(point);
  }
  return Float64Array.from(values);
};
