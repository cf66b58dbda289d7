/* eslint-disable @typescript-eslint/no-explicit-any -- bodies of HTTP answers */
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import type { EvaluationId } from '../../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const RESULTS = '/badania/demonstracja/wyniki';

/** The whole application with its demonstration, on a store of its own. */
describe('Results over HTTP', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const people = new Map<string, ReturnType<typeof signIn>>();
  const signedIn = (person: string) => {
    const known = people.get(person) ?? signIn(person);
    people.set(person, known);
    return known;
  };
  const signIn = async (person: string) => {
    const agent = supertest.agent(application.address);
    const token = /name="_csrf" value="([^"]+)"/.exec((await agent.get('/logowanie')).text)?.[1];
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };

  test('a visitor is sent to sign in, a program is refused', async () => {
    await supertest(application.address).get(RESULTS).expect(303);
    await supertest(application.address).get(RESULTS).set('Accept', 'application/json').expect(401);
  });

  test('the page shows key figures, figures and their tables, without a script', async () => {
    const { text } = await (await signedIn('ewaluator')).get(RESULTS).expect(200);
    expect(text.match(/class="kpi"/g)).toHaveLength(4);
    expect(text.match(/<figure class="chart"/g)!.length).toBeGreaterThan(10);
    const cards = text.split('<figure class="chart"').slice(1);
    for (const card of cards) expect(card).toMatch(/<details class="as-table" open>|<ul class="bars">/);
    expect(text).toContain('Dane wstępne');
    expect(text).not.toMatch(/ style="| onclick=/);
  });

  test('the address keeps the filter, and a chip drops it', async () => {
    const { text } = await (await signedIn('ewaluator')).get(`${RESULTS}?podregion=kielecki&typ=pes`).expect(200);
    expect(text).toContain('<option value="kielecki" selected>');
    expect(text).toContain(`href="${RESULTS}?typ=pes"`);
  });

  const ANSWER = 'wybor=owes-clients.U1%3AU1a';

  test('an answer on the page is a link to the people who gave it, and a chip drops the filter', async () => {
    const agent = await signedIn('ewaluator');
    expect((await agent.get(`${RESULTS}?typ=pes`)).text).toContain(`href="${RESULTS}?typ=pes&amp;${ANSWER}"`);
    const { text } = await agent.get(`${RESULTS}?typ=pes&${ANSWER}`).expect(200);
    expect(text).toMatch(new RegExp(`class="chip" href="${RESULTS.replaceAll('/', '\\/')}\\?typ=pes"`));
    expect(text).toContain('type="hidden" name="wybor" value="owes-clients.U1:U1a"');
    expect(text).toContain('aria-current="true"');
  });

  test('under a filter by an answer the JSON names it, its base and unrounded numbers', async () => {
    const agent = await signedIn('ewaluator');
    const { body } = await agent.get(`${RESULTS}?${ANSWER}`).set('Accept', 'application/json').expect(200);
    expect(body.filter.answer).toEqual({ question: 'owes-clients.U1', choice: 'U1a' });
    const [services] = body.sections.flatMap((section: any) => section.questions);
    expect(body.respondents.n).toBe(services.total.counts.choices[0]);
  });

  test('tiles say that there is no earlier wave, and invent no trend', async () => {
    const { text } = await (await signedIn('ewaluator')).get(RESULTS);
    expect(text.match(/nie ma wcześniejszej fali do porównania/g)).toHaveLength(4);
    expect(text).not.toContain('class="delta');
  });

  test('the same address answers with unrounded numbers as JSON', async () => {
    const { body } = await (await signedIn('ewaluator')).get(RESULTS).set('Accept', 'application/json').expect(200);
    const ratings = body.sections
      .flatMap((section: any) => section.questions)
      .find((question: any) => question.kind === 'ratings' && question.rows[0].total.estimates);
    expect(body.respondents.n).toBeGreaterThan(150);
    expect(ratings.rows[0].total.estimates.mean.mean.toString().length).toBeGreaterThan(5);
    expect(ratings.rows[0].total.counts).toHaveProperty('notAsked');
  });

  test('what is hidden is null with a reason, and no small base is anywhere', async () => {
    const { body } = await (await signedIn('ewaluator')).get(RESULTS).set('Accept', 'application/json');
    const results: any[] = [];
    const walk = (value: any): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('suppressed' in value) results.push(value);
      Object.values(value).forEach(walk);
    };
    walk(body);
    expect(results.filter(({ n }) => n !== null && n < 5)).toEqual([]);
    expect(results.filter(({ n, estimates }) => n !== null && n < 10 && estimates !== null)).toEqual([]);
    for (const hidden of results.filter(({ suppressed }) => suppressed === 'small-group'))
      expect(hidden).toMatchObject({ n: null, counts: null, estimates: null });
  });

  test('every figure of the page answers as JSON', async () => {
    const agent = await signedIn('ewaluator');
    const { text } = await agent.get(RESULTS);
    const links = [...text.matchAll(/href="([^"]+figura=[^"]+)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links)
      expect((await agent.get(link).expect(200)).body.figure.table.rows.length).toBeGreaterThan(0);
  });

  test.each([
    ['instytucja=nie-ma', 'instytucja'],
    ['podregion=nie-ma', 'podregion'],
    ['typ=nie-ma', 'typ'],
    ['wybor=owes-clients.U1:nie-ma', 'wybor'],
    ['wybor=owes-clients.J9:tak', 'wybor'],
  ])('an unknown filter (%s) is refused with a sentence', async (query, field) => {
    const { text } = await (await signedIn('ewaluator')).get(`${RESULTS}?${query}`).expect(400);
    expect(text).toContain(`„${field}”`);
  });

  test.each(['cos=1', 'typ[$gt]=', 'typ=pes&typ=ngo', 'ukonczone=2', 'wybor=U1', 'wybor=a:b&wybor=a:c'])(
    'a malformed address (%s) is refused',
    async (query) => {
      expect((await (await signedIn('ewaluator')).get(`${RESULTS}?${query}`)).status).toBe(400);
    },
  );

  test('an unknown figure is not found', async () => {
    expect((await (await signedIn('ewaluator')).get(`${RESULTS}?figura=nie-ma&format=json`)).status).toBe(404);
  });

  test('a director reads the same results', async () => {
    expect((await (await signedIn('dyrektor')).get(RESULTS)).status).toBe(200);
  });

  test('a coordinator sees the own institution and the others without names', async () => {
    const { body } = await (
      await signedIn('koordynator-polnoc')
    )
      .get(RESULTS)
      .set('Accept', 'application/json')
      .expect(200);
    expect(body.institutions.map(({ name }: any) => name === null)).toEqual([false, true]);
    expect(JSON.stringify(body)).not.toContain('owes-poludnie');
  });

  test('a group too small shows the empty state and a way back', async () => {
    const { text } = await (await signedIn('ewaluator')).get(`${RESULTS}?instytucja=rops&typ=pes`).expect(200);
    expect(text).toContain('Za mało osób, aby pokazać wynik');
    expect(text).not.toContain('<figure class="chart"');
  });

  test('once an older study is taken in, its tile tells the change, its interval and whether it is significant', async () => {
    // 100 people of whom 50 gave a 4 or a 5: the demonstration has about 80 per cent today.
    const points = ['bardzo źle', 'raczej źle', 'przeciętnie', 'raczej dobrze', 'bardzo dobrze'];
    const codebook = {
      dataset: 'fala_2024',
      title: 'Badanie 2024',
      variables: [
        {
          name: 'Z3',
          label: 'Jak ogólnie oceniają Państwo pracę tego ośrodka?',
          type: 'integer',
          scale: 'ordinal',
          values: points.map((label, at) => ({ code: String(at + 1), label })),
        },
      ],
    };
    const file = Buffer.from(`Z3\n${Array.from({ length: 100 }, (_, at) => (at < 50 ? '2' : '5')).join('\n')}\n`);
    await application.chapters.analysis.importWave({
      evaluationId: 'demonstracja' as EvaluationId,
      codebook: parseCodebook(Buffer.from(JSON.stringify(codebook))),
      table: readTextTable(file),
      bytes: file,
    });
    const agent = await signedIn('ewaluator');
    const { text } = await agent.get(RESULTS).expect(200);
    const plain = text.replaceAll('\u00a0', ' ');
    expect(plain).toMatch(
      /delta-up.*\d+ pp<\/span> od fali „Badanie 2024” \(przedział od .*, wtedy n = 100\), różnica istotna/,
    );
    expect(plain.match(/brak pomiaru w fali „Badanie 2024”/g)).toHaveLength(3);
    expect((await agent.get(`${RESULTS}?typ=pes`)).text).not.toContain('Badanie 2024');
    const { body } = await agent.get(RESULTS).set('Accept', 'application/json');
    expect(body.changes.overallRating).toMatchObject({ kind: 'changed', n: 100, isSignificant: true });
  });
});
