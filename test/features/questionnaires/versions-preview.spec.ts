import supertest from 'supertest';
import type { EvaluationId } from '../../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const HOME = '/badania/demonstracja/kwestionariusz/owes-clients';
const KEY = { evaluationId: 'demonstracja' as EvaluationId, code: 'owes-clients' };

const plain = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll('&#34;', '"').replaceAll('&amp;', '&');
const fieldIn = (html: string, name: string): string =>
  plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
const actionIn = (html: string): string => plain(/<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? '');
const headingIn = (html: string): string => plain(/<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? '');

describe('Preview of a draft', () => {
  let application: TestApplication;
  let agent: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    application = await startTestApplication();
    agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    const form = { _csrf: fieldIn(page.text, '_csrf'), email: 'ewaluator@demo.example', haslo: DEMO_PASSWORD };
    await agent.post('/logowanie').type('form').send(form).expect(303);
  }, 60_000);
  afterAll(() => application.remove());

  const inside = (query = '') => agent.get(`${HOME}/podglad/strona${query}`);
  /** Sends the page with its own hidden fields and these answers. */
  const send = (html: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
    agent
      .post(actionIn(html))
      .type('form')
      .send({ _csrf: fieldIn(html, '_csrf'), odpowiedzi: fieldIn(html, 'odpowiedzi'), ...fields });
  const census = async (): Promise<readonly number[]> =>
    Promise.all(
      ['responses', 'drafts', 'invitations'].map((name) =>
        application.storage.connection.collection(name).countDocuments({}),
      ),
    );

  test('stands in a frame of our own, which only this address may hold', async () => {
    const outside = await agent.get(`${HOME}/podglad?strona=2&szerokosc=telefon`).expect(200);
    expect(outside.headers['content-security-policy']).toContain("frame-src 'self'");
    expect(outside.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(plain(outside.text)).toContain(`src="${HOME}/podglad/strona?strona=2&jezyk=pl"`);
    const page = await inside('?strona=2').expect(200);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(page.text).toContain('<meta name="robots" content="noindex">');
    const elsewhere = await agent.get(`${HOME}/wersje`);
    expect(elsewhere.headers['content-security-policy']).not.toContain('frame-src');
  });

  test('says on every page that nothing is saved', async () => {
    expect(plain((await inside()).text)).toContain('Podgląd, odpowiedzi nie są zapisywane.');
  });

  test('goes on from page to page with the answers, by the same rules as for respondents', async () => {
    const before = await census();
    const first = (await inside()).text;
    expect(headingIn(first)).toBe('Państwa rola');
    const missing = await send(first, { K2: 'owes-polnoc' });
    expect([missing.status, headingIn(missing.text)]).toEqual([200, 'Państwa rola']);
    expect(missing.text).toContain('err-summary');
    const second = await send(first, { K1: 'pes', K2: 'zaden' });
    expect(headingIn(second.text)).toBe('Kontakt z ośrodkiem i profil');
    expect(JSON.parse(fieldIn(second.text, 'odpowiedzi'))).toMatchObject({ K1: 'pes', K2: 'zaden' });
    const back = await send(second.text, { akcja: 'wstecz' });
    expect(headingIn(back.text)).toBe('Państwa rola');
    expect(back.text).toMatch(/value="pes"[^>]* checked/);
    expect(await census()).toEqual(before);
  });

  test('walks the whole of one way and ends without storing anything', async () => {
    const before = await census();
    let { text } = await inside('?sciezka=K1:prywatna,K2:zaden');
    const titles: string[] = [];
    for (let steps = 0; steps < 20 && actionIn(text) !== ''; steps += 1) {
      titles.push(headingIn(text));
      const fields = text.includes('name="K1"') ? { K1: 'prywatna', K2: 'zaden' } : {};
      ({ text } = await send(text, fields));
    }
    expect(titles.length).toBeGreaterThan(2);
    expect(new Set(titles).size).toBe(titles.length);
    expect(plain(text)).toContain('To koniec ankiety na tej ścieżce');
    expect(await census()).toEqual(before);
  });

  test('offers the ways of the different kinds of respondents, and shows only their pages', async () => {
    const text = plain((await agent.get(`${HOME}/podglad?sciezka=K1:pes,K2:zaden`)).text);
    expect(text).toMatch(/sciezka=K1%3Aprywatna%2CK2%3Azaden/);
    expect(text).toContain('Podmiot ekonomii społecznej (PES) · Z żadnym');
    const [all, some] = await Promise.all(
      ['', '?sciezka=K1:pes,K2:zaden'].map(async (query) => {
        const html = (await agent.get(`${HOME}/podglad${query}`)).text;
        return html.match(/href="[^"]*strona=\d+[^"]*"[^>]*>\d+\. /g)?.length ?? 0;
      }),
    );
    expect(some).toBeLessThan(all!);
  });

  test.each([
    ['en', 'en', 'Your role'],
    ['uk', 'uk', null],
    ['pl-etr', 'pl', null],
  ])('is shown in %s', async (language, lang, heading) => {
    const { text } = await inside(`?jezyk=${language}`).expect(200);
    expect(text).toMatch(new RegExp(`<html lang="${lang}"`));
    expect(headingIn(text)).not.toBe(language === 'pl-etr' ? '' : 'Państwa rola');
    if (heading !== null) expect(headingIn(text)).toBe(heading);
  });

  test('shows what is in the draft, not what is published', async () => {
    const { drafts } = application.chapters.questionnaires;
    await drafts.changeDraft(KEY, 'Anna Wrona', ({ definition, state }) => ({
      definition: {
        ...definition,
        pages: definition.pages.map((page, at) => (at === 0 ? { ...page, title: 'Nowy początek' } : page)),
      },
      state,
    }));
    expect(headingIn((await inside()).text)).toBe('Nowy początek');
  });

  test.each(['', 'nie json', '{"K1":{"missing":12}}', '{"constructor":"x"}', '[1]', '{"K1":{"$gt":""}}'])(
    'answers that no form of ours carried (%s) are refused',
    async (odpowiedzi) => {
      const { text } = await inside();
      expect((await send(text, { odpowiedzi })).status).toBe(400);
    },
  );

  test('a form without its token is refused', async () => {
    const { text } = await inside();
    expect((await agent.post(actionIn(text)).type('form').send({ odpowiedzi: '{}' })).status).toBe(403);
  });

  test('a visitor is sent to sign in', async () => {
    await supertest(application.address).get(`${HOME}/podglad`).expect(303);
    await supertest(application.address).get(`${HOME}/podglad/strona`).expect(303);
  });
});
