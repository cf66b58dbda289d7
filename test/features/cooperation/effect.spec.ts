import { join } from 'node:path';
import { createDemonstration, demonstrationEvaluation } from '../../../src/app/demonstration';
import { materialise, OWES_CLIENTS } from '../../../src/features/questionnaires';
import { loadTranslators } from '../../../src/platform/i18n';
import type { EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { root } from '../../support/files';
import { REGISTER, signedInTo, STUDY, type Agent } from './register-study';

/** Everything a wave later is asked of the demonstration made anew, a year on. */
const YEAR_LATER = { now: () => new Date('2027-11-22T12:00:00Z') };

describe('indicators in the next wave', () => {
  let application: TestApplication;
  let director: Agent;
  const translator = loadTranslators(join(root, 'locales')).pl;

  beforeAll(async () => {
    application = await startTestApplication({}, { now: () => new Date('2026-11-22T12:00:00Z') });
    director = await signedInTo(application)('dyrektor');
  }, 60_000);
  afterAll(() => application.remove());

  const effectOf = async (code: string) => {
    const { cooperation, evaluations } = application.chapters;
    const entry = (await cooperation.listRegister(STUDY)).find((one) => one.code === code)!;
    return cooperation.readEffect(entry, await evaluations.readEvaluation(STUDY), translator);
  };

  it('are not there while there is no later study: the page says so', async () => {
    const { next, lines } = await effectOf('R2');
    expect(next).toBeNull();
    expect(lines.length).toBeGreaterThan(0);
    for (const { then, now } of lines) {
      expect(now).toBeNull();
      expect(then.n).toBeGreaterThanOrEqual(5);
    }
    const page = await director.get(`${REGISTER}/R2`).expect(200);
    expect(page.text.replaceAll('\u00A0', ' ')).toContain('Nie ma jeszcze następnej fali');
  });

  it('stand beside what they were, as the newer study counts them, with the interval of the difference', async () => {
    const { chapters } = application;
    const size = { id: 'nastepna' as EvaluationId, clients: 120, partners: 60 };
    await createDemonstration({ chapters, clock: YEAR_LATER }, size);
    const { next, lines } = await effectOf('R2');
    expect(next?.id).toBe('nastepna');
    expect(lines.some(({ now }) => now !== null)).toBe(true);
    for (const { then, now, change, obstacle } of lines) {
      if (now === null) {
        expect(obstacle).not.toBeNull();
        continue;
      }
      expect(now.dataCut).not.toBe(then.dataCut);
      if (change === null) continue;
      expect(change.difference).toBeCloseTo(now.value - then.value, 12);
      expect(change.interval.low <= change.difference && change.difference <= change.interval.high).toBe(true);
    }
    const page = (await director.get(`${REGISTER}/R2`).expect(200)).text.replaceAll('\u00A0', ' ');
    expect(page).toContain('Nie mówi dlaczego');
    expect(page).toContain('/badania/nastepna/wyniki');
  }, 120_000);

  it('are not compared where the question was changed', async () => {
    const { chapters } = application;
    const id = 'zmieniona' as EvaluationId;
    const evaluation = await chapters.evaluations.createEvaluation({
      ...demonstrationEvaluation(id, '2028-11-22'),
      id,
    });
    const owes = evaluation.institutions.filter(({ kind }) => kind === 'owes');
    const definition = materialise(OWES_CLIENTS, { owes });
    await chapters.questionnaires.publishVersion(id, JSON.parse(reworded(JSON.stringify(definition))));
    const { next, lines } = await effectOf('R2');
    expect(next?.id).toBe(id);
    expect(lines.map(({ now, obstacle }) => [now, obstacle])).toEqual(
      lines.map(() => [null, expect.stringMatching(/changed|gone/)]),
    );
  }, 60_000);
});

/** Every sentence asks about something else. */
const reworded = (definition: string): string =>
  definition.replace(
    /"(text|label|title)":"([^"]{12,})"/g,
    (_all, key: string, text: string) =>
      `"${key}":"Zupełnie co innego: ${Array.from(text).reverse().join('').replaceAll('\\', '')}"`,
  );
