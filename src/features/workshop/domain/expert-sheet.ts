import type { MeetingId } from './meeting';
import type { ParticipantId } from './participant';

/** What an expert scores a sphere for, from 1 to 5 (domain 2.3, sheet e). */
export const SHEET_CRITERIA = ['demand', 'jobs', 'fit', 'readiness'] as const;
export type SheetCriterion = (typeof SHEET_CRITERIA)[number];

/** Arkusz ekspercki: one person's order of spheres and scores. */
export interface ExpertSheet {
  readonly meetingId: MeetingId;
  readonly participant: ParticipantId;
  /** Codes, the most important first, at most `MOST_RANKED`. */
  readonly ranking: readonly string[];
  /** By code of the sphere; what was not scored is not there. */
  readonly scores: Readonly<Record<string, Partial<Readonly<Record<SheetCriterion, number>>>>>;
  readonly at: Date;
}

/** As in the questions S1 and R25, so that points compare. */
export const MOST_RANKED = 5;
