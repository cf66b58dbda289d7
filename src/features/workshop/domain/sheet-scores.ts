import { meanInterval, summaryOfCounts, type Interval } from '../../../statistics';
import { MOST_SCORE, SHEET_CRITERIA, type SheetCriterion, type SheetWords } from './expert-sheet';

declare const disclosed: unique symbol;

/** Scores that may be seen; only this file makes them. */
export interface DisclosedScores {
  readonly [disclosed]: true;
  /** Spheres that enough people scored for anything, in the order of the list. */
  readonly spheres: readonly ScoredSphere[];
}

export interface ScoredSphere {
  readonly sphere: string;
  readonly scores: Readonly<Record<SheetCriterion, ShownScore>>;
}

export type ShownScore =
  /** Nobody, or fewer people than the smallest group. */
  | { readonly level: 'none' | 'hidden' }
  /** Too few people for a mean. */
  | { readonly level: 'count'; readonly n: number }
  | { readonly level: 'mean'; readonly n: number; readonly mean: number; readonly interval: Interval | null };

export interface ScoreLimits {
  readonly smallestGroup: number;
  /** People below whom there is no mean. */
  readonly leastForMean: number;
}

const POINTS = Array.from({ length: MOST_SCORE }, (_, at) => at + 1);

/** Mean scores of each sphere, each with the number of people who gave one. */
export const discloseScores = (
  spheres: readonly string[],
  sheets: readonly SheetWords[],
  limits: ScoreLimits,
): DisclosedScores => {
  const found = spheres.map((sphere) => ({
    sphere,
    scores: Object.fromEntries(
      SHEET_CRITERIA.map((criterion) => [criterion, showScore(countsOf(sheets, sphere, criterion), limits)]),
    ) as Record<SheetCriterion, ShownScore>,
  }));
  return {
    spheres: found.filter(({ scores }) =>
      SHEET_CRITERIA.some((criterion) => scores[criterion].level === 'count' || scores[criterion].level === 'mean'),
    ),
  } as unknown as DisclosedScores;
};

const countsOf = (sheets: readonly SheetWords[], sphere: string, criterion: SheetCriterion): readonly number[] => {
  const counts = POINTS.map(() => 0);
  for (const { scores } of sheets) {
    const at = POINTS.indexOf(scores[sphere]?.[criterion] ?? 0);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};

const showScore = (counts: readonly number[], { smallestGroup, leastForMean }: ScoreLimits): ShownScore => {
  const summary = summaryOfCounts(POINTS, counts);
  const { n, mean } = summary;
  if (n === 0 || mean === null) return { level: 'none' };
  if (n < smallestGroup) return { level: 'hidden' };
  return n < leastForMean ? { level: 'count', n } : { level: 'mean', n, mean, interval: meanInterval(summary) };
};
