/* eslint-disable @typescript-eslint/no-explicit-any -- bodies of HTTP answers */
import supertest from 'supertest';
import type { Actor } from '../../../src/features/accounts';
import type { Evaluation } from '../../../src/features/evaluations';
import type { Choice, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { AccountId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../../support/application';
import { anEvaluation } from '../accounts/staff-application';
import { HandClock } from '../responses/support/fieldwork';
import { AGREE5 } from './answers';

const PASSWORD = 'poprawne haslo testowe';
const director: Actor = { id: 'x' as AccountId, role: 'director', name: 'x' };

/** Two statements on one scale and a multiple choice, all on one page. */
const questionnaire = (J4: string, wording: number, services: readonly string[]): QuestionnaireDefinition => ({
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: 'Ankieta',
  lead: 'Chcemy wiedzieć.',
  minutes: 2,
  pages: [
    {
      id: 'a',
      title: 'Pytania',
      items: [
        {
          kind: 'battery',
          code: 'J',
          text: 'Czy zgadzają się Państwo z tymi zdaniami?',
          criterion: 'jakosc',
          scale: 'AGREE5',
          choices: AGREE5,
          wording,
          rows: [
            { code: 'J1', text: 'Doradca rozumiał moją sytuację' },
            { code: 'J4', text: J4 },
          ],
        },
        {
          kind: 'multiple',
          code: 'U1',
          text: 'Z czego Państwo korzystali?',
          criterion: 'trafnosc',
          choices: services.map((code): Choice => ({ code, label: `Usługa ${code}` })),
        },
      ],
    },
  ],
});

const FIRST = questionnaire('Czas oczekiwania na spotkanie był krótki', 1, ['a', 'b']);
const SECOND = questionnaire('Na decyzję urzędu czekało się niedługo', 2, ['a', 'b', 'c']);

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/**
 * Twelve people answer the first version and ten the second, through the same link; then the results are read. By hand:
 * J1: twelve times 5 and ten times 4, mean (60 + 40) / 22 = 4.5454…; J4: twelve times 2 and ten times 4, mean
 * (24 + 40) / 22 = 2.9090…; U1 counts the second version alone: ten people, of whom six ticked c, that is 60%.
 */
describe('Results over two published versions, answered through the respondents’ pages', () => {
  const clock = new HandClock();
  let application: TestApplication;
  let evaluation: Evaluation;
  let staff: ReturnType<typeof supertest.agent>;

  beforeAll(async () => {
    application = await startTestApplication({ DEMO: '0' }, clock);
    const { chapters, address } = application;
    evaluation = await chapters.evaluations.createEvaluation(anEvaluation);
    await chapters.accounts.createAccount({
      email: 'ewaluator@demo.example',
      password: PASSWORD,
      name: 'Anna Wrona',
      title: 'Ewaluatorka',
      role: 'evaluator',
    });
    staff = supertest.agent(address);
    const page = await staff.get('/logowanie');
    const form = { _csrf: fieldIn(page.text, '_csrf'), email: 'ewaluator@demo.example', haslo: PASSWORD };
    await staff.post('/logowanie').type('form').send(form).expect(303);

    await chapters.questionnaires.drafts.createDraft(evaluation.id, 'Anna Wrona', FIRST);
    await publish();
    const link = await openLink();
    for (let person = 0; person < 12; person += 1) await answer(link, { J1: '5', J4: '2', U1: 'a' });
    clock.moveTo('2026-11-19T09:00:00Z');
    await chapters.questionnaires.drafts.changeDraft(key(), 'Anna Wrona', ({ definition, state }) => ({
      definition: { ...SECOND, version: definition.version },
      state,
    }));
    await publish();
    expect(await openLink()).toBe(link);
    for (let person = 0; person < 10; person += 1)
      await answer(link, { J1: '4', J4: '4', U1: person < 6 ? ['a', 'c'] : 'b' });
  }, 90_000);
  afterAll(() => application.remove());

  const key = () => ({ evaluationId: evaluation.id, code: 'owes-clients' });
  const home = () => `/badania/${evaluation.id}`;

  const publish = async (): Promise<void> => {
    const address = `${home()}/kwestionariusz/owes-clients/publikacja`;
    const { text } = await staff.get(address).expect(200);
    const [_csrf, wersja, rewizja] = ['_csrf', 'wersja', 'rewizja'].map((name) => fieldIn(text, name));
    await staff.post(address).type('form').send({ _csrf, wersja, rewizja, notatka: '' }).expect(303);
  };

  /** As the page of the evaluation shows it. */
  const openLink = async (): Promise<string> => {
    const { text } = await staff.get(home()).expect(200);
    return /href="[^"]*(\/a\/[0-9A-Z]+)"/.exec(text)?.[1] ?? '';
  };

  const answer = async (link: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> => {
    const browser = supertest.agent(application.address);
    const { text } = await browser.get(`${link}/s/1`).expect(200);
    const hidden = Object.fromEntries(
      ['zgloszenie', 'wersja'].map((name) => [name, fieldIn(text, name)]).filter(([, value]) => value !== ''),
    );
    const reply = await browser
      .post(`${link}/s/1`)
      .type('form')
      .send({ ...hidden, ...fields });
    expect(reply.headers['location']).toContain('/dziekujemy');
  };

  const resultsJson = async (): Promise<any> =>
    (await staff.get(`${home()}/wyniki`).set('Accept', 'application/json').expect(200)).body;
  const questionIn = (body: any, id: string): any =>
    body.sections.flatMap((section: any) => section.questions).find((question: any) => question.question.id === id);

  test('same and reworded rows are counted together', async () => {
    const { rows } = questionIn(await resultsJson(), 'owes-clients.J');
    expect(rows.map(({ total }: any) => [total.n, total.estimates.mean.mean])).toEqual([
      [22, 100 / 22],
      [22, 64 / 22],
    ]);
  });

  test('the reworded row is flagged in JSON, with the version, its day and the earlier answers', async () => {
    expect(questionIn(await resultsJson(), 'owes-clients.J').notices).toEqual([
      {
        kind: 'wording',
        questionnaire: 'owes-clients',
        code: 'J4',
        version: 2,
        publishedOn: '2026-11-19',
        earlier: 12,
      },
    ]);
  });

  test('where the list of answers changed, earlier answers are in no base', async () => {
    const { total, choices, notices } = questionIn(await resultsJson(), 'owes-clients.U1');
    expect(choices.map(({ code }: any) => code)).toEqual(['a', 'b', 'c']);
    expect([total.n, total.counts.choices]).toEqual([10, [6, 4, 6]]);
    expect(total.estimates.choices[2]).toMatchObject({ count: 6, share: 0.6 });
    expect(notices).toMatchObject([{ kind: 'scale', code: 'U1', version: 2, earlier: 12 }]);
  });

  test('the cards of the results page say so', async () => {
    const text = plain((await staff.get(`${home()}/wyniki`).expect(200)).text);
    expect(text).toContain(
      'Treść pytania J4 zmieniona w wersji 2 (19 listopada 2026); 12 odpowiedzi dotyczy wersji wcześniejszej.',
    );
    expect(text).toContain('Skala lub lista odpowiedzi pytania U1 zmieniona w wersji 2');
    expect(text.match(/Zmiana pytania/g)!.length).toBeGreaterThanOrEqual(2);
  });

  test('so does the JSON of one figure', async () => {
    const figure = await staff.get(`${home()}/wyniki?figura=owes-clients.U1.wskazania&format=json`).expect(200);
    expect(figure.body.figure.flags.map(plain)).toEqual([expect.stringContaining('U1 zmieniona w wersji 2')]);
  });

  test('and so do the notes of the summary on paper', async () => {
    const { reports } = application.chapters;
    const { pl } = loadTranslators('locales');
    const material = await reports.readSummaryMaterial(director, evaluation.id, pl);
    const { blocks } = reports.composeSummary(material, pl);
    expect(plain(JSON.stringify(blocks))).toContain('Treść pytania J4 zmieniona w wersji 2 (19 listopada 2026)');
  });

  test('a new version is seen at once, although results are kept in memory', async () => {
    expect((await resultsJson()).respondents.n).toBe(22);
    const { drafts } = application.chapters.questionnaires;
    await drafts.changeDraft(key(), 'Anna Wrona', ({ definition, state }) => ({
      definition: { ...SECOND, version: definition.version, pages: withoutJ4(SECOND) },
      state,
    }));
    await publish();
    const body = await resultsJson();
    expect(questionIn(body, 'owes-clients.J').rows).toHaveLength(1);
    expect(questionIn(body, 'owes-clients.J-v2')).toMatchObject({
      rows: [{ total: { n: 22 } }],
      notices: [
        { kind: 'removed', version: 3 },
        { kind: 'wording', version: 2, earlier: 12 },
      ],
    });
  });
});

const withoutJ4 = ({ pages }: QuestionnaireDefinition): QuestionnaireDefinition['pages'] =>
  pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.kind === 'battery' ? { ...item, rows: item.rows.filter(({ code }) => code !== 'J4') } : item,
    ),
  }));
