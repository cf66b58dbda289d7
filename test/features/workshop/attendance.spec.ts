import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../src/features/accounts';
import { createAttendance, type AttendanceDesk } from '../../../src/features/workshop/attendance';
import { countAttendance, type Meeting, type ParticipantId } from '../../../src/features/workshop/domain';
import { createLiveHub } from '../../../src/features/workshop/live/hub';
import { createMeetingStore } from '../../../src/features/workshop/meetings/store';
import { createRoomStore, type RoomStore } from '../../../src/features/workshop/room/store';
import { newId, type AccountId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

const anna: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };

let folder: string;
let storage: Storage;
let room: RoomStore;
let desk: AttendanceDesk;
/** Time of the next act. */
let now = new Date('2026-12-10T09:00:00Z');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  storage = await openStorage({ dataDir: folder, mongodbUri: ownDatabase() });
  const { connection } = storage;
  room = createRoomStore(connection);
  await room.ensureIndexes();
  const meetings = createMeetingStore(connection);
  desk = createAttendance({ connection, clock: { now: () => now }, room, meetings, hub: createLiveHub() });
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const MEMBERS = [
  { id: 'm-ewa', name: 'Ewa Nowicka', institution: 'ROPS', mayVote: true, email: null },
  { id: 'm-jan', name: 'Jan Mróz', institution: 'OWES Północ', mayVote: true, email: null },
  { id: 'm-ola', name: 'Ola Stec', institution: 'Gmina', mayVote: false, email: null },
];
const meetingOf = (): Meeting => {
  now = new Date('2026-12-10T09:00:00Z');
  return { id: newId<'meeting'>(), members: MEMBERS } as unknown as Meeting;
};
const arrive = (meeting: Meeting, member: string | null, name = 'Gość', at = now) =>
  room.join(
    {
      id: (member === null ? newId() : `${meeting.id}.${member}`) as ParticipantId,
      meetingId: meeting.id,
      member,
      name: MEMBERS.find(({ id }) => id === member)?.name ?? name,
      institution: 'Gmina',
      mayVote: false,
      joinedAt: at,
      leftAt: null,
    },
    newId(),
  );
const statesOf = async (meeting: Meeting) =>
  (await desk.readAttendance(meeting)).map(({ name, state, isMarked }) => [name, state, isMarked]);

test('whoever joined by phone is present, also after leaving; the others are absent; members first, then guests', async () => {
  const meeting = meetingOf();
  await arrive(meeting, null, 'Anna Gość');
  const jan = await arrive(meeting, 'm-jan');
  await room.leave(jan.id, 'no such key', now);
  expect(await statesOf(meeting)).toEqual([
    ['Ewa Nowicka', 'absent', false],
    ['Jan Mróz', 'present', false],
    ['Ola Stec', 'absent', false],
    ['Anna Gość', 'present', false],
  ]);
});

test('a guest who joined with two phones is one person', async () => {
  const meeting = meetingOf();
  await arrive(meeting, null, 'Anna Gość');
  await arrive(meeting, null, ' anna  gość ');
  expect((await desk.readAttendance(meeting)).filter(({ member }) => member === null)).toHaveLength(1);
});

test('the moderator corrects what phones say, and who had no phone is marked', async () => {
  const meeting = meetingOf();
  await arrive(meeting, 'm-jan');
  now = new Date('2026-12-10T10:00:00Z');
  const marked = await desk.markAttendance(
    meeting,
    [
      { key: 'm-ewa', seen: 'absent', state: 'present' },
      { key: 'm-jan', seen: 'present', state: 'remote' },
      { key: 'm-ola', seen: 'absent', state: 'absent' },
    ],
    anna,
  );
  expect(marked).toEqual([]);
  expect(await statesOf(meeting)).toEqual([
    ['Ewa Nowicka', 'present', true],
    ['Jan Mróz', 'remote', true],
    ['Ola Stec', 'absent', false],
  ]);
  expect(countAttendance(await desk.readAttendance(meeting))).toEqual({
    invited: 3,
    members: 2,
    remote: 1,
    guests: 0,
    eligible: 2,
    voters: 2,
  });
});

test('a row that somebody else changed is not overwritten, nothing of the form is saved, and the rest of it does not matter', async () => {
  const meeting = meetingOf();
  await desk.markAttendance(meeting, [{ key: 'm-ewa', seen: 'absent', state: 'excused' }], anna);
  const wanted = [
    { key: 'm-ewa', seen: 'absent' as const, state: 'remote' as const },
    { key: 'm-jan', seen: 'absent' as const, state: 'present' as const },
  ];
  expect(await desk.markAttendance(meeting, wanted, anna)).toEqual(['m-ewa']);
  expect((await statesOf(meeting)).map(([, state]) => state)).toEqual(['excused', 'absent', 'absent']);
  const untouched = [{ key: 'm-ewa', seen: 'absent' as const, state: 'absent' as const }, wanted[1]];
  expect(await desk.markAttendance(meeting, untouched as typeof wanted, anna)).toEqual([]);
  expect((await statesOf(meeting)).map(([, state]) => state)).toEqual(['excused', 'present', 'absent']);
});

test('two moderators who mark different people at once are both obeyed', async () => {
  const meeting = meetingOf();
  await Promise.all(
    MEMBERS.map(({ id }) => desk.markAttendance(meeting, [{ key: id, seen: 'absent', state: 'remote' }], anna)),
  );
  expect(await statesOf(meeting)).toMatchObject(MEMBERS.map(({ name }) => [name, 'remote', true]));
});

test('somebody who was excused and joined after all is present', async () => {
  const meeting = meetingOf();
  await desk.markAttendance(meeting, [{ key: 'm-ewa', seen: 'absent', state: 'excused' }], anna);
  await arrive(meeting, 'm-ewa', '', new Date(now.getTime() + 60_000));
  expect((await statesOf(meeting))[0]).toEqual(['Ewa Nowicka', 'present', false]);
});

test('people without a phone are added by hand once, and taken away when it was a mistake', async () => {
  const meeting = meetingOf();
  const guest = { name: 'Barbara Czyż', institution: 'Fundacja Most', state: 'remote' as const };
  expect(await desk.addGuest(meeting, guest, anna)).toBe('added');
  expect(await desk.addGuest(meeting, { ...guest, name: 'barbara czyż' }, anna)).toBe('twice');
  expect(await desk.addGuest(meeting, { ...guest, name: 'Ewa Nowicka', institution: 'rops' }, anna)).toBe('twice');
  const rows = await desk.readRows(meeting);
  expect(rows.at(-1)).toMatchObject({ name: 'Barbara Czyż', member: null, state: 'remote', isAdded: true });
  await desk.removeGuest(meeting, rows.at(-1)?.key ?? '');
  expect(await desk.readRows(meeting)).toHaveLength(MEMBERS.length);
});

test('whoever joined and is no longer on the list is not forgotten', async () => {
  const meeting = meetingOf();
  await arrive(meeting, 'm-jan');
  const shorter = { ...meeting, members: MEMBERS.filter(({ id }) => id !== 'm-jan') };
  expect((await desk.readAttendance(shorter)).at(-1)).toMatchObject({ member: 'm-jan', state: 'present' });
});

test('earlier marks stay in the record', async () => {
  const meeting = meetingOf();
  await desk.markAttendance(meeting, [{ key: 'm-ewa', seen: 'absent', state: 'excused' }], anna);
  await desk.markAttendance(meeting, [{ key: 'm-ewa', seen: 'excused', state: 'present' }], anna);
  const kept = await storage.connection.collection('attendance').findOne({ _id: meeting.id });
  expect((kept?.['marks'] as { state: string }[]).map(({ state }) => state)).toEqual(['excused', 'present']);
});
