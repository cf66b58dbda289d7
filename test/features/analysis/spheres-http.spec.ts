import supertest from 'supertest';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { createStudy, EXPERTS, STUDY, studyResponses } from './priorities-study';

const PAGE = `/badania/${STUDY}/sfery`;

describe('spheres over HTTP', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;

  const signedIn = async (person: string) => {
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };

  beforeAll(async () => {
    application = await startTestApplication();
    // Seven experts: enough to count them, too few for means.
    await createStudy(application.chapters, studyResponses(7));
    evaluator = await signedIn('ewaluator');
  }, 60_000);
  afterAll(() => application.remove());

  const json = async (query = '') =>
    (await evaluator.get(`${PAGE}?${query}`).set('Accept', 'application/json').expect(200)).body;
  const bytes = (query: string) =>
    evaluator
      .get(`${PAGE}?${query}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
  const groupOf = (body: { result: { groups: { group: string }[] } }, name: string) =>
    body.result.groups.find(({ group }) => group === name) as never as {
      level: string;
      n: number;
      spheres: ({ any: { count: number }; first: { share: number } | null; borda: number } | null)[];
      agreement: { w: number };
    };

  it('shows clients beside local governments with n, places and intervals', async () => {
    const { text } = await evaluator.get(PAGE).expect(200);
    expect(text).toContain('Samorządy');
    expect(text).toContain('n\u00a0=\u00a0138');
    expect(text.replaceAll('\u00a0', ' ')).toContain('Gastronomia i catering społeczny');
    expect(text).toContain('Między grupami');
    expect(text).not.toContain('NaN');
  });

  it('says that few experts are only counted', async () => {
    const { text } = await evaluator.get(PAGE).expect(200);
    expect(text).toContain('Mniej niż 10 osób, więc tylko liczby wskazań: eksperci');
    expect(groupOf(await json(), 'experts').level).toBe('counts');
  });

  it('gives unrounded points, and hides what fewer than five people chose', async () => {
    const body = await json();
    const clients = groupOf(body, 'clients');
    expect(clients).toMatchObject({ level: 'estimates', n: 138 });
    for (const sphere of clients.spheres) if (sphere) expect([0, 1, 2, 3, 4]).not.toContain(sphere.any.count || 5);
    expect(clients.agreement.w).toBeGreaterThan(0);
    expect(body.result.agreement.w).toBeLessThanOrEqual(1);
    expect(body.result.differences.length).toBeGreaterThan(0);
  });

  it('can look at one questionnaire alone', async () => {
    const body = await json(`zbior=${EXPERTS.code}`);
    expect(body.result.groups.map(({ group }: { group: string }) => group)).toEqual(['experts']);
  });

  it('gives the same numbers as a spreadsheet and as CSV', async () => {
    const body = await json();
    const { sheets } = await readWorkbook((await bytes('format=xlsx')).body as Buffer);
    expect(sheets.map(({ name }) => name)).toEqual(['Ranking', 'Zgodność', 'Różnice', 'Opis']);
    const at = body.result.spheres.findIndex(({ code }: { code: string }) => code === 's10');
    const line = sheets[0]!.rows.find(
      ([group, label]) => group === 'Klienci' && label === body.result.spheres[at].label,
    )!;
    expect(Number(line[3])).toBeCloseTo(groupOf(body, 'clients').spheres[at]!.borda, 12);
    const csv = (await bytes('format=csv')).body as Buffer;
    expect(csv.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(readCsv(csv, 1_000).some(([group]) => group === 'Samorządy')).toBe(true);
  });

  it('says that experts of the demonstration filled in sheets at a meeting, and claims no places that are not certain', async () => {
    const { text } = await evaluator.get('/badania/demonstracja/sfery').expect(200);
    expect(text).toContain('na spotkaniu');
    expect(text).toContain('arkusz ekspertów ze spotkania');
    expect(text).toContain('rk-shared');
  });

  it.each([
    ['a questionnaire without spheres', 'zbior=nic', 404, 'nie układał rankingu sfer'],
    ['an unknown parameter', 'cokolwiek=1', 400, 'cokolwiek'],
  ])('answers %s with a sentence', async (_, query, status, sentence) => {
    const { text } = await evaluator.get(`${PAGE}?${query}`).expect(status);
    expect(text).toContain(sentence);
  });

  it('is not for directors', async () => {
    const director = await signedIn('dyrektor');
    await director.get(PAGE).expect(403);
  });
});
