import supertest from 'supertest';
import type { EvaluationId } from '../../../src/platform/ids';
import { readWorkbook, readCsv, WORKBOOK_LIMITS } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const ID = 'demonstracja' as EvaluationId;
const HOME = `/badania/${ID}/matryca`;

let application: TestApplication;
type Agent = ReturnType<typeof supertest.agent>;
let evaluator: Agent;

beforeAll(async () => {
  application = await startTestApplication();
  evaluator = await signedIn('ewaluator');
}, 120_000);
afterAll(() => application.remove());

const signedIn = async (person: string): Promise<Agent> => {
  const agent = supertest.agent(application.address);
  const page = await agent.get('/logowanie');
  const fields = { _csrf: tokenIn(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD };
  await agent.post('/logowanie').type('form').send(fields).expect(303);
  return agent;
};

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

interface MatrixJson {
  readonly revision: number;
  readonly rows: readonly {
    readonly id: string;
    readonly question: string;
    readonly verdict: string;
    readonly reason: string;
    readonly threshold: { readonly value: number } | null;
    readonly items: readonly { readonly item: string }[];
    readonly result: {
      readonly value: number;
      readonly low: number | null;
      readonly high: number | null;
      readonly n: number | null;
    } | null;
  }[];
  readonly questionsWithoutData: readonly string[];
  readonly itemsWithoutQuestion: readonly { readonly items: readonly { readonly item: string }[] }[];
}

const matrixJson = async (): Promise<MatrixJson> => (await evaluator.get(`${HOME}?format=json`).expect(200)).body;

const post = async (path: string, fields: Readonly<Record<string, unknown>>, from = path, agent = evaluator) => {
  const _csrf = tokenIn((await agent.get(from)).text);
  return agent
    .post(path)
    .type('form')
    .send({ _csrf, ...fields });
};

const ROW = {
  kryterium: 'impact',
  pytanie: 'Czy klienci poleciliby ośrodek?',
  rodzaj: 'liczba',
  wskaznik: 'Wskaźnik poleceń',
  zmienna: 'owes-clients|Z1',
  pokazana: 'owes-clients|Z1',
  miara: 'nps',
  prog: '−5',
};

describe('the demonstration', () => {
  test('its numbers are those of their proofs, to the last digit', async () => {
    const page = await evaluator.get(HOME).expect(200);
    const proofs = [...page.text.matchAll(/class="fig-a" href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
    );
    const counted = (await matrixJson()).rows.filter(({ result }) => result !== null && result.n !== null);
    expect(proofs).toHaveLength(counted.length);
    for (const [at, row] of counted.entries()) {
      const { body } = await evaluator.get(`${proofs[at] ?? ''}&format=json`).expect(200);
      expect(JSON.stringify(body)).toContain(String(row.result?.value));
    }
  });

  test('eight questions under seven criteria; each verdict is that of its interval', async () => {
    const { rows } = await matrixJson();
    expect(rows).toHaveLength(8);
    const page = textOf((await evaluator.get(HOME)).text);
    expect(page).toContain('8 pytań w 7 kryteriach.');
    expect(page).toContain('przed zebraniem danych');
    for (const { result, threshold, verdict, reason } of rows) {
      if (result?.low == null || result.high === null || threshold === null) continue;
      const side = result.low >= threshold.value ? 'above' : result.high < threshold.value ? 'below' : 'spans';
      expect(reason).toBe(side);
      expect(verdict === 'undecided').toBe(side === 'spans');
    }
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['met', 'not-met', 'undecided']));
  });

  test('shows gaps both ways, with doors', async () => {
    const { questionsWithoutData, itemsWithoutQuestion, rows } = await matrixJson();
    expect(questionsWithoutData).toEqual([rows[7]?.id]);
    expect(itemsWithoutQuestion.flatMap(({ items }) => items.map(({ item }) => item))).toEqual(['S2', 'C1d', 'C1e']);
    const page = (await evaluator.get(HOME)).text;
    expect(page).toContain(`${HOME}/pytanie/${rows[7]?.id}/zmien#pozycje`);
    expect(page).toContain('/bank-pytan?kryterium=spojnosc');
    expect(page).toContain(`${HOME}/pozycje`);
  });
});

describe('who may', () => {
  test('a director reads it and writes nothing', async () => {
    const director = await signedIn('dyrektor');
    const page = await director.get(HOME).expect(200);
    expect(page.text).not.toContain('/liczba?');
    expect(page.text).not.toContain('Dodaj pytanie');
    const { rows } = await matrixJson();
    await director.get(`${HOME}/pytanie/${rows[0]?.id}`).expect(200);
    for (const path of ['/pytanie', '/cele', '/zatwierdzenie', '/pozycje', `/pytanie/${rows[0]?.id}/zmien`])
      await director.get(`${HOME}${path}`).expect(403);
    const refused = await post(`${HOME}/pytanie`, ROW, HOME, director);
    expect(refused.status).toBe(403);
  });

  test('a coordinator does not', async () => {
    expect((await (await signedIn('koordynator-polnoc')).get(HOME)).status).toBe(403);
  });
});

describe('a question', () => {
  test('is written step by step without scripts: variable, then measure', async () => {
    const shown = await post(`${HOME}/pytanie`, { ...ROW, pokazana: '', miara: '', akcja: 'zmienna' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('wskaźnik poleceń (NPS)');
    expect(shown.text).toContain('value="Wskaźnik poleceń"');
    expect((await post(`${HOME}/pytanie`, { ...ROW, akcja: 'zapisz' })).status).toBe(303);
    const added = (await matrixJson()).rows.find(({ question }) => question === ROW.pytanie);
    expect(added).toMatchObject({ threshold: { value: -5 }, verdict: 'met', reason: 'above' });
  });

  test.each([
    [{ pytanie: ' ' }, 'Proszę wpisać pytanie ewaluacyjne'],
    [{ wskaznik: '' }, 'Proszę nazwać wskaźnik'],
    [{ kryterium: 'wlasne' }, 'Proszę nazwać własne kryterium'],
    [{ zmienna: '' }, 'Proszę wybrać zmienną'],
    [{ zmienna: 'owes-clients|Q99', pokazana: 'owes-clients|Q99' }, 'Tej zmiennej nie ma już w danych'],
    [{ zmienna: 'owes-clients|J1' }, 'Tej miary nie da się policzyć'],
    [{ miara: 'udzial' }, 'co najmniej jedną odpowiedź'],
    [{ miara: 'udzial', kod: ['10', '77'] }, 'której zmienna nie ma'],
    [{ prog: 'dużo' }, 'Próg nie jest liczbą'],
    [
      { zmienna: 'owes-clients|J1', pokazana: 'owes-clients|J1', miara: 'dwie-najwyzsze', prog: '175%' },
      'między 0% a 100%',
    ],
    [{ kolumna: 'instytucja:nie-ma' }, 'Tej liczby nie można policzyć'],
    [{ rodzaj: 'wpisany', wartosc: 'sto', prog: '' }, 'Wartość nie jest liczbą'],
    [{ rodzaj: 'wpisany', wartosc: '100', prog: '' }, 'skąd jest ta liczba'],
    [{ rodzaj: 'wpisany', do: '31.12', prog: '' }, 'To nie jest dzień'],
    [{ pytanie: 'x'.repeat(601) }, 'najwyżej 600 znaków'],
  ])('%j is answered with a sentence, and what was typed stays', async (part, sentence) => {
    const reply = await post(`${HOME}/pytanie`, { ...ROW, metody: 'Zostaję > tu & "tam"', ...part });
    expect(reply.status).toBe(400);
    expect(textOf(reply.text)).toContain(sentence);
    expect(reply.text).toContain('Zostaję &gt; tu &amp;');
  });

  test('that somebody else changed keeps both texts, and is saved the second time', async () => {
    const { rows, revision } = await matrixJson();
    const path = `${HOME}/pytanie/${rows[3]?.id}/zmien`;
    const fields = { ...ROW, rodzaj: 'slowa', kryterium: 'wlasne', wlasne: 'preferencje' };
    expect((await post(path, { ...fields, wersja: revision, pytanie: 'Pierwsza osoba?' })).status).toBe(303);
    const late = await post(path, { ...fields, wersja: revision, pytanie: 'Druga osoba?' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Ktoś zmienił to pytanie przed chwilą');
    expect(late.text).toContain('Pierwsza osoba?');
    expect(late.text).toContain('Druga osoba?');
    const wersja = /name="wersja" value="(\d+)"/.exec(late.text)?.[1];
    expect((await post(path, { ...fields, wersja, pytanie: 'Druga osoba?' })).status).toBe(303);
    const page = textOf((await evaluator.get(HOME)).text);
    expect(page).toContain('4. Preferencje');
    expect(page).toContain('Zmieniono: Pierwsza osoba?');
    expect(page).toContain('pytanie: Pierwsza osoba? → Druga osoba?');
  });

  test('that somebody removed meanwhile is offered as a new one', async () => {
    await post(`${HOME}/pytanie`, { ...ROW, pytanie: 'Znika?' });
    const { rows, revision } = await matrixJson();
    const row = rows.find(({ question }) => question === 'Znika?');
    const path = `${HOME}/pytanie/${row?.id}`;
    expect((await post(`${path}/usun`, { wersja: revision })).status).toBe(303);
    const late = await post(`${path}/zmien`, { ...ROW, pytanie: 'Wraca?', wersja: revision }, `${HOME}/pytanie`);
    expect(late.status).toBe(409);
    expect(late.text).toContain(`action="${HOME}/pytanie"`);
    expect(late.text).toContain('Wraca?');
    await evaluator.get(path).expect(404);
  });

  test.each([
    ['jst', 'ok'],
    ['inna-instytucja', 'few or hidden'],
  ])('of the client type %s: %s', async (type, expected) => {
    const question = `Tylko ${type}?`;
    await post(`${HOME}/pytanie`, { ...ROW, pytanie: question, kolumna: `typ:${type}` });
    const row = (await matrixJson()).rows.find((one) => one.question === question);
    expect(row?.result === null).toBe(expected !== 'ok');
    expect(['too-few', 'hidden'].includes(row?.reason ?? '')).toBe(expected !== 'ok');
    if (expected !== 'ok') expect(row?.verdict).toBe('undecided');
  });

  test('moves by one place', async () => {
    const before = (await matrixJson()).rows.map(({ id }) => id);
    await post(`${HOME}/pytanie/${before[1]}/przesun`, { kierunek: 'up' }, `${HOME}/pytanie/${before[1]}`);
    const after = (await matrixJson()).rows.map(({ id }) => id);
    expect(after.slice(0, 2)).toEqual([before[1], before[0]]);
  });
});

test('an item without a question is given to one, and the gap is closed', async () => {
  const { rows } = await matrixJson();
  const given = rows.find(({ question }) => question.includes('samorządy'));
  const reply = await post(`${HOME}/pozycje`, { 'p=owes-clients|C1d': given?.id, 'p=owes-clients|S2': '' });
  expect(reply.headers['location']).toBe(`${HOME}?przypisano=1`);
  const after = await matrixJson();
  expect(after.questionsWithoutData).not.toContain(given?.id);
  expect(after.itemsWithoutQuestion.flatMap(({ items }) => items.map(({ item }) => item))).not.toContain('C1d');
  expect((await post(`${HOME}/pozycje`, { 'p=owes-clients|S2': 'nie-ma' })).status).toBe(404);
});

test('objectives are reordered without scripts, and saved', async () => {
  const lines = { cel: ['Pierwszy', 'Drugi'], bylo: ['', '1'], wersja: 1 };
  const moved = await post(`${HOME}/cele`, { ...lines, akcja: 'wyzej-1' });
  expect(moved.text.indexOf('>Drugi<')).toBeLessThan(moved.text.indexOf('>Pierwszy<'));
  const { revision } = await matrixJson();
  expect((await post(`${HOME}/cele`, { ...lines, wersja: revision, akcja: 'zapisz' })).status).toBe(303);
  expect(textOf((await evaluator.get(HOME)).text)).toContain('1. Pierwszy 2. Drugi');
});

describe('approval', () => {
  test.each([
    [{ kto: '', dzien: '2026-01-01' }, 'kto zatwierdził'],
    [{ kto: 'Grupa', dzien: '2999-01-01' }, 'nie późniejszy niż dziś'],
    [{ kto: 'Grupa', dzien: 'wczoraj' }, 'nie późniejszy niż dziś'],
  ])('%j is refused with a sentence', async (fields, sentence) => {
    const reply = await post(`${HOME}/zatwierdzenie`, { ...fields, wersja: 9_999 });
    expect(reply.status).toBe(400);
    expect(textOf(reply.text)).toContain(sentence);
  });

  test('of an older page is refused; of what was read it is written down', async () => {
    const { revision } = await matrixJson();
    const fields = { kto: 'Grupa Tematyczna', dzien: '2026-01-02' };
    expect((await post(`${HOME}/zatwierdzenie`, { ...fields, wersja: revision - 1 })).status).toBe(409);
    expect((await post(`${HOME}/zatwierdzenie`, { ...fields, wersja: revision })).status).toBe(303);
    const page = textOf((await evaluator.get(HOME)).text);
    expect(page).toContain('Zatwierdził(a): Grupa Tematyczna, 2 stycznia 2026. Wpis: Anna Wrona');
  });
});

describe('files', () => {
  // domain.md 4.2
  const COLUMNS = [
    'Lp.',
    'Cel szczegółowy badania',
    'Kryterium ewaluacji',
    'Pytanie ewaluacyjne (badawcze)',
    'Pytanie pomocnicze',
    'Wskaźnik / kryterium oceny',
    'Próg oceny (co uznamy za sukces)',
    'Źródło danych / grupa respondentów',
    'Metoda i technika badawcza',
    'Narzędzie i numer pytania',
    'Sposób analizy',
    'Odpowiedź / ocena (po badaniu)',
  ];

  const plain = (cells: readonly string[] | undefined) => (cells ?? []).map((cell) => cell.replaceAll('\u00a0', ' '));
  const download = async (kind: string): Promise<Buffer> => {
    const reply = await evaluator
      .get(`${HOME}?format=${kind}`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => {
          done(null, Buffer.concat(chunks));
        });
      });
    expect(reply.headers['content-disposition']).toContain(`matryca-ewaluacji.${kind}`);
    return reply.body as Buffer;
  };

  test('XLSX has the twelve columns and unrounded numbers', async () => {
    const { sheets } = await readWorkbook(await download('xlsx'), WORKBOOK_LIMITS);
    const [header, first] = sheets[0]?.rows ?? [];
    expect(plain(header).slice(0, 12)).toEqual(COLUMNS);
    const { rows } = await matrixJson();
    const counted = rows.findIndex(({ result }) => result?.low != null);
    const cells = sheets[0]?.rows[counted + 1] ?? [];
    expect(Number(cells[14])).toBeCloseTo(rows[counted]?.result?.value ?? NaN, 12);
    expect(first?.[0]).toBe('1');
    expect(plain(sheets.map(({ name }) => name))).toEqual(['Matryca', 'Luki', 'Zmiany', 'O matrycy']);
  });

  test('CSV has the same', async () => {
    const rows = readCsv(await download('csv'), 200);
    expect(plain(rows[0]).slice(0, 12)).toEqual(COLUMNS);
    expect(plain(rows.flat()).join(' ')).toContain('Dane demonstracyjne');
  });

  test('JSON by Accept', async () => {
    const reply = await evaluator.get(HOME).set('Accept', 'application/json').expect(200);
    expect(reply.body).toMatchObject({ evaluation: { id: ID, state: 'preliminary', demonstration: true } });
  });
});

test('speaks English', async () => {
  const page = await evaluator.get(HOME).set('Cookie', 'jezyk=en').expect(200);
  expect(textOf(page.text)).toContain('Evaluation matrix');
});

test('an evaluation without a matrix says so', async () => {
  const { id } = await application.chapters.evaluations.createEvaluation({
    ...(await application.chapters.evaluations.readEvaluation(ID)),
    id: 'pusta' as EvaluationId,
    demonstration: false,
  });
  const page = await evaluator.get(`/badania/${id}/matryca`).expect(200);
  expect(page.text).toContain('Matryca jest pusta');
  for (const path of ['pytanie', 'cele', 'zatwierdzenie', 'pozycje'])
    await evaluator.get(`/badania/${id}/matryca/${path}`).expect(200);
});
