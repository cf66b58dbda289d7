import supertest from 'supertest';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const TABLES = '/badania/demonstracja/tabele';
const NUMBER = '/badania/demonstracja/liczba';

interface TableJson {
  readonly columns: readonly { readonly variable: string | null; readonly code: string | null }[];
  readonly blocks: readonly {
    readonly variable: string;
    readonly bases: readonly ({ readonly n: number } | null)[];
    readonly rows: readonly { readonly code: string; readonly cells: readonly ({ readonly share: number } | null)[] }[];
    readonly summaries: readonly {
      readonly kind: string;
      readonly cells: readonly ({ readonly value: number | null } | null)[];
    }[];
  }[];
}

describe('what stands behind a number', () => {
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
  const tokenOn = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const json = async (query: string) =>
    (await evaluator.get(`${NUMBER}?${query}`).set('Accept', 'application/json').expect(200)).body;

  const shareOf = async (row: string): Promise<number> => Number((await json(`wiersz=${row}`)).value);

  test('every cell of a table proves itself: the same share and mean, with its base', async () => {
    const reply = await evaluator.get(`${TABLES}?wiersze=J1&kolumny=instytucja&format=json`).expect(200);
    const { columns, blocks } = reply.body as TableJson;
    const [block] = blocks;
    for (const [at, column] of columns.entries()) {
      const kolumna = column.variable === null ? '' : `&kolumna=${column.variable}:${column.code}`;
      for (const row of block!.rows) {
        const number = await json(`wiersz=J1:${row.code}${kolumna}`);
        expect([number.value, number.base?.n]).toEqual([row.cells[at]?.share, block!.bases[at]?.n]);
      }
      const mean = block!.summaries.find(({ kind }) => kind === 'mean');
      expect((await json(`wiersz=J1&miara=srednia${kolumna}`)).value).toBe(mean?.cells[at]?.value);
    }
  });

  test('its links in the table lead to it', async () => {
    const page = await evaluator.get(`${TABLES}?wiersze=J1&kolumny=instytucja`).expect(200);
    const [, address = ''] = /href="(\/badania\/demonstracja\/liczba\?[^"]+)"/.exec(page.text) ?? [];
    const proof = await evaluator.get(address.replaceAll('&amp;', '&')).expect(200);
    expect(proof.text).toContain('Podstawa odsetków');
    expect(proof.text).toContain('Wilson, 95%');
  });

  test('every figure of the results leads to a table of the same questions, whose numbers lead to their proof', async () => {
    const page = await evaluator.get('/badania/demonstracja/wyniki?podregion=').expect(200);
    const links = [...page.text.matchAll(/href="(\/badania\/demonstracja\/tabele\?zbior=[^"]+)"/g)].map(([, link]) =>
      String(link).replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(15);
    for (const link of new Set(links)) {
      const table = await evaluator.get(link);
      expect([link, table.status, table.text.includes('/liczba?')]).toEqual([link, 200, true]);
    }
    const coordinator = await (await signedIn('koordynator-polnoc')).get('/nasze-wyniki').expect(200);
    expect(coordinator.text).not.toContain('/tabele?');
  });

  test('the five silences and the answers add up to everyone', async () => {
    const number = await json('wiersz=J1:5');
    const states = Object.values(number.states as Readonly<Record<string, number>>);
    const all = (await evaluator.get(`${TABLES}?wiersze=J1&format=json`)).body.n.all;
    expect(states.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(number.versions[0]).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('answers counted together are one number: the sum of their shares', async () => {
    const [four, five, both] = await Promise.all(['J1:4', 'J1:5', 'J1:4,5'].map(shareOf));
    expect(both).toBeCloseTo((four ?? 0) + (five ?? 0), 12);
  });

  test('a permanent address shows the number again for those who may see it, and says that it is the same', async () => {
    const query = 'zbior=owes-clients&wiersz=J1:4,5&kolumna=instytucja:owes-polnoc';
    const page = await evaluator.get(`${NUMBER}?${query}`).expect(200);
    const made = await evaluator
      .post(NUMBER)
      .type('form')
      .send({
        _csrf: tokenOn(page.text),
        zbior: 'owes-clients',
        wiersz: 'J1:4,5',
        kolumna: 'instytucja:owes-polnoc',
      })
      .expect(303);
    const address = made.headers['location'] ?? '';
    expect(address).toMatch(/^\/l\/[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const told = await json(query);
    const link = await evaluator.get(address).set('Accept', 'application/json').expect(200);
    expect(link.body).toMatchObject({ value: told.value, link: { isSame: true, told: told.value } });
    const director = await (await signedIn('dyrektor')).get(address).expect(200);
    expect(director.text).toContain('co do ostatniej cyfry');
    await (await signedIn('koordynator-polnoc')).get(address).expect(403);
  });

  test.each([
    ['an unknown variable', 'wiersz=XX:1', 400],
    ['an unknown category', 'wiersz=J1:77', 404],
    ['an unknown column', 'wiersz=J1:5&kolumna=instytucja:nikt', 404],
    ['a mean of names', 'wiersz=K1&miara=srednia', 404],
    ['a filter that sets few apart', 'wiersz=J1:5&filtr=J1', 400],
    ['no row', 'kolumna=instytucja:owes-polnoc', 400],
  ])('%s gets a sentence, not a number', async (_, query, status) => {
    const reply = await evaluator.get(`${NUMBER}?${query}`).expect(status);
    expect(reply.text).not.toContain('NaN');
    expect(reply.text).toMatch(/Proszę/);
  });

  test('an address that nobody made is not found', async () => {
    const reply = await evaluator.get('/l/AAAA-BBBB').expect(404);
    expect(reply.text).toContain('nie ma opublikowanej liczby');
  });
});
