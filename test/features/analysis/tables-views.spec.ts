import supertest from 'supertest';
import { readCsv } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const TABLES = '/badania/demonstracja/tabele';
const VIEWS = `${TABLES}/widoki`;

type Agent = ReturnType<typeof supertest.agent>;

describe('saved tables', () => {
  let application: TestApplication;
  let owner: Agent;
  let colleague: Agent;

  beforeAll(async () => {
    application = await startTestApplication();
    await application.chapters.accounts.createAccount({
      email: 'druga@demo.example',
      name: 'Druga Osoba',
      title: 'Ewaluatorka',
      role: 'evaluator',
      password: DEMO_PASSWORD,
    } as never);
    owner = await signedIn('ewaluator');
    colleague = await signedIn('druga');
  }, 60_000);
  afterAll(() => application.remove());

  const tokenOf = (page: string): string => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';

  const signedIn = async (person: string): Promise<Agent> => {
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    const form = { _csrf: tokenOf(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD };
    await agent.post('/logowanie').type('form').send(form).expect(303);
    return agent;
  };

  const post = async (agent: Agent, path: string, fields: Readonly<Record<string, string>>) => {
    const page = await agent.get(`${TABLES}?wiersze=J1`);
    return agent
      .post(path)
      .type('form')
      .send({ _csrf: tokenOf(page.text), ...fields });
  };
  const save = (name: string, state: string) => post(owner, VIEWS, { nazwa: name, adres: state });
  const pathOf = (page: string, act: string): string => new RegExp(`action="([^"]+/${act})"`).exec(page)?.[1] ?? '';

  it('are kept under a name, renamed, shared and removed by their owner', async () => {
    expect((await save('Jakość według instytucji', 'wiersze=J1&kolumny=instytucja')).status).toBe(303);
    const mine = (await owner.get(VIEWS)).text;
    expect(mine).toContain('Jakość według instytucji');
    expect(mine).toContain(`${TABLES}?wiersze=J1&amp;kolumny=instytucja`);
    expect((await colleague.get(VIEWS)).text).not.toContain('Jakość według instytucji');

    await post(owner, pathOf(mine, 'nazwa'), { nazwa: 'Jakość' });
    await post(owner, pathOf(mine, 'udostepnij'), { wspolny: '1' });
    const theirs = (await colleague.get(VIEWS)).text;
    expect(theirs).toContain('Jakość');
    expect(theirs).not.toContain('/usun');
    expect((await post(colleague, pathOf(mine, 'usun'), {})).status).toBe(404);

    await post(owner, pathOf(mine, 'usun'), {});
    expect((await owner.get(VIEWS)).text).not.toContain('Jakość');
  });

  it('hold names as text, never as markup', async () => {
    await save('<script>alert(1)</script>', 'wiersze=J1');
    const { text } = await owner.get(VIEWS);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert(1)</script>');
  });

  it('say which of their variables are gone, and opening them says so too', async () => {
    await save('Stara', 'wiersze=BYLA_KIEDYS&kolumny=instytucja');
    expect((await owner.get(VIEWS)).text).toContain('nie ma już zmiennych: BYLA_KIEDYS');
    const opened = await owner.get(`${TABLES}?wiersze=BYLA_KIEDYS&kolumny=instytucja`).expect(400);
    expect(opened.text).toContain('nie ma zmiennej „BYLA_KIEDYS”');
  });

  it.each([
    ['an address of another page', 'https://zly.example/?a=b'],
    ['unknown parameters', 'wiersze=J1&zlosliwy=1'],
    ['no rows', 'kolumny=instytucja'],
    ['a merge of one category', 'wiersze=J1&polacz=J1:1'],
    ['too long', `wiersze=${'J1,'.repeat(3_400)}`],
  ])('refuse %s with a sentence', async (_, state) => {
    const reply = await save('Zła', state);
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(/Proszę/);
  });

  it('refuse a name without letters and one of a thousand signs', async () => {
    for (const name of ['   ', '\u0000', 'a'.repeat(1_000)]) expect((await save(name, 'wiersze=J1')).status).toBe(400);
  });

  it.each([
    ['ten thousand signs of rows', `wiersze=${'X'.repeat(10_000)}`],
    ['a filter of nothing', 'wiersze=J1&filtr=:'],
    ['a merge without a variable', 'wiersze=J1&polacz=1+2'],
    ['an unknown answer', 'wiersze=J1&filtr=typ:nie-ma'],
    ['one answer merged twice', 'wiersze=J1&polacz=J1:1+2&polacz=J1:2+3'],
    ['a nesting of a variable in itself', 'wiersze=J1&kolumny=typ>typ'],
    ['a nesting in a number', 'wiersze=J1&kolumny=G3>typ'],
  ])('open hostile addresses with a sentence: %s', async (_, state) => {
    const reply = await owner.get(`${TABLES}?${state}`);
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(/Proszę|może/);
  });

  it('take what the form sends and lead to a short address', async () => {
    const form =
      'formularz=1&wiersze=J1&wiersze=J2&kolumny=instytucja&zagniezdz=typ&wartosci=kolumna&wartosci=przedzial' +
      '&test=0.05&waga=&podstawa=osoby&uklad=&sortuj=&zmienna=typ&kod=pes&kod=ngo&akcja=filtr&nazwa=';
    const reply = await owner.get(`${TABLES}?${form}`).expect(303);
    expect(reply.headers['location']).toBe(
      `${TABLES}?wiersze=J1,J2&kolumny=instytucja%3Etyp&filtr=typ:pes,ngo&wartosci=kolumna,przedzial`,
    );
  });

  it('hide the same columns in every file', async () => {
    const address = `${TABLES}?wiersze=J1&kolumny=instytucja>typ`;
    const { body } = await owner.get(address).set('Accept', 'application/json').expect(200);
    const hidden = (body.blocks[0].hidden as (string | null)[]).flatMap((reason, at) => (reason === null ? [] : [at]));
    expect(hidden.length).toBeGreaterThan(0);
    for (const at of hidden) expect(body.blocks[0].rows[0].cells[at]).toBeNull();
    const file = await owner
      .get(`${address}&format=csv`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
    const label = (body.blocks[0].rows[0].label as string).toLowerCase();
    const rows = readCsv(file.body as Buffer, 1_000).filter(([first]) => first?.toLowerCase() === label);
    expect(rows).toHaveLength(4);
    for (const row of rows) for (const at of hidden) expect(row[at + 1]).toBe('ukryto');
  });
});
