/* eslint-disable no-restricted-syntax -- looks at HTML, and posts some */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { strToU8, zipSync } from 'fflate';
import supertest from 'supertest';
import { writeJson } from '../../../src/features/questionnaires/interchange/json/envelope';
import { writeXlsForm } from '../../../src/features/questionnaires/interchange/xlsform/write-xlsform';
import { SERVICE_PULSE } from '../../../src/features/questionnaires/templates';
import type { EvaluationId } from '../../../src/platform/ids';
import { readWorkbook, writeWorkbook } from '../../../src/platform/spreadsheet';
import { manyRows, workbookOf } from '../../platform/spreadsheet-files';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const KEY = { evaluationId: 'demonstracja' as EvaluationId, code: 'owes-clients' };
const ALL = '/badania/demonstracja/kwestionariusz';
const HOME = `${ALL}/owes-clients/pliki`;
/** Generous: the machine that tests may be busy; on an idle one a turn lasts less than 150 ms. */
const HELD_UP_MS = 1000;

let application: TestApplication;
type Agent = ReturnType<typeof supertest.agent>;
let evaluator: Agent;
let token: string;

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

const signedIn = async (person: string): Promise<Agent> => {
  const agent = supertest.agent(application.address);
  const own = tokenIn((await agent.get('/logowanie')).text);
  await agent
    .post('/logowanie')
    .type('form')
    .send({ _csrf: own, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
    .expect(303);
  return agent;
};

beforeAll(async () => {
  application = await startTestApplication();
  evaluator = await signedIn('ewaluator');
  token = tokenIn((await evaluator.get(HOME)).text);
}, 60_000);
afterAll(() => application.remove());

const drafts = () => application.chapters.questionnaires.drafts;
const upload = (bytes: Uint8Array, name: string, to = `${HOME}/wczytanie`, agent = evaluator) =>
  agent.post(to).field('_csrf', token).attach('plik', Buffer.from(bytes), name);
/** Words of the report on a file. */
const reportOn = async (bytes: Uint8Array, name: string) => {
  const { headers } = await upload(bytes, name).expect(303);
  const address = headers['location'] ?? '';
  const { text } = await evaluator.get(address).expect(200);
  return { address, html: text, words: wordsOf(text) };
};
const surveyOf = (...rows: readonly (readonly string[])[]) =>
  writeWorkbook([{ name: 'survey', rows: [['type', 'name', 'label', 'relevant'], ...rows] }]);

describe('the tab of files', () => {
  test('gives the questionnaire as XLSForm and as JSON', async () => {
    const xlsx = await evaluator.get(`${HOME}/kwestionariusz.xlsx`).responseType('blob').expect(200);
    expect(xlsx.headers['content-disposition']).toContain('owes-clients.xlsx');
    const { sheets } = await readWorkbook(xlsx.body as Buffer);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['survey', 'choices', 'settings']));
    const json = await evaluator.get(`${HOME}/kwestionariusz.json`).expect(200);
    expect(json.body).toMatchObject({ format: 'ewaluacja-es/questionnaire', definition: { code: 'owes-clients' } });
  });

  test('shows directors the downloads and no form', async () => {
    const director = await signedIn('dyrektor');
    const { text } = await director.get(HOME).expect(200);
    expect(text).toContain('kwestionariusz.xlsx');
    expect(text).not.toContain('name="plik"');
    await upload(Buffer.from('x'), 'a.json', `${HOME}/wczytanie`, director).expect(403);
  });

  test('is closed to strangers; the schema is open to everyone', async () => {
    const stranger = supertest(application.address);
    expect((await stranger.get(HOME)).status).not.toBe(200);
    const { body } = await stranger.get('/schematy/kwestionariusz.json').expect(200);
    expect(body).toMatchObject({ type: 'object', title: expect.stringContaining('Kwestionariusz') });
  });

  test('asks for a file when none was chosen', async () => {
    const { text } = await evaluator.post(`${HOME}/wczytanie`).field('_csrf', token).expect(422);
    expect(wordsOf(text)).toContain('Proszę wybrać plik');
  });
});

describe('a file for a questionnaire that is there', () => {
  test('changes nothing before its report is confirmed; what it replaced can be downloaded', async () => {
    const before = await drafts().readDraft(KEY);
    const { address, html, words } = await reportOn(Buffer.from(writeJson(SERVICE_PULSE)), 'puls.json');
    expect(words).toContain('Jeszcze nic nie zostało zmienione');
    expect((await drafts().readDraft(KEY)).revision).toBe(before.revision);

    const revision = /name="rewizja" value="(\d+)"/.exec(html)?.[1] ?? '';
    const { headers } = await evaluator
      .post(address)
      .type('form')
      .send({ _csrf: token, rewizja: revision })
      .expect(303);
    const after = await drafts().readDraft(KEY);
    expect(after.definition).toEqual({ ...SERVICE_PULSE, code: 'owes-clients', version: before.definition.version });
    const page = await evaluator.get(headers['location'] ?? '').expect(200);
    const previous = /href="([^"]+poprzedni\.json)"/.exec(page.text)?.[1] ?? '';
    expect((await evaluator.get(previous).expect(200)).body).toMatchObject({
      definition: { title: before.definition.title },
    });

    // Back as it was, for the tests that follow.
    const restored = await reportOn(Buffer.from(writeJson(before.definition)), 'poprzedni.json');
    await evaluator.post(restored.address).type('form').send({ _csrf: token, rewizja: after.revision }).expect(303);
    expect((await drafts().readDraft(KEY)).definition).toEqual(before.definition);
  });

  test('does not overwrite what somebody changed after the report', async () => {
    const { address } = await reportOn(Buffer.from(writeJson(SERVICE_PULSE)), 'puls.json');
    const { revision } = await drafts().readDraft(KEY);
    await drafts().changeDraft(KEY, 'Ktoś inny', (draft) => ({
      ...draft,
      definition: { ...draft.definition, minutes: 13 },
    }));
    const { text } = await evaluator.post(address).type('form').send({ _csrf: token, rewizja: revision }).expect(409);
    expect(wordsOf(text)).toContain('Ktoś zmienił kwestionariusz');
    expect((await drafts().readDraft(KEY)).definition.minutes).toBe(13);
  });

  test('shows its report to nobody else', async () => {
    const { address } = await reportOn(Buffer.from(writeJson(SERVICE_PULSE)), 'puls.json');
    const administrator = await signedIn('administrator');
    await administrator.get(address).expect(404);
    await evaluator.get(`${HOME}/wczytanie/00000000-0000-4000-8000-000000000000`).expect(404);
  });
});

describe('a file for a new questionnaire', () => {
  test('begins one under the code that was typed', async () => {
    const bytes = await writeWorkbook(await writeXlsForm(SERVICE_PULSE));
    const { headers } = await upload(bytes, 'puls.xlsx', `${ALL}/wczytaj`).expect(303);
    const address = headers['location'] ?? '';
    expect(wordsOf((await evaluator.get(address).expect(200)).text)).toContain('Weźmiemy wszystko bez zmian');
    const taken = await evaluator
      .post(address)
      .type('form')
      .send({ _csrf: token, kod: 'owes-clients', tytul: 'Puls' })
      .expect(422);
    expect(wordsOf(taken.text)).toContain('ma już inny kwestionariusz');
    await evaluator.post(address).type('form').send({ _csrf: token, kod: 'Z ł Y', tytul: 'Puls' }).expect(422);
    const made = await evaluator
      .post(address)
      .type('form')
      .send({ _csrf: token, kod: 'puls', tytul: 'Puls po szkoleniu' })
      .expect(303);
    expect(made.headers['location']).toBe(`${ALL}/puls/pytania`);
    const { definition } = await drafts().readDraft({ ...KEY, code: 'puls' });
    expect(definition).toEqual({ ...SERVICE_PULSE, code: 'puls', version: 1, title: 'Puls po szkoleniu' });
  });
});

describe('hostile files', () => {
  const refusals: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string, string])[] = [
    [
      'a zip bomb',
      () => workbookOf('', { 'xl/worksheets/sheet1.xml': new Uint8Array(300_000_000) }),
      'a.xlsx',
      'Arkusz jest za duży',
    ],
    ['100,000 rows', () => workbookOf(manyRows(100_000)), 'a.xlsx', 'Arkusz ma za dużo wierszy'],
    ['macros', () => workbookOf('', { 'xl/vbaProject.bin': 'x' }), 'a.xlsm', 'Plik zawiera makra'],
    [
      'a billion laughs',
      () => workbookOf('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "b">]><workbook/>' }),
      'a.xlsx',
      'niedozwolone deklaracje',
    ],
    [
      'groups 1,000 deep',
      () => surveyOf(...Array.from({ length: 1000 }, () => ['begin_group', 'g', 'G'])),
      'a.xlsx',
      'za wiele poziomów',
    ],
    ['JSON 100,000 deep', () => strToU8('{"a":'.repeat(100_000)), 'a.json', 'za wiele poziomów'],
    ['a zip of something else', () => zipSync({ 'a.txt': strToU8('a') }), 'a.xlsx', 'To nie jest arkusz .xlsx'],
    ['a picture', () => strToU8('\u0089PNG....'), 'a.png', 'Nie znamy tego rodzaju pliku'],
    [
      'a workbook without the sheet survey',
      () => writeWorkbook([{ name: 'Arkusz1', rows: [['a']] }]),
      'a.xlsx',
      'nie ma arkusza survey',
    ],
    [
      'a web page called .lss',
      () => strToU8('<html><script>alert(1)</script></html>'),
      'a.lss',
      'To nie jest plik struktury LimeSurvey',
    ],
  ];

  test.each(refusals)(
    '%s: a sentence what to do, and the server answers others meanwhile',
    async (_name, make, name, sentence) => {
      const bytes = await make();
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const { text, status } = await upload(bytes, name);
      delay.disable();
      expect([400, 413]).toContain(status);
      expect(wordsOf(text)).toContain(sentence);
      expect(wordsOf(text)).toContain('Nic nie zostało zmienione');
      expect(delay.max / 1e6).toBeLessThan(HELD_UP_MS);
    },
  );

  test('formulas are taken as their saved texts and named in the report', async () => {
    const row = (n: number, cells: string): string => `<row r="${n}">${cells}</row>`;
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const bytes = workbookOf(
      row(1, ['type', 'name', 'label'].map(text).join('')) +
        row(
          2,
          `${text('text')}${text('K1')}<c r="C2" t="str"><f>HYPERLINK("http://zle.example")</f><v>Pytanie</v></c>`,
        ),
    );
    const { words } = await reportOn(bytes, 'formuly.xlsx');
    expect(words).toContain('Komórka ma formułę');
    expect(words).toContain('wiersz 2, kolumna C2');
  });

  test('scripts in labels, names and the name of the file are shown as plain words only', async () => {
    const bytes = await surveyOf(
      ['text', '<img src=x onerror=alert(1)>', 'Kto<script>alert(2)</script>?'],
      ['<svg onload=alert(3)>', 'x', 'X'],
    );
    const { html } = await reportOn(bytes, '"><script>alert(4)</script>.xlsx');
    expect(html).not.toMatch(/<script>alert|<img src=x|<svg onload/);
    expect(html).toContain('Kto?');
  });

  test('conditions in a circle and conditions 500 deep are taken to the report as what must be mended', async () => {
    const deep = `${'('.repeat(500)}\${A} = '1'${')'.repeat(500)}`;
    const { words } = await reportOn(
      await surveyOf(['text', 'A', 'A', "${B} = '1'"], ['text', 'B', 'B', "${A} = '1'"], ['text', 'C', 'C', deep]),
      'kolo.xlsx',
    );
    expect(words).toMatch(/Przed publikacją trzeba poprawić \d/);
    expect(words).toContain('Nie rozumiemy wyrażenia');
  });

  test('a questionnaire of 2,000 rows is read without holding up others', async () => {
    const rows = Array.from({ length: 2000 }, (_, n) => [
      'text',
      `q_${n}`,
      `Pytanie ${n}`,
      n === 0 ? '' : `\${q_${n - 1}} != ''`,
    ]);
    const bytes = await surveyOf(...rows);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { headers, status } = await upload(bytes, 'dlugi.xlsx');
    delay.disable();
    expect(status).toBe(303);
    expect(headers['location']).toContain('/pliki/wczytanie/');
    expect(delay.max / 1e6).toBeLessThan(HELD_UP_MS);
  });
});
