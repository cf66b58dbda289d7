import type { Response } from 'supertest';
import { readWorkbook } from '../../../src/platform/spreadsheet';
import type { Meeting } from '../../../src/features/workshop/domain';
import { startTestApplication, type TestApplication } from '../../support/application';
import {
  agree,
  fieldIn,
  holdMeeting,
  PDF,
  REGISTER,
  sendReport,
  signedInTo,
  STUDY,
  type Agent,
} from './register-study';

describe('the register over HTTP', () => {
  let application: TestApplication;
  let evaluator: Agent;
  let director: Agent;
  let north: Agent;
  let south: Agent;
  let meeting: Meeting;

  beforeAll(async () => {
    application = await startTestApplication();
    const signedIn = signedInTo(application);
    evaluator = await signedIn('ewaluator');
    director = await signedIn('dyrektor');
    north = await signedIn('koordynator-polnoc');
    south = await signedIn('koordynator-poludnie');
    meeting = await holdMeeting(application);
  }, 60_000);
  afterAll(() => application.remove());

  const entryOf = async (code: string) => {
    const found = (await application.chapters.cooperation.listRegister(STUDY)).find((one) => one.code === code);
    if (found === undefined) throw new Error(`There is no ${code}`);
    return found;
  };

  it('holds recommendations that were passed on, and agreements; never drafts', async () => {
    const { number } = await agree(application, meeting);
    const asked = (await application.chapters.findings.recommendations.listRecommendations(STUDY)).filter(
      ({ status }) => status !== 'draft',
    );
    const codes = (await application.chapters.cooperation.listRegister(STUDY)).map(({ code }) => code);
    const agreed = await application.chapters.workshop.agreements.listAgreements(STUDY);
    expect(agreed.map((one) => one.number)).toContain(number);
    expect(codes).toEqual([...asked.map((one) => `R${one.number}`), ...agreed.map((one) => `U${one.number}`)]);
    expect((await entryOf(`U${number}`)).status).toBe('to-decide');
    const page = await evaluator.get(REGISTER).expect(200);
    for (const code of codes) expect(page.text).toContain(`>${code}. `);
    expect(page.text).toContain('terminach nie są wysyłane');
  });

  it('shows a coordinator what the own institution was asked, and nothing else is there', async () => {
    const { number } = await agree(application, meeting, { text: 'Tylko dla Północy' });
    expect((await north.get(REGISTER).expect(200)).text).toContain('Tylko dla Północy');
    expect((await south.get(REGISTER).expect(200)).text).not.toContain('Tylko dla Północy');
    await north.get(`${REGISTER}/U${number}`).expect(200);
    const others = await south.get(`${REGISTER}/U${number}`).expect(404);
    const nobodys = await south.get(`${REGISTER}/U9999`).expect(404);
    expect(others.text.replaceAll(`U${number}`, 'U')).toBe(nobodys.text.replaceAll('U9999', 'U'));
    await director.get(`${REGISTER}/U${number}`).expect(200);
    expect((await south.get(`${REGISTER}.csv`).expect(200)).text).not.toContain('Tylko dla Północy');
  });

  it('takes the answer of the addressee, with a reason where it says no', async () => {
    const { number } = await agree(application, meeting);
    const refused = await sendReport(north, `U${number}`, { stan: 'rejected', tekst: '   ' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('<title>Błąd: ');
    expect(refused.text).toContain('albo podać uzasadnienie');
    expect((await sendReport(north, `U${number}`, { stan: 'rejected', tekst: 'Nie mamy na to środków' })).status).toBe(
      303,
    );
    expect(await entryOf(`U${number}`)).toMatchObject({ status: 'rejected', statusReason: 'Nie mamy na to środków' });
    expect((await sendReport(north, `U${number}`, { stan: 'accepted' })).status).toBe(303);
    expect((await entryOf(`U${number}`)).reports.map(({ status, institution }) => [status, institution])).toEqual([
      ['rejected', 'owes-polnoc'],
      ['accepted', 'owes-polnoc'],
    ]);
  });

  it('is settled when all addressees agree; each sees what it said itself', async () => {
    const both = ['owes-polnoc', 'owes-poludnie'].map((code) => ({ kind: 'institution' as const, code }));
    const { number } = await agree(application, meeting, { addressees: both });
    await sendReport(north, `U${number}`, { stan: 'accepted', tekst: 'Zrobimy to do lata' });
    expect((await entryOf(`U${number}`)).status).toBe('to-decide');
    const seen = await south.get(`${REGISTER}/U${number}`).expect(200);
    expect(seen.text).not.toContain('Zrobimy to do lata');
    expect(seen.text).not.toContain('OWES Północ');
    expect(seen.text).toContain('inne instytucje');
    await sendReport(south, `U${number}`, { stan: 'accepted' });
    expect((await entryOf(`U${number}`)).status).toBe('accepted');
  });

  it('keeps statuses of recommendations where recommendations are, and evidence of reports beside them', async () => {
    const [asked] = (await application.chapters.findings.recommendations.listRecommendations(STUDY)).filter(
      ({ status }) => status !== 'draft',
    );
    const code = `R${asked!.number}`;
    const sent = await sendReport(
      evaluator,
      code,
      { stan: 'in-progress', tekst: 'Zespół zaczął pracę', odnosniki: 'https://bip.example/5 Uchwała nr 5' },
      { file: { name: 'protokol.pdf', bytes: PDF } },
    );
    expect(sent.status).toBe(303);
    const after = await application.chapters.findings.recommendations.readRecommendation(STUDY, asked!.number);
    expect(after).toMatchObject({ status: 'in-progress', statusReason: 'Zespół zaczął pracę' });
    expect((await entryOf(code)).reports.at(-1)).toMatchObject({
      status: 'in-progress',
      evidence: [
        { kind: 'link', address: 'https://bip.example/5', title: 'Uchwała nr 5' },
        { kind: 'file', name: 'protokol.pdf', bytes: PDF.length },
      ],
    });
    // A report may leave the state as it is.
    expect((await sendReport(evaluator, code, { stan: 'in-progress', tekst: 'Dalej pracuje' })).status).toBe(303);
    expect((await entryOf(code)).reports.at(-1)?.text).toBe('Dalej pracuje');
  });

  it('counts a form sent twice once, and never writes over somebody else', async () => {
    const { number } = await agree(application, meeting);
    const { text: page } = await north.get(`${REGISTER}/U${number}`);
    const file = { name: 'zdjecie.pdf', bytes: PDF };
    const fields = { stan: 'in-progress', tekst: 'Pierwszy krok' };
    const replies = await Promise.all([1, 2, 3].map(() => sendReport(north, `U${number}`, fields, { page, file })));
    expect(replies.some(({ status }) => status === 303)).toBe(true);
    expect((await sendReport(north, `U${number}`, fields, { page, file })).status).toBe(303);
    expect((await entryOf(`U${number}`)).reports).toHaveLength(1);

    const old = (await north.get(`${REGISTER}/U${number}`)).text;
    await sendReport(evaluator, `U${number}`, { stan: 'partly-implemented', tekst: 'Widzimy połowę' });
    const late = await sendReport(
      north,
      `U${number}`,
      { stan: 'implemented', tekst: 'Mój tekst' },
      { page: old, file },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('Mój tekst');
    expect(late.text).toContain('zdjecie.pdf');
    expect(late.text).toContain('Wdrożona częściowo');
    const kept = { stan: 'implemented', tekst: 'Mój tekst', zalacznik: fieldIn(late.text, 'zalacznik') };
    expect((await sendReport(north, `U${number}`, kept, { page: late.text })).status).toBe(303);
    expect((await entryOf(`U${number}`)).reports.at(-1)).toMatchObject({
      text: 'Mój tekst',
      evidence: [{ kind: 'file', name: 'zdjecie.pdf' }],
    });
  });

  it('does not lose other words that were sent with the same form', async () => {
    const { number } = await agree(application, meeting);
    const { text: page } = await north.get(`${REGISTER}/U${number}`);
    await sendReport(north, `U${number}`, { stan: 'accepted', tekst: 'Pierwsza treść' }, { page });
    const again = await sendReport(north, `U${number}`, { stan: 'accepted', tekst: 'Druga treść' }, { page });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Druga treść');
    expect(fieldIn(again.text, 'id')).not.toBe(fieldIn(page, 'id'));
  });

  it('keeps evidence for those who may read its report, and gives it out as a file only', async () => {
    const both = ['owes-polnoc', 'owes-poludnie'].map((code) => ({ kind: 'institution' as const, code }));
    const { number } = await agree(application, meeting, { addressees: both });
    const name = '../../x"><img src=x onerror=alert(1)>.exe';
    await sendReport(north, `U${number}`, { stan: 'in-progress', tekst: 'Dowód' }, { file: { name, bytes: PDF } });
    const [evidence] = (await entryOf(`U${number}`)).reports[0]!.evidence;
    const file = evidence?.kind === 'file' ? evidence : undefined;
    expect(file?.name).toMatch(/^[^/\\"<>]+\.pdf$/);
    const address = `${REGISTER}/U${number}/dowody/${file?.file}`;
    for (const agent of [north, evaluator, director]) {
      const reply = await agent.get(address).expect(200);
      expect(reply.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
      expect(reply.headers['content-disposition']).toMatch(/^attachment/);
      expect(Buffer.from(reply.body).equals(PDF)).toBe(true);
    }
    await south.get(address).expect(404);
    const page = await director.get(`${REGISTER}/U${number}`);
    expect(page.text).not.toContain('<img src=x');
  });

  it('refuses what is no evidence in a sentence, and keeps what was typed', async () => {
    const { number } = await agree(application, meeting);
    const typed = { stan: 'in-progress', tekst: 'Długi tekst, który zostaje' };
    const bad = async (fields: Readonly<Record<string, string>>, file?: { name: string; bytes: Buffer }) => {
      const reply = await sendReport(north, `U${number}`, { ...typed, ...fields }, file === undefined ? {} : { file });
      expect(reply.status).toBe(400);
      expect(reply.text).toContain('Długi tekst, który zostaje');
      return reply.text;
    };
    for (const odnosniki of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//x.example',
      'http://a:b@x.example/',
      'ftp://x.example',
    ])
      expect(await bad({ odnosniki })).toContain('nie jest adresem strony');
    expect(await bad({ odnosniki: Array(11).fill('https://x.example').join('\n') })).toContain(
      'najwyżej 10 odnośników',
    );
    expect(await bad({}, { name: 'dowod.pdf', bytes: Buffer.from('MZ this is a program') })).toContain(
      'nie można przyjąć',
    );
    expect(await bad({}, { name: 'a.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(5_000_000)]) })).toContain('za duży');
    expect(await bad({}, { name: 'a.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(7_000_000)]) })).toContain('za duży');
    expect(await bad({ tekst: `Długi tekst, który zostaje ${'x'.repeat(5_000)}` })).toContain('Proszę skrócić');
    expect((await entryOf(`U${number}`)).reports).toEqual([]);
  });

  it('lets nobody report on what is asked of others', async () => {
    const { number } = await agree(application, meeting);
    const own = await south.get(REGISTER);
    const southern = await agree(application, meeting, {
      addressees: [{ kind: 'institution', code: 'owes-poludnie' }],
    });
    const { text: page } = await south.get(`${REGISTER}/U${southern.number}`);
    expect(own.status).toBe(200);
    expect((await sendReport(south, `U${number}`, { stan: 'implemented', tekst: 'Już' }, { page })).status).toBe(404);
    expect((await sendReport(south, `U${southern.number}`, { stan: 'outdated', tekst: 'Już' }, { page })).status).toBe(
      403,
    );
    expect((await sendReport(director, `U${number}`, { stan: 'accepted' })).status).toBe(303);
    expect((await entryOf(`U${number}`)).reports[0]).toMatchObject({ institution: 'rops' });
  });

  it('is filtered by address parameters, and downloaded without formulas', async () => {
    await agree(application, meeting, {
      text: '=HYPERLINK("http://x.example";"Kliknij")',
      addressees: [{ kind: 'other', name: 'Gmina Chęciny' }],
      due: '2020-01-01',
    });
    const late = await director
      .get(`${REGISTER}?rodzaj=ustalenia&termin=po-terminie&adresat=Gmina+Ch%C4%99ciny`)
      .expect(200);
    expect(late.text).toContain('1 pozycja');
    expect(late.text).toMatch(/\d+ (dzień|dni) po terminie/);
    const csv = await director.get(`${REGISTER}.csv?termin=po-terminie`).expect(200);
    expect(csv.text).toContain(`"'=HYPERLINK(""http://x.example"";""Kliknij"")"`);
    const xlsx = await director
      .get(`${REGISTER}.xlsx?termin=po-terminie&adresat=Gmina+Ch%C4%99ciny`)
      .buffer(true)
      .parse(binary)
      .expect(200);
    const { sheets, remarks } = await readWorkbook(xlsx.body as Buffer);
    expect(remarks).toEqual([]);
    expect(sheets[0]?.rows[1]).toContain('=HYPERLINK("http://x.example";"Kliknij")');
    expect(sheets[0]?.rows[1]).toContain('2020-01-01');
    await director.get(`${REGISTER}?stan=zmyslony`).expect(200);
    await director.get(`${REGISTER}?zmyslony=1`).expect(400);
  });
});

const binary = (res: Response, done: (error: Error | null, body: unknown) => void): void => {
  const chunks: Buffer[] = [];
  res.on('data', (chunk: Buffer) => chunks.push(chunk));
  res.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
};
