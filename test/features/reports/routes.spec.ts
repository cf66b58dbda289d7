import supertest from 'supertest';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../../support/application';
import { countPages, faultsOf } from './check-pdf';

const SUMMARY = '/badania/demonstracja/raporty/streszczenie.pdf';

describe('reports over HTTP', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
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

  const download = async (person: string) =>
    (await signedIn(person))
      .get(SUMMARY)
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      });

  it.each(['dyrektor', 'ewaluator', 'administrator'])('%s downloads the summary as PDF', async (person) => {
    const reply = await download(person);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/pdf');
    expect(reply.headers['content-disposition']).toMatch(
      /^inline; filename="Streszczenie System wsparcia ES \d{4} .*\.pdf"; filename\*=UTF-8''/,
    );
    expect(countPages(reply.body as Buffer)).toBe(2);
    expect(faultsOf(reply.body as Buffer)).toEqual([]);
  });

  it('answers 304 to a browser that has the file already', async () => {
    const director = await signedIn('dyrektor');
    const first = await director.get(SUMMARY).expect(200);
    const second = await director.get(SUMMARY).set('If-None-Match', first.headers['etag']!);
    expect(second.status).toBe(304);
  });

  it('sends visitors to the sign-in page and back', async () => {
    const reply = await supertest(application.address).get(SUMMARY).expect(303);
    expect(reply.headers['location']).toBe(`/logowanie?dalej=${encodeURIComponent(SUMMARY)}`);
  });

  it('refuses the summary to a coordinator and says where own results are', async () => {
    const reply = await (await signedIn('koordynator-polnoc')).get(SUMMARY).expect(403);
    expect(reply.text).toContain('Nasze wyniki');
  });

  it('says that a study does not exist', async () => {
    const reply = await (await signedIn('dyrektor')).get('/badania/nie-ma/raporty/streszczenie.pdf');
    expect(reply.status).toBe(404);
  });

  it('gives the director the headline, the findings and the file with its real size', async () => {
    const reply = await (await signedIn('dyrektor')).get('/podsumowanie').expect(200);
    expect(reply.text).toContain('Najważniejsze wnioski');
    expect(reply.text).toMatch(/2 strony, 0,0\d\sMB/);
    expect(reply.text).toContain(SUMMARY);
    expect(reply.text).toContain('Dane demonstracyjne');
  });

  it('gives a coordinator the own institution and names no other', async () => {
    const reply = await (await signedIn('koordynator-poludnie')).get('/nasze-wyniki').expect(200);
    expect(reply.text).toContain('OWES Południe na tle regionu');
    expect(reply.text).not.toContain('OWES Północ');
  });

  it.each([
    ['ewaluator', '/podsumowanie'],
    ['koordynator-polnoc', '/podsumowanie'],
    ['dyrektor', '/nasze-wyniki'],
  ])('%s may not open %s', async (person, path) => {
    expect((await (await signedIn(person)).get(path)).status).toBe(403);
  });

  const print = (person: string, query: string) =>
    signedIn(person).then((agent) =>
      agent
        .get(`/badania/demonstracja/kwestionariusz/owes-clients/druk.pdf${query}`)
        .buffer()
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => {
            done(null, Buffer.concat(parts));
          });
        }),
    );

  it.each([
    ['ewaluator', '?wersja=1', '(pl-PL)'],
    ['koordynator-polnoc', '?jezyk=pl-etr', '(pl-PL)'],
    ['dyrektor', '?jezyk=uk', '(uk-UA)'],
  ])('%s prints the questionnaire %s as an accessible PDF', async (person, query, language) => {
    const reply = await print(person, query);
    expect(reply.status).toBe(200);
    expect(faultsOf(reply.body as Buffer)).toEqual([]);
    expect((reply.body as Buffer).toString('latin1')).toContain(`/Lang ${language}`);
  });

  it('says that a version was never published', async () => {
    const reply = await (
      await signedIn('ewaluator')
    ).get('/badania/demonstracja/kwestionariusz/owes-clients/druk.pdf?wersja=99');
    expect(reply.status).toBe(404);
    expect(reply.text).toContain('Wersja 99 nie została opublikowana');
  });
});
