import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { ASPECTS, createStudy, STUDY } from './priorities-study';

const ORACLE = join(__dirname, '../../../../shared/oracle');
/** No-break spaces are tested with the texts. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');
const PAGE = `/badania/${STUDY}/waznosc`;

describe('importance and rating over HTTP', () => {
  let application: TestApplication;
  let evaluator: ReturnType<typeof supertest.agent>;

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

  beforeAll(async () => {
    application = await startTestApplication();
    await createStudy(application.chapters);
    evaluator = await signedIn('ewaluator');
  }, 60_000);
  afterAll(() => application.remove());

  const json = async (query: string) =>
    (await evaluator.get(`${PAGE}?${query}`).set('Accept', 'application/json').expect(200)).body;
  const bytes = (query: string) =>
    evaluator
      .get(`${PAGE}?${query}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });

  it('says what matters and is done poorly, with the base and the test', async () => {
    const text = spaced((await evaluator.get(PAGE).expect(200)).text);
    expect(text).toContain('Ważne, a oceniane słabiej niż inne: „Prostota formalności” i „Szybkość reakcji”');
    expect(text).toContain('Osie są przycięte');
    expect(text).toContain('poprawka Holma na 6 porównań');
    expect(text).toContain('Pytania I1 i I2, n = ');
  });

  it('gives unrounded gaps: importance minus rating of the same people', async () => {
    const { pairs, importance } = await json('');
    expect(importance).toBe('stated');
    expect(pairs.aspects).toHaveLength(ASPECTS.length);
    for (const { importance: asked, performance, gap } of pairs.aspects)
      expect(gap.mean).toBeCloseTo(asked.mean - performance.mean, 12);
  });

  it('shows one institution, of the same pairs', async () => {
    const [all, north] = [await json(''), await json('instytucja=polnoc')];
    for (const aspect of north.pairs.aspects) {
      const whole = all.pairs.aspects.find(({ label }: { label: string }) => label === aspect.label);
      expect(aspect.n).toBeLessThan(whole.n);
    }
  });

  it('keeps the institution that nobody answered about out of the choice', async () => {
    const { institutions } = await json('');
    expect(institutions.map(({ code }: { code: string }) => code)).toEqual(['polnoc', 'poludnie']);
  });

  it('explains the overall rating by the same aspects, with seeded intervals', async () => {
    const { drivers } = await json('');
    expect(drivers.kind).toBe('found');
    expect(drivers.drivers[0].label).toBe('Prostota formalności');
    const sum = drivers.drivers.reduce((total: number, { lmg }: { lmg: number }) => total + lmg, 0);
    expect(sum).toBeCloseTo(drivers.r2, 10);
    expect((await json('')).drivers).toEqual(drivers);
    const { text } = await evaluator.get(`${PAGE}?widok=czynniki`).expect(200);
    expect(spaced(text)).toContain('To współwystępowanie, a nie przyczyna');
  });

  it('gives the same numbers as a spreadsheet and as CSV, as numbers', async () => {
    const { pairs } = await json('');
    const { sheets } = await readWorkbook((await bytes('format=xlsx')).body as Buffer);
    expect(sheets.map(({ name }) => name)).toEqual(['Ważność i\u00a0ocena', 'Czynniki', 'Opis']);
    const [first] = pairs.aspects;
    const line = sheets[0]!.rows.find(([label]) => label === first.label)!;
    expect(Number(line[9])).toBeCloseTo(first.gap.mean, 12);
    const csv = (await bytes('format=csv')).body as Buffer;
    expect(csv.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(readCsv(csv, 1_000).some(([label]) => label === first.label)).toBe(true);
  });

  it.each([
    ['an institution that is not there', 'instytucja=nigdzie', 400, 'nie ma instytucji „nigdzie”'],
    ['a weight that is no number', 'waga=I1a', 400, 'nie pasuje do tego miejsca'],
    ['a factor that is not there', 'czynniki=NIC', 400, 'nie ma zmiennej „NIC”'],
    ['names as a factor', 'czynniki=K1', 400, 'nie pasuje do tego miejsca'],
    ['a filter that lets three people out', 'filtr=K2:polnoc,poludnie', 400, 'mniej niż 5 osób'],
    ['an unknown parameter', 'cokolwiek=1', 400, 'cokolwiek'],
    ['a data set that is not there', 'zbior=nic', 404, 'nic'],
  ])('answers %s with a sentence', async (_, query, status, sentence) => {
    const reply = await evaluator.get(`${PAGE}?${query}`).expect(status);
    expect(reply.text).toContain(sentence);
  });

  it.each([
    ['one factor', 'widok=czynniki&czynniki=I2a', 'co najmniej dwa czynniki'],
    ['few people', 'widok=czynniki&filtr=K1:jst', 'potrzeba co najmniej 30'],
    ['a questionnaire without ratings', 'zbior=eksperci', 'Nie zapytano o\u00a0ważność'],
    ['few pairs', 'filtr=K1:jst&instytucja=poludnie', 'Za mało osób, aby pokazać wynik'],
  ])('says why there is no result for %s', async (_, query, sentence) => {
    const { text } = await evaluator.get(`${PAGE}?${query}`).expect(200);
    expect(text).toContain(sentence);
    expect(text).not.toContain('NaN');
  });

  it('is not for directors', async () => {
    const director = await signedIn('dyrektor');
    await director.get(PAGE).expect(403);
  });

  it('refuses a map where the demonstration’s ratings do not go with the overall rating, and says why', async () => {
    const { text } = await evaluator.get('/badania/demonstracja/waznosc').expect(200);
    expect(text).not.toContain('NaN');
    expect(text).toMatch(/lepiej niż przypadek|ważność wyprowadzoną/);
  });

  const oracleTest = existsSync(ORACLE) ? it : it.skip;
  oracleTest('gives R’s shares of R² for an imported study', async () => {
    const file = readFileSync(join(ORACLE, 'data/attitude.csv'));
    const { wave } = await application.chapters.analysis.importWave({
      evaluationId: STUDY,
      codebook: parseCodebook(readFileSync(join(ORACLE, 'codebooks/attitude.json'))),
      table: readTextTable(file),
      bytes: file,
    });
    const { entries } = JSON.parse(readFileSync(join(ORACLE, 'reference/key_drivers.json'), 'utf8')) as {
      entries: { id: string; results: { r2: number; drivers: string[]; lmg: number[]; johnson_pct: number[] } }[];
    };
    const { results } = entries.find(({ id }) => id === 'key_drivers-001')!;
    const { drivers } = await json(
      `zbior=${wave.code}&widok=czynniki&wynik=rating&czynniki=${results.drivers.join(',')}`,
    );
    expect(drivers.r2).toBeCloseTo(results.r2, 10);
    results.drivers.forEach((name, at) => {
      const found = drivers.drivers.find((driver: { name: string }) => driver.name === name);
      expect(found.lmg).toBeCloseTo(results.lmg[at]!, 10);
      expect(found.relativeWeightPercent).toBeCloseTo(results.johnson_pct[at]!, 8);
    });
  });
});
