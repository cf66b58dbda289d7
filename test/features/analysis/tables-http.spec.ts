import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import type { EvaluationId } from '../../../src/platform/ids';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const ORACLE = join(__dirname, '../../../../shared/oracle');
const TABLES = '/badania/demonstracja/tabele';

describe('tables over HTTP', () => {
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

  const json = (query: string) => evaluator.get(`${TABLES}?${query}`).set('Accept', 'application/json');
  const bytes = (query: string) =>
    evaluator
      .get(`${TABLES}?${query}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });

  it('shows a question by institution, with its base and the test the data allowed', async () => {
    const page = await evaluator.get(`${TABLES}?wiersze=J1&kolumny=instytucja`).expect(200);
    expect(page.text).toContain('OWES Północ');
    expect(page.text).toContain('Podstawa: osoby, którym zadano pytanie');
    expect(page.text).toMatch(/Test dokładny Fishera|χ²/);
  });

  it('gives unrounded numbers as JSON: shares are counts over the base', async () => {
    const reply = await json('wiersze=J1&kolumny=instytucja').expect(200);
    const [block] = reply.body.blocks;
    for (const row of block.rows) expect(row.cells[0].share).toBe(row.cells[0].n / block.bases[0].n);
    const asked = Object.values(block.asked as Readonly<Record<string, number>>);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(reply.body.n.filtered);
  });

  it('gives the same numbers as a spreadsheet, as numbers', async () => {
    const { body } = await json('wiersze=U1&kolumny=instytucja').expect(200);
    const reply = await bytes('wiersze=U1&kolumny=instytucja&format=xlsx');
    const { sheets } = await readWorkbook(reply.body as Buffer);
    const [shares] = sheets;
    const first = body.blocks[0].rows[0];
    const line = shares!.rows.find(([label]) => label === first.label)!;
    expect(Number(line[1])).toBeCloseTo(first.cells[0].share, 12);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Odsetki',
      'Liczebności',
      'Przedział od',
      'Przedział do',
      'Odsetki w\u00a0wierszu',
      'Litery',
      'Opis',
    ]);
  });

  it('gives a CSV that Polish Excel opens: byte order mark, semicolons, decimal commas', async () => {
    const file = (await bytes('wiersze=Z3&kolumny=instytucja&format=csv')).body as Buffer;
    expect(file.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows = readCsv(file, 1_000);
    expect(rows.find(([name]) => name === 'Uwaga')?.[1]).toContain('Dane demonstracyjne');
    expect(rows.flat().some((cell) => /^\d,\d+$/.test(cell))).toBe(true);
  });

  it.each([
    ['a variable that is not there', 'wiersze=NIEMA', 'nie ma zmiennej „NIEMA”'],
    ['a number as columns', 'wiersze=J1&kolumny=G3', 'nie pasuje do tego miejsca'],
    ['a question as weight', 'wiersze=J1&waga=J2', 'nie pasuje do tego miejsca'],
    ['a filter without codes', 'wiersze=J1&filtr=J2', 'filtr'],
  ])('answers %s with a sentence', async (_, query, sentence) => {
    const reply = await evaluator.get(`${TABLES}?${query}`).expect(400);
    expect(reply.text).toContain(sentence);
  });

  it('is not for directors and coordinators', async () => {
    const director = await signedIn('dyrektor');
    await director.get(`${TABLES}?wiersze=J1`).expect(403);
  });

  const oracleTest = existsSync(ORACLE) ? it : it.skip;
  oracleTest('makes tables of an imported wave, weighted by its own weight', async () => {
    const file = readFileSync(join(ORACLE, 'data/diagnoza_pl.csv'));
    const imported = await application.chapters.analysis.importWave({
      evaluationId: 'demonstracja' as EvaluationId,
      codebook: parseCodebook(readFileSync(join(ORACLE, 'codebooks/diagnoza_pl.json'))),
      table: readTextTable(file),
      bytes: file,
    });
    const query = `zbior=${imported.wave.code}&wiersze=gp3&waga=waga_2013_osoby`;
    const [block] = (await json(query).expect(200)).body.blocks;
    const reference = JSON.parse(readFileSync(join(ORACLE, 'reference/descriptives.json'), 'utf8')) as {
      entries: { method: string; variables: { var: string }; results: { weighted_pct_of_valid: number[] } }[];
    };
    const { results } = reference.entries.find(
      ({ method, variables }) => method === 'frequencies_weighted' && variables.var === 'gp3',
    )!;
    results.weighted_pct_of_valid.forEach((percent, at) => {
      expect(block.rows[at].cells[0].share * 100).toBeCloseTo(percent, 9);
    });
  });
});
