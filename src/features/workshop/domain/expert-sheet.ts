import type { MeetingId } from './meeting';

/** What an expert scores a sphere for, from 1 to 5 (domain 2.3, sheet e). */
export const SHEET_CRITERIA = ['demand', 'jobs', 'fit', 'readiness'] as const;
export type SheetCriterion = (typeof SHEET_CRITERIA)[number];

/** Scores of one sphere; what was not scored is not there. */
export type SphereScores = Readonly<Partial<Record<SheetCriterion, number>>>;

/** What somebody fills in. */
export interface SheetWords {
  /** Codes, the most important first, at most `MOST_RANKED`. */
  readonly ranking: readonly string[];
  /** By code of the sphere. */
  readonly scores: Readonly<Record<string, SphereScores>>;
}

/** Arkusz ekspercki: one person's order of spheres and scores. */
export interface ExpertSheet extends SheetWords {
  /** Says nothing of the person, unless the key of the meeting's sheets is known; of a secret ballot it is erased at the end. */
  readonly id: string;
  readonly meetingId: MeetingId;
  /** Filled in on paper and written down by the moderator. */
  readonly isPaper: boolean;
  /** Grows with each change. */
  readonly revision: number;
  readonly at: Date;
}

/** As in the questions S1 and R25, so that points compare. */
export const MOST_RANKED = 5;
export const MOST_SCORE = 5;

/** The same order and the same scores: a form that was sent twice. */
export const isSameSheet = (one: SheetWords, other: SheetWords): boolean => textOf(one) === textOf(other);

const textOf = ({ ranking, scores }: SheetWords): string =>
  JSON.stringify([
    ranking,
    Object.keys(scores)
      .toSorted()
      .map((sphere) => [sphere, SHEET_CRITERIA.map((criterion) => scores[sphere]?.[criterion] ?? 0)]),
  ]);
