import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import type { EvaluationId } from '../../../src/platform/ids';
import { writeWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { shared } from '../../support/files';
import { cellXml, workbookOf } from '../../platform/spreadsheet-files';

const ORACLE = join(shared, 'oracle');
const HOME = '/badania/demonstracja/wagi';
const E_TOTALS = { E: '4421', H: '755', M: '1018' };

interface Entry {
  readonly method: string;
  readonly dataset: string;
  readonly variables: { readonly var: string };
  readonly results: { readonly mean: number; readonly weights: Readonly<Record<string, number>> };
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

const schoolsBy = (...margins: readonly ('stype' | 'sch.wide')[]): Fields => ({
  zmienna: margins,
  ...(margins.includes('stype')
    ? Object.fromEntries(Object.entries(E_TOTALS).map(([code, total]) => [`cel=stype:${code}`, total]))
    : {}),
  ...(margins.includes('sch.wide') ? { 'cel=sch.wide:No': '1072', 'cel=sch.wide:Yes': '5122' } : {}),
});

const describeHere = existsSync(ORACLE) ? describe : describe.skip;
describeHere('weights over HTTP (needs ../shared/oracle)', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;

  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = await signedIn('ewaluator');
    for (const name of ['apiclus1', 'apistrat', 'beps']) await takeIn(name);
  }, 120_000);
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

  const takeIn = async (name: string) => {
    const file = readFileSync(join(ORACLE, `data/${name}.csv`));
    await application.chapters.analysis.importWave({
      evaluationId: 'demonstracja' as EvaluationId,
      codebook: parseCodebook(readFileSync(join(ORACLE, `codebooks/${name}.json`))),
      table: readTextTable(file),
      bytes: file,
    });
  };

  const tokenIn = async (path: string): Promise<string> =>
    /name="_csrf" value="([^"]+)"/.exec((await evaluator.get(path)).text)?.[1] ?? '';

  const post = async (dataset: string, fields: Fields, action: 'podglad' | 'zapisz' = 'podglad') => {
    const _csrf = await tokenIn(`${HOME}/nowa?zbior=${dataset}`);
    const body = { zbior: dataset, metoda: 'raking', akcja: action, ...fields };
    return evaluator
      .post(`${HOME}/nowa`)
      .type('form')
      .send({ _csrf, ...body });
  };

  const save = (dataset: string, name: string, fields: Fields) =>
    post(dataset, { nazwa: name, wersja: '0', ...fields }, 'zapisz');

  const diagnosisOf = async (dataset: string, name: string) =>
    (await evaluator.get(`${HOME}/${name}?zbior=${dataset}&format=json`).expect(200)).body;

  const entries = (): readonly Entry[] =>
    (JSON.parse(readFileSync(join(ORACLE, 'reference/complex_survey.json'), 'utf8')) as { entries: Entry[] }).entries;

  const meanOf = async (dataset: string, variable: string, weight: string): Promise<number> => {
    const query = `zbior=${dataset}&wiersze=${variable}&waga=${encodeURIComponent(weight)}&format=json`;
    const reply = await evaluator.get(`/badania/demonstracja/tabele?${query}`).expect(200);
    return reply.body.blocks[0].summaries.find(({ kind }: { kind: string }) => kind === 'mean').cells[0].value;
  };

  describe('are those of R (survey 4.1-1)', () => {
    it.each([
      ['rake', 'apiclus1', schoolsBy('stype', 'sch.wide')],
      ['rake', 'apistrat', schoolsBy('stype', 'sch.wide')],
      ['post_stratify', 'apiclus1', schoolsBy('stype')],
    ] as const)('%s of %s: weights, and means in a table', async (method, dataset, fields) => {
      const name = `${method}_${dataset}`;
      await save(dataset, name, { ...fields, poczatkowa: 'pw' }).then((reply) => {
        expect(reply.status).toBe(303);
      });
      for (const entry of entries().filter((one) => one.method === method && one.dataset === dataset)) {
        const wide = entry as unknown as { params: { population?: { variable: string } } };
        if (wide.params.population?.variable === 'sch.wide') continue;
        const { diagnosis } = await diagnosisOf(dataset, `waga_${name}`);
        const expected = entry.results.weights;
        expect(diagnosis.sumOfWeights).toBeCloseTo(expected['sum']!, 6);
        expect(diagnosis.min).toBeCloseTo(expected['min']!, 6);
        expect(diagnosis.max).toBeCloseTo(expected['max']!, 6);
        expect(diagnosis.deff).toBeCloseTo(expected['kish_deff']!, 9);
        expect(diagnosis.effectiveN).toBeCloseTo(expected['kish_effective_n']!, 6);
        expect(await meanOf(dataset, entry.variables.var, `waga_${name}`)).toBeCloseTo(entry.results.mean, 6);
      }
    });

    it('raking to percentages gives weights with mean 1', async () => {
      await save('beps', 'odsetki', {
        jednostka: 'odsetki',
        zmienna: ['gender', 'vote'],
        'cel=gender:female': '51,5',
        'cel=gender:male': '48,5',
        'cel=vote:Conservative': '31,7',
        'cel=vote:Labour': '40,7',
        'cel=vote:Liberal%20Democrat': '27,6',
      });
      const { diagnosis } = await diagnosisOf('beps', 'waga_odsetki');
      // rake_simple-003 of the oracle
      expect(diagnosis.sumOfWeights).toBeCloseTo(1525, 6);
      expect(diagnosis.min).toBeCloseTo(0.8308364408039716, 9);
      expect(diagnosis.max).toBeCloseTo(1.2756619683770742, 9);
      expect(diagnosis.deff).toBeCloseTo(1.0226655538651432, 9);
      expect(await meanOf('beps', 'Europe', 'waga_odsetki')).toBeCloseTo(6.781645185889, 6);
    });

    it('crossed cells are met all at once', async () => {
      const cells = { 'E,No': '500', 'E,Yes': '3921', 'H,No': '300', 'H,Yes': '455', 'M,No': '272', 'M,Yes': '746' };
      const fields = Object.fromEntries(
        Object.entries(cells).map(([codes, total]) => [`cel=stype,sch.wide:${codes}`, total]),
      );
      await save('apistrat', 'komorki', { metoda: 'komorki', zmienna: ['stype', 'sch.wide'], ...fields });
      const { diagnosis } = await diagnosisOf('apistrat', 'waga_komorki');
      const achieved = diagnosis.margins[0].cells.map(({ achieved: sum }: { achieved: number }) => sum);
      expect(achieved.map((sum: number) => Math.round(sum)).toSorted()).toEqual(
        Object.values(cells).map(Number).toSorted(),
      );
    });
  });

  it('shows both numbers of respondents wherever a weight is used', async () => {
    await save('apiclus1', 'podstawy', schoolsBy('stype'));
    const page = await evaluator.get('/badania/demonstracja/tabele?zbior=apiclus1&wiersze=awards&waga=waga_podstawy');
    expect(page.text).toMatch(/n\sważone/);
    expect(page.text).toMatch(/n\sefektywne/);
  });

  it('keeps versions: the newest under the name, each under its number', async () => {
    await save('apistrat', 'wersje', schoolsBy('stype'));
    await post(
      'apistrat',
      { nazwa: 'waga_wersje', wersja: '1', ...schoolsBy('stype'), 'cel=stype:E': '1000' },
      'zapisz',
    );
    const [newest, first] = [
      await diagnosisOf('apistrat', 'waga_wersje'),
      await meanOf('apistrat', 'api00', 'waga_wersje@1'),
    ];
    expect(newest.version).toBe(2);
    expect(newest.diagnosis.sumOfWeights).toBeCloseTo(2773, 6);
    expect(await meanOf('apistrat', 'api00', 'waga_wersje')).toBeCloseTo(
      await meanOf('apistrat', 'api00', 'waga_wersje@2'),
      12,
    );
    expect(first).not.toBeCloseTo(await meanOf('apistrat', 'api00', 'waga_wersje'), 3);
  });

  it('tells who was faster, and keeps what was typed', async () => {
    await save('apistrat', 'wyscig', schoolsBy('stype'));
    const again = { nazwa: 'waga_wyscig', wersja: '1', ...schoolsBy('stype') };
    expect((await post('apistrat', again, 'zapisz')).status).toBe(303);
    const late = await post('apistrat', { ...again, 'cel=stype:E': '4 422' }, 'zapisz');
    expect(late.status).toBe(409);
    expect(late.text).toContain('W\u00a0międzyczasie powstała wersja 2');
    expect(late.text).toContain('value="4 422"');
    expect(late.text).toContain('name="wersja" value="2"');
  });

  it.each([
    ['0', 'musi być większa od zera'],
    ['-5', 'musi być większa od zera'],
    ['NaN', 'nie jest liczbą'],
    ['1e308', 'nie jest liczbą'],
    ['9999999999999', 'jest za duża'],
    ['=1+1', 'nie jest liczbą'],
    ['dużo', 'nie jest liczbą'],
    ['', 'Proszę podać sumę'],
    ['4422', 'Sumy opisują różne populacje'],
  ])('answers the total %j with a sentence and keeps it', async (total, sentence) => {
    const reply = await post('apiclus1', { ...schoolsBy('stype', 'sch.wide'), 'cel=stype:E': total });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain(sentence);
    if (total !== '') expect(reply.text).toContain(`value="${total}"`);
    expect(reply.text).not.toMatch(/(?<!")NaN(?!")/);
  });

  it.each([
    [{ zmienna: ['pw'] }, 'nie ma listy kategorii'],
    [{ zmienna: ['api00'] }, 'nie ma listy kategorii'],
    [{ zmienna: ['niema'] }, 'nie ma zmiennej'],
    [{ zmienna: [] }, 'co najmniej jedną zmienną'],
    [{ ...schoolsBy('stype'), poczatkowa: 'api00' }, 'nie może być wagą początkową'],
    [{ ...schoolsBy('stype'), przyciecie: 'granice', dolna: '2', gorna: '3' }, 'Granice przycięcia'],
    [
      { ...schoolsBy('stype'), przyciecie: 'granice', dolna: '0,99', gorna: '1,01' },
      'o\u00a0tej samej sumie|Podgląd wagi',
    ],
    [{ ...schoolsBy('stype'), przyciecie: 'kwantyl', odsetek: '60' }, 'Odsetek przycięcia'],
    [{ ...schoolsBy('stype'), jednostka: 'odsetki' }, 'a\u00a0powinny 100%'],
  ] as const)('answers the impossible wish %j with a sentence', async (fields, sentence) => {
    const reply = await post('apistrat', fields);
    expect(reply.text).toMatch(new RegExp(sentence));
    expect(reply.text).not.toContain('NaN');
  });

  it('takes no fields that the form has not', async () => {
    expect((await post('apistrat', { ...schoolsBy('stype'), inne: '1' })).status).toBe(400);
  });

  describe('from a file', () => {
    const upload = async (bytes: Buffer, name: string) => {
      const path = `${HOME}/wczytaj?zbior=apiclus1`;
      return evaluator
        .post(path)
        .field('_csrf', await tokenIn(path))
        .attach('plik', bytes, name);
    };

    it('reads a CSV, says what became of every row, and fills the form', async () => {
      const table = 'zmienna;kategoria;suma\nstype;E;4421\nstype;H;755\nstype;M;x\nstype;Q;5\nniema;1;2\nstype;E;1\n';
      const reply = await upload(Buffer.from(table), 'sumy.csv');
      expect(reply.status).toBe(200);
      expect(reply.text).toContain('Wzięto 2 z\u00a06 wierszy');
      for (const words of [
        'nie ma takiej kategorii',
        'nie ma takiej zmiennej',
        'suma nie jest liczbą',
        'kategoria już była',
      ])
        expect(reply.text).toContain(words);
      expect(reply.text).toContain('value="4421"');
      expect(reply.text).toContain('value="x"');
    });

    it('reads a workbook as well', async () => {
      const rows = [
        ['variable', 'category', 'total'],
        ['stype', 'E', 4421],
        ['stype', 'H', 755],
        ['stype', 'M', 1018],
      ];
      const reply = await upload(await writeWorkbook([{ name: 'sumy', rows }]), 'sumy.xlsx');
      expect(reply.text).toContain('Wzięto 3 z\u00a03 wierszy');
    });

    it('takes the value saved with a formula, and says so', async () => {
      const header = ['zmienna', 'kategoria', 'suma'].map((text, at) => cellXml(`${'ABC'.charAt(at)}1`, text)).join('');
      const row = `${cellXml('A2', 'stype')}${cellXml('B2', 'E')}<c r="C2"><f>4000+421</f><v>4421</v></c>`;
      const reply = await upload(workbookOf(`<row r="1">${header}</row><row r="2">${row}</row>`), 'sumy.xlsx');
      expect(reply.text).toContain('Formuły w\u00a0komórkach C2');
      expect(reply.text).toContain('value="4421"');
    });

    it.each([
      ['nothing.csv', '', 'nie wybrano|Proszę wybrać plik'],
      ['letters.docx', 'x', 'Proszę wybrać plik XLSX lub CSV'],
      ['other.csv', 'a;b\n1;2\n', 'nazwy kolumn'],
      ['broken.xlsx', 'PK\u0003\u0004', 'Nie wczytano pliku'],
      ['long.csv', `zmienna;kategoria;suma\n${'stype;E;1\n'.repeat(10_000)}`, 'Nie wczytano pliku'],
    ])('refuses %s with a sentence', async (name, text, sentence) => {
      const reply = await upload(Buffer.from(text), name);
      expect(reply.status).toBe(400);
      expect(reply.text).toMatch(new RegExp(sentence));
    });
  });

  it('is not for directors', async () => {
    expect((await (await signedIn('dyrektor')).get(HOME)).status).toBe(403);
  });
});
