import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../../src/features/accounts';
import type { Analysis } from '../../../src/features/analysis';
import type { Findings } from '../../../src/features/findings';
import type { Reports } from '../../../src/features/reports';
import { createWorkshop, type GroupId, type Meeting, type Workshop } from '../../../src/features/workshop';
import { meetingCode, statusOf, type GroupMember } from '../../../src/features/workshop/domain';
import { meetingForm } from '../../../src/features/workshop/meetings/inputs';
import { meetingPrint, type MeetingWords } from '../../../src/features/workshop/meetings/prepare-meeting';
import { formOfMeeting, proposeForm } from '../../../src/features/workshop/meetings/propose-form';
import { readForm } from '../../../src/features/workshop/meetings/read-form';
import { systemClock } from '../../../src/platform/clock';
import { newId, type AccountId } from '../../../src/platform/ids';
import { createMail } from '../../../src/platform/mail';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

const anna: Actor = { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' };
const TODAY = '2026-11-22';

let folder: string;
let storage: Storage;
let workshop: Workshop;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  storage = await openStorage({ dataDir: folder, mongodbUri: ownDatabase() });
  workshop = createWorkshop({
    connection: storage.connection,
    clock: systemClock,
    readEvaluation: () => Promise.reject(new Error('not asked')),
    mail: createMail({ connection: storage.connection, clock: systemClock }),
    analysis: {} as Analysis,
    reports: {} as Reports,
    readCarried: () => Promise.resolve([]),
    isReportedOn: () => Promise.resolve(false),
    findings: {
      conclusions: { listConclusions: () => Promise.resolve([]) },
      recommendations: { listRecommendations: () => Promise.resolve([]) },
    } as unknown as Findings,
    readSpheres: () => Promise.resolve([{ code: 'opieka', label: 'Opieka', clients: null }]),
  });
  await workshop.ensureIndexes();
});
afterAll(async () => {
  workshop.stop();
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const person = (name: string, more: Partial<GroupMember> = {}): GroupMember => ({
  id: newId(),
  name,
  institution: 'ROPS',
  institutionCode: 'rops',
  mayVote: true,
  email: null,
  since: '2026-01-01',
  until: null,
  ...more,
});
const [ewa, jan] = [
  person('Ewa Nowicka', { email: 'ewa@rops.example' }),
  person('Jan Mróz', { mayVote: false }),
] as const;
const wordsOf = (more: Partial<MeetingWords> = {}): MeetingWords => ({
  title: 'Grupa tematyczna',
  day: '2026-12-10',
  from: '10:00',
  to: '13:00',
  place: 'Sala 114',
  agenda: 'Wyniki\nPropozycje',
  materials: [],
  members: [ewa, jan].map(({ id, name, institution, mayVote, email }) => ({ id, name, institution, mayVote, email })),
  rules: { votesEach: 3, spheresEach: 2, ballot: 'secret', quorum: 0.5, guests: true },
  ...more,
});
const meetingOf = (more: Partial<MeetingWords> = {}): Promise<Meeting> =>
  workshop.createMeeting({ ...wordsOf(more), evaluationId: newId<'evaluation'>(), groupId: 'g' as GroupId }, anna);
const again = async ({ evaluationId, number }: Meeting): Promise<Meeting> =>
  (await workshop.readMeeting(evaluationId, number)).meeting;

describe('a meeting before it begins', () => {
  test('a form that is sent twice makes one meeting', async () => {
    const wanted = {
      ...wordsOf(),
      id: newId<'meeting'>(),
      evaluationId: newId<'evaluation'>(),
      groupId: 'g' as GroupId,
    };
    const made = await Promise.all([1, 2].map(() => workshop.createMeeting(wanted, anna)));
    expect(new Set(made.map(({ id, number }) => `${id} ${number}`)).size).toBe(1);
    expect(await workshop.listMeetings(wanted.evaluationId)).toHaveLength(1);
  });

  test('has a number of the year, and is planned', async () => {
    const meeting = await meetingOf();
    expect([meetingCode(meeting), statusOf(meeting)]).toEqual(['1/2026', 'planned']);
  });

  test('is changed as a whole, once, however often the form is sent', async () => {
    const meeting = await meetingOf();
    const wanted = wordsOf({
      day: '2027-01-14',
      place: 'Online',
      members: [],
      rules: { ...meeting.rules, quorum: null },
    });
    expect(await workshop.reviseMeeting(meeting.id, meetingPrint(meeting), wanted)).toBe('revised');
    expect(await workshop.reviseMeeting(meeting.id, meetingPrint(meeting), wanted)).toBe('revised');
    const now = await again(meeting);
    expect(now).toMatchObject(wanted);
    expect(now.log.revision).toBe(meeting.log.revision + 1);
  });

  test('two who change it at once are not both obeyed', async () => {
    const meeting = await meetingOf();
    const seen = meetingPrint(meeting);
    const said = await Promise.all(
      ['Sala A', 'Sala B'].map((place) => workshop.reviseMeeting(meeting.id, seen, wordsOf({ place }))),
    );
    expect(said.toSorted()).toEqual(['overtaken', 'revised']);
  });

  test('is called off and called back, and is not opened in between', async () => {
    const meeting = await meetingOf();
    await workshop.cancelMeeting(meeting.id, 'Choroba', anna);
    await workshop.cancelMeeting(meeting.id, 'Inny powód', anna);
    const off = await again(meeting);
    expect([statusOf(off), off.cancelled?.reason]).toEqual(['cancelled', 'Choroba']);
    await expect(workshop.openMeeting(off)).rejects.toMatchObject({ code: 'workshop.meeting-cancelled' });
    await expect(workshop.reviseMeeting(off.id, meetingPrint(off), wordsOf({ place: 'x' }))).rejects.toMatchObject({
      code: 'workshop.meeting-cancelled',
    });
    await workshop.restoreMeeting(meeting.id);
    expect(statusOf(await again(meeting))).toBe('planned');
  });
});

describe('a meeting that is open', () => {
  test('gets further people, a place and an agenda, and keeps its day, its list and its title', async () => {
    const planned = await meetingOf();
    await workshop.openMeeting(planned);
    const meeting = await again(planned);
    const ola = { id: 'ola', name: 'Ola Stec', institution: 'Gmina', mayVote: true, email: null };
    const wanted = wordsOf({ title: 'Inny', day: '2027-01-01', place: 'Online', agenda: 'Sfery', members: [ola] });
    await workshop.reviseMeeting(meeting.id, meetingPrint(meeting), wanted);
    const now = await again(meeting);
    expect(now).toMatchObject({ title: meeting.title, day: meeting.day, place: 'Online', agenda: 'Sfery' });
    expect(now.members.map(({ name }) => name)).toEqual(['Ewa Nowicka', 'Jan Mróz', 'Ola Stec']);
  });

  test('a stage that moved meanwhile is no conflict', async () => {
    const planned = await meetingOf();
    await workshop.openMeeting(planned);
    const meeting = await again(planned);
    await workshop.moveStage(meeting, 'proposals');
    const said = await workshop.reviseMeeting(meeting.id, meetingPrint(meeting), wordsOf({ place: 'Sala 1' }));
    expect(said).toBe('revised');
    expect(await again(meeting)).toMatchObject({ stage: 'proposals', place: 'Sala 1' });
  });

  test('keeps its rules once a voting began, and is not called off', async () => {
    const planned = await meetingOf();
    await workshop.openMeeting(planned);
    const wanted = wordsOf({ rules: { ...planned.rules, votesEach: 5 } });
    await workshop.reviseMeeting(planned.id, meetingPrint(await again(planned)), wanted);
    expect((await again(planned)).rules.votesEach).toBe(5);
    await workshop.openVoting(planned.id, 'spheres');
    const six = wordsOf({ rules: { ...planned.rules, votesEach: 6 } });
    await workshop.reviseMeeting(planned.id, meetingPrint(await again(planned)), six);
    expect((await again(planned)).rules.votesEach).toBe(5);
    await expect(workshop.cancelMeeting(planned.id, '', anna)).rejects.toMatchObject({ code: 'workshop.meeting-over' });
  });

  test('changes no more after its end', async () => {
    const planned = await meetingOf();
    await workshop.openMeeting(planned);
    await workshop.endMeeting(await again(planned));
    const ended = await again(planned);
    expect(statusOf(ended)).toBe('ended');
    await expect(workshop.reviseMeeting(ended.id, meetingPrint(ended), wordsOf())).rejects.toMatchObject({
      code: 'workshop.meeting-over',
    });
  });
});

describe('the form of a meeting', () => {
  const typed = (more: Readonly<Record<string, unknown>> = {}) =>
    meetingForm.parse({
      tytul: 'Grupa',
      dzien: '2026-12-10',
      od: '9:30',
      do: '13:00',
      glosy: '3',
      sfery: '3',
      ...more,
    });

  test('members keep the id and the address of the group; further people come by their lines; nobody is there twice', () => {
    const form = typed({
      sklad: [ewa.id, jan.id],
      osoby: 'Barbara Czyż; Fundacja Most; b@most.example; bez głosu\newa nowicka; ROPS',
    });
    const { faults, wanted } = readForm(form, [ewa, jan]);
    expect(faults).toEqual([]);
    expect(wanted.from).toBe('09:30');
    expect(wanted.members).toMatchObject([
      { id: ewa.id, email: 'ewa@rops.example', mayVote: true },
      { id: jan.id, mayVote: false },
      { name: 'Barbara Czyż', institution: 'Fundacja Most', email: 'b@most.example', mayVote: false },
    ]);
  });

  test('the day decides who is a member', () => {
    const left = person('Adam Wilk', { until: '2026-12-01' });
    const later = person('Ola Stec', { since: '2026-12-11' });
    const { faults } = readForm(typed({ sklad: [ewa.id, left.id, later.id] }), [ewa, left, later]);
    expect(faults).toEqual([
      { field: 'sklad', name: 'Adam Wilk' },
      { field: 'sklad', name: 'Ola Stec' },
    ]);
    expect(readForm(typed({ dzien: '2026-11-30', sklad: [left.id] }), [left]).faults).toEqual([]);
  });

  test('names every fault, the line too', () => {
    const { faults } = readForm(
      typed({
        tytul: '',
        dzien: '2026-02-30',
        od: '25:00',
        do: '08:00',
        glosy: '0',
        kworum: '120',
        osoby: 'Jan\nx; y; @',
      }),
      [],
    );
    expect(faults.map((fault) => [fault.field, 'line' in fault ? fault.line : 0])).toEqual([
      ['tytul', 0],
      ['dzien', 0],
      ['od', 0],
      ['do', 0],
      ['osoby', 1],
      ['osoby', 2],
      ['glosy', 0],
      ['kworum', 0],
    ]);
  });

  test('the first one proposes everybody of the group, the next one the people, rules and place of the last', async () => {
    const left = person('Adam Wilk', { until: '2026-11-01' });
    const words = { today: TODAY, withoutVote: 'bez głosu' };
    const first = proposeForm(meetingForm.parse({}), [ewa, jan, left], [], words);
    expect([first.sklad, first.glosy, first.osoby]).toEqual([[ewa.id, jan.id], '3', '']);

    const barbara = { id: 'b', name: 'Barbara Czyż', institution: 'Most', mayVote: false, email: null };
    const rules = { votesEach: 5, spheresEach: 2, ballot: 'named' as const, quorum: 1 / 3, guests: false };
    const [member] = wordsOf().members;
    const last = await meetingOf({ day: '2026-11-10', members: [...(member ? [member] : []), barbara], rules });
    const cancelled = {
      ...(await meetingOf({ place: 'Nigdzie' })),
      cancelled: { reason: '', by: 'A', at: new Date() },
    };
    const ola = person('Ola Stec', { since: '2026-11-15' });
    const next = proposeForm(meetingForm.parse({}), [ewa, jan, ola], [last, cancelled], words);
    expect(next).toMatchObject({
      sklad: [ewa.id, ola.id],
      osoby: 'Barbara Czyż; Most; bez głosu',
      glosy: '5',
      sfery: '2',
      kworum: '33,33',
      tajne: 'jawne',
      goscie: '',
      miejsce: 'Sala 114',
      tytul: '',
    });
  });

  test('a meeting that is opened in the form and saved as it is stays as it is', async () => {
    const meeting = await meetingOf();
    const form = meetingForm.parse(formOfMeeting(meeting, [ewa, jan], 'bez głosu'));
    const { faults, wanted } = readForm(form, [ewa, jan]);
    expect(faults).toEqual([]);
    expect(meetingPrint({ ...meeting, ...wanted })).toBe(meetingPrint(meeting));
  });
});
