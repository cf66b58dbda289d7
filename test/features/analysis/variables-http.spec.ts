import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import type { EvaluationId } from '../../../src/platform/ids';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const ORACLE = join(__dirname, '../../../../shared/oracle');
const HOME = '/badania/demonstracja/zmienne';
const TABLES = '/badania/demonstracja/tabele';
const TOP_TWO = {
  rodzaj: 'laczenie',
  zrodlo: 'J1',
  nazwa: 'zgoda_j1',
  etykieta: 'Zgoda z J1',
  poziom: 'ordinal',
  'g-kod': ['1', '0'],
  'g-etykieta': ['Zgadzam się', 'Pozostali'],
  'g-wartosc': ['1', '0'],
};

const plain = (html: string): string => html.replaceAll('\u00a0', ' ');

describe('the data dictionary and derived variables over HTTP', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;
  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = await signedIn('ewaluator');
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

  const json = (path: string) => evaluator.get(path).set('Accept', 'application/json');
  const bytes = (path: string) =>
    evaluator
      .get(path)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
  const token = async () =>
    /name="_csrf" value="([^"]+)"/.exec((await evaluator.get(`${HOME}/nowa?rodzaj=wyrazenie`)).text)![1]!;
  const post = async (path: string, fields: Readonly<Record<string, unknown>>) =>
    evaluator
      .post(path)
      .type('form')
      .send({ _csrf: await token(), ...fields });
  /** Targets for every answer of a question, as the form sends them. */
  const targetsOf = async (source: string, targets: Readonly<Record<string, string>>, other: string) => {
    const page = await evaluator.get(`${HOME}/nowa?rodzaj=laczenie&zrodlo=${source}`).expect(200);
    const codes = [...page.text.matchAll(/name="cel-kod" value="([^"]*)"/g)].map(([, code]) => code!);
    return { 'cel-kod': codes, cel: codes.map((code) => targets[code] ?? other) };
  };
  const topTwo = async () => ({ ...TOP_TWO, ...(await targetsOf('J1', { 5: 'g0', 4: 'g0', 98: '98' }, 'g1')) });
  const expression = (text: string, more: Readonly<Record<string, unknown>> = {}) => ({
    rodzaj: 'wyrazenie',
    nazwa: 'z_wyrazenia',
    etykieta: 'Z wyrażenia',
    wyrazenie: text,
    akcja: 'zapisz',
    ...more,
  });

  it('shows every variable with its bases, which add up: everyone = answered + five missing states', async () => {
    const page = await evaluator.get(HOME).expect(200);
    expect(page.text).toContain('Słownik zmiennych');
    expect(page.text).toMatch(/zapytani: \d+/);
    const { body } = await json(HOME).expect(200);
    expect(body.variables.length).toBeGreaterThan(20);
    for (const { bases, missing, kind, categories } of body.variables) {
      const states = Object.values(missing as Readonly<Record<string, number | null>>);
      if (bases.answered === null || states.includes(null)) continue;
      const total = states.reduce<number>((sum, count) => sum + (count ?? 0), bases.answered);
      expect(total).toBe(bases.all);
      const counts = categories.map(({ n }: { n: number | null }) => n);
      if (kind !== 'category' || counts.includes(null)) continue;
      expect(counts.reduce((sum: number, n: number) => sum + n, 0)).toBe(bases.answered);
    }
  });

  it('never shows a count of one to four people, nor a lone hidden part of a shown total', async () => {
    const { body } = await json(HOME).expect(200);
    for (const { bases, missing, kind, categories } of body.variables) {
      const states = Object.values(missing as Readonly<Record<string, number | null>>);
      const counts: (number | null)[] = categories.map(({ n }: { n: number | null }) => n);
      for (const count of [...states, ...counts, bases.answered]) expect([1, 2, 3, 4]).not.toContain(count);
      if (kind === 'category' && bases.answered !== null)
        expect(counts.filter((count) => count === null).length).not.toBe(1);
      expect([bases.answered, ...states].filter((count) => count === null).length).not.toBe(1);
    }
  });

  it('is searched by words and filtered by kind', async () => {
    const { body } = await json(`${HOME}?q=J1`).expect(200);
    expect(body.variables.map(({ name }: { name: string }) => name)).toContain('J1');
    const sets = (await json(`${HOME}?rodzaj=set`)).body.variables;
    expect(new Set(sets.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['set']));
    expect((await evaluator.get(`${HOME}?q=niematakiegoslowa`).expect(200)).text).toContain('Nie ma takich zmiennych');
  });

  it('is downloaded as a spreadsheet, as CSV, and as a codebook that an import reads', async () => {
    const workbook = await readWorkbook((await bytes(`${HOME}?format=xlsx`)).body as Buffer);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Zmienne', 'Odpowiedzi', 'Opis']);
    const rows = readCsv((await bytes(`${HOME}?format=csv`)).body as Buffer, 10_000);
    expect(rows.some(([name]) => name === 'J1')).toBe(true);
    const reply = await bytes(`${HOME}?format=ksiazka`);
    expect(reply.headers['content-disposition']).toMatch(/slownik-.*\.json/);
    const codebook = parseCodebook(reply.body as Buffer);
    const j1 = codebook.variables.find(({ name }) => name === 'J1')!;
    expect(j1.values.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '98']);
    expect(j1.missingCodes).toEqual(expect.arrayContaining(['95', '96', '97', '98', '99']));
    expect(codebook.variables.some(({ name }) => name.startsWith('U1_'))).toBe(true);
  });

  it('shows a preview before anything is saved, and says what is wrong with all typed words kept', async () => {
    const shown = await post(`${HOME}/nowa`, { ...(await topTwo()), nazwa: '', akcja: 'podglad' });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Podgląd wyniku');
    expect(shown.text).toContain('Zgadzam się');
    const wrong = await post(`${HOME}/nowa`, {
      ...(await topTwo()),
      cel: ['g0', 'g0', '', 'g1', 'g1', '98'],
      nazwa: 'Zła nazwa <script>',
      akcja: 'zapisz',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('<title>Błąd: ');
    expect(wrong.text).toContain('Proszę wybrać miejsce dla odpowiedzi');
    expect(wrong.text).toContain('Zła nazwa &lt;script&gt;');
    expect((await evaluator.get(`${HOME}/zgoda_j1`)).status).toBe(404);
  });

  it('saves a recode, which tables have at once with the same people', async () => {
    const saved = await post(`${HOME}/nowa`, { ...(await topTwo()), akcja: 'zapisz' });
    expect(saved.status).toBe(303);
    expect(saved.headers['location']).toContain('/zmienne/zgoda_j1');
    const { body } = await json(`${TABLES}?wiersze=J1,zgoda_j1&kolumny=instytucja`).expect(200);
    const [source, derived] = body.blocks;
    expect(derived.bases[0].n).toBe(source.bases[0].n);
    const n = (block: typeof source, code: string): number =>
      block.rows.find((row: { code: string }) => row.code === code).cells[0].n;
    expect(n(derived, '1')).toBe(n(source, '5') + n(source, '4'));
    expect(n(derived, '98')).toBe(n(source, '98'));
    const columns = await json(`${TABLES}?wiersze=J2&kolumny=zgoda_j1`).expect(200);
    expect(columns.body.columns.map(({ label }: { label: string }) => label)).toContain('Zgadzam się');
  });

  it('keeps every version: an older one is opened by its name in tables and on its page', async () => {
    const changed = await post(`${HOME}/zgoda_j1`, {
      ...(await topTwo()),
      'g-etykieta': ['Zgoda', 'Reszta'],
      wersja: '1',
      akcja: 'zapisz',
    });
    expect(changed.status).toBe(303);
    const label = async (name: string) =>
      (await json(`${TABLES}?wiersze=${name}`).expect(200)).body.blocks[0].rows[0].label as string;
    expect(await label('zgoda_j1')).toBe('Zgoda');
    expect(await label('zgoda_j1@1')).toBe('Zgadzam się');
    expect((await evaluator.get(`${HOME}/zgoda_j1@1`).expect(200)).text).toContain('To jest wersja 1');
    const { body } = await json(`${HOME}/zgoda_j1`).expect(200);
    expect(body.log.map(({ kind, by }: { kind: string; by: string }) => [kind, by])).toEqual([
      ['made', expect.any(String)],
      ['changed', expect.any(String)],
    ]);
    const page = await evaluator.get(`${HOME}/zgoda_j1`).expect(200);
    expect(page.text).toContain('było: Grupa 1: Zgadzam się (wartość 1)');
  });

  it('overwrites nobody: who was slower keeps the typed words and decides', async () => {
    const late = await post(`${HOME}/zgoda_j1`, {
      ...(await topTwo()),
      etykieta: 'Spóźniona',
      wersja: '1',
      akcja: 'zapisz',
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Spóźniona"');
    expect(late.text).toContain('name="wersja" value="2"');
    expect((await json(`${HOME}/zgoda_j1`)).body.version).toBe(2);
    const both = await Promise.all(
      ['A', 'B'].map(async (etykieta) =>
        post(`${HOME}/zgoda_j1`, { ...(await topTwo()), etykieta, wersja: '2', akcja: 'zapisz' }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it('deletes a variable from lists and tables, keeps its log, and restores any version', async () => {
    const version = (await json(`${HOME}/zgoda_j1`)).body.version as number;
    expect((await post(`${HOME}/zgoda_j1/usun`, { wersja: '1' })).status).toBe(409);
    expect((await post(`${HOME}/zgoda_j1/usun`, { wersja: String(version) })).status).toBe(303);
    expect((await json(`${TABLES}?wiersze=zgoda_j1`)).status).toBe(400);
    expect((await json(`${TABLES}?wiersze=zgoda_j1@1`)).status).toBe(200);
    expect((await evaluator.get(HOME)).text).toContain('Usunięte zmienne pochodne');
    const restored = await post(`${HOME}/zgoda_j1@1/przywroc`, { wersja: String(version + 1), przywroc: '1' });
    expect(restored.status).toBe(303);
    expect((await json(`${HOME}/zgoda_j1`)).body).toMatchObject({ version: version + 2, isCurrent: true });
  });

  it.each([
    ['an unknown variable', '${J1} + ${NIEMA}', 'Znak 9: W tym zbiorze nie ma zmiennej „NIEMA”'],
    ['a missing bracket', 'if(${J1} >= 4, 1, 0', 'Znak 20: Brakuje znaku )'],
    ['an answer that the question lacks', "${J1} = '7'", 'nie ma odpowiedzi „7”'],
    ['the day of today', 'today()', 'zmieniałby się co dzień'],
    ['itself', '${z_wyrazenia} + 1', 'nie ma zmiennej'],
    ['a bomb of brackets', `${'('.repeat(900)}1${')'.repeat(900)}`, 'Nawiasów jest za wiele'],
    ['too long a text', '1 + '.repeat(1_000), 'najwyżej'],
  ])('says where an expression with %s is wrong', async (_, text, sentence) => {
    const reply = await post(`${HOME}/nowa`, expression(text));
    expect(reply.status).toBe(400);
    expect(plain(reply.text)).toContain(sentence);
  });

  it('makes variables of others, refuses circles, and does not move them when their source changes', async () => {
    expect((await post(`${HOME}/nowa`, expression("if(${zgoda_j1} = '1', 10, 0)"))).status).toBe(303);
    const before = (await json(`${HOME}/z_wyrazenia`)).body;
    expect(before.sources).toEqual([{ name: 'zgoda_j1', version: expect.any(Number) }]);
    const version = (await json(`${HOME}/zgoda_j1`)).body.version as number;
    const circle = await post(
      `${HOME}/zgoda_j1`,
      expression('${z_wyrazenia} + 1', { nazwa: 'zgoda_j1', wersja: String(version) }),
    );
    expect(circle.status).toBe(400);
    expect(plain(circle.text)).toContain('nie może powstawać sama z siebie');
    const turned = {
      ...(await topTwo()),
      ...(await targetsOf('J1', { 98: '98' }, 'g0')),
      'g-etykieta': ['Wszyscy', ''],
    };
    expect(
      (await post(`${HOME}/zgoda_j1`, { ...turned, 'g-wartosc': ['1', ''], wersja: String(version), akcja: 'zapisz' }))
        .status,
    ).toBe(303);
    const after = (await json(`${HOME}/z_wyrazenia`)).body;
    expect(after.result).toEqual(before.result);
    expect(plain((await evaluator.get(`${HOME}/z_wyrazenia`)).text)).toContain('powstała z wersji');
  });

  it('makes a scale of a battery with its alpha, and a mark and a count of a multiple choice', async () => {
    const scale = {
      rodzaj: 'skala',
      zrodlo: 'J1',
      nazwa: 'obsluga',
      etykieta: 'Jakość obsługi',
      pozycja: ['J1', 'J2', 'J3'],
      podsumowanie: 'mean',
      najmniej: '2',
    };
    expect((await post(`${HOME}/nowa`, { ...scale, akcja: 'podglad' })).text).toMatch(/Alfa Cronbacha 0,\d\d/);
    expect((await post(`${HOME}/nowa`, { ...scale, akcja: 'zapisz' })).status).toBe(303);
    const table = await json(`${TABLES}?wiersze=obsluga&kolumny=instytucja`).expect(200);
    const { result } = (await json(`${HOME}/obsluga`)).body;
    const mean = table.body.blocks[0].summaries.find(({ kind }: { kind: string }) => kind === 'mean').cells[0];
    expect(mean.value).toBeCloseTo(result.summary.mean, 12);
    const { body } = await json(`${TABLES}?wiersze=U1`);
    const [{ code, cells }] = body.blocks[0].rows;
    const mark = {
      rodzaj: 'wskazanie',
      zrodlo: 'U1',
      nazwa: 'pierwsza',
      etykieta: 'Pierwsza',
      opcja: code,
      tak: 'tak',
      nie: 'nie',
    };
    expect((await post(`${HOME}/nowa`, { ...mark, akcja: 'zapisz' })).status).toBe(303);
    const yes = (await json(`${TABLES}?wiersze=pierwsza`)).body.blocks[0];
    expect(yes.rows[0].cells[0].share).toBe(cells[0].share);
  });

  it('refuses names that are taken, hostile forms and more than a hundred variables with a sentence', async () => {
    const taken = await post(`${HOME}/nowa`, expression('1', { nazwa: 'instytucja' }));
    expect(taken.text).toContain('jest już zajęta');
    expect((await post(`${HOME}/nowa`, expression('1', { nazwa: 'waga_moja' }))).text).toContain('są dla wag');
    expect((await post(`${HOME}/nowa`, { rodzaj: 'nieznany' })).status).toBe(400);
    expect((await post(`${HOME}/nowa`, expression('1', { obce: 'pole' }))).status).toBe(400);
    expect((await evaluator.get(`${HOME}/nowa?rodzaj=laczenie&zrodlo=__proto__`)).status).toBe(400);
    expect((await evaluator.get(`${HOME}/nowa?rodzaj=przedzialy&zrodlo=J1`)).status).toBe(400);
    expect((await evaluator.get(`${HOME}/${encodeURIComponent('<script>')}`)).status).toBe(404);
    const { current } = await application.chapters.analysis.variables
      .openVariables('demonstracja' as EvaluationId, '')
      .then(({ definitions }) => definitions);
    let last = 303;
    for (let at = current.length; at <= 100; at += 1)
      last = (await post(`${HOME}/nowa`, expression('1', { nazwa: `pusta_${at}` }))).status;
    expect(last).toBe(409);
  }, 60_000);

  it('is not for directors and coordinators', async () => {
    const director = await signedIn('dyrektor');
    await director.get(HOME).expect(403);
    await director.get(`${HOME}/zgoda_j1`).expect(403);
  });

  it('says that a source has gone from a newer version of the questionnaire, and goes on working', async () => {
    const { questionnaires } = application.chapters;
    const [old] = (await json(HOME)).body.variables.filter(({ name }: { name: string }) => name.startsWith('pusta_'));
    expect((await post(`${HOME}/${old.name}/usun`, { wersja: '1' })).status).toBe(303);
    const made = await post(`${HOME}/nowa`, {
      ...TOP_TWO,
      ...(await targetsOf('S2', {}, 'g0')),
      zrodlo: 'S2',
      nazwa: 'popyt',
      'g-etykieta': ['Jakikolwiek', ''],
      'g-wartosc': ['', ''],
      akcja: 'zapisz',
    });
    expect(made.status).toBe(303);
    const [newest] = (await questionnaires.listVersions('demonstracja' as EvaluationId)).filter(
      ({ code }) => code === 'owes-clients',
    );
    const { definition } = newest!;
    await questionnaires.publishVersion('demonstracja' as EvaluationId, {
      ...definition,
      version: definition.version + 1,
      pages: definition.pages.map((page) => ({ ...page, items: page.items.filter(({ code }) => code !== 'S2') })),
    });
    const { body } = await json(HOME).expect(200);
    expect(body.broken).toEqual([{ name: 'popyt', version: 1, fault: 'source-gone' }]);
    expect(plain((await evaluator.get(HOME).expect(200)).text)).toContain('Mogła zniknąć w nowszej wersji');
    expect(plain((await evaluator.get(`${HOME}/popyt`).expect(200)).text)).toContain('nie da się teraz policzyć');
    expect((await evaluator.get(`${TABLES}?wiersze=popyt`).expect(400)).text).toContain('popyt');
    await evaluator.get(`${TABLES}?wiersze=zgoda_j1`).expect(200);
    expect((await evaluator.get(`${HOME}/nowa?rodzaj=laczenie&zrodlo=S2`)).status).toBe(400);
  });

  const oracleTest = existsSync(ORACLE) ? it : it.skip;
  oracleTest(
    'works for imported waves, counts as R counts, and its codebook describes the same wave again',
    async () => {
      const file = readFileSync(join(ORACLE, 'data/bfi.csv'));
      const { wave } = await application.chapters.analysis.importWave({
        evaluationId: 'demonstracja' as EvaluationId,
        codebook: parseCodebook(readFileSync(join(ORACLE, 'codebooks/bfi.json'))),
        table: readTextTable(file),
        bytes: file,
      });
      const { body } = await json(`${HOME}?zbior=${wave.code}&q=education`).expect(200);
      const education = body.variables.find(({ name }: { name: string }) => name === 'education');
      // reference/descriptives.json, frequencies-001
      expect(education.bases).toEqual({ all: 2800, asked: 2800, answered: 2577 });
      expect(education.categories.map(({ n }: { n: number }) => n)).toEqual([224, 292, 1249, 394, 418]);
      const scale = {
        zbior: wave.code,
        rodzaj: 'skala',
        zrodlo: 'A1',
        nazwa: 'ugodowosc',
        etykieta: 'Ugodowość',
        pozycja: ['A1', 'A2', 'A3', 'A4', 'A5'],
        odwrocona: 'A1',
        podsumowanie: 'sum',
        najmniej: '5',
        akcja: 'zapisz',
      };
      expect((await post(`${HOME}/nowa`, scale)).status).toBe(303);
      const { result } = (await json(`${HOME}/ugodowosc?zbior=${wave.code}`)).body;
      // reference/reliability.json, cronbach_alpha-001
      expect(result.summary.n).toBe(2709);
      expect(result.summary.mean).toBeCloseTo(23.217423403469915, 10);
      expect(result.reliability.alpha.alpha).toBeCloseTo(0.7037558943748362, 10);
      const again = parseCodebook((await bytes(`${HOME}?zbior=${wave.code}&format=ksiazka`)).body as Buffer);
      expect(again.variables.find(({ name }) => name === 'A1')?.values.map(({ code }) => code)).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
      ]);
    },
  );
});
