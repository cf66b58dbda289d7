import type { GroupId } from '../../../src/features/workshop';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { agree, EVALUATOR, holdMeeting, REGISTER, signedInTo, STUDY } from './register-study';

const GROUP = 'demonstracja' as GroupId;

describe('what earlier meetings agreed', () => {
  let application: TestApplication;
  let now = new Date('2026-12-10T12:00:00Z');

  beforeAll(async () => {
    application = await startTestApplication({}, { now: () => now });
  }, 60_000);
  afterAll(() => application.remove());

  const report = async (
    code: string,
    status: 'accepted' | 'in-progress',
    text: string,
    study: EvaluationId = STUDY,
  ) => {
    const { cooperation } = application.chapters;
    const entry = (await cooperation.listRegister(study)).find((one) => one.code === code)!;
    const seen = { evaluationId: study, code, revision: entry.revision };
    await cooperation.reportProgress(EVALUATOR, seen, { id: newId<'progress report'>(), status, text, evidence: [] });
  };

  it('comes to the next one with how it stands, and accepted recommendations with it', async () => {
    const first = await agree(application, await holdMeeting(application), { due: '2026-12-31' });
    await report(`U${first.number}`, 'in-progress', 'Połowa gotowa');
    await report('R2', 'accepted', 'Zgoda');
    now = new Date('2027-02-01T12:00:00Z');
    const before = now;
    await agree(application, await holdMeeting(application), { text: 'Dopiero teraz' });
    const carried = await application.chapters.cooperation.readCarried(GROUP, before);
    const itemOf = (code: string) => carried.find((one) => one.code === code);
    expect(itemOf('R2')).toMatchObject({ status: 'accepted', isOverdue: false, addressees: ['ROPS'], report: 'Zgoda' });
    expect(itemOf(`U${first.number}`)).toEqual({
      code: `U${first.number}`,
      text: 'Uprościć wniosek o wsparcie',
      addressees: ['OWES Północ'],
      person: 'Ewa Nowak',
      due: '2026-12-31',
      status: 'in-progress',
      isOverdue: true,
      report: 'Połowa gotowa',
      address: `${REGISTER}/U${first.number}`,
    });
    expect(carried.some(({ text }) => text === 'Dopiero teraz')).toBe(false);
    expect(carried.filter(({ code }) => code.startsWith('R')).every(({ status }) => status !== 'to-decide')).toBe(true);
    expect(await application.chapters.cooperation.readCarried('24' as GroupId, before)).toEqual([]);
  });

  it('shows at home what is late: all of it to ROPS, its own to an institution', async () => {
    now = new Date('2027-02-01T12:00:00Z');
    const south = await agree(application, await holdMeeting(application), {
      text: 'Zadanie Południa',
      addressees: [{ kind: 'institution', code: 'owes-poludnie' }],
      due: '2027-01-01',
    });
    const signedIn = signedInTo(application);
    const director = await (await signedIn('dyrektor')).get('/podsumowanie').expect(200);
    expect(director.text).toContain('id="po-terminie"');
    expect(director.text).toContain(`U${south.number}. Zadanie Południa`);
    expect(director.text).toContain('31 dni po terminie');
    const north = await (await signedIn('koordynator-polnoc')).get('/nasze-wyniki').expect(200);
    expect(north.text).toContain('id="po-terminie"');
    expect(north.text).not.toContain('Zadanie Południa');
    const agent = await signedIn('koordynator-poludnie');
    expect((await agent.get('/nasze-wyniki').expect(200)).text).toContain('Zadanie Południa');
    const home = await agent.get('/wdrazanie').expect(303);
    expect(home.headers['location']).toBe(REGISTER);
  });
});
