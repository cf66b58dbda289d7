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

export interface AttendanceCount {
  /** On the list of the meeting, whoever came or not. */
  readonly invited: number;
  /** Members who were there, in the room or elsewhere. */
  readonly members: number;
  /** Of those who were there, members and guests. */
  readonly remote: number;
  readonly guests: number;
  /** With a voting right: on the list, and there. */
  readonly eligible: number;
  readonly voters: number;
}

const isThere = ({ state }: Pick<Attended, 'state'>): boolean => state === 'present' || state === 'remote';

export const countAttendance = (attended: readonly Attended[]): AttendanceCount => {
  const members = attended.filter(({ member }) => member !== null);
  const there = attended.filter(isThere);
  const eligible = members.filter(({ mayVote }) => mayVote);
  return {
    invited: members.length,
    members: members.filter(isThere).length,
    remote: there.filter(({ state }) => state === 'remote').length,
    guests: there.filter(({ member }) => member === null).length,
    eligible: eligible.length,
    voters: eligible.filter(isThere).length,
  };
};
