import supertest from 'supertest';
import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { Response } from '../../../src/features/responses';
import { newId, type EvaluationId } from '../../../src/platform/ids';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { evaluation } from './answers';

const ID = 'teksty' as EvaluationId;
const HOME = `/badania/${ID}/odpowiedzi`;

const definition: QuestionnaireDefinition = {
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: 'Ankieta klientów',
  lead: 'Chcemy wiedzieć.',
  minutes: 2,
  pages: [
    {
      id: 'a',
      title: 'Pytania',
      items: [
        {
          kind: 'single',
          code: 'K1',
          text: 'W czyim imieniu?',
          criterion: 'profil',
          choices: [
            { code: 'pes', label: 'przedsiębiorstwo społeczne' },
            { code: 'ngo', label: 'organizacja pozarządowa' },
            { code: 'inne', label: 'inna, jaka?', other: true },
          ],
        },
        {
          kind: 'single',
          code: 'K2',
          text: 'Który ośrodek?',
          criterion: 'profil',
          choices: ['polnoc', 'poludnie', 'inny'].map((code) => ({ code, label: code })),
        },
        { kind: 'open', code: 'Z2', text: 'Co warto zmienić?', criterion: 'jakosc', longest: 1000 },
        {
          kind: 'open',
          code: 'Z3',
          text: 'O co proszono poza umową?',
          criterion: 'jakosc',
          longest: 1000,
          sensitive: true,
        },
        { kind: 'open', code: 'Z4', text: 'Coś jeszcze?', criterion: 'jakosc', longest: 1000 },
      ],
    },
  ],
};

describe('open answers over HTTP', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;
  const { code: questionnaireCode } = definition;

  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = await signedIn('ewaluator');
    const { evaluations, questionnaires, responses } = application.chapters;
    await evaluations.createEvaluation({ ...evaluation, id: ID });
    const { id: versionId } = await questionnaires.publishVersion(ID, definition);
    const response = (answers: Response['answers'], day: number): Response => ({
      id: newId<'submission'>(),
      evaluationId: ID,
      versionId,
      questionnaireCode,
      mode: 'cawi',
      status: 'complete',
      answers,
      receivedOn: `2026-11-${String(1 + (day % 20)).padStart(2, '0')}`,
      receiptNumber: 'AAAA-AAAA',
    });
    await responses.importResponses([
      ...Array.from({ length: 40 }, (_, at) =>
        response(
          {
            K1: at < 30 ? 'pes' : 'ngo',
            K2: 'polnoc',
            Z2: `Odpowiedź ${at + 1}: dojazdu brak, łódzka nr <${at}>`,
            Z3: 'Podpisy na listach',
            ...(at < 3 ? { Z4: 'Rzadkie' } : {}),
          },
          at,
        ),
      ),
      ...Array.from({ length: 12 }, (_, at) =>
        response(
          {
            K1: at < 2 ? 'ngo' : 'pes',
            K2: 'poludnie',
            Z2: `Południe ${at + 1}: Pani Anna Nowak pomogła, tel. 600 100 200`,
          },
          at,
        ),
      ),
      ...Array.from({ length: 3 }, (_, at) => response({ K1: 'pes', K2: 'inny', Z2: `Inny ośrodek ${at + 1}` }, at)),
      response({ K1: 'pes', K2: 'polnoc', Z2: { missing: 96 } }, 1),
      response({ K1: 'pes', K2: 'polnoc' }, 1),
    ]);
  }, 60_000);
  afterAll(() => application.remove());

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

  const json = async (path: string, query = '') =>
    (await evaluator.get(`${HOME}${path}?${query}`).set('Accept', 'application/json').expect(200)).body;

  const everything = async (path: string, query = ''): Promise<readonly Record<string, string | null>[]> => {
    const all: Record<string, string | null>[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const body = await json(path, `${query}&strona=${page}`);
      pages = body.pages;
      all.push(...body.answers);
    }
    return all;
  };

  it('lists the questions with how many answered of those who were asked', async () => {
    const { questions } = await json('');
    const of = (code: string) => questions.find((one: { code: string }) => one.code === code);
    expect(of('Z2')).toMatchObject({ answered: 55 });
    expect(of('Z4')).toMatchObject({ answered: null });
    const page = await evaluator.get(HOME).expect(200);
    expect(page.text).toContain('55 odpowiedzi');
    expect((await evaluator.get(`${HOME}/Z2`)).text).toContain('55 odpowiedzi od 56 osób');
  });

  it('names institution and type only where enough answers share them', async () => {
    const answers = await everything('/Z2');
    expect(answers).toHaveLength(55);
    const groups = new Map<string, number>();
    for (const { institution, clientType } of answers)
      groups.set(`${institution}/${clientType}`, (groups.get(`${institution}/${clientType}`) ?? 0) + 1);
    // Three answers about another institution: the next smallest institution is hidden with them.
    expect(Object.fromEntries(groups)).toEqual({ 'polnoc/pes': 30, 'polnoc/ngo': 10, 'null/null': 15 });
  });

  it('filters by what is named, and refuses what is not', async () => {
    expect(await everything('/Z2', 'instytucja=polnoc&typ=ngo')).toHaveLength(10);
    const refused = await evaluator.get(`${HOME}/Z2?instytucja=poludnie`).expect(400);
    expect(refused.text).toContain('Tej grupy nie można wydzielić');
  });

  it('keeps its order, which is not the order of arrival', async () => {
    const [first, second] = [await everything('/Z2'), await everything('/Z2')];
    expect(second).toEqual(first);
    const texts = first.map(({ text }) => text ?? '').filter((text) => text.startsWith('Odpowiedź'));
    expect(texts).not.toEqual(texts.toSorted((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0])));
  });

  it('finds words without regard to capitals and Polish letters, marks them and escapes the rest', async () => {
    const page = await evaluator.get(`${HOME}/Z2?szukaj=LODZKA+dojazd`).expect(200);
    expect(page.text).toContain('Znaleziono 40 odpowiedzi');
    expect(page.text).toContain('<mark>dojazd</mark>u');
    expect(page.text).toContain('<mark>łódzka</mark> nr &lt;');
    const none = await evaluator.get(`${HOME}/Z2?szukaj=${encodeURIComponent('(a+)+$ <script>')}`).expect(200);
    expect(none.text).toContain('Nie ma takich odpowiedzi');
    expect(none.text).not.toContain('<script>');
  });

  it('gives a sensitive question for the whole region only', async () => {
    const answers = await everything('/Z3');
    expect(answers.every(({ institution, clientType }) => institution === null && clientType === null)).toBe(true);
    await evaluator.get(`${HOME}/Z3?instytucja=polnoc`).expect(400);
  });

  it('does not show three answers at all', async () => {
    const page = await evaluator.get(`${HOME}/Z4`).expect(200);
    expect(page.text).toContain('Za mało osób');
    expect(page.text).not.toContain('Rzadkie');
  });

  it.each(['xlsx', 'csv'] as const)('gives what is shown as %s, formulas disarmed', async (format) => {
    const reply = await evaluator
      .get(`${HOME}/Z2?instytucja=polnoc&typ=ngo&format=${format}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
    const bytes = reply.body as Buffer;
    const rows = format === 'csv' ? readCsv(bytes, 1_000) : (await readWorkbook(bytes)).sheets[0]!.rows;
    expect(rows.filter(([, institution]) => institution === 'OWES Północ')).toHaveLength(10);
    expect(rows.flat()).toContain('organizacja pozarządowa');
  });

  it('sees a new answer at the next look', async () => {
    const before = (await json('/Z2')) as { answered: number };
    const [versionOf] = await application.chapters.questionnaires.listVersions(ID);
    await application.chapters.responses.importResponses([
      {
        id: newId<'submission'>(),
        evaluationId: ID,
        versionId: versionOf!.id,
        questionnaireCode,
        mode: 'cawi',
        status: 'complete',
        answers: { K1: 'pes', K2: 'polnoc', Z2: 'Całkiem nowa odpowiedź' },
        receivedOn: '2026-11-21',
        receiptNumber: 'BBBB-BBBB',
      },
    ]);
    const after = await json('/Z2', 'szukaj=calkiem+nowa');
    expect(after.answered).toBe(before.answered + 1);
    expect(after.answers).toHaveLength(1);
    expect((await json('')).questions.find((one: { code: string }) => one.code === 'Z2').answered).toBe(
      before.answered + 1,
    );
  });

  describe('quotes', () => {
    const formOf = async (search: string) => {
      const [answer] = (await json('/Z2', `szukaj=${encodeURIComponent(search)}`)).answers as {
        reference: string;
        text: string;
      }[];
      const path = `${HOME}/Z2/${answer!.reference}`;
      const page = await evaluator.get(path).expect(200);
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1] ?? '';
      return { path, page, text: answer!.text, _csrf: field('_csrf'), zgloszenie: field('zgloszenie') };
    };
    const send = (path: string, body: Record<string, string>) => evaluator.post(path).type('form').send(body);

    it('hints at names and numbers, and takes nothing away by itself', async () => {
      const { page, text } = await formOf('poludnie nowak');
      expect(page.text).toContain('<mark>Pani Anna Nowak</mark>');
      expect(page.text).toContain('<mark>600 100 200</mark>');
      expect(page.text).toContain(text);
    });

    it('needs a person who has checked, and keeps what was typed', async () => {
      const { path, _csrf, zgloszenie } = await formOf('poludnie nowak');
      const reply = await send(path, { _csrf, zgloszenie, cytat: 'Pani [imię] pomogła', atrybuty: 'bez' }).expect(400);
      expect(reply.text).toContain('Proszę potwierdzić');
      expect(reply.text).toContain('Pani [imię] pomogła');
    });

    it.each([
      ['Pani [imię] pomogła, tel. 600 100 200', 'numer telefonu'],
      ['Pani [imię] przeszkodziła', 'przeszkodziła'],
      ['', 'choć jedno słowo'],
    ])('refuses %j with a sentence', async (cytat, sentence) => {
      const { path, _csrf, zgloszenie } = await formOf('poludnie nowak');
      const reply = await send(path, { _csrf, zgloszenie, cytat, sprawdzono: '1' }).expect(400);
      expect(reply.text).toContain(sentence);
    });

    it('is kept once, listed for findings, withdrawn, and the answer stays as it was', async () => {
      const { path, text, _csrf, zgloszenie } = await formOf('lodzka');
      const body = { _csrf, zgloszenie, cytat: 'dojazdu brak […]', atrybuty: 'oba', sprawdzono: '1' };
      await send(path, body).expect(303);
      await send(path, body).expect(303);
      const { texts } = application.chapters.analysis;
      const [quote, ...others] = await texts.listQuotes(ID);
      expect(others).toEqual([]);
      expect(quote).toMatchObject({ text: 'dojazdu brak […]', field: 'Z2', reference: path.split('/').at(-1) });
      expect(quote!.attributes[0]).toBe('OWES Północ');
      expect(quote!.checkedBy.name).not.toBe('');
      const page = await evaluator.get(`/badania/${ID}/cytaty`).expect(200);
      expect(page.text).toContain('dojazdu brak […]');
      await send(`/badania/${ID}/cytaty/${quote!.id}/wycofanie`, { _csrf }).expect(303);
      expect(await texts.listQuotes(ID)).toEqual([]);
      expect((await evaluator.get(`/badania/${ID}/cytaty`)).text).toContain('1 wycofany cytat');
      await send(`/badania/${ID}/cytaty/${quote!.id}/wycofanie`, { _csrf }).expect(404);
      expect((await json('/Z2', `szukaj=${encodeURIComponent(text)}`)).answers[0].text).toBe(text);
    });

    it('gives no attribute that is hidden at the answer', async () => {
      const { path, _csrf, zgloszenie } = await formOf('inny osrodek');
      await send(path, { _csrf, zgloszenie, cytat: 'Inny ośrodek', atrybuty: 'oba', sprawdzono: '1' }).expect(303);
      const [quote] = await application.chapters.analysis.texts.listQuotes(ID);
      expect(quote!.attributes).toEqual([]);
    });
  });

  it.each([
    ['/NIEMA', 404],
    ['/Z2/0000', 404],
    ['/Z2?zbior=inny', 404],
    ['/Z2?nic=1', 400],
    ['/Z2?strona=999', 200],
    ['/Z2?strona=x', 200],
    ['/K1_inne', 200],
  ])('answers %s with %d', async (path, status) => {
    expect((await evaluator.get(`${HOME}${path}`)).status).toBe(status);
  });

  it('is not for directors', async () => {
    expect((await (await signedIn('dyrektor')).get(HOME)).status).toBe(403);
  });
});
