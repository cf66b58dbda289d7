import * as fc from 'fast-check';
import { join } from 'node:path';
import { demonstrationEvaluation } from '../../../src/app/demonstration';
import { reminderOf } from '../../../src/features/cooperation/domain';
import { addDays } from '../../../src/platform/clock';
import { loadTranslators } from '../../../src/platform/i18n';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { root } from '../../support/files';
import { agree, EVALUATOR, holdMeeting, STUDY } from './register-study';

const DUE = '2027-03-31';

describe('the letter of a date', () => {
  const kindOn = (today: string, since = '2026-12-10') => reminderOf({ due: DUE, since }, today)?.kind ?? null;

  it('is due 30 and 7 days before, on the day, and every week after', () => {
    expect(kindOn('2027-02-28')).toBeNull();
    expect(kindOn('2027-03-01')).toBe('month');
    expect(kindOn('2027-03-24')).toBe('week');
    expect(kindOn('2027-03-31')).toBe('day');
    expect(kindOn('2027-04-06')).toBe('day');
    expect(kindOn('2027-04-07')).toBe('late-1');
    expect(kindOn('2027-04-14')).toBe('late-2');
  });

  it('does not go out for what was asked for later', () => {
    expect(kindOn('2027-03-20', '2027-03-15')).toBeNull();
    expect(kindOn('2027-03-25', '2027-03-15')).toBe('week');
    expect(kindOn('2027-03-30', '2027-03-29')).toBeNull();
    expect(kindOn('2027-03-31', '2027-03-29')).toBe('day');
  });

  it('is the same until the next one, and a kind never comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }), (before, from) => {
        const since = addDays(DUE, -before);
        const kinds = Array.from({ length: 120 }, (_, day) =>
          reminderOf({ due: DUE, since }, addDays(DUE, day - 60 + (from % 7))),
        )
          .flatMap((reminder) => reminder?.kind ?? [])
          .filter((kind, at, all) => kind !== all[at - 1]);
        expect(new Set(kinds).size).toBe(kinds.length);
      }),
    );
  });
});

describe('letters about dates', () => {
  let application: TestApplication;
  let now = new Date('2026-12-10T12:00:00Z');
  const style = { translator: loadTranslators(join(root, 'locales')).pl, publicUrl: 'https://ewaluacja.example' };
  const STUDY_OF_OURS = 'badanie-rops' as EvaluationId;

  beforeAll(async () => {
    application = await startTestApplication({}, { now: () => now });
    const { id: _, ...demonstration } = demonstrationEvaluation(STUDY_OF_OURS, '2026-12-10');
    await application.chapters.evaluations.createEvaluation({
      ...demonstration,
      id: STUDY_OF_OURS,
      demonstration: false,
    });
  }, 60_000);
  afterAll(() => application.remove());

  const remindOn = async (day: string): Promise<void> => {
    now = new Date(`${day}T09:00:00Z`);
    await application.chapters.cooperation.sendReminders(style);
  };
  const lettersAbout = (code: string, study = STUDY_OF_OURS) =>
    application.chapters.mail.standingsAbout(`rejestr:${study}:${code}`);

  it('go to the coordinators of the institution and to who answers for it, once each', async () => {
    now = new Date('2026-12-10T12:00:00Z');
    const { chapters } = application;
    const evaluation = await chapters.evaluations.readEvaluation(STUDY_OF_OURS);
    await chapters.workshop.groups.addMembers(evaluation, [
      {
        id: 'ewa-nowak',
        name: 'Ewa Nowak',
        institution: 'OWES Północ',
        institutionCode: 'owes-polnoc',
        mayVote: true,
        email: 'ewa.nowak@owes.example',
        since: '2026-01-01',
        until: null,
      },
    ]);
    const { number } = await agree(application, await holdMeeting(application, STUDY_OF_OURS), { due: DUE });
    for (const day of ['2027-02-20', '2027-03-01', '2027-03-01', '2027-03-05', '2027-03-25', DUE, '2027-04-08'])
      await remindOn(day);
    const letters = await lettersAbout(`U${number}`);
    const sentTo = (address: string) => letters.filter(({ to }) => to === address).map(({ subject }) => subject);
    expect(sentTo('koordynator-polnoc@demo.example')).toEqual([
      `Zbliża się termin: U${number}, 31 marca 2027`,
      `Zbliża się termin: U${number}, 31 marca 2027`,
      `Dzisiaj mija termin: U${number}`,
      `Po terminie: U${number}, termin minął 31 marca 2027`,
    ]);
    expect(sentTo('ewa.nowak@owes.example')).toHaveLength(4);
    expect(sentTo('koordynator-poludnie@demo.example')).toEqual([]);
    expect(sentTo('dyrektor@demo.example')).toEqual([]);
  });

  it('tell the director what ROPS is asked, and stop when it is done', async () => {
    now = new Date('2026-12-10T12:00:00Z');
    const meeting = await holdMeeting(application, STUDY_OF_OURS);
    const addressees = [{ kind: 'institution' as const, code: 'rops' }];
    const { number } = await agree(application, meeting, { due: DUE, addressees, person: '' });
    await remindOn('2027-03-01');
    expect((await lettersAbout(`U${number}`)).map(({ to }) => to)).toEqual(['dyrektor@demo.example']);
    const entry = (await application.chapters.cooperation.listRegister(STUDY_OF_OURS)).find(
      ({ code }) => code === `U${number}`,
    )!;
    const done = { id: newId<'progress report'>(), status: 'implemented' as const, text: 'Zrobione', evidence: [] };
    await application.chapters.cooperation.reportProgress(
      EVALUATOR,
      { evaluationId: STUDY_OF_OURS, code: entry.code, revision: entry.revision },
      done,
    );
    await remindOn(DUE);
    const letters = await lettersAbout(`U${number}`);
    expect(letters).toHaveLength(1);
    expect(letters.every(({ state }) => state !== 'waiting')).toBe(true);
  });

  it('are not sent in a demonstration', async () => {
    now = new Date('2026-12-10T12:00:00Z');
    const { number } = await agree(application, await holdMeeting(application), { due: DUE });
    await remindOn(DUE);
    expect(await lettersAbout(`U${number}`, STUDY)).toEqual([]);
  });

  it('say what is to be done and where to answer, and nothing that people typed breaks them', async () => {
    now = new Date('2026-12-10T12:00:00Z');
    const text = 'Zadanie\r\nBcc: x@x.example <script>';
    const { number } = await agree(application, await holdMeeting(application, STUDY_OF_OURS), { due: DUE, text });
    await remindOn(DUE);
    const [standing] = await lettersAbout(`U${number}`);
    const letter = await application.chapters.mail.read(standing!.key);
    expect(letter?.subject).not.toMatch(/[\r\n]/);
    expect(letter?.text).toContain(`https://ewaluacja.example/badania/${STUDY_OF_OURS}/wdrazanie/U${number}`);
    expect(letter?.text).toContain('dzisiaj mija termin');
  });
});
