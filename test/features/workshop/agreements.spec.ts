import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAgreements } from '../../../src/features/workshop/agreements';
import { wordsIssues } from '../../../src/features/workshop/agreements/check-words';
import { agreementForm, originIn, originValue, wordsIn } from '../../../src/features/workshop/agreements/inputs';
import { createLiveHub } from '../../../src/features/workshop/live/hub';
import { createMeetingStore } from '../../../src/features/workshop/meetings/store';
import type { AgreementWords, GroupId, Meeting } from '../../../src/features/workshop';
import { systemClock } from '../../../src/platform/clock';
import { newId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';

/** The agreement that its addressee has said something of. */
const reported = newId<'agreement'>();
/** The meeting whose minutes are approved. */
const approved = newId<'meeting'>();

let folder: string;
let storage: Storage;
let agreements: ReturnType<typeof createAgreements>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'es-'));
  const mongodbUri = ownDatabase();
  storage = await openStorage({ dataDir: folder, ...(mongodbUri === undefined ? {} : { mongodbUri }) });
  agreements = createAgreements({
    connection: storage.connection,
    clock: systemClock,
    hub: createLiveHub(),
    meetings: createMeetingStore(storage.connection),
    isReportedOn: (agreement) => Promise.resolve(agreement === reported),
    findMinutes: (meeting) => Promise.resolve(meeting === approved ? { state: 'approved' } : undefined),
  });
  await agreements.ensureIndexes();
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const meetingOf = (): Meeting =>
  ({ id: newId<'meeting'>(), evaluationId: newId<'evaluation'>(), groupId: '26' as GroupId, number: 3 }) as Meeting;

const words: AgreementWords = {
  text: 'Uruchomić wspólny numer telefonu',
  addressees: [{ kind: 'institution', code: 'rops' }],
  person: 'Ewa Nowicka',
  due: '2027-02-28',
  dimension: 'coordination',
  origin: { kind: 'discussion' },
};

test('a form sent twice makes one agreement', async () => {
  const [meeting, id] = [meetingOf(), newId<'agreement'>()];
  const made = await Promise.all([1, 2, 3].map(() => agreements.addAgreement(meeting, { ...words, id }, 'Anna')));
  expect(new Set(made.map(({ number }) => number)).size).toBe(1);
  expect(await agreements.agreementsOf(meeting.id)).toHaveLength(1);
});

test('a number is never used twice, also after an agreement was removed', async () => {
  const meeting = meetingOf();
  const first = await agreements.addAgreement(meeting, words, 'Anna');
  const second = await agreements.addAgreement(meeting, words, 'Anna');
  await agreements.removeAgreement(second.id, second.log.revision);
  const third = await agreements.addAgreement(meeting, words, 'Anna');
  expect([first.number, second.number, third.number]).toEqual([1, 2, 3]);
});

test('whoever saves from an older form is refused, and what is there stays', async () => {
  const made = await agreements.addAgreement(meetingOf(), words, 'Anna');
  await agreements.changeAgreement(made.id, 1, { ...words, person: 'Jan Mróz' });
  await expect(agreements.changeAgreement(made.id, 1, { ...words, person: 'Ola Stec' })).rejects.toMatchObject({
    code: 'workshop.changed-meanwhile',
  });
  await expect(agreements.removeAgreement(made.id, 1)).rejects.toMatchObject({ code: 'workshop.changed-meanwhile' });
  expect(await agreements.readAgreement(made.id)).toMatchObject({ person: 'Jan Mróz', log: { revision: 2 } });
});

test('once the minutes are approved nothing is agreed any more', async () => {
  const meeting = { ...meetingOf(), id: approved };
  await expect(agreements.addAgreement(meeting, words, 'Anna')).rejects.toMatchObject({
    code: 'workshop.minutes-approved',
  });
  expect(await agreements.agreementsOf(approved)).toEqual([]);
});

test('an agreement that its addressee has reported on is not removed', async () => {
  const made = await agreements.addAgreement(meetingOf(), { ...words, id: reported }, 'Anna');
  await expect(agreements.removeAgreement(made.id, 1)).rejects.toMatchObject({ code: 'workshop.agreement-reported' });
});

test('an agreement needs something to do, somebody to do it and a day after the meeting', () => {
  const faults = (change: Partial<AgreementWords>) =>
    wordsIssues({ ...words, ...change }, '2026-12-10').map(({ fault }) => fault);
  expect(faults({})).toEqual([]);
  expect(faults({ text: '', addressees: [], due: 'jutro' })).toEqual([
    'text-missing',
    'addressee-missing',
    'due-missing',
  ]);
  expect(faults({ due: '2026-12-09' })).toEqual(['due-past']);
  expect(faults({ text: 'x'.repeat(10_000) })).toEqual(['text-long']);
  expect(faults({ person: 'x'.repeat(81) })).toEqual(['person-long']);
  expect(faults({ addressees: [{ kind: 'other', name: 'x'.repeat(81) }] })).toEqual(['others-long']);
});

test('only institutions and origins that there are enter an agreement', () => {
  const form = agreementForm.parse({
    _csrf: '',
    tresc: '  Uruchomić \n numer ',
    adresat: ['rops', 'obcy'],
    inni: 'Starostwo w Busku\r\n\r\nStarostwo w Busku',
    termin: '2027-02-28',
    skad: 'sfera:nie-ma',
  });
  const known = { institutions: new Set(['rops']), origins: new Set(['sfera:opieka']) };
  expect(wordsIn(form, known)).toMatchObject({
    text: 'Uruchomić numer',
    addressees: [
      { kind: 'institution', code: 'rops' },
      { kind: 'other', name: 'Starostwo w Busku' },
    ],
    origin: { kind: 'discussion' },
  });
});

test.each(['propozycja:1-2', 'sfera:opieka:dzieci', 'rekomendacja:r', ''])('an origin is read back: %s', (value) => {
  expect(originValue(originIn(value))).toBe(value);
});
