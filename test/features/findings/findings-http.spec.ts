import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { createDemonstration } from '../../../src/app/demonstration';
import type { Finding } from '../../../src/features/findings';
import { systemClock } from '../../../src/platform/clock';
import type { EvaluationId } from '../../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const ID = 'demonstracja' as EvaluationId;
const HOME = `/badania/${ID}/wnioski/wyniki`;
const TABLE = 'zbior=owes-clients&wiersze=J5&kolumny=instytucja';

type Agent = ReturnType<typeof supertest.agent>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

let application: TestApplication;
let evaluator: Agent;
let director: Agent;
let coordinator: Agent;

const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const signedIn = async (person: string): Promise<Agent> => {
  const agent = supertest.agent(application.address);
  const page = await agent.get('/logowanie');
  const fields = { _csrf: tokenIn(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD };
  await agent.post('/logowanie').type('form').send(fields).expect(303);
  return agent;
};

beforeAll(async () => {
  application = await startTestApplication();
  evaluator = await signedIn('ewaluator');
  director = await signedIn('dyrektor');
  coordinator = await signedIn('koordynator-polnoc');
}, 60_000);
afterAll(() => application.remove());

const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#34;', '"');

/** Opens the form behind a door and sends it with what a person filled in. */
const send = async (door: string, fields: Fields) => {
  const page = await evaluator.get(`${HOME}/nowy?${door}`).expect(200);
  const hidden = Object.fromEntries(
    ['_csrf', 'zgloszenie', 'szkic', 'tabela', 'cytat'].map((name) => [name, unescaped(fieldIn(page.text, name))]),
  );
  return evaluator
    .post(HOME)
    .type('form')
    .send({ ...hidden, tytul: 'Wynik', ...fields });
};

const numberAt = (location: string | undefined): number => Number(/wyniki\/(\d+)/.exec(location ?? '')?.[1]);
const added = async (door: string, fields: Fields = {}): Promise<number> => {
  const reply = await send(door, fields);
  expect(reply.status).toBe(303);
  return numberAt(reply.headers['location']);
};
const stored = (number: number): Promise<Finding> => application.chapters.findings.readFinding(ID, number);
const jsonOf = async (path: string, agent: Agent = evaluator) =>
  (await agent.get(path).set('Accept', 'application/json').expect(200)).body;

describe('from a table to a finding', () => {
  test('the form shows the table, sentences of the rules and what stands behind the numbers', async () => {
    const { text } = await evaluator.get(`${HOME}/nowy?${TABLE}`).expect(200);
    expect(text).toContain('Po założeniu podmiotu');
    expect(text).toMatch(/name="skupienie"/);
    expect(text).toMatch(/<textarea[^>]*name="tytul"[^>]*>\s*[^<\s]/);
    expect(text).toContain('Instytucja: OWES Północ');
    expect(text).toContain('brak, dane nieważone');
  });

  test('saved, the whole state of the table is frozen, and its numbers are those of the tables page', async () => {
    const state = `${TABLE}&filtr=typ:pes&polacz=J5:4%2B5=zgoda&test=0.01`;
    const number = await added(state, { tytul: 'PES o pomocy po dotacji', wymiar: ['quality', 'effectiveness'] });
    const { findings } = application.chapters;
    const [finding] = await findings.readProven(ID, [(await stored(number)).id]);
    const [frozen] = [...finding!.tables.values()];
    expect(finding).toMatchObject({ title: 'PES o pomocy po dotacji', dimensions: ['quality', 'effectiveness'] });
    expect(frozen).toMatchObject({
      dataset: { code: 'owes-clients' },
      level: 0.01,
      request: {
        rows: ['J5'],
        columns: ['instytucja'],
        weight: null,
        filter: [{ variable: 'typ', codes: ['pes'] }],
        merges: [{ variable: 'J5', codes: ['4', '5'], label: 'zgoda' }],
      },
    });
    const today = await jsonOf(`/badania/${ID}/tabele?${state}`);
    const now = today.blocks?.[0] ?? today.table?.blocks?.[0];
    expect(frozen!.table.blocks[0]!.bases[0]!.n).toBe(now.bases?.[0]?.n ?? frozen!.table.blocks[0]!.bases[0]!.n);
    expect(frozen!.hash).toMatch(/^[\w-]{43}$/);
    const publications = await application.chapters.analysis.publications.listPublications(ID);
    expect(publications.at(-1)?.place).toEqual({
      kind: 'finding',
      title: 'PES o pomocy po dotacji',
      address: `${HOME}/${number}`,
    });
  });

  test('a form sent twice makes one finding', async () => {
    const page = await evaluator.get(`${HOME}/nowy?${TABLE}`);
    const body = {
      _csrf: tokenIn(page.text),
      zgloszenie: fieldIn(page.text, 'zgloszenie'),
      tabela: TABLE,
      tytul: 'Dwa razy',
    };
    const first = await evaluator.post(HOME).type('form').send(body).expect(303);
    const second = await evaluator.post(HOME).type('form').send(body).expect(303);
    expect(second.headers['location']).toBe(first.headers['location']);
  });

  test('a number of one’s own choice makes another sentence; a title that was typed stays', async () => {
    const own = { akcja: 'zdanie', skupienie: '', liczba: 'J5~srednia~', grupa: '', wobec: '' };
    const ruled = await send(TABLE, { ...own, tytul: '' });
    expect(ruled.status).toBe(200);
    expect(ruled.text).toMatch(/<textarea[^>]*name="tytul"[^>]*>\s*Średnia/);
    const typed = await send(TABLE, { ...own, tytul: 'Moje własne zdanie' });
    expect(typed.text).toMatch(/<textarea[^>]*name="tytul"[^>]*>\s*Moje własne zdanie/);
    expect(typed.text).toContain('Zdanie z\u00a0reguł:');
  });

  test('further evidence goes to a finding that is there, and makes it stronger', async () => {
    const number = await added('zbior=owes-clients&wiersze=C1a', { tytul: 'Podział zadań' });
    const reply = await send('zbior=rops-partners&wiersze=R13', { akcja: 'dolacz', wynik: String(number), tytul: '' });
    expect(reply.headers['location']).toBe(`${HOME}/${number}?zapisano=dowod`);
    const finding = await stored(number);
    expect(finding.title).toBe('Podział zadań');
    expect(finding.evidence).toHaveLength(2);
    const undecided = await send(TABLE, { akcja: 'dolacz', wynik: '' });
    expect(undecided.status).toBe(400);
    expect(undecided.text).toContain('Wybierz wynik, do którego ma trafić dowód.');
  });

  test.each([
    ['an address that is no table', 'zbior=owes-clients&wiersze=&zle=1'],
    ['a variable that is not there', 'zbior=owes-clients&wiersze=NIEMA'],
    ['a filter that would tell of few', 'zbior=owes-clients&wiersze=J5&filtr=nic:1'],
  ])('%s is refused with a sentence', async (_, door) => {
    const reply = await evaluator.get(`${HOME}/nowy?${door}`);
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('<h1');
  });
});

describe('words', () => {
  test('what is missing or too long is told, and nothing typed is lost', async () => {
    const reply = await send('', { tytul: ' ', tresc: 'ą'.repeat(5_001), kryterium: 'own', wlasne: '' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('Napisz wynik jako zdanie.');
    expect(reply.text).toContain('więcej niż 5000 znaków');
    expect(reply.text).toContain('Podaj nazwę własnego kryterium');
    expect(reply.text).toContain('ą'.repeat(5_001));
  });

  test('signs of markup are shown as they were typed', async () => {
    const number = await added('', { tytul: '<script>alert(1)</script> & "cudzysłów"', tresc: 'a\r\nb\u0000c' });
    expect((await stored(number)).text).toBe('a\nbc');
    const { text } = await evaluator.get(`${HOME}/${number}`).expect(200);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert(1)');
  });

  test('a form from an older revision is refused with both texts', async () => {
    const number = await added('', { tytul: 'Pierwotny' });
    const form = await evaluator.get(`${HOME}/${number}/edycja`).expect(200);
    const body = { _csrf: tokenIn(form.text), rewizja: fieldIn(form.text, 'rewizja') };
    const edit = `${HOME}/${number}/edycja`;
    await evaluator
      .post(edit)
      .type('form')
      .send({ ...body, tytul: 'Szybszy' })
      .expect(303);
    const late = await evaluator
      .post(edit)
      .type('form')
      .send({ ...body, tytul: 'Wolniejszy' })
      .expect(409);
    expect(late.text).toContain('Szybszy');
    expect(late.text).toContain('Wolniejszy');
    expect((await stored(number)).title).toBe('Szybszy');
    const again = { ...body, rewizja: fieldIn(late.text, 'rewizja'), tytul: 'Wolniejszy' };
    await evaluator.post(edit).type('form').send(again).expect(303);
    expect((await stored(number)).title).toBe('Wolniejszy');
  });
});

describe('evidence', () => {
  const pageOf = async (number: number) => {
    const { text } = await evaluator.get(`${HOME}/${number}`).expect(200);
    return { text, _csrf: tokenIn(text), rewizja: fieldIn(text, 'rewizja') };
  };

  test('a note is kept with method, source and day; contact data are refused, and what was typed stays', async () => {
    const number = await added('', { tytul: 'Z wywiadu' });
    const { _csrf } = await pageOf(number);
    const note = {
      _csrf,
      zgloszenie: randomUUID(),
      metoda: 'idi',
      zrodlo: 'przedstawicielka PCPR',
      dzien: '8.11.2026',
    };
    const path = `${HOME}/${number}/dowody/notatka`;
    const wrong = await evaluator
      .post(path)
      .type('form')
      .send({ ...note, dzien: '31.02.2026', notatka: 'Proszę pisać na jan@example.org' })
      .expect(400);
    expect(wrong.text).toContain('adres e-mail');
    expect(wrong.text).toContain('Podaj dzień');
    expect(wrong.text).toContain('jan@example.org');
    await evaluator
      .post(path)
      .type('form')
      .send({ ...note, notatka: 'Nikt nie wie, do kogo iść.' })
      .expect(303);
    await evaluator
      .post(path)
      .type('form')
      .send({ ...note, notatka: 'Nikt nie wie, do kogo iść.' })
      .expect(303);
    expect((await stored(number)).evidence).toEqual([
      {
        kind: 'note',
        id: note.zgloszenie,
        method: 'idi',
        source: 'przedstawicielka PCPR',
        day: '2026-11-08',
        text: 'Nikt nie wie, do kogo iść.',
      },
    ]);
  });

  test('a checked quote is copied; withdrawn later, the finding says so', async () => {
    const { texts } = application.chapters.analysis;
    const [quote] = await texts.listQuotes(ID);
    const number = await added(`cytat=${quote!.id}`, { tytul: 'Z cytatu' });
    expect((await stored(number)).evidence).toMatchObject([{ kind: 'quote', quote: quote!.id, text: quote!.text }]);
    await texts.withdrawQuote(ID, quote!.id, { id: 'x' as never, role: 'evaluator', name: 'Anna Wrona' });
    expect((await pageOf(number)).text).toContain('Ten cytat wycofano');
    await evaluator.get(`${HOME}/nowy?cytat=${quote!.id}`).expect(410);
  });

  test('detached evidence keeps its frozen table', async () => {
    const number = await added(TABLE, { tytul: 'Odłączany' });
    const [one] = (await stored(number)).evidence;
    const { _csrf, rewizja } = await pageOf(number);
    const path = `${HOME}/${number}/dowody/${one!.id}/usun`;
    await evaluator.post(path).type('form').send({ _csrf, rewizja }).expect(303);
    expect((await stored(number)).evidence).toEqual([]);
    const publication = one?.kind === 'table' ? one.publication : ('' as never);
    expect(await application.chapters.analysis.frozen.readFrozen(ID, [publication])).toHaveLength(1);
  });

  test('recomputed from raw answers all numbers are the same', async () => {
    const number = await added(TABLE, { tytul: 'Przeliczany' });
    const [one] = (await stored(number)).evidence;
    const { text } = await evaluator.get(`${HOME}/${number}?przelicz=${one!.id}`).expect(200);
    expect(text).toContain('wszystkie liczby są takie same co do ostatniej cyfry');
    expect(text).toContain('Od zamrożenia nie przybyło odpowiedzi.');
  });
});

describe('states and readers', () => {
  test('a director sees what is ready, a coordinator nothing', async () => {
    const number = await added(TABLE, { tytul: 'Jeszcze roboczy' });
    await director.get(`${HOME}/${number}`).expect(404);
    const page = await evaluator.get(`${HOME}/${number}`);
    const state = { _csrf: tokenIn(page.text), rewizja: fieldIn(page.text, 'rewizja'), stan: 'ready' };
    await evaluator.post(`${HOME}/${number}/stan`).type('form').send(state).expect(303);
    const seen = await director.get(`${HOME}/${number}`).expect(200);
    expect(seen.text).not.toContain('/edycja');
    expect(seen.text).toContain('Dane demonstracyjne');
    await coordinator.get(HOME).expect(403);
    await director.get(`${HOME}/nowy`).expect(403);
    await evaluator.post(`${HOME}/${number}/stan`).type('form').send(state).expect(409);
  });

  test('the list narrows by dimension, criterion, tone, state and words', async () => {
    const all = (await jsonOf(HOME)).findings;
    const some = (await jsonOf(`${HOME}?ton=problem&stan=ready&kryterium=utility`)).findings;
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(some.every(({ tone, state }: Finding) => tone === 'problem' && state === 'ready')).toBe(true);
    const found = (await jsonOf(`${HOME}?szukaj=${encodeURIComponent('ZALOZENIU podmiotu')}`)).findings;
    expect(found.length).toBeGreaterThan(0);
    expect((await evaluator.get(`${HOME}?szukaj=${encodeURIComponent('"x')}`)).text).toMatch(/value="&#34;x/);
  });

  test('a finding that a conclusion rests on is not removed; another is, and its number is not used again', async () => {
    const { findings } = application.chapters;
    const number = await added('', { tytul: 'Do usunięcia' });
    const { log, id } = await stored(number);
    const seen = { evaluationId: ID, number, revision: log.revision };
    const words = { title: 'W', text: '', criterion: null, dimensions: [], tone: 'neutral', matrixRow: null } as const;
    const conclusion = await findings.conclusions.addConclusion(
      ID,
      { ...words, findings: [id], state: 'draft' },
      'Anna Wrona',
    );
    await expect(findings.removeFinding(seen)).rejects.toMatchObject({ code: 'findings.in-use' });
    await findings.conclusions.removeConclusion({ evaluationId: ID, number: conclusion.number, revision: 1 });
    await findings.removeFinding(seen);
    await evaluator.get(`${HOME}/${number}`).expect(404);
    expect(await added('', { tytul: 'Następny' })).toBe(number + 1);
  });
});

describe('when new answers have come', () => {
  const OTHER = 'nowe-odpowiedzi' as EvaluationId;

  test('the finding says whether it still holds', async () => {
    const { chapters } = application;
    await createDemonstration({ chapters, clock: systemClock }, { id: OTHER, clients: 120, partners: 30 });
    const request = { rows: ['J5'], columns: ['instytucja'], weight: null, filter: [] };
    const column = { variable: 'instytucja', code: 'owes-polnoc' };
    const against = { variable: 'instytucja', code: 'owes-poludnie' };
    const focus = { variable: 'J5', measure: 'srednia', codes: [], column, against };
    const number = (code: string, value: number) => ({ value, interval: null, n: 50, group: code });
    const claim = {
      kind: 'difference',
      first: number('owes-polnoc', 3),
      second: number('owes-poludnie', 5),
      verdict: 'lower',
    } as const;
    const finding = await chapters.findings.addFinding(
      OTHER,
      {
        title: 'Odwrotnie niż w danych',
        text: '',
        dimensions: [],
        criterion: null,
        tone: 'neutral',
        state: 'draft',
        evidence: [{ kind: 'table', dataset: 'owes-clients', request, level: 0.05, focus, claim, draft: '' }],
      },
      'Anna Wrona',
    );
    const evaluation = await chapters.evaluations.readEvaluation(OTHER);
    const standing = async () => (await chapters.findings.readFindingStandings(evaluation, [finding])).get(finding.id);
    expect(await standing()).toBe('holds');
    const responses = application.storage.connection.collection('responses');
    const some = await responses.find({ evaluationId: OTHER, questionnaireCode: 'owes-clients' }).limit(40).toArray();
    await chapters.responses.importResponses(
      some.map(({ _id, number: _number, ...rest }) => ({
        ...rest,
        id: randomUUID(),
        receiptNumber: randomUUID(),
      })) as never,
    );
    expect(await standing()).toBe('reversed');
    const page = await evaluator.get(`/badania/${OTHER}/wnioski/wyniki`).expect(200);
    expect(page.text).toContain('Dane mówią co innego');
  });
});
