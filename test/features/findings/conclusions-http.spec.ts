import supertest from 'supertest';
import { readWorkbook } from '../../../src/platform/spreadsheet';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';

const CONCLUSIONS = '/badania/demonstracja/wnioski';
const RECOMMENDATIONS = '/badania/demonstracja/rekomendacje';

type Fields = Readonly<Record<string, string | readonly string[]>>;
type Agent = ReturnType<typeof supertest.agent>;

interface WrittenConclusion {
  readonly code: string;
  readonly title: string;
  readonly state: string;
  readonly revision: number;
  readonly faults: readonly string[];
  readonly recommendations: readonly string[];
}

interface WrittenRecommendation {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly statusReason: string;
  readonly dueDay: string | null;
  readonly revision: number;
  readonly addressees: readonly { readonly kind: string; readonly code?: string; readonly name?: string }[];
  readonly decisions: readonly { readonly institution: string | null; readonly status: string }[];
  readonly faults: readonly string[];
}

describe('conclusions and recommendations over HTTP', () => {
  let application: TestApplication;
  let evaluator: Agent;
  let director: Agent;
  let north: Agent;
  let south: Agent;

  beforeAll(async () => {
    application = await startTestApplication();
    evaluator = await signedIn('ewaluator');
    director = await signedIn('dyrektor');
    north = await signedIn('koordynator-polnoc');
    south = await signedIn('koordynator-poludnie');
  }, 60_000);
  afterAll(() => application.remove());

  const signedIn = async (person: string): Promise<Agent> => {
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: tokenIn(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    return agent;
  };

  const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const fieldIn = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

  const send = async (agent: Agent, form: string, action: string, fields: Fields) => {
    const page = await agent.get(form);
    const hidden = { _csrf: tokenIn(page.text), wersja: fieldIn(page.text, 'wersja') };
    const id = fieldIn(page.text, 'id');
    return agent
      .post(action)
      .type('form')
      .send({ ...hidden, ...(id === '' ? {} : { id }), ...fields });
  };

  const conclusionsOf = async (agent: Agent): Promise<readonly WrittenConclusion[]> =>
    (await agent.get(CONCLUSIONS).set('Accept', 'application/json').expect(200)).body.conclusions;
  const recommendationsOf = async (agent: Agent, query = ''): Promise<readonly WrittenRecommendation[]> =>
    (await agent.get(`${RECOMMENDATIONS}${query}`).set('Accept', 'application/json').expect(200)).body.recommendations;
  const oneOf = async (agent: Agent, code: string): Promise<WrittenRecommendation> =>
    (await recommendationsOf(agent)).find((one) => one.code === code)!;
  const numberAt = (location: string | undefined): string => /(\d+)(?:\?|#|$)/.exec(location ?? '')?.[1] ?? '';

  const addConclusion = async (fields: Fields): Promise<string> => {
    const reply = await send(evaluator, `${CONCLUSIONS}/nowy`, `${CONCLUSIONS}/nowy`, fields);
    expect(reply.status).toBe(303);
    return /W(\d+)#/.exec(reply.headers['location'] ?? '')?.[1] ?? '';
  };
  const addRecommendation = async (fields: Fields): Promise<string> => {
    const reply = await send(evaluator, `${RECOMMENDATIONS}/nowa`, `${RECOMMENDATIONS}/nowa`, fields);
    expect(reply.status).toBe(303);
    return numberAt(reply.headers['location']);
  };
  const decide = (agent: Agent, number: string, stanowisko: string, uzasadnienie = '') =>
    send(agent, `${RECOMMENDATIONS}/${number}`, `${RECOMMENDATIONS}/${number}/stanowisko`, {
      stanowisko,
      uzasadnienie,
    });

  describe('the demonstration', () => {
    it('has conclusions and recommendations that say they are made up', async () => {
      const written = await conclusionsOf(evaluator);
      expect(written.length).toBeGreaterThanOrEqual(5);
      expect((await recommendationsOf(evaluator)).length).toBeGreaterThanOrEqual(4);
      const page = await evaluator.get(CONCLUSIONS).expect(200);
      expect(page.text).toContain('Treść demonstracyjna.');
      expect(page.text).toContain('Dane demonstracyjne');
      expect(page.text).toContain('Wyniki wstępne.');
    });
  });

  describe('a conclusion', () => {
    it('is written, shown with its gaps, changed and removed; its number does not return', async () => {
      const number = await addConclusion({ tytul: '  Terminy   są za długie ', opis: 'Bo tak.', wydzwiek: 'problem' });
      const written = (await conclusionsOf(evaluator)).find(({ code }) => code === `W${number}`)!;
      expect(written.title).toBe('Terminy są za długie');
      expect(written.faults).toEqual(['no-finding', 'no-criterion', 'no-question', 'no-recommendation']);
      const page = await evaluator.get(CONCLUSIONS);
      expect(page.text).toContain('Brak wyniku, na którym się opiera');
      const form = `${CONCLUSIONS}/${number}`;
      await send(evaluator, form, form, { tytul: 'Terminy są różne', kryterium: 'relevance' }).then((reply) => {
        expect(reply.status).toBe(303);
      });
      await send(evaluator, `${form}/usun`, `${form}/usun`, {}).then((reply) => {
        expect(reply.status).toBe(303);
      });
      await evaluator.get(form).expect(404);
      expect(Number(await addConclusion({ tytul: 'Następny' }))).toBe(Number(number) + 1);
    });

    it('is not removed while a recommendation rests on it, and the page says which', async () => {
      const number = await addConclusion({ tytul: 'Podstawa' });
      const form = await evaluator.get(`${RECOMMENDATIONS}/nowa?wniosek=${number}`);
      const wniosek = /name="wniosek" value="([^"]+)" checked/.exec(form.text)?.[1] ?? '';
      const recommendation = await addRecommendation({ tytul: 'Zrobić coś', wniosek });
      const page = await evaluator.get(`${CONCLUSIONS}/${number}/usun`).expect(200);
      expect(page.text).toContain(`opiera się 1 rekomendacja: R${recommendation}.`);
      const reply = await evaluator
        .post(`${CONCLUSIONS}/${number}/usun`)
        .type('form')
        .send({ _csrf: tokenIn(form.text), wersja: '1' });
      expect(reply.status).toBe(409);
      expect(reply.text).toContain(`R${recommendation}`);
    });

    it('sent from an older version keeps what was typed beside what was saved', async () => {
      const number = await addConclusion({ tytul: 'Pierwsza wersja' });
      const form = `${CONCLUSIONS}/${number}`;
      await send(evaluator, form, form, { tytul: 'Tamta wersja' });
      const reply = await send(evaluator, form, form, { tytul: 'Moja wersja', wersja: '1' });
      expect(reply.status).toBe(409);
      expect(reply.text).toContain('<title>Błąd: ');
      expect(reply.text).toContain('value="Moja wersja"');
      expect(reply.text).toContain('Tamta wersja');
      expect(fieldIn(reply.text, 'wersja')).toBe('2');
      const titles = (await conclusionsOf(evaluator)).map(({ title }) => title);
      expect(titles).toContain('Tamta wersja');
      expect(titles).not.toContain('Moja wersja');
    });

    it('without its sentence, or far too long, is refused with the rest of it kept', async () => {
      const form = `${CONCLUSIONS}/nowy`;
      const empty = await send(evaluator, form, form, { tytul: ' ', opis: 'Zostaje & tutaj' });
      expect(empty.status).toBe(400);
      expect(empty.text).toContain('Proszę napisać wniosek w\u00a0jednym zdaniu');
      expect(empty.text).toContain('Zostaje &amp; tutaj');
      const long = await send(evaluator, form, form, { tytul: 'ą'.repeat(301), kryterium: 'wlasne' });
      expect(long.status).toBe(400);
      expect(long.text).toContain('Proszę skrócić do 300 znaków. Wpisano 301');
      expect(long.text).toContain('Proszę wpisać nazwę własnego kryterium');
    });

    it('of a form sent twice is one', async () => {
      const page = await evaluator.get(`${CONCLUSIONS}/nowy`);
      const body = { _csrf: tokenIn(page.text), id: fieldIn(page.text, 'id'), wersja: '0', tytul: 'Raz' };
      for (const _time of [1, 2]) await evaluator.post(`${CONCLUSIONS}/nowy`).type('form').send(body).expect(303);
      expect((await conclusionsOf(evaluator)).filter(({ title }) => title === 'Raz')).toHaveLength(1);
    });

    it('moves one place up and keeps its number', async () => {
      const number = await addConclusion({ tytul: 'Ostatni' });
      const before = (await conclusionsOf(evaluator)).map(({ code }) => code);
      const page = await evaluator.get(CONCLUSIONS);
      await evaluator
        .post(`${CONCLUSIONS}/${number}/przesun`)
        .type('form')
        .send({ _csrf: tokenIn(page.text), kierunek: 'wyzej' })
        .expect(303);
      const after = (await conclusionsOf(evaluator)).map(({ code }) => code);
      expect(after.at(-2)).toBe(`W${number}`);
      expect([...after].sort()).toEqual([...before].sort());
    });

    it('is read by the director when it is ready, and by no coordinator', async () => {
      await addConclusion({ tytul: 'Gotowy wniosek', stan: 'ready' });
      await addConclusion({ tytul: 'Wniosek w szkicu' });
      const page = await director.get(CONCLUSIONS).expect(200);
      expect(page.text).toContain('Gotowy wniosek');
      expect(page.text).not.toContain('Wniosek w szkicu');
      expect(page.text).not.toContain('Brak wyniku');
      await director.get(`${CONCLUSIONS}/nowy`).expect(403);
      await north.get(CONCLUSIONS).expect(403);
    });

    it('is not for hostile input', async () => {
      const page = await evaluator.get(`${CONCLUSIONS}/nowy`);
      const body = { _csrf: tokenIn(page.text), tytul: 'X', stan: 'published', obcy: '1' };
      const reply = await evaluator.post(`${CONCLUSIONS}/nowy`).type('form').send(body);
      expect(reply.status).toBe(400);
      await evaluator.post(`${CONCLUSIONS}/nowy`).type('form').send({ tytul: 'X' }).expect(403);
      await evaluator.get(`${CONCLUSIONS}/999`).expect(404);
    });
  });

  describe('a recommendation', () => {
    it('keeps every column, and what is missing is said', async () => {
      const number = await addRecommendation({
        tytul: 'Wprowadzić dyżury',
        adresat: ['owes-polnoc', 'nie-ma'],
        inni: 'Instytucja Zarządzająca\r\n\r\nPowiat kielecki',
        wdrozenie: 'Krok pierwszy\nKrok drugi',
        kwartal: '2',
        rok: '2031',
        klasa: 'programme',
        podklasa: 'strategic',
        obszar: 'włączenie społeczne',
        priorytet: 'high',
      });
      const written = await oneOf(evaluator, `R${number}`);
      expect(written).toMatchObject({
        status: 'draft',
        dueDay: '2031-06-30',
        addressees: [
          { kind: 'institution', code: 'owes-polnoc' },
          { kind: 'other', name: 'Instytucja Zarządzająca' },
          { kind: 'other', name: 'Powiat kielecki' },
        ],
        faults: ['conclusion-missing'],
      });
      const page = await evaluator.get(`${RECOMMENDATIONS}/${number}`).expect(200);
      for (const text of ['Krok drugi', 'II kwartał 2031', 'do 30.06.2031', 'programowa, strategiczna', 'Brak wniosku'])
        expect(page.text).toContain(text);
    });

    it('with half a date is refused and keeps what was typed', async () => {
      const form = `${RECOMMENDATIONS}/nowa`;
      const reply = await send(evaluator, form, form, { tytul: 'Zrobić', rok: 'dwa tysiące', kwartal: '1' });
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('value="dwa tysiące"');
      expect(reply.text).toContain('Proszę podać kwartał i\u00a0rok');
    });

    it('goes from draft to its addressee, who accepts with a reason; the director sees it', async () => {
      const number = await addRecommendation({ tytul: 'Skrócić terminy', adresat: 'owes-polnoc' });
      await north.get(`${RECOMMENDATIONS}/${number}`).expect(404);
      expect((await decide(evaluator, number, 'to-decide')).status).toBe(303);
      expect((await decide(north, number, 'accepted', 'Zrobimy to w grupie.')).status).toBe(303);
      const page = await director.get(`${RECOMMENDATIONS}/${number}`).expect(200);
      expect(page.text).toContain('Zrobimy to w grupie.');
      expect(page.text).toContain('Jan Północny, OWES Północ');
      expect(await oneOf(director, `R${number}`)).toMatchObject({
        status: 'accepted',
        statusReason: 'Zrobimy to w grupie.',
      });
      await south.get(`${RECOMMENDATIONS}/${number}`).expect(404);
      const removal = await evaluator.get(`${RECOMMENDATIONS}/${number}/usun`).expect(200);
      expect(removal.text).toContain('Adresaci zajęli już stanowisko (1)');
    });

    it('is rejected only with a reason, and the choice stays', async () => {
      const number = await addRecommendation({ tytul: 'Zamknąć biuro', adresat: 'owes-poludnie' });
      await decide(evaluator, number, 'to-decide');
      const reply = await decide(south, number, 'rejected');
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('Proszę napisać uzasadnienie');
      expect(reply.text).toContain('value="rejected" checked');
      expect((await decide(south, number, '')).text).toContain('Proszę wybrać, co Państwo postanawiają');
      expect((await decide(south, number, 'rejected', 'Nie nasze zadanie.')).status).toBe(303);
      expect((await oneOf(director, `R${number}`)).status).toBe('rejected');
    });

    it('decided on by two at once keeps the second one’s words', async () => {
      const number = await addRecommendation({ tytul: 'Połączyć numery', adresat: 'rops' });
      await decide(evaluator, number, 'to-decide');
      await decide(director, number, 'accepted');
      const page = await director.get(`${RECOMMENDATIONS}/${number}`);
      const reply = await director
        .post(`${RECOMMENDATIONS}/${number}/stanowisko`)
        .type('form')
        .send({ _csrf: tokenIn(page.text), wersja: '2', stanowisko: 'rejected', uzasadnienie: 'Jednak nie.' });
      expect(reply.status).toBe(409);
      expect(reply.text).toContain('Jednak nie.');
      expect((await oneOf(director, `R${number}`)).status).toBe('accepted');
    });

    it('of two institutions shows a coordinator the own stance and nothing of the other', async () => {
      const number = await addRecommendation({ tytul: 'Dyżury obu', adresat: ['owes-polnoc', 'owes-poludnie'] });
      await decide(evaluator, number, 'to-decide');
      await decide(north, number, 'rejected', 'Tajny powód Północy');
      const seen = await south.get(`${RECOMMENDATIONS}/${number}`).expect(200);
      expect(seen.text).not.toContain('Tajny powód');
      expect(seen.text).not.toContain('OWES Północ');
      expect(seen.text).toContain('inne instytucje');
      const list = await south.get(RECOMMENDATIONS).expect(200);
      expect(list.text).not.toContain('OWES Północ');
      expect(await oneOf(south, `R${number}`)).toMatchObject({ status: 'to-decide' });
      expect((await oneOf(north, `R${number}`)).status).toBe('rejected');
      expect((await oneOf(director, `R${number}`)).status).toBe('to-decide');
    });

    it('is sorted and filtered by the address', async () => {
      const numbers = (await recommendationsOf(evaluator, '?sortuj=termin')).map(({ dueDay }) => dueDay ?? '~');
      expect(numbers).toEqual([...numbers].sort());
      const drafts = await recommendationsOf(evaluator, '?stan=draft');
      expect(new Set(drafts.map(({ status }) => status))).toEqual(new Set(['draft']));
      await evaluator.get(`${RECOMMENDATIONS}?sortuj=inaczej`).expect(400);
      const none = await evaluator.get(`${RECOMMENDATIONS}?stan=outdated`).expect(200);
      expect(none.text).toContain('Żadna rekomendacja nie spełnia tych warunków');
    });
  });

  describe('files', () => {
    const download = async (agent: Agent, path: string): Promise<Buffer> =>
      (
        await agent
          .get(path)
          .buffer()
          .parse((res, done) => {
            const parts: Buffer[] = [];
            res.on('data', (part: Buffer) => parts.push(part));
            res.on('end', () => {
              done(null, Buffer.concat(parts));
            });
          })
          .expect(200)
      ).body as Buffer;

    it('the extended workbook has every column of the sector and real dates', async () => {
      const { sheets } = await readWorkbook(await download(evaluator, `${RECOMMENDATIONS}.xlsx`));
      const [table, about] = sheets;
      expect(table!.rows[0]).toEqual([
        'Lp.',
        'Numer',
        'Tytuł badania',
        'Wniosek',
        'Rekomendacja',
        'Adresat',
        'Sposób wdrożenia',
        'Termin',
        'Termin (dzień)',
        'Klasa',
        'Podklasa',
        'Obszar tematyczny',
        'Priorytet',
        'Stan',
        'Uzasadnienie decyzji adresata',
        'Data decyzji',
      ]);
      const dates = table!.rows.slice(1).map((row) => row[8] ?? '');
      expect(dates.filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text)).length).toBeGreaterThan(3);
      expect(about!.rows.flat()).toContain('Dane demonstracyjne. Instytucje, osoby i\u00a0odpowiedzi są zmyślone.');
    });

    it('the simple workbook has three columns', async () => {
      const { sheets } = await readWorkbook(await download(director, `${RECOMMENDATIONS}.xlsx?uklad=prosta`));
      expect(sheets[0]!.rows[0]).toEqual(['Lp.', 'Wniosek', 'Rekomendacja']);
    });

    it('CSV keeps what a spreadsheet would run as a formula a text', async () => {
      await addRecommendation({ tytul: '=1+1 Dodać wzór' });
      const text = (await download(evaluator, `${RECOMMENDATIONS}.csv`)).toString('utf8');
      expect(text).toContain('"\'=1+1 Dodać wzór"');
      expect(text).toContain('2027-');
    });
  });

  describe('homes', () => {
    it('the director sees conclusions that are ready and what waits', async () => {
      const page = await director.get('/podsumowanie').expect(200);
      for (const text of [
        'Klienci wysoko cenią',
        'Wszystkie wnioski i\u00a0dowody',
        'Czeka na Państwa decyzję',
        'Przejrzyj',
      ])
        expect(page.text).toContain(text);
    });

    it('a coordinator is asked for a position', async () => {
      const page = await south.get('/nasze-wyniki').expect(200);
      expect(page.text).toContain('Rekomendacje dla OWES Południe');
      expect(page.text).toContain('Dodaj stanowisko');
      await south.get('/rekomendacje').expect(303).expect('Location', RECOMMENDATIONS);
    });
  });
});
