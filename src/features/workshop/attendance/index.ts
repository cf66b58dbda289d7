import type { Actor } from '../../accounts';
import {
  attendanceRows,
  isThereAlready,
  resolveMarks,
  type Attendance,
  type Attended,
  type AttendanceRecord,
  type AttendanceRow,
  type MarkWanted,
  type Meeting,
} from '../domain';
import { printOf } from '../group/print-of';
import type { DeskNeeds } from '../needs';
import { busy, meetingCancelled } from '../problems';
import { createAttendanceStore } from './store';

type Needs = Pick<DeskNeeds, 'connection' | 'clock' | 'room' | 'meetings' | 'hub'>;
type Whose = Pick<Meeting, 'id' | 'members'>;

/** A guest by name and institution, however they are written. */
const keyOf = ({ name, institution }: { readonly name: string; readonly institution: string }): string =>
  printOf([name, institution].map((text) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('pl')));

const MOST_TRIES = 20;
const MOST_GUESTS = 300;

/** Who was there: whoever joined, corrected by the moderator. */
export const createAttendance = (needs: Needs) => {
  const store = createAttendanceStore(needs.connection);
  const rowsOf = async (meeting: Whose, record: AttendanceRecord): Promise<readonly AttendanceRow[]> =>
    attendanceRows(meeting, await needs.room.participantsOf(meeting.id), record, keyOf);
  const readRows = async (meeting: Whose): Promise<readonly AttendanceRow[]> =>
    rowsOf(meeting, await store.find(meeting.id));
  const edit = editRecord(needs, store, rowsOf);
  return {
    /** Call once before the first request. */
    ensureIndexes: (): Promise<void> => Promise.resolve(),
    /** Members in the order of the list, then guests. */
    readAttendance: (meeting: Meeting): Promise<readonly Attended[]> => readRows(meeting),
    readRows,

    /** All of them or none. @returns keys of those whom somebody else changed meanwhile */
    markAttendance: (meeting: Meeting, wanted: readonly MarkWanted[], actor: Actor): Promise<readonly string[]> =>
      edit<readonly string[]>(meeting, (rows, record) => {
        const { changed, overtaken } = resolveMarks(rows, wanted);
        if (overtaken.length > 0 || changed.length === 0) return { result: overtaken };
        const at = needs.clock.now();
        const marks = changed.map(({ key, state }) => ({ key, state, by: actor.name, at }));
        return { record: { ...record, marks: [...record.marks, ...marks] }, result: [] };
      }),

    /** Somebody who came without a phone and is on no list. Repeatable. */
    addGuest: (
      meeting: Meeting,
      { state, ...guest }: { readonly name: string; readonly institution: string; readonly state: Attendance },
      actor: Actor,
    ): Promise<'added' | 'twice' | 'full'> =>
      edit<'added' | 'twice' | 'full'>(meeting, (rows, record) => {
        if (isThereAlready(rows, guest)) return { result: 'twice' };
        if (record.guests.length >= MOST_GUESTS) return { result: 'full' };
        const stamp = { key: keyOf(guest), by: actor.name, at: needs.clock.now() };
        const guests = [...record.guests, { ...guest, ...stamp }];
        const marks = state === 'present' ? record.marks : [...record.marks, { ...stamp, state }];
        return { record: { ...record, guests, marks }, result: 'added' };
      }),

    /** Whoever was added by hand by mistake; who joined by phone stays. */
    removeGuest: (meeting: Meeting, guest: string): Promise<void> =>
      edit(meeting, (_rows, record) => {
        const guests = record.guests.filter(({ key }) => key !== guest);
        if (guests.length === record.guests.length) return { result: undefined };
        return { record: { ...record, guests }, result: undefined };
      }),
  };
};

export type AttendanceDesk = ReturnType<typeof createAttendance>;

const editRecord =
  (
    { hub, meetings }: Needs,
    store: ReturnType<typeof createAttendanceStore>,
    rowsOf: (meeting: Whose, record: AttendanceRecord) => Promise<readonly AttendanceRow[]>,
  ) =>
  async <Result>(
    meeting: Meeting,
    decide: (
      rows: readonly AttendanceRow[],
      record: AttendanceRecord,
    ) => { readonly record?: AttendanceRecord; readonly result: Result },
  ): Promise<Result> => {
    if (meeting.cancelled) throw meetingCancelled();
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await store.find(meeting.id);
      const { record, result } = decide(await rowsOf(meeting, before), before);
      if (record === undefined) return result;
      if (await store.replace(meeting.id, before.revision, record)) {
        await meetings.touchTally(meeting.id);
        hub.changed(meeting.id, 'tally');
        return result;
      }
    }
    throw busy();
  };
