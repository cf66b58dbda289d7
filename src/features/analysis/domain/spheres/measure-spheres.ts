import { bordaMean, friedmanTest, type Summary } from '../../../../statistics';
import type { RankingColumn } from '../columns/column';
import type { Rankers } from './group-rankers';

/** What is ranked, how many places there are, and the place that each person gave to each choice: from 1, 0 none. */
export type Placed = Pick<RankingColumn, 'choices' | 'most' | 'places'>;

/** One sphere in the rankings of one group. Before disclosure control. */
export interface MeasuredSphere {
  readonly code: string;
  readonly label: string;
  /** "Inna, jaka?": no sphere of its own, so it takes no place. */
  readonly isOther: boolean;
  /** People who put it first, and who put it anywhere. */
  readonly first: number;
  readonly any: number;
  /** Points of each ranker: as many as places for the first, one less for each next, none when it was not chosen. */
  readonly points: Summary;
}

/** How far the members of a group, or the groups, agree about the order. */
export interface Agreement {
  /** Kendall's W corrected for ties: 0 none, 1 complete. */
  readonly w: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Rankings compared, and spheres in them. */
  readonly rankings: number;
  readonly spheres: number;
}

export interface MeasuredGroup extends Rankers {
  readonly n: number;
  /** In the order of the questionnaire. */
  readonly spheres: readonly MeasuredSphere[];
  /** Null when fewer than two people ranked, or everyone gave all spheres the same points. */
  readonly agreement: Agreement | null;
}

export const measureGroup = ({ choices, most, places }: Placed, rankers: Rankers): MeasuredGroup => {
  const { members } = rankers;
  const spheres = choices.map((choice, at): MeasuredSphere => {
    const counts = countPlaces(places[at] ?? new Uint8Array(), members, most);
    return {
      code: choice.code,
      label: choice.label,
      isOther: choice.other === true,
      first: counts[0] ?? 0,
      any: counts.reduce((sum, count) => sum + count, 0),
      points: pointsOf(counts, members.length),
    };
  });
  const items = choices.flatMap(({ other }, at) =>
    other === true ? [] : [Float64Array.from(members, (member) => pointsFor(places[at]?.[member] ?? 0, most))],
  );
  return { ...rankers, n: members.length, spheres, agreement: members.length < 2 ? null : agreementOf(items) };
};

const countPlaces = (places: Uint8Array, members: Uint32Array, most: number): readonly number[] => {
  const counts = new Array<number>(most).fill(0);
  for (const at of members) {
    const place = places[at] ?? 0;
    if (place > 0) counts[place - 1] = (counts[place - 1] ?? 0) + 1;
  }
  return counts;
};

const pointsFor = (place: number, most: number): number => (place === 0 ? 0 : most - place + 1);

/** The mean is Borda's; the deviation counts those who did not choose the sphere with no points. */
const pointsOf = (counts: readonly number[], n: number): Summary => {
  const mean = bordaMean(counts, n);
  if (mean === null || n < 2) return { n, mean, sd: null };
  const most = counts.length;
  const unplaced = n - counts.reduce((sum, count) => sum + count, 0);
  const squares = counts.reduce((sum, count, at) => sum + count * (most - at - mean) ** 2, unplaced * mean ** 2);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
};

/**
 * Kendall's W of several rankings.
 *
 * @param items for each sphere its points in every ranking
 * @returns     null for fewer than two spheres or rankings, and when no ranking tells spheres apart
 */
export const agreementOf = (items: readonly ArrayLike<number>[]): Agreement | null => {
  const rankings = items[0]?.length ?? 0;
  if (items.length < 2 || rankings < 2) return null;
  const { kendallW, statistic, df, p } = friedmanTest(items);
  if (kendallW === null || statistic === null || p === null) return null;
  return { w: kendallW, chiSquare: statistic, df, p, rankings, spheres: items.length };
};
