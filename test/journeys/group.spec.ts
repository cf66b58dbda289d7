import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, PHONE, signIn, visit } from '../support/browser';

const HOME = '/badania/demonstracja/warsztat';
const PEOPLE = [
  'Ewa Nowicka; ROPS; ewa.nowicka@rops.example',
  'Tomasz Kania; ROPS; tomasz.kania@rops.example; bez głosu',
  'Marek Zych; OWES Północ; marek.zych@owes.example',
  'Ola Stec; Spółdzielnia Socjalna „Zielona Dolina”',
  '=HYPERLINK("http://zly.example"); <script>alert(1)</script>',
];

describeInBrowser('The list of the thematic group and the preparation of a meeting in a browser', () => {
  let application: TestApplication;
  let browser: Browser;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  const enter = async (who = 'ewaluator', options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await visit(browser, options);
    context.setDefaultTimeout(30_000);
    return signIn(context, application.address, `${who}@demo.example`, DEMO_PASSWORD);
  };
  const open = (page: Page, path: string) => page.goto(`${application.address}${HOME}${path}`);
  const clear = async (): Promise<void> => {
    for (const name of ['groups', 'meetings', 'attendance', 'participants'])
      await application.storage.connection.collection(name).deleteMany({});
  };

  const paste = async (page: Page): Promise<void> => {
    await open(page, '/grupa');
    await page.getByRole('link', { name: 'Wklej listę' }).first().click();
    await page.getByLabel('Osoby, jedna w wierszu').fill(PEOPLE.join('\n'));
    await page.getByRole('button', { name: 'Dodaj do grupy' }).click();
    await page.getByText('Dodano 5 osób.').waitFor();
  };

  /** A planned meeting of everybody in the group and one person more. */
  const prepare = async (page: Page): Promise<void> => {
    await open(page, '/nowe');
    await page.getByLabel('Nazwa spotkania').fill('Grupa tematyczna ROPS i OWES');
    await page.getByLabel('Dzień').fill('2026-12-10');
    await page.getByLabel('Od', { exact: true }).fill('10:00');
    await page.getByLabel('Do', { exact: true }).fill('13:00');
    await page.getByLabel('Program').fill('Wyniki wstępne\nPropozycje');
    await page.getByRole('checkbox', { name: /^W1\./ }).check();
    await page.getByLabel('Lista osób spoza grupy').fill('Barbara Czyż; Fundacja Most; b.czyz@most.example; bez głosu');
    await page.getByLabel('Kworum').fill('50');
    await page.getByRole('button', { name: 'Zapisz spotkanie' }).click();
    await page.getByText('Zapisano spotkanie.').waitFor();
  };

  test('a list is pasted, told line by line what to mend, changed, and taken as a file without formulas', async () => {
    await clear();
    const page = await enter();
    await open(page, '/grupa/wklej');
    const faulty = ['Jan Mróz', PEOPLE[0], 'Adam Wilk; ROPS; adam@'].join('\n');
    await page.getByLabel('Osoby, jedna w wierszu').fill(faulty);
    await page.getByRole('button', { name: 'Dodaj do grupy' }).click();
    await page.getByRole('alert').getByText('Wiersz 1:').waitFor();
    await page.getByRole('alert').getByText('Wiersz 3: to nie jest adres e-mail: „adam@”.').waitFor();
    expect(await page.getByLabel('Osoby, jedna w wierszu').inputValue()).toBe(faulty);
    const faults = [...(await faultsInEveryLook(page))];
    await paste(page);
    await page.getByText('5 osób, w tym 4 z prawem głosu, 4 instytucje').waitFor();
    await page.getByText('<script>alert(1)</script>').waitFor();
    faults.push(...(await faultsInEveryLook(page)));

    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Lista (CSV)' }).click();
    const stream = await (await file).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://zly.example"")"`);
    expect(text).toContain('"Ewa Nowicka";"ROPS";"ewa.nowicka@rops.example";"ma głos"');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('two who change the same person: the second is told, keeps what was typed, and decides', async () => {
    await clear();
    const page = await enter();
    await paste(page);
    await page.getByRole('link', { name: /Zmień.*Marek Zych/ }).click();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Adres e-mail').fill('m.zych@owes.example');
    await other.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await other.getByText('Zapisano.').waitFor();
    await page.getByLabel('Ma prawo głosu').uncheck();
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('Ktoś w tym czasie zmienił dane: Marek Zych').waitFor();
    await alert.getByText('m.zych@owes.example').waitFor();
    expect(await page.getByLabel('Ma prawo głosu').isChecked()).toBe(false);
    const faults = await faultsInEveryLook(page);
    await page.getByLabel('Adres e-mail').fill('nie adres');
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await page.getByRole('alert').getByText('Adres e-mail jest nieprawidłowy').waitFor();
    await page.getByLabel('Adres e-mail').fill('m.zych@owes.example');
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await page.getByText('5 osób, w tym 3 z prawem głosu').waitFor();

    await page.getByRole('link', { name: /Zmień.*Ola Stec/ }).click();
    await page.getByRole('button', { name: 'Zapisz odejście' }).click();
    await page.getByText('4 osoby, w tym 2 z prawem głosu').waitFor();
    await page.getByText('Była w grupie: 1 osoba').click();
    await page.getByRole('region', { name: 'Osoby, które były w grupie' }).getByText('Ola Stec').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('a meeting takes its people from the group, is changed, called off, called back and proposes the next one', async () => {
    await clear();
    const page = await enter();
    await paste(page);
    await prepare(page);
    const faults = [...(await faultsInEveryLook(page))];
    await page.getByRole('heading', { name: '1/2026. Grupa tematyczna ROPS i OWES' }).waitFor();
    await page.getByText('10 grudnia 2026, godziny 10:00–13:00').waitFor();
    await page.getByRole('link', { name: /^W1 / }).waitFor();
    const [meeting] = await application.chapters.workshop.listMeetings('demonstracja' as never);
    const group = await application.chapters.workshop.groups.readGroup({
      id: 'demonstracja' as never,
      wojewodztwo: '26',
      demonstration: true,
    });
    expect(meeting?.members.map(({ id }) => id).slice(0, 5)).toEqual(group.members.map(({ id }) => id));
    expect(meeting?.members.find(({ name }) => name === 'Ewa Nowicka')?.email).toBe('ewa.nowicka@rops.example');

    await page.getByRole('link', { name: 'Zmień', exact: true }).click();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('checkbox', { name: 'Tomasz Kania' }).uncheck();
    await page.getByLabel('Miejsce').fill('Sala 114');
    await page.getByRole('button', { name: 'Zapisz zmiany' }).click();
    await page.getByText('5 osób, w tym 4 z prawem głosu').first().waitFor();
    await page.locator('summary', { hasText: 'Odwołaj spotkanie' }).click();
    await page.getByLabel('Powód').fill('Choroba prowadzącej');
    await page.getByRole('button', { name: 'Odwołaj spotkanie' }).click();
    await page.getByText('Spotkanie odwołane (Anna Wrona)').waitFor();
    await open(page, '');
    await page.getByText('Odwołane').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('link', { name: '1/2026. Grupa tematyczna ROPS i OWES' }).click();
    await page.getByRole('button', { name: 'Przywróć spotkanie' }).click();
    await page.getByText('Planowane').waitFor();

    await open(page, '/nowe');
    expect(await page.getByRole('checkbox', { name: 'Ewa Nowicka' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Tomasz Kania' }).isChecked()).toBe(false);
    expect(await page.getByLabel('Lista osób spoza grupy').inputValue()).toContain('Barbara Czyż; Fundacja Most');
    expect(await page.getByLabel('Kworum').inputValue()).toBe('50');
    expect(await page.getByLabel('Miejsce').inputValue()).toBe('Sala 114');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('who joined by phone is present; the moderator corrects the rest without scripts, on a narrow phone', async () => {
    await clear();
    const page = await enter('ewaluator', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await paste(page);
    await prepare(page);
    await page.getByRole('button', { name: 'Otwórz spotkanie' }).click();
    const [meeting] = await application.chapters.workshop.listMeetings('demonstracja' as never);
    const phone = await (await visit(browser, { viewport: PHONE })).newPage();
    await phone.goto(`${application.address}/s/${meeting?.code ?? ''}`);
    await phone.getByLabel('Osoba z listy').selectOption({ label: 'Marek Zych' });
    await phone.getByRole('button', { name: 'Dołącz' }).click();
    await phone.getByText('Marek Zych').first().waitFor();

    await open(page, '/1/obecnosc');
    expect(await page.getByLabel('Obecność: Marek Zych').locator('option:checked').innerText()).toBe('na miejscu');
    await page.getByText('potrzeba 2 osób z prawem głosu').waitFor();
    await page.getByLabel('Obecność: Ewa Nowicka').selectOption({ label: 'zdalnie' });
    await page.getByLabel('Obecność: Tomasz Kania').selectOption({ label: 'nieobecność usprawiedliwiona' });
    await page.getByRole('button', { name: 'Zapisz obecność' }).click();
    await page.getByText('Tyle jest obecnych.').waitFor();
    await page.getByLabel('Imię i nazwisko').fill('Jan Bez Telefonu');
    await page.getByRole('button', { name: 'Dopisz osobę' }).click();
    await page.getByText('Proszę wpisać instytucję').first().waitFor();
    expect(await page.getByLabel('Imię i nazwisko').inputValue()).toBe('Jan Bez Telefonu');
    await page.getByLabel('Instytucja').fill('Powiat');
    await page.getByRole('button', { name: 'Dopisz osobę' }).click();
    await page.getByText('Obecne 2 osoby z 6 na liście, 1 gość, zdalnie 1').waitFor();

    const wide = await enter();
    await open(wide, '/1/obecnosc');
    const faults = [...(await faultsInEveryLook(wide))];
    await open(wide, '/1/zmien');
    await wide.getByText('Spotkanie jest otwarte').waitFor();
    faults.push(...(await faultsInEveryLook(wide)));
    await wide.getByLabel('Lista osób spoza grupy').fill('Ewa Późna; Gmina Chęciny');
    await wide.getByRole('button', { name: 'Zapisz zmiany' }).click();
    await wide.getByText('7 osób').first().waitFor();
    expect(faults).toEqual([]);
    for (const one of [page, wide, phone]) await one.context().close();
  }, 240_000);

  test('the keyboard is enough, and a director reads without changing', async () => {
    await clear();
    const page = await enter();
    await open(page, '/grupa/osoba');
    await page.getByLabel('Imię i nazwisko').focus();
    await page.keyboard.type('Adam Wilk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ROPS');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Dodano 1 osobę.').waitFor();

    const director = await enter('dyrektor');
    await open(director, '/grupa');
    await director.getByText('Adam Wilk').waitFor();
    expect(await director.getByRole('link', { name: 'Wklej listę' }).count()).toBe(0);
    const refused = await open(director, '/grupa/osoba');
    expect(refused?.status()).toBe(403);
    await open(director, '/grupa');
    expect(await faultsInEveryLook(director)).toEqual([]);
    for (const one of [page, director]) await one.context().close();
  }, 180_000);
});
