import { EVERY_KIND } from './support/every-kind';
import { begin, newResponse, respondent, startFieldwork, type Fields, type TestFieldwork } from './support/fieldwork';
import { FIVE_PAGES } from './support/questionnaire';

const valuesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`name="${name}" value="(\\w+)"`, 'g'))].map(([, value = '']) => value);

const rowsIn = (html: string): readonly string[] =>
  [...html.matchAll(/data-row="(B\d)"/g)].map(([, code = '']) => code);

describe('Orders drawn by chance', () => {
  let fieldwork: TestFieldwork;
  let link: string;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
    link = await fieldwork.linkTo(EVERY_KIND);
  });
  afterAll(() => fieldwork.stop());

  const openPageOfKinds = async () => {
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    const post = (page: number, fields: Fields) => person.post(`${link}/s/${page}`, { zgloszenie, ...fields });
    await post(1, { Z0: 'tak' });
    const { text } = await person.get(`${link}/s/2`);
    return { person, post, text };
  };

  test('a respondent finds choices and rows in one order on every visit, "inna" and "żadna" last', async () => {
    const { person, post, text } = await openPageOfKinds();
    const order = valuesOf(text, 'R');
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'inna', 'zadna']);
    expect(order.slice(-2)).toEqual(['inna', 'zadna']);
    expect(valuesOf((await person.get(`${link}/s/2`)).text, 'R')).toEqual(order);
    const again = await post(2, { D1: 'wczoraj', R: ['c', 'a'] });
    expect(valuesOf(again.text, 'R')).toEqual(order);
    expect(rowsIn(again.text)).toEqual(rowsIn(text));
  });

  test('respondents differ in it', async () => {
    const orders = new Set<string>();
    for (let turn = 0; turn < 8; turn += 1) orders.add(valuesOf((await openPageOfKinds()).text, 'R').join());
    expect(orders.size).toBeGreaterThan(3);
  });

  test('the order is stored with the response, of those items only that chance ordered and the respondent saw', async () => {
    const before = await fieldwork.responses();
    const { post, text } = await openPageOfKinds();
    await post(2, { R: ['c', 'a'] });
    await post(3, { U1: 'zadna' });
    await post(4, { koniec: 'END1' });
    const response = await newResponse(fieldwork, before);
    expect(response?.orders).toEqual({ B: rowsIn(text), R: valuesOf(text, 'R') });
    expect(response?.answers['R']).toEqual(['c', 'a']);
  });

  test('a break-off keeps its language, and the orders of the pages that were reached', async () => {
    const { person, post, text } = await openPageOfKinds();
    await person.get(`${link}?lang=uk`);
    await post(2, { R: ['c'] });
    fieldwork.clock.moveTo('2026-11-28T13:33:00Z');
    const before = await fieldwork.responses();
    await fieldwork.application.chapters.responses.recordBreakOffs(fieldwork.evaluation.id, 7);
    const made = (await fieldwork.responses()).filter(({ id }) => before.every((other) => other.id !== id));
    expect(made.map(({ status, language, orders }) => ({ status, language, orders }))).toContainEqual({
      status: 'partial',
      language: 'uk',
      orders: { B: rowsIn(text), R: valuesOf(text, 'R') },
    });
    fieldwork.clock.moveTo('2026-11-18T13:32:00Z');
  });

  test('the first page of a questionnaire is drawn for each respondent where chance orders it', async () => {
    const kinds = EVERY_KIND.pages.filter(({ id }) => id === 'rodzaje');
    const { languages: _languages, translations: _translations, ...plain } = EVERY_KIND;
    const own = await fieldwork.linkTo({ ...plain, code: 'losowa', pages: kinds });
    const orders = new Set<string>();
    for (let turn = 0; turn < 8; turn += 1)
      orders.add(valuesOf((await respondent(fieldwork).get(`${own}/s/1`)).text, 'R').join());
    expect(orders.size).toBeGreaterThan(3);
  });
});

describe('A new version published in the middle of fieldwork', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  /** Each test has a questionnaire of its own. */
  const versionsOf = (code: string) => {
    const first = { ...FIVE_PAGES, code };
    const [role, ...rest] = FIVE_PAGES.pages;
    if (role === undefined) throw new Error('The questionnaire has no page');
    const second = {
      ...first,
      version: 2,
      pages: [{ ...role, title: 'Nowa rola', items: role.items.slice(0, 1) }, ...rest],
    };
    return { first, second };
  };

  test('who has a draft finishes the version it was begun with; who comes now gets the new one', async () => {
    const { first, second } = versionsOf('rozpoczeta');
    const link = await fieldwork.linkTo(first);
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    await person.post(`${link}/s/1`, { zgloszenie, K1: 'pes', K2: 'owes-polnoc' });
    const newId = await fieldwork.publishNext(second);

    expect((await respondent(fieldwork).get(`${link}/s/1`)).text).toContain('Nowa rola');
    const back = await person.get(`${link}/s/1`);
    expect(back.text).not.toContain('Nowa rola');
    expect(back.text).toMatch(/value="owes-polnoc"[^>]* checked/);

    const before = await fieldwork.responses();
    const pages: readonly Fields[] = [{ J1: '5' }, {}, {}, { Z1: '9' }];
    for (const [index, fields] of pages.entries())
      await person.post(`${link}/s/${index + 2}`, { zgloszenie, ...fields });
    const response = await newResponse(fieldwork, before);
    expect(response?.answers['K2']).toBe('owes-polnoc');
    expect(response?.versionId).not.toBe(newId);
  });

  test('who has opened the first page and saved nothing yet keeps the page that was read', async () => {
    const { first, second } = versionsOf('otwarta');
    const link = await fieldwork.linkTo(first);
    const person = respondent(fieldwork);
    const opened = (await person.get(`${link}/s/1`)).text;
    const carried = Object.fromEntries(
      [...opened.matchAll(/type="hidden" name="(wersja|zgloszenie)" value="([^"]+)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    await fieldwork.publishNext(second);
    const reply = await person.post(`${link}/s/1`, { ...carried, K1: 'pes', K2: 'owes-polnoc' });
    expect(reply.headers['location']).toBe(`${link}/s/2`);
    expect((await person.get(`${link}/s/1`)).text).toMatch(/value="owes-polnoc"[^>]* checked/);
  });

  test('a form cannot choose a version of another questionnaire', async () => {
    const link = await fieldwork.linkTo(versionsOf('cudza').first);
    const foreign = await fieldwork.publishNext({ ...EVERY_KIND, code: 'obca' });
    const person = respondent(fieldwork);
    const zgloszenie = await begin(person, link);
    const reply = await person.post(`${link}/s/1`, { zgloszenie, wersja: foreign, K1: 'pes' });
    expect(reply.headers['location']).toBe(`${link}/s/2`);
    expect((await person.get(`${link}/s/2`)).text).toContain('Oceny');
  });
});
