import type { Browser, Page } from 'playwright-core';
import type { GroupId, Member } from '../../src/features/workshop';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';
import { partOf, readableHeaderOf, startMailServer, until, type TestMailServer } from '../support/mail-server';

const HOME = '/badania/demonstracja/warsztat';
const person = (id: string, name: string, institution: string, email: string | null): Member => ({
  id,
  name,
  institution,
  mayVote: true,
  email,
});
/** A name that would be markup, were it not escaped. */
const HOSTILE = 'Jan &lt;b> & "Mróz"';
const MEMBERS = [
  person('ewa', 'Ewa Nowicka', 'ROPS', 'ewa.nowicka@rops.example'),
  person('jan', HOSTILE, 'OWES Północ', 'jan.mroz@owes.example'),
  person('bez', 'Beata Sroka', 'OWES Południe', null),
];

const makeMeeting = async ({ chapters }: TestApplication): Promise<string> => {
  const { number } = await chapters.workshop.createMeeting(
    {
      evaluationId: 'demonstracja' as EvaluationId,
      groupId: '26' as GroupId,
      title: 'Grupa tematyczna ROPS i OWES',
      day: '2099-12-10',
      from: '10:00',
      to: '13:00',
      place: 'Kielce, sala 114',
      agenda: 'Powitanie\nWnioski z badania',
      materials: [],
      rules: { votesEach: 3, spheresEach: 3, ballot: 'secret', quorum: 0.5, guests: true },
      members: MEMBERS,
    },
    { id: 'anna' as AccountId, role: 'evaluator', name: 'Anna Wrona' },
  );
  return `${HOME}/${number}`;
};

describeInBrowser('Invitations and the outbox in a browser', () => {
  let server: TestMailServer;
  let application: TestApplication;
  let browser: Browser;
  let meeting: string;

  beforeAll(async () => {
    server = await startMailServer({
      refuse: (address) => (address.startsWith('jan') ? { code: 550, words: 'User unknown' } : undefined),
    });
    application = await startTestApplication({ MAIL_URL: server.url, MAIL_FROM: 'ROPS <badania@rops.example>' });
    meeting = await makeMeeting(application);
    browser = await openBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
    await server.close();
  });

  /** The first page of a director takes its time on a busy machine. */
  const staff = async (who: string, address = application.address): Promise<Page> => {
    const context = await visit(browser, { javaScriptEnabled: who !== 'administrator' });
    context.setDefaultTimeout(60_000);
    return signIn(context, address, `${who}@demo.example`, DEMO_PASSWORD);
  };

  test('an evaluator invites the group: letters arrive, a refusal is told, who has no address is listed with the text', async () => {
    const page = await staff('ewaluator');
    await page.goto(`${application.address}${meeting}/zaproszenia`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Plik kalendarza' }).first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^spotkanie-\d+\.ics$/);
    await page.getByRole('button', { name: 'Wyślij zaproszenia do 2 osób' }).click();
    await page.getByRole('status').getByText('2 listy są w kolejce do wysłania.').waitFor();
    const [received] = await server.wait(1);
    expect(readableHeaderOf(received?.raw ?? '', 'Subject')).toBe(
      'Zaproszenie: Grupa tematyczna ROPS i OWES, 10 grudnia 2099',
    );
    expect(partOf(received?.raw ?? '', 'text/calendar')).toContain('DTSTART;TZID=Europe/Warsaw:20991210T100000');
    const state = (name: string) => page.getByRole('row').filter({ hasText: name }).locator('.badge');
    const settled = async (): Promise<readonly string[]> => {
      await page.goto(`${application.address}${meeting}/zaproszenia`);
      return Promise.all(['Ewa Nowicka', HOSTILE, 'Beata Sroka'].map((name) => state(name).innerText()));
    };
    await until(async () => ((await settled()).includes('Czeka na wysłanie') ? undefined : true));
    expect(await settled()).toEqual(['Wysłane', 'Nie doszło', 'Bez adresu']);
    await page.getByText('Słowa serwera: 550 User unknown').waitFor();
    await page.getByText('Przypomnij 1 osobie').waitFor();
    expect(await page.getByLabel('Zaproszenie: Beata Sroka').inputValue()).toContain('Miejsce: Kielce, sala 114');
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('the code of an open meeting is a picture; a closed one has none', async () => {
    const page = await staff('ewaluator');
    const before = await page.request.get(`${application.address}${meeting}/kod.svg`);
    expect(before.status()).toBe(404);
    const { meeting: stored } = await application.chapters.workshop.readMeeting(
      'demonstracja' as EvaluationId,
      Number(meeting.split('/').at(-1)),
    );
    await application.chapters.workshop.openMeeting(stored);
    const after = await page.request.get(`${application.address}${meeting}/kod.svg`);
    expect([after.status(), after.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(await after.text()).toMatch(/^<svg /);
    await page.context().close();
  }, 90_000);

  test('a director sees how invitations stand and sends none; the outbox is not for directors', async () => {
    const page = await staff('dyrektor');
    await page.goto(`${application.address}${meeting}/zaproszenia`);
    await page.getByRole('heading', { name: /^Zaproszenia na spotkanie/ }).waitFor();
    expect(await page.getByRole('button', { name: /Wyślij|Przypomnij/ }).count()).toBe(0);
    expect((await page.request.get(`${application.address}/poczta`)).status()).toBe(403);
    await page.context().close();
  }, 90_000);

  test('an administrator without scripts finds a refused letter, sends a test letter, and a wrong address is kept in the form', async () => {
    const page = await staff('administrator');
    await page.goto(`${application.address}/badania`);
    await page.getByRole('link', { name: 'Poczta' }).first().click();
    await page.getByRole('link', { name: 'Niewysłane (1)' }).click();
    await page.getByRole('link', { name: /^Zaproszenie: Grupa/ }).click();
    await page.getByText('Serwer poczty odmówił na stałe.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Treść listu' }).inputValue()).toContain('Dzień dobry');
    await page.getByRole('button', { name: 'Oznacz jako przekazany' }).click();
    await page.getByText('List jest oznaczony jako przekazany.').waitFor();
    await page.getByLabel('Adres', { exact: true }).fill('to nie adres');
    await page.getByRole('button', { name: 'Wyślij list próbny' }).click();
    await page.getByText('Proszę wpisać adres e-mail').waitFor();
    expect(await page.getByLabel('Adres', { exact: true }).inputValue()).toBe('to nie adres');
    await page.getByLabel('Adres', { exact: true }).fill('admin@rops.example');
    await page.getByRole('button', { name: 'Wyślij list próbny' }).click();
    await page.getByText('List próbny jest w kolejce').waitFor();
    const received = await server.wait(2);
    expect(received.at(-1)?.to).toEqual(['admin@rops.example']);
    await page.context().close();
  }, 90_000);

  test('the pages of the outbox are accessible and fit every window, light and dark', async () => {
    const page = await staff('ewaluator');
    const faults: string[] = [];
    for (const path of ['/poczta', '/poczta?stan=sent', '/poczta?stan=failed&strona=9']) {
      await page.goto(`${application.address}${path}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    await page.goto(`${application.address}/poczta?stan=sent`);
    await page
      .getByRole('link', { name: /^Zaproszenie: Grupa/ })
      .first()
      .click();
    faults.push(...(await faultsInEveryLook(page)));
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('without a mail server letters wait, and the pages say so', async () => {
    const unset = await startTestApplication();
    const own = await makeMeeting(unset);
    const page = await staff('ewaluator', unset.address);
    await page.goto(`${unset.address}${own}/zaproszenia`);
    await page.getByText('Poczta nie jest ustawiona.').waitFor();
    await page.getByRole('button', { name: 'Wyślij zaproszenia do 2 osób' }).click();
    await page.getByText('2 listy czekają, aż poczta będzie ustawiona').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByRole('link', { name: 'Przejdź do listów' }).click();
    await page.getByRole('link', { name: 'Czekają (2)' }).waitFor();
    await page
      .getByRole('link', { name: /^Zaproszenie: Grupa/ })
      .first()
      .click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'spotkanie.ics' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('spotkanie.ics');
    expect(await page.getByRole('link', { name: 'Otwórz w programie pocztowym' }).getAttribute('href')).toMatch(
      /^mailto:[a-z.]+@/,
    );
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.context().close();
    await unset.remove();
  }, 180_000);
});
