import supertest from 'supertest';
import type { PublishedReport, StoredReport } from '../../../src/features/reports/domain';
import { newId } from '../../../src/platform/ids';
import { loadTranslators } from '../../../src/platform/i18n';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { countPages, faultsOf } from './check-pdf';
import { DEMONSTRATION, liveTable } from './small-reports';

const translators = loadTranslators('locales');
const tokenOn = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
const valueOf = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

describe('published reports over HTTP', () => {
  let application: TestApplication;
  const people = new Map<string, ReturnType<typeof supertest.agent>>();
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const as = async (person: string) => {
    const known = people.get(person);
    if (known !== undefined) return known;
    const agent = supertest.agent(application.address);
    const page = await agent.get('/logowanie');
    await agent
      .post('/logowanie')
      .type('form')
      .send({ _csrf: tokenOn(page.text), email: `${person}@demo.example`, haslo: DEMO_PASSWORD })
      .expect(303);
    people.set(person, agent);
    return agent;
  };

  const write = (change: Partial<StoredReport> = {}): Promise<StoredReport> =>
    application.chapters.reports.editor.createReport(DEMONSTRATION, {
      kind: 'own',
      institution: null,
      language: 'pl',
      title: 'Raport próbny',
      by: 'Anna Wrona',
      blocks: [
        { kind: 'heading', level: 1, text: 'Jakość usług' },
        { kind: 'text', text: 'Klienci **chwalą** doradców.' },
        liveTable('Wiedza pracowników', ['J1'], ['instytucja']),
      ],
      ...change,
    });

  const addressOf = ({ id }: Pick<StoredReport, 'id'>): string => `/badania/${DEMONSTRATION}/raporty/${id}`;

  const publish = async (report: StoredReport, form: Readonly<Record<string, string>> = {}) => {
    const evaluator = await as('ewaluator');
    const page = await evaluator.get(`${addressOf(report)}/publikacja`).expect(200);
    return evaluator
      .post(`${addressOf(report)}/publikacja`)
      .type('form')
      .send({
        _csrf: tokenOn(page.text),
        klucz: valueOf(page.text, 'klucz'),
        rewizja: valueOf(page.text, 'rewizja'),
        stan: 'preliminary',
        errata: '',
        ...form,
      });
  };

  const published = async (change: Partial<StoredReport> = {}): Promise<StoredReport> => {
    const report = await write(change);
    await publish(report).then((reply) => {
      expect(reply.status).toBe(303);
    });
    return report;
  };

  test('the page that asks for confirmation says what will be told for good, and tells nothing yet', async () => {
    const report = await write();
    const page = await (await as('ewaluator')).get(`${addressOf(report)}/publikacja`).expect(200);
    const toTell = Number(/Tabele podane na stałe<\/dt><dd>(\d+)</.exec(page.text)?.[1]);
    expect(page.text).toContain('/badania/demonstracja/ochrona');
    expect(page.text).toContain('Opublikuj wersję 1');
    const told = await application.chapters.analysis.publications.listPublications(DEMONSTRATION);
    expect(told.filter(({ place }) => place.address.includes(report.id))).toEqual([]);
    expect((await publish(report)).status).toBe(303);
    const [version] = await application.chapters.reports.published.listVersions(report.id);
    expect(version?.publications).toHaveLength(toTell);
  });

  test('a version is read as HTML and as an accessible file with a tag of its own', async () => {
    const report = await published();
    const evaluator = await as('ewaluator');
    const page = await evaluator.get(`${addressOf(report)}/wersje/1`).expect(200);
    expect(page.text).toContain('Jakość usług');
    expect(page.text).toMatch(/chwalą<\/strong>/);
    expect(page.text).toContain('Wyniki wstępne');
    const file = await evaluator
      .get(`${addressOf(report)}/wersje/1.pdf`)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });
    expect(file.headers['content-disposition']).toMatch(/^inline; filename="Raport probny wersja 1\.pdf"; filename\*/);
    expect(countPages(file.body as Buffer)).toBeGreaterThan(0);
    expect(faultsOf(file.body as Buffer)).toEqual([]);
    const again = await evaluator
      .get(`${addressOf(report)}/wersje/1.pdf`)
      .set('If-None-Match', file.headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  test('the ledger of what was told leads to the version', async () => {
    const report = await published();
    const ledger = await (await as('ewaluator')).get('/badania/demonstracja/ochrona').expect(200);
    expect(ledger.text).toContain(`href="${addressOf(report)}/wersje/1"`);
  });

  test('the same form sent twice leads to the same version', async () => {
    const report = await write();
    const evaluator = await as('ewaluator');
    const page = await evaluator.get(`${addressOf(report)}/publikacja`);
    const form = {
      _csrf: tokenOn(page.text),
      klucz: valueOf(page.text, 'klucz'),
      rewizja: valueOf(page.text, 'rewizja'),
      stan: 'preliminary',
    };
    const send = () =>
      evaluator
        .post(`${addressOf(report)}/publikacja`)
        .type('form')
        .send(form);
    const replies = await Promise.all([send(), send()]);
    expect(replies.map(({ headers }) => headers['location'])).toEqual([
      `${addressOf(report)}/wersje/1`,
      `${addressOf(report)}/wersje/1`,
    ]);
    expect(await application.chapters.reports.published.listVersions(report.id)).toHaveLength(1);
  });

  test('a report that changed meanwhile is shown anew, with what was typed', async () => {
    const report = await published();
    const reply = await publish(report, { rewizja: '999', errata: 'Poprawiono tytuł.' });
    expect(reply.status).toBe(409);
    expect(reply.text).toContain('Raport zmienił się od otwarcia tej strony');
    expect(reply.text).toContain('Poprawiono tytuł.');
  });

  test.each([
    ['no key', { klucz: 'x' }],
    ['no state', { stan: 'gotowe' }],
    ['an erratum without end', { errata: 'x'.repeat(2_001) }],
    ['a field too many', { obcy: '1' }],
  ])('%s is refused with a sentence', async (_, form) => {
    const report = await write();
    expect((await publish(report, form)).status).toBe(400);
    expect(await application.chapters.reports.published.listVersions(report.id)).toEqual([]);
  });

  test('no final version of preliminary results', async () => {
    const reply = await publish(await write(), { stan: 'final' });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('raport nie może być ostateczny');
  });

  test.each([
    ['dyrektor', 200],
    ['koordynator-polnoc', 200],
    ['administrator', 200],
  ])('%s reads a published report, but publishes none', async (person, status) => {
    const report = await published();
    const agent = await as(person);
    expect((await agent.get(`${addressOf(report)}/wersje/1`)).status).toBe(status);
    expect((await agent.get('/raporty')).text).toContain(`${addressOf(report)}/wersje/1`);
    expect((await agent.get(`${addressOf(report)}/publikacja`)).status).toBe(person === 'administrator' ? 200 : 403);
  });

  test('a coordinator reads the scorecard of the own institution and no other', async () => {
    const own = await published({ kind: 'scorecard', institution: 'owes-polnoc', title: 'Karta Północ' });
    const other = await published({ kind: 'scorecard', institution: 'owes-poludnie', title: 'Karta Południe' });
    const agent = await as('koordynator-polnoc');
    expect((await agent.get(`${addressOf(own)}/wersje/1`)).status).toBe(200);
    for (const path of ['/wersje/1', '/wersje/1.pdf', '/wersje', '/wersje/1/zmiany'])
      expect((await agent.get(`${addressOf(other)}${path}`)).status).toBe(403);
    const shelf = (await agent.get('/raporty')).text;
    expect(shelf).toContain('Karta Północ');
    expect(shelf).not.toContain('Karta Południe');
  });

  test('visitors are sent to the sign-in page', async () => {
    const report = await published();
    await supertest(application.address)
      .get(`${addressOf(report)}/wersje/1`)
      .expect(303);
  });

  test.each(['0', '2', 'x', '1e9', '-1'])('there is no version %s', async (number) => {
    const report = await published();
    expect((await (await as('ewaluator')).get(`${addressOf(report)}/wersje/${number}`)).status).toBe(404);
  });

  test('versions are listed with author and changes; an old one says that a newer one exists', async () => {
    const report = await published();
    expect((await publish(report)).status).toBe(303);
    const evaluator = await as('ewaluator');
    const list = (await evaluator.get(`${addressOf(report)}/wersje`).expect(200)).text;
    expect(list).toMatch(/Wersja 2[\s\S]*Wersja 1/);
    expect(list).toMatch(/Opublikowano \d\d\.\d\d\.\d{4}, \d\d:\d\d, Anna Wrona/);
    expect((await evaluator.get(`${addressOf(report)}/wersje/1`)).text).toContain(
      'Jest nowsza wersja tego raportu: 2.',
    );
    expect((await evaluator.get(`${addressOf(report)}/wersje/2`)).text).not.toContain('Jest nowsza wersja');
    const changes = (await evaluator.get(`${addressOf(report)}/wersje/2/zmiany`).expect(200)).text;
    expect(changes).toContain('Nic się nie zmieniło');
  });

  describe('a page for the public', () => {
    const codeOf = async (report: Pick<PublishedReport, 'report'>): Promise<string> =>
      (await application.chapters.reports.publicPages.findOf(report.report))?.code ?? '';
    const visit = (path: string) => supertest(application.address).get(path);
    let report: StoredReport;
    let path: string;
    beforeAll(async () => {
      report = await published({ kind: 'public', title: 'Co nam powiedziano' });
      path = `/r/${await codeOf({ report: report.id })}`;
    });

    test('is read without signing in, kept by caches, sets no cookie and names no author', async () => {
      const reply = await visit(path).expect(200);
      expect(path).toMatch(/^\/r\/[2-9A-Z]{12}$/);
      expect(reply.text).toContain('Jakość usług');
      expect(reply.headers['cache-control']).toBe('public, max-age=300');
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(reply.text).not.toContain('Anna Wrona');
      expect(reply.text).toContain('name="robots" content="noindex"');
      await visit(path.toLowerCase()).expect(200);
      const file = await visit(`${path}.pdf`).expect(200);
      expect(file.headers['content-type']).toBe('application/pdf');
      expect(file.headers['x-robots-tag']).toBe('noindex');
    });

    test('keeps its address for the next version', async () => {
      expect((await publish(report)).status).toBe(303);
      expect(`/r/${await codeOf({ report: report.id })}`).toBe(path);
    });

    test('a code that nobody was given leads nowhere', async () => {
      await visit('/r/AAAAAAAAAAAA').expect(404);
      await visit(`/r/${'x'.repeat(500)}`).expect(404);
    });

    test('only reports for the public have one', async () => {
      expect(await codeOf({ report: (await published()).id })).toBe('');
    });

    test('withdrawn, it is gone with the sentence of those who withdrew it; put back, it is there again', async () => {
      const evaluator = await as('ewaluator');
      const change = async (form: Readonly<Record<string, string>>) => {
        const list = await evaluator.get(`${addressOf(report)}/wersje`).expect(200);
        return evaluator
          .post(`${addressOf(report)}/strona`)
          .type('form')
          .send({ _csrf: tokenOn(list.text), ...form });
      };
      expect(
        (await change({ czynnosc: 'wycofaj', powod: 'Poprawiamy ‹b›błąd.'.replace('‹', '<').replace('›', '>') }))
          .status,
      ).toBe(303);
      const gone = await visit(path).expect(410);
      expect(gone.text).toContain('Poprawiamy &lt;b&gt;błąd.');
      await visit(`${path}.pdf`).expect(410);
      expect((await change({ czynnosc: 'wycofaj', powod: '' })).status).toBe(409);
      expect((await change({ czynnosc: 'przywroc' })).status).toBe(303);
      await visit(path).expect(200);
      const list = (await evaluator.get(`${addressOf(report)}/wersje`)).text;
      expect(list).toMatch(/Udostępniono[\s\S]*Wycofano[\s\S]*Przywrócono/);
    });

    test('a director may not withdraw it', async () => {
      const director = await as('dyrektor');
      const page = await director.get('/podsumowanie');
      const reply = await director
        .post(`${addressOf(report)}/strona`)
        .type('form')
        .send({ _csrf: tokenOn(page.text), czynnosc: 'wycofaj' });
      expect(reply.status).toBe(403);
    });
  });

  describe('when results are final', () => {
    let report: StoredReport;
    beforeAll(async () => {
      report = await published();
      await application.chapters.evaluations.finishResults(DEMONSTRATION, { on: today(), by: 'Anna Wrona' });
    });
    const today = (): string => new Date().toISOString().slice(0, 10);

    test('the results page says so', async () => {
      const page = await (await as('ewaluator')).get('/badania/demonstracja/wyniki').expect(200);
      expect(page.text).toContain('Wyniki ostateczne');
    });

    test('a version becomes final, and the next one needs an erratum, which stands on it and in the list', async () => {
      expect((await publish(report, { stan: 'final' })).status).toBe(303);
      const evaluator = await as('ewaluator');
      const silent = await publish(report, { stan: 'final', errata: '  ' });
      expect(silent.status).toBe(400);
      expect(silent.text).toContain('poprzednia jest ostateczna');
      const step = await publish(report, { stan: 'preliminary', errata: 'Poprawiono tabelę 1.' });
      expect(step.status).toBe(409);
      expect((await publish(report, { stan: 'final', errata: 'Poprawiono tabelę 1.' })).status).toBe(303);
      for (const path of ['/wersje', '/wersje/3', '/wersje/3/zmiany'])
        expect((await evaluator.get(`${addressOf(report)}${path}`)).text).toMatch(
          /Errata\.<\/b> Poprawiono tabelę 1\./,
        );
      expect((await evaluator.get(`${addressOf(report)}/wersje/2`)).text).toContain('z\u00a0wynikami ostatecznymi');
      const states = await application.chapters.reports.published.listVersions(report.id);
      expect(states.map(({ state }) => state)).toEqual(['final', 'final', 'preliminary']);
    });
  });

  test('reports speak their own language, whatever the page speaks', async () => {
    const report = await write({ language: 'en', title: 'A trial report' });
    const version = await application.chapters.reports.published.publishReport(DEMONSTRATION, {
      report: report.id,
      key: newId<'key'>(),
      revision: 1,
      state: 'preliminary',
      erratum: null,
      by: 'Anna Wrona',
      translatorOf: (language) => translators[language],
    });
    const page = await (await as('dyrektor')).get(`${addressOf(report)}/wersje/${version.version}`).expect(200);
    expect(page.text).toContain('lang="en"');
  });
});
