import type { EvaluationId } from '../../../platform/ids';
import type { ExpertSheet, MeetingId } from '../domain';
import type { DeskNeeds } from '../needs';

/** Experts' sheets: spheres in order and scored, filled in on phones at the meeting. */
export const createSheets = (_: Pick<DeskNeeds, 'connection' | 'clock' | 'meetings' | 'room' | 'hub'>) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  sheetsOf: (_meeting: MeetingId): Promise<readonly ExpertSheet[]> => Promise.resolve([]),
  /** Orders of spheres, the most important first, of the last meeting of the evaluation that has any. */
  readExpertRankings: (_id: EvaluationId): Promise<readonly (readonly string[])[]> => Promise.resolve([]),
});

export type Sheets = ReturnType<typeof createSheets>;
