import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import supertest from 'supertest';
import { parseCodebook, readTextTable } from '../../../src/features/analysis';
import type { EvaluationId } from '../../../src/platform/ids';
import { readCsv, readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const ORACLE = join(__dirname, '../../../../shared/oracle');
const COMPARISON = '/badania/demonstracja/porownanie';

describe('comparison of institutions over HTTP', () => {
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

  const json = (query: string) => evaluator.get(`${COMPARISON}?${query}`).set('Accept', 'application/json');
  const bytes = (query: string) =>
    evaluator
      .get(`${COMPARISON}?${query}`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });

  it('says in plain words what differs, and that the rest is not known', async () => {
    const page = await evaluator.get(COMPARISON).expect(200);
    expect(page.text).toContain('OWES Północ: średnia wyższa niż OWES Południe o\u00a00,79\u00a0pkt');
    expect(page.text).toContain('Przedziały zachodzą na siebie.');
    expect(page.text).toContain('nie wiadomo (za mało odpowiedzi)');
    expect(page.text).toContain('za mało osób, by pokazać');
    expect(page.text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(page.text).not.toMatch(/najlepsz|najgorsz|(?<!nikt nie jest )lepszy/);
  });

  it('draws items in the order of the questionnaire unless asked otherwise', async () => {
    const { body } = await json('').expect(200);
    const names = body.items.map((item: { about: { variable: string } }) => item.about.variable);
    expect(names.indexOf('J1')).toBeLessThan(names.indexOf('J5'));
    expect(names.indexOf('J5')).toBeLessThan(names.indexOf('Z3'));
    const sorted = await evaluator.get(`${COMPARISON}?kolejnosc=wynik`).expect(200);
    expect(sorted.text).toContain('nie jest rankingiem instytucji');
    expect(sorted.text).toContain('Przedziały zachodzą na siebie.');
  });

  it('puts ROPS beside both OWES where all were asked the same', async () => {
    const { body } = await json('pytanie=Z1').expect(200);
    expect(body.item.item.groups.map(({ code, seen }: { code: string; seen: boolean }) => [code, seen])).toEqual([
      ['owes-polnoc', true],
      ['owes-poludnie', true],
      ['rops', true],
    ]);
    expect(body.item.contrasts).toHaveLength(3);
    expect(body.otherWay.contrasts.map(({ second }: { second: string }) => second)).toEqual(['*', '*', '*']);
  });

  it('shows one question in depth: needed answers, funnel, raw and adjusted side by side', async () => {
    const page = await evaluator.get(`${COMPARISON}?pytanie=J5`).expect(200);
    expect(page.text).toContain('poza granicami 99,8%');
    expect(page.text).toContain('Gdyby instytucje miały takich samych klientów');
    const unknown = await evaluator.get(`${COMPARISON}?pytanie=J3`).expect(200);
    expect(unknown.text).toMatch(
      /Aby potwierdzić różnicę tej wielkości, potrzeba ok\.\u00a0\d+ odpowiedzi w\u00a0każdej instytucji/,
    );
    const { body } = await json('pytanie=J5').expect(200);
    expect(body.item.adjustment.results.contrasts[0].difference).not.toBe(body.item.contrasts[0].found.difference);
  });

  it('speaks English', async () => {
    await evaluator
      .post('/ustawienia/wyglad')
      .type('form')
      .send({ _csrf: await token(), jezyk: 'en' })
      .expect(303);
    const page = await evaluator.get(`${COMPARISON}?pytanie=J5`).expect(200);
    expect(page.text).toContain('OWES Północ: mean higher than OWES Południe by 0.79\u00a0points');
    await evaluator
      .post('/ustawienia/wyglad')
      .type('form')
      .send({ _csrf: await token(), jezyk: 'pl' })
      .expect(303);
  });

  const token = async (): Promise<string | undefined> =>
    /name="_csrf" value="([^"]+)"/.exec((await evaluator.get(COMPARISON)).text)?.[1];

  it('changes its verdicts with the margin in the address', async () => {
    const strict = (await json('pytanie=J1').expect(200)).body.item.contrasts[0];
    const lax = (await json('pytanie=J1&prog_srednia=1,5').expect(200)).body.item.contrasts[0];
    expect(strict.verdict).toBe('unknown');
    expect(lax.verdict).toBe('same');
  });

  it('compares any groups: client types, with the small ones hidden and those that would tell of them', async () => {
    const { body } = await json('wedlug=typ&pytanie=J5').expect(200);
    const reasons = body.item.item.groups.flatMap((group: { seen: boolean; reason?: string }) => group.reason ?? []);
    expect(reasons).toContain('too-few');
    expect(body.item.contrasts.every(({ second }: { second: string }) => second === '*')).toBe(true);
    const page = await evaluator.get(`${COMPARISON}?wedlug=typ`).expect(200);
    expect(page.text).toContain('ukryto');
  });

  it('gives CSV and XLSX with real numbers and the sentences', async () => {
    const rows = readCsv((await bytes('pytanie=J5&format=csv')).body as Buffer, 1_000);
    expect(rows.flat()).toContain('Werdykt');
    expect(rows.flat().some((cell) => cell.startsWith('OWES Północ: średnia wyższa'))).toBe(true);
    const { sheets } = await readWorkbook((await bytes('format=xlsx')).body as Buffer);
    expect(sheets.map(({ name }) => name)).toEqual(['Wyniki', 'Porównania', 'Opis']);
    const hidden = sheets[0]!.rows.find((row) => row.some((cell) => cell.startsWith('mniej niż 10')));
    expect(hidden?.slice(4, 10).every((cell) => cell === '')).toBe(true);
  });

  it.each([
    ['a division that is not there', 'wedlug=NIEMA', 'nie ma zmiennej „NIEMA”'],
    ['a scale as a division', 'wedlug=J1', 'nie dzieli osób na grupy'],
    ['a number as a division', 'wedlug=G3', 'nie dzieli osób na grupy'],
    ['a question that is not there', 'pytanie=NIEMA', 'nie ma zmiennej „NIEMA”'],
    ['the division as the question', 'pytanie=instytucja', 'nie ma wyniku do porównania'],
    ['a measure that the question lacks', 'pytanie=J1&miara=odsetek:7', 'nie ma miary'],
    ['a question as weight', 'waga=J2', 'nie pasuje do tego miejsca'],
    [
      'a filter that leaves out a few',
      'filtr=K2:owes-poludnie&filtr=typ:pes,ngo,planujacy,inna-instytucja,prywatna',
      'wyróżnia zbyt mało osób',
    ],
    ['a margin of nought', 'prog_srednia=0', ''],
    ['a margin that is no number', 'prog_odsetek=duzo', ''],
    ['a filter without codes', 'filtr=typ', ''],
  ])('answers %s with a sentence', async (_, query, sentence) => {
    const reply = await evaluator.get(`${COMPARISON}?${query}`).expect(400);
    expect(reply.text).toContain(sentence);
    expect(reply.text).not.toMatch(/NaN|undefined|stack/);
  });

  it('says that one institution alone is nothing to compare', async () => {
    const page = await evaluator.get(`${COMPARISON}?filtr=instytucja:owes-polnoc&pytanie=J5`).expect(200);
    expect(page.text).not.toContain('różni się');
    const alone = await evaluator.get(`${COMPARISON}?zbior=rops-partners&pytanie=NIEMA`);
    expect(alone.status).toBe(400);
  });

  it('is not for directors and coordinators', async () => {
    const director = await signedIn('dyrektor');
    await director.get(COMPARISON).expect(403);
  });

  const oracleTest = existsSync(ORACLE) ? it : it.skip;
  oracleTest('compares groups of an imported wave as R does, and its weighted groups too', async () => {
    const take = async (dataset: string): Promise<string> => {
      const file = readFileSync(join(ORACLE, `data/${dataset}.csv`));
      const imported = await application.chapters.analysis.importWave({
        evaluationId: 'demonstracja' as EvaluationId,
        codebook: parseCodebook(readFileSync(join(ORACLE, `codebooks/${dataset}.json`))),
        table: readTextTable(file),
        bytes: file,
      });
      return imported.wave.code;
    };
    const entriesOf = (topic: string) =>
      (JSON.parse(readFileSync(join(ORACLE, `reference/${topic}.json`), 'utf8')) as { entries: readonly OracleEntry[] })
        .entries;
    const students = await take('students');
    const welch = entriesOf('means').find(({ id }) => id === 't_independent-001')!.results;
    const { body } = await json(`zbior=${students}&wedlug=Sex&pytanie=Height`).expect(200);
    const { found } = body.item.contrasts[0];
    expect(Math.abs(found.difference)).toBeCloseTo(welch['difference'] as number, 9);
    expect(found.interval.high - found.interval.low).toBeCloseTo(
      (welch['welch_ci95'] as readonly number[])[1]! - (welch['welch_ci95'] as readonly number[])[0]!,
      9,
    );
    expect(found.p / (welch['welch_p'] as number)).toBeCloseTo(1, 6);

    const diagnoza = await take('diagnoza_pl');
    const weighted = await json(`zbior=${diagnoza}&wedlug=plec&pytanie=gp60&waga=waga_2013_osoby`).expect(200);
    expect(weighted.body.item.contrasts[0].found.test).toBe('design-t');
    const [group] = weighted.body.item.item.groups;
    expect(group.estimate.weighted).not.toBe(group.estimate.n);
    const page = await evaluator.get(`${COMPARISON}?zbior=${diagnoza}&wedlug=plec&pytanie=gp60&waga=waga_2013_osoby`);
    expect(page.text).toContain('n ważone');
  });
});

interface OracleEntry {
  readonly id: string;
  readonly results: Readonly<Record<string, unknown>>;
}
