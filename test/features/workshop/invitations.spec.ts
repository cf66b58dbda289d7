import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Findings } from '../../../src/features/findings';
import type { Meeting, Member } from '../../../src/features/workshop';
import { createInvitations, type Invitations } from '../../../src/features/workshop/invitations';
import { calendarOf } from '../../../src/features/workshop/invitations/calendar';
import { drawCode } from '../../../src/features/workshop/invitations/draw-code';
import type { Dispatch, Occasion } from '../../../src/features/workshop/invitations/send';
import { writeLetter } from '../../../src/features/workshop/invitations/write-letter';
import { momentOf } from '../../../src/platform/clock';
import { loadTranslators } from '../../../src/platform/i18n';
import { newId } from '../../../src/platform/ids';
import { createMail, type Outbox } from '../../../src/platform/mail';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { root } from '../../support/files';

const pl = loadTranslators('locales').pl;
const sender = { name: 'Anna Wrona', address: 'anna.wrona@badania.example' };
const publicUrl = 'https://ewaluacja.example';

let folder: string;
let storage: Storage;
let at = new Date('2026-11-22T09:00:00Z');
/** A little later each time it is asked. */
const clock = {
  now: () => {
    at = new Date(at.getTime() + 1);
    return at;
  },
};
let mail: Outbox;
let invitations: Invitations;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  const mongodbUri = ownDatabase();
  storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  mail = createMail({ connection: storage.connection, clock });
  await mail.ensureIndexes();
  const conclusions = {
    listConclusions: () => Promise.resolve([{ id: 'w5', number: 5, title: 'Czas oczekiwania się wydłuża' }]),
  };
  invitations = createInvitations({
    connection: storage.connection,
    clock,
    mail,
    findings: { conclusions } as unknown as Findings,
  });
});
beforeEach(() => {
  at = new Date('2026-11-22T09:00:00Z');
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: `Osoba ${id}`,
  institution: 'OWES Północ',
  mayVote: true,
  email: `${id}@owes.example`,
  ...more,
});
const meetingOf = (more: Partial<Meeting> = {}): Meeting =>
  ({
    id: newId<'meeting'>(),
    evaluationId: newId<'evaluation'>(),
    number: 3,
    title: 'Grupa tematyczna ROPS i OWES',
    day: '2026-12-10',
    from: '10:00',
    to: '13:00',
    place: 'Kielce, al. IX Wieków Kielc 3; sala 114',
    agenda: 'Powitanie\nCo zrobiliśmy',
    materials: ['w5'],
    frozen: [],
    members: [member('ewa'), member('jan', { mayVote: false }), member('bez', { email: null })],
    code: null,
    endedAt: null,
    cancelled: null,
    ...more,
  }) as unknown as Meeting;
const dispatch = (meeting: Meeting): Dispatch => ({
  meeting,
  sender,
  write: writeLetter({ meeting, publicUrl, name: sender.name }, pl),
});
const lettersOf = async ({ id }: Meeting) => mail.standingsAbout(`spotkanie:${id}`);
const handOverAll = async (meeting: Meeting): Promise<void> => {
  for (const { key, state } of await lettersOf(meeting)) if (state === 'waiting') await mail.settleByHand(key);
};
const newestCalendar = async (meeting: Meeting, kind: string, who: string): Promise<string> => {
  const letters = (await lettersOf(meeting)).filter(({ key }) => key.startsWith(`${kind}:${meeting.id}:${who}:`));
  return (await mail.read(letters.at(-1)?.key ?? ''))?.calendar ?? '';
};

/** Lines of a calendar file as they were before they were folded. */
const linesOf = (calendar: string): readonly string[] => calendar.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
const valueOf = (calendar: string, name: string): string | undefined => {
  const event = calendar.slice(calendar.indexOf('BEGIN:VEVENT'));
  const line = linesOf(event).find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
  return line?.slice(name.length);
};
const plain = {
  method: 'REQUEST',
  sequence: 0,
  description: '',
  organizer: sender,
  attendee: null,
  stamp: at,
} as const;

test('clocks in Poland: an hour ahead of UTC in winter, two in summer', () => {
  expect(momentOf('2026-12-10', '10:00').toISOString()).toBe('2026-12-10T09:00:00.000Z');
  expect(momentOf('2026-07-10', '10:00').toISOString()).toBe('2026-07-10T08:00:00.000Z');
  // Summer time begins on 29 March 2026 at 2:00 and ends on 25 October 2026 at 3:00.
  expect(momentOf('2026-03-29', '1:59').toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(momentOf('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(momentOf('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test.each(['UTC', 'America/New_York', 'Asia/Tokyo'])(
  'a meeting is at ten by the clocks in Poland, winter and summer, where the server lives by the time of %s',
  (zone) => {
    const meetings = ['2026-12-10', '2026-07-10'].map((day) => meetingOf({ day, from: '9:30', to: '10:00' }));
    const built = join(root, 'dist/src/features/workshop/invitations/calendar.js');
    const program = `const { calendarOf } = require(${JSON.stringify(built)});
      const words = ${JSON.stringify(plain)};
      const files = ${JSON.stringify(meetings)}.map((one) => calendarOf(one, { ...words, stamp: new Date(words.stamp) }));
      process.stdout.write(JSON.stringify(files));`;
    const written = execFileSync(process.execPath, ['-e', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const files = JSON.parse(written) as readonly string[];
    expect(files.map((file) => ['DTSTART', 'DTEND', 'DTSTAMP'].map((name) => valueOf(file, name)))).toEqual([
      [';TZID=Europe/Warsaw:20261210T093000', ';TZID=Europe/Warsaw:20261210T100000', ':20261122T090000Z'],
      [';TZID=Europe/Warsaw:20260710T093000', ';TZID=Europe/Warsaw:20260710T100000', ':20261122T090000Z'],
    ]);
  },
);

test('the calendar file holds the rules of Polish time, is folded at 75 bytes and names nobody but the addressee', () => {
  const attendee = { name: 'Ewa "Ósma" Nowicka\r\nATTENDEE:mailto:zly@x.example', address: 'ewa@owes.example' };
  const hostile = { title: 'Spotkanie; o sferach, \\ i\r\nBEGIN:VALARM', place: 'Sala\nSTATUS:CANCELLED' };
  const calendar = calendarOf(meetingOf(hostile), { ...plain, attendee, description: 'Żółć '.repeat(60) });
  const raw = calendar.split('\r\n');
  expect(raw.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const lines = linesOf(calendar);
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(lines).toContain('METHOD:REQUEST');
  expect(lines.filter((line) => line.startsWith('TZOFFSETTO'))).toEqual(['TZOFFSETTO:+0200', 'TZOFFSETTO:+0100']);
  expect(lines.filter((line) => line.startsWith('RRULE'))).toEqual([
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  ]);
  expect(lines.filter((line) => /^(ATTENDEE|BEGIN:VALARM|STATUS)/.test(line))).toHaveLength(2);
  expect(valueOf(calendar, 'STATUS')).toBe(':CONFIRMED');
  expect(valueOf(calendar, 'SUMMARY')).toBe(':Spotkanie\\; o sferach\\, \\\\ i BEGIN:VALARM');
  expect(valueOf(calendar, 'ATTENDEE')).toMatch(/MAILTO:ewa@owes\.example$/i);
  expect(valueOf(calendar, 'ORGANIZER')).toMatch(/:mailto:anna\.wrona@badania\.example$/);
});

test('an end that is not after the beginning is left out', () => {
  expect(valueOf(calendarOf(meetingOf({ to: '' }), plain), 'DTEND')).toBeUndefined();
  const turned = calendarOf(meetingOf({ from: '10:00', to: '9:00' }), plain);
  expect([valueOf(turned, 'DTSTART'), valueOf(turned, 'DTEND')]).toEqual([
    ';TZID=Europe/Warsaw:20261210T100000',
    undefined,
  ]);
});

test('everybody with an address gets one invitation, however often it is sent; the others have theirs to hand over', async () => {
  const meeting = meetingOf();
  expect((await invitations.readInvited(meeting)).edition).toBe(1);
  expect(await Promise.all([invitations.invite(dispatch(meeting)), invitations.invite(dispatch(meeting))])).toContain(
    2,
  );
  expect(await invitations.invite(dispatch(meeting))).toBe(0);
  expect((await lettersOf(meeting)).map(({ to, state }) => [to, state])).toEqual([
    ['ewa@owes.example', 'waiting'],
    ['jan@owes.example', 'waiting'],
  ]);
  const { members } = await invitations.readInvited(meeting);
  expect(members.map(({ invitation }) => invitation?.state)).toEqual(['waiting', 'waiting', undefined]);
});

test('the letter says when, where and what about, and whether the person votes; the code only while the meeting is open', () => {
  const write = (meeting: Meeting, more: Partial<Occasion> = {}) =>
    dispatch(meeting).write({
      kind: 'zaproszenie',
      member: member('ewa'),
      topics: [{ number: 5, title: 'Czas oczekiwania się wydłuża' }],
      isChange: false,
      ...more,
    });
  const { subject, text } = write(meetingOf());
  expect(subject).toBe('Zaproszenie: Grupa tematyczna ROPS i OWES, 10 grudnia 2026');
  expect(text).toContain(
    'Termin: czwartek, 10 grudnia 2026, godz. 10:00–13:00\nMiejsce: Kielce, al. IX Wieków Kielc 3; sala 114',
  );
  expect(text).toContain('Program:\n• Powitanie\n• Co zrobiliśmy');
  expect(text).toContain('W5. Czas oczekiwania się wydłuża');
  expect(text).toContain('mają Państwo prawo głosu');
  expect(text).toContain('https://ewaluacja.example/s. Kod pokażemy');
  expect(text).not.toContain('/badania/');
  expect(write(meetingOf({ code: '482913' })).text).toContain(
    'https://ewaluacja.example/s/482913\nKod spotkania: 482\u00a0913',
  );
  expect(write(meetingOf(), { member: member('jan', { mayVote: false }) }).text).toContain('bez prawa głosu');
  expect(write(meetingOf(), { isChange: true }).subject).toMatch(/^Zmiana: /);
});

test('a change of date is told to everybody anew: the same entry in the calendar, a higher sequence; what still waited is not sent', async () => {
  const meeting = meetingOf();
  await invitations.invite(dispatch(meeting));
  const [first] = await lettersOf(meeting);
  await mail.settleByHand(first?.key ?? '');
  const before = await newestCalendar(meeting, 'zaproszenie', 'ewa');
  const moved = { ...meeting, day: '2026-12-17' };
  const standing = await invitations.readInvited(moved);
  expect(standing.edition).toBe(2);
  expect(standing.members.map(({ invitation, outdated }) => [invitation, outdated?.state])).toEqual([
    [null, 'sent'],
    [null, undefined],
    [null, undefined],
  ]);
  expect(await invitations.invite(dispatch(moved))).toBe(2);
  const after = await newestCalendar(moved, 'zaproszenie', 'ewa');
  expect(valueOf(after, 'UID')).toBe(valueOf(before, 'UID'));
  expect([valueOf(before, 'SEQUENCE'), valueOf(after, 'SEQUENCE')]).toEqual([':0', ':1']);
  expect(valueOf(after, 'DTSTART')).toBe(';TZID=Europe/Warsaw:20261217T100000');
  const jan = (await lettersOf(moved)).filter(({ to }) => to === 'jan@owes.example');
  expect(jan.map(({ state, fault, subject }) => [state, fault, subject.split(':')[0]])).toEqual([
    ['failed', 'withdrawn', 'Zaproszenie'],
    ['waiting', null, 'Zaproszenie'],
  ]);
  const ewa = (await lettersOf(moved)).filter(({ to }) => to === 'ewa@owes.example');
  expect(ewa.map(({ subject }) => subject.split(':')[0])).toEqual(['Zaproszenie', 'Zmiana']);
});

test('a corrected address gets the invitation that the wrong one did not', async () => {
  const meeting = meetingOf({ members: [member('ewa', { email: 'ewa@onwes.example' })] });
  await invitations.invite(dispatch(meeting));
  const mended = { ...meeting, members: [member('ewa')] };
  expect((await invitations.readInvited(mended)).members[0]?.invitation).toBeNull();
  expect(await invitations.invite(dispatch(mended))).toBe(1);
  expect((await lettersOf(mended)).map(({ to, fault }) => [to, fault])).toEqual([
    ['ewa@onwes.example', 'withdrawn'],
    ['ewa@owes.example', null],
  ]);
});

test('once more to one person, once for each time it is asked; a reminder once a day, to those who have the invitation', async () => {
  const meeting = meetingOf();
  await invitations.invite(dispatch(meeting));
  expect(await invitations.remind(dispatch(meeting))).toBe(0);
  await handOverAll(meeting);
  await invitations.inviteAgain(dispatch(meeting), 'ewa', 'raz');
  await invitations.inviteAgain(dispatch(meeting), 'ewa', 'raz');
  expect(await lettersOf(meeting)).toHaveLength(3);
  await handOverAll(meeting);
  await invitations.remind(dispatch(meeting));
  await invitations.remind(dispatch(meeting));
  expect((await lettersOf(meeting)).filter(({ key }) => key.startsWith('przypomnienie'))).toHaveLength(2);
  at = new Date('2026-12-09T09:00:00Z');
  await invitations.remind(dispatch(meeting));
  expect((await lettersOf(meeting)).filter(({ key }) => key.startsWith('przypomnienie'))).toHaveLength(4);
  await expect(invitations.inviteAgain(dispatch(meeting), 'nikt', 'x')).rejects.toMatchObject({
    code: 'invitations.guest-not-found',
  });
  await expect(invitations.inviteAgain(dispatch(meeting), 'bez', 'x')).rejects.toMatchObject({
    code: 'invitations.no-address',
  });
});

test('a meeting that is called off leaves the calendars of those who were invited', async () => {
  const meeting = meetingOf();
  await invitations.invite(dispatch(meeting));
  const [first] = await lettersOf(meeting);
  await mail.settleByHand(first?.key ?? '');
  await expect(invitations.callOff(dispatch(meeting))).rejects.toMatchObject({
    code: 'invitations.meeting-takes-place',
  });
  const off = { ...meeting, cancelled: { reason: 'Choroba', by: 'Anna Wrona', at } };
  await expect(invitations.invite(dispatch(off))).rejects.toMatchObject({ code: 'invitations.meeting-is-called-off' });
  expect(await invitations.callOff(dispatch(off))).toBe(1);
  expect(await invitations.callOff(dispatch(off))).toBe(0);
  const calendar = await newestCalendar(off, 'odwolanie', 'ewa');
  expect(linesOf(calendar)).toContain('METHOD:CANCEL');
  expect([valueOf(calendar, 'STATUS'), valueOf(calendar, 'SEQUENCE')]).toEqual([':CANCELLED', ':1']);
  expect((await lettersOf(off)).map(({ to, state, fault }) => [to, state, fault])).toEqual([
    ['ewa@owes.example', 'sent', null],
    ['jan@owes.example', 'failed', 'withdrawn'],
    ['ewa@owes.example', 'waiting', null],
  ]);
  const again = { ...meeting, day: '2026-12-18' };
  expect(await invitations.invite(dispatch(again))).toBe(2);
  expect(valueOf(await newestCalendar(again, 'zaproszenie', 'ewa'), 'SEQUENCE')).toBe(':2');
});

test('somebody who left the list is told so, and invited anew when back', async () => {
  const meeting = meetingOf();
  await invitations.invite(dispatch(meeting));
  await handOverAll(meeting);
  const without = { ...meeting, members: meeting.members.filter(({ id }) => id !== 'jan') };
  expect((await invitations.readInvited(without)).former.map((one) => one.member.email)).toEqual(['jan@owes.example']);
  expect(await invitations.uninvite(dispatch(without))).toBe(1);
  expect(await invitations.uninvite(dispatch(without))).toBe(0);
  expect(linesOf(await newestCalendar(without, 'odwolanie', 'jan'))).toContain('METHOD:CANCEL');
  expect((await invitations.readInvited(meeting)).members.map(({ invitation }) => invitation?.state)).toEqual([
    'sent',
    undefined,
    undefined,
  ]);
  expect(await invitations.invite(dispatch(meeting))).toBe(1);
});

test('nothing is written about a meeting that is over', async () => {
  const meeting = meetingOf();
  at = new Date('2026-12-10T23:30:00Z');
  await expect(invitations.invite(dispatch(meeting))).rejects.toMatchObject({ code: 'invitations.meeting-is-over' });
  expect((await invitations.readInvited(meeting)).may).toBe('nothing');
});

test('the code of a meeting is dark on light with four empty modules around it', () => {
  const svg = drawCode('https://ewaluacja.example/s/482913');
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 37 37"/);
  expect(svg).toContain('<path fill="#fff" d="M0 0h37v37H0z"/>');
  // Each of the three corners begins with seven dark modules, behind the quiet zone.
  expect(svg).toContain('M4 4h7v1H4z');
  expect(svg).toContain('M26 4h7v1H26z');
  expect(svg).toContain('M4 26h7v1H4z');
});
