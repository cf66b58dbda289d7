export const ATTENDANCES = ['present', 'remote', 'excused', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Whether somebody was there, and whether the moderator said so or joining did. */
export interface Attended {
  /** Of the meeting's list; null for a guest. */
  readonly member: string | null;
  readonly name: string;
  readonly institution: string;
  readonly mayVote: boolean;
  readonly state: Attendance;
  readonly isMarked: boolean;
}
