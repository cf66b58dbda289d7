import supertest from 'supertest';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const PAGE = '/badania/demonstracja/ochrona';

describe('the protection of small groups', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = supertest.agent(application.address);
    const page = await evaluator.get('/logowanie');
    await evaluator
      .post('/logowanie')
      .type('form')
      .send({ _csrf: tokenOn(page.text), email: 'ewaluator@demo.example', haslo: DEMO_PASSWORD })
      .expect(303);
  }, 60_000);
  afterAll(() => application.remove());

  const tokenOn = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const change = async (prog: string) => {
    const page = await evaluator.get(PAGE).expect(200);
    return evaluator
      .post(PAGE)
      .type('form')
      .send({ _csrf: tokenOn(page.text), prog });
  };
  const basesByType = async (): Promise<readonly ({ readonly n: number } | null)[]> =>
    (await evaluator.get('/badania/demonstracja/tabele?wiersze=J1&kolumny=typ&format=json').expect(200)).body.blocks[0]
      .bases;

  test('a higher limit hides more at once, and is written down with its author', async () => {
    const shown = (await basesByType()).filter((base) => base !== null && base.n < 8);
    expect(shown.length).toBeGreaterThan(0);
    expect((await change('8')).status).toBe(303);
    expect((await basesByType()).filter((base) => base !== null && base.n < 8)).toEqual([]);
    const page = await evaluator.get(PAGE).expect(200);
    expect(page.text).toContain('Ukryte są grupy mniejsze niż 8 osób.');
    expect(page.text).toMatch(/: 8, Anna Wrona/);
  });

  test('it is not lowered once somebody has answered', async () => {
    const refused = await change('3');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('można teraz tylko podnieść');
  });

  test.each(['2', '11', '5.5', 'pięć', ''])('“%s” is no limit', async (prog) => {
    expect((await change(prog)).status).toBe(400);
  });

  test('what was published is listed there', async () => {
    const query = 'zbior=owes-clients&wiersz=J1:5';
    const page = await evaluator.get(`/badania/demonstracja/liczba?${query}`).expect(200);
    const form = { _csrf: tokenOn(page.text), zbior: 'owes-clients', wiersz: 'J1:5' };
    const made = await evaluator.post('/badania/demonstracja/liczba').type('form').send(form).expect(303);
    const list = await evaluator.get(PAGE).expect(200);
    expect(list.text).toContain(`href="${made.headers['location'] ?? ''}"`);
  });
});
