import supertest from 'supertest';
import type { EvaluationId } from '../../../src/platform/ids';
import { readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { createExpertsMeeting, type ExpertsMeeting } from './experts-meeting';

const EVALUATION = 'demonstracja' as EvaluationId;

describe('experts’ sheets over HTTP', () => {
  let application: TestApplication;
  let experts: ExpertsMeeting;
  let home: string;

  beforeAll(async () => {
    application = await startTestApplication();
    experts = await createExpertsMeeting(application.chapters, EVALUATION);
    home = `/s/${experts.meeting.code ?? ''}`;
  }, 60_000);
  afterAll(() => application.remove());

  const joined = async (who: Readonly<Record<string, string>>) => {
    const agent = supertest.agent(application.address);
    await agent.post(`${home}/dolacz`).type('form').send(who).expect(303);
    return agent;
  };
  const signedIn = async (person: string) => {
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const sent = { _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD };
    await agent.post('/logowanie').type('form').send(sent).expect(303);
    return agent;
  };
  const count = async (): Promise<number> =>
    (await application.chapters.workshop.sheets.sheetsOf(experts.meeting.id)).length;

  it('are not for strangers, guests and members without a vote', async () => {
    await supertest(application.address).get(`${home}/arkusz`).expect(401);
    await supertest(application.address).get('/s/000000/arkusz').expect(404);
    await supertest(application.address).post(`${home}/arkusz`).type('form').send({ miejsce: 's07' }).expect(401);
    for (const who of [{ osoba: 'm24' }, { imie: '<script>alert(1)</script>', instytucja: 'Gmina' }]) {
      const agent = await joined(who);
      const { text } = await agent.get(`${home}/arkusz`).expect(403);
      expect(text).toContain('nie ma prawa głosu');
      await agent.post(`${home}/arkusz`).type('form').send({ miejsce: 's07' }).expect(403);
    }
    expect(await count()).toBe(0);
  });

  it.each([
    ['nothing', {}, 400, 'co najmniej jedną sferę'],
    ['a score of nine', { 'ocena-demand-s07': '9' }, 400, 'może być tylko liczbą od 1 do 5'],
    ['a sphere from elsewhere', { miejsce: '"><script>alert(1)</script>' }, 409, 'Tej sfery nie ma na liście'],
    ['a text of 10,000 characters', { miejsce: 'a'.repeat(10_000) }, 400, ''],
    ['a revision that is no number', { miejsce: 's07', rewizja: 'x' }, 400, ''],
    ['a revision that never was', { miejsce: 's07', rewizja: '7' }, 409, 'na innym urządzeniu'],
  ])('%s is refused with a sentence', async (_, form, status, sentence) => {
    const agent = await joined({ osoba: 'm3' });
    const { text } = await agent.post(`${home}/arkusz`).type('form').send(form).expect(status);
    expect(text).toContain(sentence);
    expect(text).toContain('<h1');
    expect(text).not.toContain('<script>alert');
    expect(await count()).toBe(0);
  });

  it('are written down from paper by evaluators only', async () => {
    const paper = `/badania/${EVALUATION}/warsztat/${experts.meeting.number}/arkusze`;
    await (await signedIn('dyrektor')).get(paper).expect(403);
    const evaluator = await signedIn('ewaluator');
    const token = /name="_csrf" value="([^"]+)"/.exec((await evaluator.get(paper).expect(200)).text)?.[1];
    const send = (osoba: string) =>
      evaluator
        .post(paper)
        .type('form')
        .send({ _csrf: token, osoba, miejsce: ['s07', 's09', '', '', ''] });
    await send('m24').expect(404);
    await send('nikt').expect(404);
    expect(await count()).toBe(0);
    await send('m5').expect(303);
    await send('m5').expect(303);
    expect(await count()).toBe(1);
  });

  it('are in the JSON and the spreadsheet of the ranking of spheres, said to come from a meeting', async () => {
    const { workshop } = application.chapters;
    await experts.fill(4);
    for (const at of [6, 7, 8, 9, 10, 11, 12, 13])
      await (
        await joined({ osoba: `m${at}` })
      )
        .post(`${home}/arkusz`)
        .type('form')
        .send({ miejsce: ['s07', 's16'], 'ocena-fit-s07': '5' })
        .expect(303);
    await workshop.openVoting(experts.meeting.id, 'spheres');
    await workshop.closeVoting(experts.meeting.id, 'spheres');
    const evaluator = await signedIn('ewaluator');
    const page = `/badania/${EVALUATION}/sfery`;
    const { body } = await evaluator.get(page).set('Accept', 'application/json').expect(200);
    const group = body.result.groups.find((one: { group: string }) => one.group === 'experts');
    expect(group).toMatchObject({ origin: 'meeting', level: 'estimates', n: 13 });
    const { text } = await evaluator.get(page).expect(200);
    expect(text).toContain('n\u00a0=\u00a013, na spotkaniu');
    expect(text).toContain('Ekspertów liczymy z\u00a0arkuszy');
    expect(text).not.toContain('Brak odpowiedzi: eksperci');
    const file = await evaluator
      .get(`${page}?format=xlsx`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
    const { sheets } = await readWorkbook(file.body as Buffer);
    const rows = sheets[0]?.rows.filter(([name]) => name === 'Eksperci') ?? [];
    expect(rows.find(([, , n]) => Number(n) === 13)).toBeDefined();
    expect(sheets.at(-1)?.rows.some(([name]) => name === 'Eksperci')).toBe(true);
  });
});
