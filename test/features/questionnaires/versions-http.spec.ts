import supertest from 'supertest';
import type { QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import type { EvaluationId } from '../../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const HOME = '/badania/demonstracja/kwestionariusz/owes-clients';
const KEY = { evaluationId: 'demonstracja' as EvaluationId, code: 'owes-clients' };

type Agent = ReturnType<typeof supertest.agent>;

const plain = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll('&#34;', '"').replaceAll('&#39;', "'");
const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const valueIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('Versions over HTTP', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const signedIn = async (person: string): Promise<Agent> => {
    const agent = supertest.agent(application.address);
    const token = tokenIn((await agent.get('/logowanie')).text);
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };

  /** Changes the wording of the row J4 in the draft, as an editor would who says that the meaning has changed. */
  const reword = (text: string, wording: number) =>
    application.chapters.questionnaires.drafts.changeDraft(KEY, 'Anna Wrona', ({ definition, state }) => ({
      definition: withRow(definition, text, wording),
      state,
    }));

  const confirm = async (agent: Agent, change: Readonly<Record<string, string>> = {}) => {
    const { text } = await agent.get(`${HOME}/publikacja`).expect(200);
    const [_csrf, wersja, rewizja] = ['_csrf', 'wersja', 'rewizja'].map((name) => valueIn(text, name));
    return agent
      .post(`${HOME}/publikacja`)
      .type('form')
      .send({ _csrf, wersja, rewizja, notatka: '', ...change });
  };

  test('the history lists the published version with its day, responses and fingerprint', async () => {
    const agent = await signedIn('ewaluator');
    const text = plain((await agent.get(`${HOME}/wersje`).expect(200)).text);
    expect(text).toContain('Wersja 1');
    expect(text).toMatch(/<code title="[0-9a-f]{64}">[0-9a-f]{8}<\/code>/);
    expect(text).toMatch(/data-th="Wypełnione ankiety" class="num">\d{3}</);
    expect(text).toContain('aria-current="page">Historia');
  });

  test('nothing that has not changed is published', async () => {
    const agent = await signedIn('ewaluator');
    const { text } = await agent.get(`${HOME}/publikacja`).expect(200);
    expect(plain(text)).toContain('Nie ma czego publikować');
    expect(text).not.toContain('name="rewizja"');
  });

  test('a change is shown word by word before and after publishing, with what it means for results', async () => {
    await reword('Czas oczekiwania na spotkanie był zupełnie inny niż kiedykolwiek', 2);
    const agent = await signedIn('ewaluator');
    const before = plain((await agent.get(`${HOME}/publikacja`).expect(200)).text);
    expect(before).toContain('Zmieniona treść: J4.');
    expect(before).toContain('wyniki będą oznaczone w porównaniach');
    expect(before).toMatch(/<del><span class="vh">usunięto: <\/span><span aria-hidden="true">−<\/span>/);
    expect(before).toContain('Opublikuj wersję 2');

    const reply = await confirm(agent, { notatka: 'Krótsze zdanie o czasie oczekiwania' });
    expect([reply.status, reply.headers['location']]).toEqual([303, `${HOME}/wersje?zrobiono=opublikowano`]);
    const history = plain((await agent.get(String(reply.headers['location']))).text);
    expect(history).toContain('Wersja 2 jest opublikowana');
    expect(history).toContain('Krótsze zdanie o czasie oczekiwania');
    expect(history).toContain('Zastąpiona wersją 2');
    expect(history).toContain('Wersja 2 opublikowana, Anna Wrona');
    const difference = plain((await agent.get(`${HOME}/wersje/2`).expect(200)).text);
    expect(difference).toContain('<ins>');
    expect(difference).toContain('Zmieniona treść: J4.');
  });

  test('the link of the earlier version leads to the new one, and the draft goes on as the next', async () => {
    const { fieldwork, questionnaires } = application.chapters;
    const [latest] = (await questionnaires.listVersions(KEY.evaluationId)).filter(({ code }) => code === KEY.code);
    const invitation = await fieldwork.readInvitation('demonstracja-klienci-owes');
    expect([latest?.version, invitation.versionId]).toEqual([2, latest?.id]);
    const draft = await questionnaires.drafts.readDraft(KEY);
    expect([draft.definition.version, draft.state]).toEqual([3, 'draft']);
    expect(draft.definition.pages).toEqual(latest?.definition.pages);
  });

  test('only what the person saw is published: a change in between is answered by 409', async () => {
    await reword('Doradcy odpowiadali szybko', 3);
    const agent = await signedIn('ewaluator');
    const page = (await agent.get(`${HOME}/publikacja`).expect(200)).text;
    await reword('Doradcy odpowiadali bardzo szybko', 3);
    const reply = await agent
      .post(`${HOME}/publikacja`)
      .type('form')
      .send({
        _csrf: tokenIn(page),
        wersja: valueIn(page, 'wersja'),
        rewizja: valueIn(page, 'rewizja'),
        notatka: '',
      });
    expect(reply.status).toBe(409);
    expect(plain(reply.text)).toContain('zmienił się w międzyczasie');
    expect(reply.text).toContain(`href="${HOME}/publikacja"`);
  });

  test('two people who publish the same draft at once make one version', async () => {
    const [anna, piotr] = await Promise.all([signedIn('ewaluator'), signedIn('administrator')]);
    const pages = await Promise.all([anna, piotr].map((agent) => agent.get(`${HOME}/publikacja`)));
    const replies = await Promise.all(
      [anna, piotr].map((agent, at) => {
        const html = pages[at]!.text;
        const fields = { wersja: valueIn(html, 'wersja'), rewizja: valueIn(html, 'rewizja') };
        return agent
          .post(`${HOME}/publikacja`)
          .type('form')
          .send({ _csrf: tokenIn(html), ...fields, notatka: '' });
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    const numbers = (await application.chapters.questionnaires.listVersions(KEY.evaluationId))
      .filter(({ code }) => code === KEY.code)
      .map(({ version }) => version);
    expect(numbers).toEqual([3, 2, 1]);
    const events = await application.chapters.questionnaires.versions.readHistory(KEY);
    expect(events.filter(({ kind, version }) => kind === 'published' && version === 3)).toHaveLength(1);
  });

  test('a note that is too long comes back with what was typed', async () => {
    await reword('Na pierwsze spotkanie czekało się krótko', 4);
    const agent = await signedIn('ewaluator');
    const reply = await confirm(agent, { notatka: 'za długie '.repeat(300) });
    expect(reply.status).toBe(400);
    expect(plain(reply.text)).toContain('Błąd: Publikacja wersji 4');
    expect(reply.text).toContain('za długie za długie');
  });

  test('a draft with errors shows them with links, and is not published', async () => {
    const { drafts } = application.chapters.questionnaires;
    const before = await drafts.readDraft(KEY);
    await drafts.changeDraft(KEY, 'Anna Wrona', ({ definition, state }) => ({
      definition: withCondition(definition, "${NIEMA} = '1'"),
      state,
    }));
    const agent = await signedIn('ewaluator');
    const { text } = await agent.get(`${HOME}/publikacja`).expect(200);
    expect(plain(text)).toMatch(/1 błąd nie pozwala opublikować/);
    expect(text).toContain(`${HOME}/pytania/J"`);
    expect(text).not.toContain('name="rewizja"');
    const preview = plain((await agent.get(`${HOME}/podglad`).expect(200)).text);
    expect(preview).toContain('Podglądu nie ma, bo szkic ma 1 błąd');
    expect(preview).not.toContain('<iframe');
    const current = await drafts.readDraft(KEY);
    const reply = await agent
      .post(`${HOME}/publikacja`)
      .type('form')
      .send({ _csrf: tokenIn(text), wersja: '4', rewizja: String(current.revision), notatka: '' });
    expect([reply.status, plain(reply.text).includes('Sprawdzenie znalazło błędy')]).toEqual([409, true]);
    await drafts.changeDraft(KEY, 'Anna Wrona', () => ({ definition: before.definition, state: 'draft' }));
  });

  test('a draft is sent for remarks and taken back, with who did it', async () => {
    const agent = await signedIn('ewaluator');
    const { text } = await agent.get(`${HOME}/wersje`);
    await agent
      .post(`${HOME}/wersje/uwagi`)
      .type('form')
      .send({ _csrf: tokenIn(text) })
      .expect(303);
    expect(plain((await agent.get(`${HOME}/wersje`)).text)).toContain('Czeka na uwagi');
    await agent
      .post(`${HOME}/wersje/cofniecie`)
      .type('form')
      .send({ _csrf: tokenIn(text) })
      .expect(303);
    const kinds = (await application.chapters.questionnaires.versions.readHistory(KEY)).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['taken-back', 'sent-to-review']);
  });

  test('a director reads and does not act', async () => {
    const agent = await signedIn('dyrektor');
    const { text } = await agent.get(`${HOME}/wersje`).expect(200);
    expect(text).not.toMatch(/wersje\/(uwagi|zamkniecie)/);
    await agent.get(`${HOME}/wersje/3`).expect(200);
    await agent.get(`${HOME}/publikacja`).expect(403);
    await agent
      .post(`${HOME}/wersje/uwagi`)
      .type('form')
      .send({ _csrf: tokenIn(text) })
      .expect(403);
  });

  test.each([
    ['wersje/99', 404],
    ['wersje/x', 404],
    ['wersje?zrobiono=cokolwiek', 400],
    ['podglad?jezyk=de', 400],
    ['podglad/strona?strona=99', 404],
  ])('%s answers %i', async (path, status) => {
    const agent = await signedIn('ewaluator');
    expect((await agent.get(`${HOME}/${path}`)).status).toBe(status);
  });
});

const withRow = (definition: QuestionnaireDefinition, text: string, wording: number): QuestionnaireDefinition => ({
  ...definition,
  pages: definition.pages.map((page) => ({
    ...page,
    items: page.items.map((item) =>
      item.code === 'J' && item.kind === 'battery'
        ? { ...item, wording, rows: item.rows.map((row) => (row.code === 'J4' ? { ...row, text } : row)) }
        : item,
    ),
  })),
});

const withCondition = (definition: QuestionnaireDefinition, shownIf: string): QuestionnaireDefinition => ({
  ...definition,
  pages: definition.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.code === 'J' ? { ...item, shownIf } : item)),
  })),
});
