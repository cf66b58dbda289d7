import type { Attended, Meeting } from '../domain';
import type { DeskNeeds } from '../needs';

/** Who was there: whoever joined, corrected by the moderator. */
export const createAttendance = (_: Pick<DeskNeeds, 'connection' | 'clock' | 'room'>) => ({
  /** Call once before the first request. */
  ensureIndexes: (): Promise<void> => Promise.resolve(),
  /** Members in the order of the list, then guests. */
  readAttendance: (_meeting: Meeting): Promise<readonly Attended[]> => Promise.resolve([]),
});

export type AttendanceDesk = ReturnType<typeof createAttendance>;
