/* eslint-disable no-restricted-syntax -- looks at HTML, and posts some */
import supertest from 'supertest';
import { completenessOf, textsOf, translationState } from '../../../src/features/questionnaires/domain';
import type { EvaluationId } from '../../../src/platform/ids';
import { readWorkbook, writeWorkbook } from '../../../src/platform/spreadsheet';
import { cellXml, workbookOf } from '../../platform/spreadsheet-files';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const KEY = { evaluationId: 'demonstracja' as EvaluationId, code: 'owes-clients' };
const HOME = '/badania/demonstracja/kwestionariusz/owes-clients/jezyki';
const K1 = 'W czyim imieniu odpowiadają Państwo na pytania?';

let application: TestApplication;
type Agent = ReturnType<typeof supertest.agent>;
let evaluator: Agent;
let token: string;

const signedIn = async (person: string): Promise<Agent> => {
  const agent = supertest.agent(application.address);
  const page = await agent.get('/logowanie');
  const own = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  await agent
    .post('/logowanie')
    .type('form')
    .send({ _csrf: own, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
    .expect(303);
  return agent;
};

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

beforeAll(async () => {
  application = await startTestApplication();
  evaluator = await signedIn('ewaluator');
  token = tokenIn((await evaluator.get(HOME)).text);
}, 60_000);
afterAll(() => application.remove());

const drafts = () => application.chapters.questionnaires.drafts;
const definition = async () => (await drafts().readDraft(KEY)).definition;

/** A text of the demonstration in Ukrainian, as it is stored now. */
const stored = async (key: string) => {
  const place = translationState(await definition(), 'uk').find((one) => one.key === key);
  if (place === undefined) throw new Error(`No text ${key}`);
  return { polish: place.polish, translation: place.translation ?? '', state: place.state };
};

const post = (fields: Readonly<Record<string, unknown>>, language = 'uk') =>
  evaluator
    .post(`${HOME}/${language}`)
    .type('form')
    .send({ _csrf: token, strona: 2, ...fields });

const typing = async (key: string, text: string) => {
  const { polish, translation } = await stored(key);
  return { klucz: key, polski: polish, bylo: translation, tekst: text };
};

test('the demonstration offers three languages, each of them complete', async () => {
  const page = wordsOf((await evaluator.get(HOME)).text);
  const all = textsOf(await definition()).length;
  expect(page.match(new RegExp(`${all} z ${all}`, 'g'))).toHaveLength(3);
  expect(page.match(/włączony /g)).toHaveLength(3);
  expect((await definition()).languages).toEqual(['en', 'uk', 'pl-etr']);
});

describe('the form of one page', () => {
  test('shows Polish beside the translation, each with its language', async () => {
    const { text } = await evaluator.get(`${HOME}/uk?strona=2`);
    const { translation } = await stored('K1/text');
    expect(text).toContain(`lang="pl">${(await stored('K1/text')).polish}</p>`);
    expect(text).toContain(`${translation}</textarea>`);
    expect(text).toMatch(/<textarea[^>]*id="t-K1-text"[^>]*lang="uk"/);
  });

  test('saves what changed and says how much', async () => {
    const reply = await post(await typing('K1/text', 'Хто відповідає?')).expect(303);
    expect(reply.headers['location']).toBe(`${HOME}/uk?strona=2&zapisano=1`);
    expect(wordsOf((await evaluator.get(reply.headers['location'] ?? '')).text)).toContain('Zapisano 1 tłumaczenie.');
    expect(await stored('K1/text')).toMatchObject({ translation: 'Хто відповідає?', state: 'done' });
  });

  test('stores markup as plain text', async () => {
    await post(await typing('K1/text', 'Хто <script>alert(1)</script><b>відповідає</b>?')).expect(303);
    expect((await stored('K1/text')).translation).toBe('Хто відповідає?');
  });

  test('does not overwrite what somebody else wrote in the meantime, and shows both', async () => {
    const mine = await typing('K1/hint', 'Моя версія');
    await post(await typing('K1/hint', 'Версія іншої особи')).expect(303);
    const reply = await post(mine).expect(409);
    expect(wordsOf(reply.text)).toContain('Ktoś inny zmienił to tłumaczenie');
    expect(reply.text).toContain('Моя версія</textarea>');
    expect(reply.text).toContain('Версія іншої особи</span>');
    expect((await stored('K1/hint')).translation).toBe('Версія іншої особи');
  });

  test('keeps what is right when another text of the same form is in conflict', async () => {
    const [one, other] = [await typing('K2/hint', 'Нова підказка'), await typing('K1/hint', 'Пізно')];
    const reply = await post({
      klucz: [one.klucz, other.klucz],
      polski: [one.polski, other.polski],
      bylo: [one.bylo, 'щось давнє'],
      tekst: [one.tekst, other.tekst],
    }).expect(409);
    expect(wordsOf(reply.text)).toContain('Zapisano 1 tłumaczenie.');
    expect((await stored('K2/hint')).translation).toBe('Нова підказка');
  });

  test('tells when the Polish text has changed since, and lists the text as out of date', async () => {
    const mine = await typing('K4/text', 'Коли?');
    await drafts().changeDraft(KEY, 'Anna Wrona', ({ definition: before, state }) => ({
      definition: {
        ...before,
        pages: before.pages.map((page) => ({
          ...page,
          items: page.items.map((item) =>
            item.code === 'K4' ? { ...item, text: 'Kiedy był ostatni kontakt?' } : item,
          ),
        })),
      },
      state,
    }));
    const reply = await post({ ...mine, strona: 3 }).expect(409);
    expect(wordsOf(reply.text)).toContain('Tekst polski zmienił się od otwarcia formularza');
    const outdated = await evaluator.get(`${HOME}/uk?pokaz=nieaktualne`);
    expect(wordsOf(outdated.text)).toContain('Kiedy był ostatni kontakt?');
    expect(wordsOf(outdated.text)).toContain('Tłumaczenie powstało z tekstu:');
    await post({ ...(await typing('K4/text', (await stored('K4/text')).translation)), pasuje: 'K4/text' }).expect(303);
    expect((await stored('K4/text')).state).toBe('done');
  });

  test('puts in the suggestion of the bank by a button that needs no scripts', async () => {
    const before = (await stored('K5/text')).translation;
    await post(await typing('K5/text', '')).expect(303);
    const { text } = await evaluator.get(`${HOME}/uk?strona=3&pokaz=brak`);
    expect(wordsOf(text)).toContain(wordsOf(`Propozycja z banku: ${before}`));
    await post({ ...(await typing('K5/text', '')), propozycja: 'K5/text' }).expect(303);
    expect((await stored('K5/text')).translation).toBe(before);
  });

  test('answers a script with what was taken and what was not', async () => {
    const json = await post(await typing('K5/text', 'Роль?')).set('Accept', 'application/json');
    expect(json.body).toMatchObject({
      taken: ['K5/text'],
      errors: [],
      progress: { done: expect.any(Number) as number },
    });
  });

  test('refuses forms that do not fit together', async () => {
    await post({ klucz: ['K1/text', 'K2/text'], polski: K1, bylo: '', tekst: 'x' }).expect(400);
    await post({ ...(await typing('K1/text', 'x')), obce: 'pole' }).expect(400);
    await evaluator.get(`${HOME}/de`).expect(404);
  });
});

describe('offering a language', () => {
  test('that is incomplete asks first and names what stays Polish', async () => {
    await post(await typing('U1/hint', '')).expect(303);
    await evaluator.post(`${HOME}/uk/oferta`).type('form').send({ _csrf: token, oferta: 'nie' }).expect(303);
    const asked = await evaluator
      .post(`${HOME}/uk/oferta`)
      .type('form')
      .send({ _csrf: token, oferta: 'tak' })
      .expect(303);
    expect(asked.headers['location']).toBe(`${HOME}/uk/oferta`);
    expect((await definition()).languages).toEqual(['en', 'pl-etr']);
    const page = wordsOf((await evaluator.get(`${HOME}/uk/oferta`)).text);
    expect(page).toMatch(/1 tekst zostanie po polsku\./);
    expect(page).toContain('Można zaznaczyć kilka odpowiedzi.');
    await evaluator
      .post(`${HOME}/uk/oferta`)
      .type('form')
      .send({ _csrf: token, oferta: 'tak', 'mimo-brakow': 'tak' })
      .expect(303);
    expect((await definition()).languages).toEqual(['en', 'uk', 'pl-etr']);
    expect(wordsOf((await evaluator.get(HOME)).text)).toContain('włączony, niepełny');
  });

  test('all that the bank knows is put in at once, and nothing that people wrote changes', async () => {
    const written = (await stored('K1/text')).translation;
    await evaluator.post(`${HOME}/uk/z-banku`).type('form').send({ _csrf: token }).expect(303);
    expect(completenessOf(await definition(), 'uk').missing).toBe(0);
    expect((await stored('K1/text')).translation).toBe(written);
  });

  test('is for those who write: others read', async () => {
    const director = await signedIn('dyrektor');
    const { text } = await director.get(`${HOME}/uk?strona=2`).expect(200);
    expect(text).toContain('readonly');
    expect(text).not.toContain('Wstaw propozycję');
    const own = tokenIn((await director.get('/podsumowanie')).text);
    await director.post(`${HOME}/uk/oferta`).type('form').send({ _csrf: own, oferta: 'nie' }).expect(403);
    await supertest(application.address).get(HOME).expect(303);
  });
});

describe('a spreadsheet for translators', () => {
  const download = async (name: string): Promise<Buffer> =>
    (
      await evaluator
        .get(`${HOME}/${name}`)
        .buffer()
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => {
            done(null, Buffer.concat(parts));
          });
        })
        .expect(200)
    ).body as Buffer;

  const rowsOf = async (bytes: Buffer): Promise<string[][]> =>
    ((await readWorkbook(bytes)).sheets[0]?.rows ?? []).map((row) => [...row]);

  const load = async (rows: readonly (readonly string[])[]): Promise<string> => {
    const file = await writeWorkbook([{ name: 'Tłumaczenia', rows }]);
    const reply = await evaluator.post(`${HOME}/wczytanie`).field('_csrf', token).attach('plik', file, 'arkusz.xlsx');
    expect(reply.status).toBe(303);
    return reply.headers['location'] ?? '';
  };

  test('has a row for each text, with its key, its kind and every language', async () => {
    const rows = await rowsOf(await download('arkusz.xlsx'));
    expect(rows[0]).toEqual([
      'Klucz',
      'Rodzaj',
      'Pytanie',
      'Polski (pl)',
      'English (en)',
      'Українська (uk)',
      'Łatwy tekst (pl-etr)',
      'Uwagi',
    ]);
    expect(rows.slice(1).map(([key]) => key)).toEqual(textsOf(await definition()).map(({ key }) => key));
  });

  test('that comes back unchanged changes nothing', async () => {
    const before = await definition();
    const page = wordsOf((await evaluator.get(await load(await rowsOf(await download('arkusz.xlsx'))))).text);
    expect(page).toMatch(/\d tłumacze(nia|ń) bez zmian/);
    expect(page).not.toContain('Zapisz 1 zmianę');
    expect(await definition()).toEqual(before);
  });

  test('is shown first and taken over only when confirmed', async () => {
    const rows = await rowsOf(await download('arkusz.xlsx'));
    const row = rows.find(([key]) => key === 'P4/text');
    row?.splice(5, 1, 'У якій ґміні Ви працюєте?');
    const before = await definition();
    const report = await load(rows);
    const page = await evaluator.get(report);
    expect(wordsOf(page.text)).toContain('1 zmienione tłumaczenie');
    expect(await definition()).toEqual(before);
    const done = await evaluator.post(report).type('form').send({ _csrf: token }).expect(303);
    expect(done.headers['location']).toBe(`${HOME}?wczytano=1&pominieto=0`);
    expect((await stored('P4/text')).translation).toBe('У якій ґміні Ви працюєте?');
    await evaluator.get(report).expect(410);
  });

  test('does not take back what somebody changed after it was loaded', async () => {
    const rows = await rowsOf(await download('arkusz.xlsx'));
    rows.find(([key]) => key === 'P4/text')?.splice(5, 1, 'З аркуша');
    const report = await load(rows);
    await post(await typing('P4/text', 'З форми')).expect(303);
    const done = await evaluator.post(report).type('form').send({ _csrf: token }).expect(303);
    expect(done.headers['location']).toBe(`${HOME}?wczytano=0&pominieto=1`);
    expect((await stored('P4/text')).translation).toBe('З форми');
  });

  test('names unknown keys, repeated keys and old Polish texts, and shows hostile cells as plain text', async () => {
    const [head = [], ...rows] = await rowsOf(await download('arkusz.xlsx'));
    const title = rows[0] ?? [];
    const hostile = ['<img src=x onerror=alert(1)>Z9/text', '', '', 'Coś', '=1+1', '<script>alert(1)</script>', '', ''];
    const old = ['K5/text', '', 'K5', 'Dawny tekst', 'Another text', '', '', ''];
    const { text } = await evaluator.get(await load([head, title, title, hostile, old]));
    const page = wordsOf(text);
    expect(page).toContain('Wiersz 3: klucz „title” już był wyżej');
    expect(page).toContain('Wiersz 4: w kwestionariuszu nie ma tekstu o kluczu „Z9/text”');
    expect(page).toContain('Wiersz 5, Angielski: tekst polski zmienił się po pobraniu arkusza');
    expect(text).not.toMatch(/onerror|<script>alert/);
  });

  test('never runs a formula: its saved value is a text, and the report says so', async () => {
    const cells = (line: number, texts: readonly string[]) =>
      texts.map((text, column) => cellXml(`${'ABC'.charAt(column)}${line}`, text)).join('');
    const formula = '<c r="C2" t="str"><f>HYPERLINK("https://example.org","x")</f><v>Survey of clients</v></c>';
    const { polish } = await stored('title');
    const file = workbookOf(
      `<row r="1">${cells(1, ['Klucz', 'Polski', 'en'])}</row><row r="2">${cells(2, ['title', polish])}${formula}</row>`,
    );
    const reply = await evaluator
      .post(`${HOME}/wczytanie`)
      .field('_csrf', token)
      .attach('plik', file, 'a.xlsx')
      .expect(303);
    const page = wordsOf((await evaluator.get(reply.headers['location'] ?? '')).text);
    expect(page).toContain('Komórka C2: formuły nie wczytano.');
    expect(page).toContain('Survey of clients');
    expect(page).not.toContain('HYPERLINK');
  });

  test('can be a CSV file, too', async () => {
    const csv = (await download('arkusz.csv')).toString('utf8').replace('"Your role"', '"What you do"');
    const reply = await evaluator
      .post(`${HOME}/wczytanie`)
      .field('_csrf', token)
      .attach('plik', Buffer.from(csv), 'arkusz.csv')
      .expect(303);
    const page = wordsOf((await evaluator.get(reply.headers['location'] ?? '')).text);
    expect(page).toContain('1 zmienione tłumaczenie');
    expect(page).toContain('What you do');
  });

  test('is asked for again when none was chosen, and refused when it is something else', async () => {
    const none = await evaluator.post(`${HOME}/wczytanie`).field('_csrf', token).expect(422);
    expect(wordsOf(none.text)).toContain('Nie wczytano pliku');
    const other = Buffer.from('to nie jest arkusz');
    await evaluator.post(`${HOME}/wczytanie`).field('_csrf', token).attach('plik', other, 'a.csv').expect(400);
    const bytes = Buffer.from([0x80, 0x81, 0xff]);
    await evaluator.post(`${HOME}/wczytanie`).field('_csrf', token).attach('plik', bytes, 'a.csv').expect(400);
  });
});
