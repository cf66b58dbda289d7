import type { Attendance, Attended } from './attendance';
import { isSameMember } from './edit-group';
import type { Meeting } from './meeting';
import type { Participant } from './participant';

/** What the moderator said of one person; earlier marks stay. */
export interface AttendanceMark {
  /** Of the member, or of the guest. */
  readonly key: string;
  readonly state: Attendance;
  readonly by: string;
  readonly at: Date;
}

/** Somebody who is on no list and came without a phone. */
export interface AddedGuest {
  readonly key: string;
  readonly name: string;
  readonly institution: string;
  readonly by: string;
  readonly at: Date;
}

export interface AttendanceRecord {
  readonly marks: readonly AttendanceMark[];
  readonly guests: readonly AddedGuest[];
  readonly revision: number;
}

export interface AttendanceRow extends Attended {
  readonly key: string;
  /** When the first phone joined; null: none did. */
  readonly joinedAt: Date | null;
  readonly isAdded: boolean;
}

type Joined = Pick<Participant, 'id' | 'member' | 'name' | 'institution' | 'joinedAt'>;

/**
 * Members in the order of the list, then guests: whoever joined was there, unless the moderator says otherwise later. A guest who joined twice is one.
 *
 * @param keyOf of a guest: the same for the same name and institution
 */
export const attendanceRows = (
  { members }: Pick<Meeting, 'members'>,
  participants: readonly Joined[],
  record: Pick<AttendanceRecord, 'marks' | 'guests'>,
  keyOf: (guest: Pick<Joined, 'name' | 'institution'>) => string,
): readonly AttendanceRow[] => {
  const row = (
    who: Pick<AttendanceRow, 'key' | 'member' | 'name' | 'institution' | 'mayVote' | 'isAdded'>,
    joined: Joined | undefined,
    otherwise: Attendance,
  ): AttendanceRow => {
    const mark = record.marks.findLast(({ key }) => key === who.key);
    const isOutdated = mark !== undefined && joined !== undefined && saysAway(mark) && joined.joinedAt > mark.at;
    const state = mark === undefined || isOutdated ? (joined === undefined ? otherwise : 'present') : mark.state;
    return { ...who, state, isMarked: mark !== undefined && !isOutdated, joinedAt: joined?.joinedAt ?? null };
  };
  const listed = members.map(({ id, name, institution, mayVote }) =>
    row(
      { key: id, member: id, name, institution, mayVote, isAdded: false },
      participants.find(({ member }) => member === id),
      'absent',
    ),
  );
  const known = new Set(members.map(({ id }) => id));
  const unlisted = participants.filter(({ member }) => member !== null && !known.has(member));
  const joinedGuests = participants.filter(({ member }) => member === null);
  const guests = new Map<string, AttendanceRow>();
  for (const joined of [...unlisted, ...joinedGuests]) {
    const { member, name, institution } = joined;
    const key = member ?? keyOf(joined);
    if (!guests.has(key))
      guests.set(key, row({ key, member, name, institution, mayVote: false, isAdded: false }, joined, 'absent'));
  }
  for (const { key, name, institution } of record.guests)
    if (!guests.has(key))
      guests.set(
        key,
        row({ key, member: null, name, institution, mayVote: false, isAdded: true }, undefined, 'present'),
      );
  return [...listed, ...guests.values()];
};

const saysAway = ({ state }: AttendanceMark): boolean => state === 'excused' || state === 'absent';

/** What a page asks for one person, and what it showed before. */
export interface MarkWanted {
  readonly key: string;
  readonly seen: Attendance;
  readonly state: Attendance;
}

/** Those of the wanted changes that are made, and those whom somebody else changed meanwhile. */
export const resolveMarks = (
  rows: readonly AttendanceRow[],
  wanted: readonly MarkWanted[],
): { readonly changed: readonly MarkWanted[]; readonly overtaken: readonly string[] } => {
  const now = new Map(rows.map(({ key, state }) => [key, state]));
  const asked = wanted.filter(({ key, seen, state }) => now.has(key) && seen !== state && now.get(key) !== state);
  return {
    changed: asked.filter(({ key, seen }) => now.get(key) === seen),
    overtaken: asked.filter(({ key, seen }) => now.get(key) !== seen).map(({ key }) => key),
  };
};

/** Whether somebody is on the page already, on the list or as a guest. */
export const isThereAlready = (
  rows: readonly AttendanceRow[],
  guest: Pick<AttendanceRow, 'name' | 'institution'>,
): boolean => rows.some((row) => isSameMember(row, guest));
