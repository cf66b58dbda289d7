import { bordaMean } from '../../../../statistics';
import type { RankingColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';
import { STATES } from '../tallies/tally';
import { basesOf, type Bases } from './bases';
import { shareOf, type Share } from './share';

export interface RankedCounts {
  readonly first: number;
  readonly firstThree: number;
  readonly anyPlace: number;
}

export interface RankingCounts extends Bases {
  /** In the order of the choices. */
  readonly choices: readonly RankedCounts[];
}

export interface RankedEstimates {
  readonly first: Share;
  readonly firstThree: Share;
  readonly anyPlace: Share;
  /** Mean Borda points, 0 to the longest ranking allowed. */
  readonly borda: number | null;
}

export interface RankingEstimates {
  readonly choices: readonly RankedEstimates[];
}

export type Ranking = Disclosed<RankingCounts, RankingEstimates>;

/** Choose a few and put them in order: shares of those who ranked anything, and mean points. */
export const measureRanking = (
  { choices, most }: RankingColumn,
  sums: Uint32Array,
): Measured<RankingCounts, RankingEstimates> => {
  const bases = basesOf(sums);
  const tables = choices.map((_, at) => [...sums.subarray(STATES + at * most, STATES + (at + 1) * most)]);
  return {
    n: bases.answered,
    counts: { ...bases, choices: tables.map(toCounts) },
    estimate: () => ({ choices: tables.map((table) => toEstimates(table, bases.answered)) }),
  };
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const toCounts = (table: readonly number[]): RankedCounts => ({
  first: table[0] ?? 0,
  firstThree: sum(table.slice(0, 3)),
  anyPlace: sum(table),
});

const toEstimates = (table: readonly number[], n: number): RankedEstimates => {
  const { first, firstThree, anyPlace } = toCounts(table);
  return {
    first: shareOf(first, n),
    firstThree: shareOf(firstThree, n),
    anyPlace: shareOf(anyPlace, n),
    borda: bordaMean(table, n),
  };
};
