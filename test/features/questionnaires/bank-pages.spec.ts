import supertest from 'supertest';
import type { EvaluationId } from '../../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

type Agent = ReturnType<typeof supertest.agent>;

const CLIENTS = 'demonstracja/owes-clients';
const PARTNERS = { evaluationId: 'demonstracja' as EvaluationId, code: 'rops-partners' };

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const pickedIn = (html: string): readonly string[] => [
  ...[...html.matchAll(/name="poz" value="([^"]+)" (?:checked|data-hidden)/g)].map(([, code]) => String(code)),
];

describe('the page of the item bank', () => {
  let application: TestApplication;
  let agent: Agent;

  const signedIn = async (person: string): Promise<Agent> => {
    const visitor = supertest.agent(application.address);
    const token = tokenIn((await visitor.get('/logowanie')).text);
    await visitor
      .post('/logowanie')
      .type('form')
      .send({ _csrf: token, email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return visitor;
  };

  beforeAll(async () => {
    application = await startTestApplication();
    agent = await signedIn('ewaluator');
  }, 60_000);
  afterAll(() => application.remove());

  const page = async (address: string): Promise<string> => plain((await agent.get(address).expect(200)).text);
  const send = async (address: string, form: Readonly<Record<string, unknown>>) =>
    agent
      .post(address)
      .type('form')
      .send({ _csrf: tokenIn((await agent.get('/bank-pytan')).text), ...form });

  test('is for those who write questionnaires', async () => {
    await (await signedIn('dyrektor')).get('/bank-pytan').expect(403);
    await supertest(application.address).get('/bank-pytan').expect(303);
  });

  test('shows what is used, what is sensitive and what says two things', async () => {
    const text = await page('/bank-pytan?modul=J');
    expect(text).toContain('124 pozycje w 19 modułach');
    expect(text).toContain('9 pozycji');
    expect(text).toContain('Jakość · użyte w 1 badaniu');
    expect(text).toContain('Tylko wynik dla regionu');
    expect(text).toContain('Jakość · jeszcze nieużyte');
    expect(text).toMatch(/Zgodność, 5 stopni<\/span><span class="badge badge-warn">.*?Dwie rzeczy w jednym zdaniu/);
    expect(text).toContain('opracowanie własne na wzór baterii z badań regionalnych OWES');
  });

  test('keeps the choice while one searches on, with form posts alone', async () => {
    const reply = await send('/bank-pytan/wybor', {
      poz: ['J1', 'J7'],
      q: 'dotacji',
      modul: '',
      kwestionariusz: CLIENTS,
    });
    expect(reply.status).toBe(303);
    const address = String(reply.headers['location']);
    expect(address).not.toContain('_csrf');
    const text = await page(address);
    expect(text).toContain('Wybrano 2 pozycje');
    expect(pickedIn(text)).toEqual(['J1', 'J7']);
    expect(text).toContain('2 wiersze, około 20 sekund.');
    expect(text).toContain('value="G1"');
  });

  test('takes a whole module into the choice', async () => {
    const { headers } = await send('/bank-pytan/wybor', { caly: 'B', poz: 'J1' });
    expect(pickedIn(await page(String(headers['location'])))).toHaveLength(4);
  });

  test('adds items and tells where to', async () => {
    const reply = await send('/bank-pytan', { poz: ['Z2', 'Z6'], kwestionariusz: CLIENTS, miejsce: 'podsumowanie' });
    expect(reply.status).toBe(303);
    const text = await page(String(reply.headers['location']));
    expect(text).toContain('Dodano 2 pozycje do kwestionariusza „Badanie opinii klientów');
    const draft = await application.chapters.questionnaires.drafts.readDraft({ ...PARTNERS, code: 'owes-clients' });
    expect(draft.definition.pages.at(-1)?.items.map(({ code }) => code)).toEqual('Z1 Z3 Z4 Z5 Z2 Z6'.split(' '));
    expect(draft.savedBy).toBe('Anna Wrona');
  });

  test('asks before it adds codes that are there', async () => {
    const form = { poz: ['K1', 'J7'], kwestionariusz: CLIENTS, miejsce: 'ocena' };
    const open = await send('/bank-pytan', form);
    expect(open.status).toBe(409);
    expect(plain(open.text)).toContain('Ten kod już jest w kwestionariuszu: K1.');
    expect(pickedIn(plain(open.text))).toEqual(expect.arrayContaining(['K1', 'J7']));
    const { headers } = await send('/bank-pytan', { ...form, zajete: 'pomin' });
    expect(await page(String(headers['location']))).toContain('Pominięto, bo te kody już tam są: K1.');
    const again = await send('/bank-pytan', { ...form, poz: 'K5', zajete: 'numeruj' });
    expect(await page(String(again.headers['location']))).toContain('Dodano pod nowymi kodami: K5_2.');
  });

  test('asks before it adds conditions on what is not asked, and leaves a remark on what is kept', async () => {
    const form = { poz: ['G1'], kwestionariusz: 'demonstracja/rops-partners', miejsce: '' };
    const open = await send('/bank-pytan', form);
    expect(open.status).toBe(409);
    expect(plain(open.text)).toContain('G1 odnosi się do: K1, K2');

    await send('/bank-pytan', { ...form, warunki: 'zostaw' });
    const { drafts, editor } = application.chapters.questionnaires;
    const kept = (await drafts.readDraft(PARTNERS)).definition.pages.at(-1);
    expect(kept).toMatchObject({ title: 'Dotacje i\u00a0miejsca pracy', items: [{ code: 'G1' }] });
    const [remark] = await editor.listComments(PARTNERS);
    expect([remark?.item, remark?.resolved]).toEqual(['G1', null]);
    expect(remark?.text).toContain('K1, K2');

    await send('/bank-pytan', { ...form, poz: ['E4'], warunki: 'dodaj' });
    const completed = (await drafts.readDraft(PARTNERS)).definition.pages.at(-1);
    expect(completed?.items.map(({ code }) => code)).toEqual(['K1', 'E4']);
  });

  test('lists the OWES of the evaluation in what it adds', async () => {
    await send('/bank-pytan', {
      poz: ['K3'],
      kwestionariusz: 'demonstracja/rops-partners',
      miejsce: '',
      warunki: 'dodaj',
    });
    const { definition } = await application.chapters.questionnaires.drafts.readDraft(PARTNERS);
    expect(JSON.stringify(definition)).not.toContain('@owes');
    expect(JSON.stringify(definition)).toContain('"owes-polnoc"');
  });

  test('says what is missing when nothing is chosen or the page is gone', async () => {
    expect(plain((await send('/bank-pytan', { kwestionariusz: CLIENTS, miejsce: 'ocena' })).text)).toContain(
      'Proszę zaznaczyć choć jedną pozycję',
    );
    const gone = await send('/bank-pytan', { poz: 'Z6', kwestionariusz: CLIENTS, miejsce: 'nie-ma' });
    expect(plain(gone.text)).toContain('Proszę wybrać stronę');
  });

  test('begins a questionnaire from a template, under a free code', async () => {
    const text = await page('/bank-pytan/szablony?badanie=demonstracja');
    expect(text).toContain('Klienci OWES, wersja pełna');
    expect(text).toContain('najwyżej 57 wierszy, około 12 minut');
    const form = { badanie: 'demonstracja', szablon: 'service-pulse' };
    const locations = [await send('/bank-pytan/szablony', form), await send('/bank-pytan/szablony', form)].map(
      ({ headers }) => String(headers['location']),
    );
    expect(locations).toEqual([
      '/badania/demonstracja/kwestionariusz/service-pulse/pytania',
      '/badania/demonstracja/kwestionariusz/service-pulse-2/pytania',
    ]);
    expect((await send('/bank-pytan/szablony', { ...form, szablon: 'nie-ma' })).status).toBe(404);
  });

  test('gives templates and items as files, and takes a file of items', async () => {
    const template = await agent.get('/bank-pytan/szablony/expert-spheres.json').expect(200);
    expect(JSON.parse(template.text)).toMatchObject({ format: 'ewaluacja-es/questionnaire' });
    const file = await agent.get('/bank-pytan/pozycje.json?poz=J9&poz=J1').expect(200);
    expect(JSON.parse(file.text)).toMatchObject({
      format: 'ewaluacja-es/item-bank',
      entries: [{ code: 'J1' }, { code: 'J9' }],
    });
    const whole = JSON.parse((await agent.get('/bank-pytan/pozycje.json').expect(200)).text) as { entries: unknown[] };
    expect(whole.entries).toHaveLength(124);
    await agent.get('/bank-pytan/pozycje.schema.json').expect(200);
    const reply = await agent
      .post('/bank-pytan/wczytaj')
      .field('_csrf', tokenIn((await agent.get('/bank-pytan/wczytaj')).text))
      .attach('plik', Buffer.from(file.text), 'bank.json')
      .expect(200);
    expect(plain(reply.text)).toContain('Bez zmian: 2 pozycje.');
  });

  test('shows an item with its versions, and saves one from a questionnaire', async () => {
    expect(await page('/bank-pytan/pozycje/J4')).toContain('Czy zgadzają się Państwo z tymi zdaniami o ośrodku?');
    await agent.get('/bank-pytan/pozycje/nie-ma').expect(404);
    const reply = await send('/bank-pytan/pozycje', {
      badanie: 'demonstracja',
      kwestionariusz: 'owes-clients',
      pozycja: 'C1a',
    });
    expect(await page(String(reply.headers['location']))).toContain('Zapisano w banku: C1a.');
    expect(await page('/bank-pytan?modul=own')).toContain('Zapisane u nas');
  });
});
