import { importancePerformance, type Interval, type Quadrant } from '../../../../statistics';
import type { Estimate } from './sums';

export interface MapInput {
  readonly label: string;
  readonly importance: Estimate;
  readonly performance: Estimate;
}

export interface MapPoint extends MapInput {
  /** Place of the aspect among those given. */
  readonly at: number;
  /** Number on the map, from 1: quadrant by quadrant, the most important first. */
  readonly number: number;
  readonly quadrant: Quadrant;
  /** Which interval crosses its line, so that the other side is possible too. An absent interval proves nothing. */
  readonly crosses: { readonly importance: boolean; readonly performance: boolean };
}

export interface ImportanceMap {
  /** Lines at the means of the aspects. */
  readonly importanceLine: number;
  readonly performanceLine: number;
  /** In the order of their numbers. */
  readonly points: readonly MapPoint[];
}

/** In the order of the key: what to mend first comes first. */
export const QUADRANTS: readonly Quadrant[] = [
  'concentrate_here',
  'keep_up_the_good_work',
  'low_priority',
  'possible_overkill',
];

/** A line at the mean divides nothing while there is one aspect. */
export const FEWEST_ON_MAP = 2;

/** @returns null for fewer than two aspects */
export const drawMap = (aspects: readonly MapInput[]): ImportanceMap | null => {
  if (aspects.length < FEWEST_ON_MAP) return null;
  const found = importancePerformance(
    aspects.map(({ importance }) => importance.mean),
    aspects.map(({ performance }) => performance.mean),
  );
  if (found === null) return null;
  const { importanceThreshold, performanceThreshold, quadrants } = found;
  const points = aspects
    .map((aspect, at) => ({
      ...aspect,
      at,
      quadrant: quadrants[at] ?? 'low_priority',
      crosses: {
        importance: mayCross(aspect.importance.interval, importanceThreshold),
        performance: mayCross(aspect.performance.interval, performanceThreshold),
      },
    }))
    .toSorted(
      (a, b) => QUADRANTS.indexOf(a.quadrant) - QUADRANTS.indexOf(b.quadrant) || b.importance.mean - a.importance.mean,
    )
    .map((point, place) => ({ ...point, number: place + 1 }));
  return { importanceLine: importanceThreshold, performanceLine: performanceThreshold, points };
};

const mayCross = (interval: Interval | null, line: number): boolean =>
  interval === null || (interval.low <= line && line <= interval.high);

export const isBorderline = ({ crosses }: Pick<MapPoint, 'crosses'>): boolean =>
  crosses.importance || crosses.performance;
