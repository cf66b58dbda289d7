import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

const HOME = '/badania/demonstracja/warsztat/sfery';
const LIST = '/p/sfery/demonstracja';
/** "Mieszkania wspomagane", "Rękodzieło", "Zdrowie": spheres about which the group of the demonstration decides nothing. */
const [HOUSING, CRAFT, HEALTH] = ['s09', 's19', 's20'];

describeInBrowser('Decisions about key development spheres in a browser', () => {
  let application: TestApplication;
  let browser: Browser;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  const as = async (person: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await visit(browser, options);
    // Homes of the director and of coordinators count everything when they are opened first.
    context.setDefaultTimeout(30_000);
    return signIn(context, application.address, `${person}@demo.example`, DEMO_PASSWORD);
  };
  const open = (page: Page, path: string) => page.goto(`${application.address}${path}`);
  const decide = async (page: Page, verdict: string, reason: string): Promise<void> => {
    await page.getByRole('radio', { name: new RegExp(`^${verdict}`) }).check();
    await page.getByLabel('Powód').fill(reason);
    if (verdict !== 'Odłożona') await page.getByLabel('Od', { exact: true }).fill('2026');
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Zapisz decyzję' }).click();

  test('ranking, choice and decisions stand on one page; a decision is recorded by keyboard and changed by a new entry', async () => {
    const page = await as('ewaluator');
    await open(page, HOME);
    await page.getByRole('region', { name: 'Ranking sfer w grupach' }).first().waitFor();
    await page.getByRole('heading', { name: /Wybór na spotkaniu nr/ }).waitFor();
    await open(page, `${HOME}/${HOUSING}`);
    await page.getByRole('radio', { name: /^Preferowana/ }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Powód').focus();
    await page.keyboard.type('Trzy gminy przekażą lokale, a klienci tego potrzebują');
    await page.getByLabel('Od', { exact: true }).focus();
    await page.keyboard.type('2027');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2028');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row', { name: /Mieszkania wspomagane/ }).filter({ hasText: 'Trzy gminy' });
    await row.getByText('2027–2028').waitFor();
    await row.getByRole('link', { name: /Zmień/ }).click();
    await decide(page, 'Odłożona', 'Gminy wycofały lokale, grupa wróci do tego w maju');
    await save(page);
    await open(page, `${HOME}/${HOUSING}`);
    expect(await page.locator('ol[reversed] > li').count()).toBe(2);
    await page.getByText('Trzy gminy przekażą lokale').waitFor();
    await page.context().close();
  }, 90_000);

  test('without scripts: what is missing is named, areas come from the register, nothing typed is lost', async () => {
    const page = await as('ewaluator', { javaScriptEnabled: false });
    await open(page, `${HOME}/${CRAFT}`);
    await save(page);
    await page.getByRole('link', { name: 'Proszę wybrać decyzję.' }).waitFor();
    await decide(page, 'Preferowana', 'Pytania: ewa@rops.example');
    await page.getByRole('radio', { name: 'Wybrane obszary' }).check();
    await page.getByRole('checkbox', { name: 'podregion kielecki' }).check();
    await page.getByRole('checkbox', { name: 'powiat kielecki' }).check();
    await page.getByRole('checkbox', { name: 'powiat buski' }).check();
    await page.getByLabel('Do (włącznie)').fill('2025');
    await save(page);
    await page.getByRole('link', { name: 'Koniec jest przed początkiem.' }).waitFor();
    await page.getByRole('link', { name: /proszę usunąć adres e-mail/ }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'powiat buski' }).isChecked()).toBe(true);
    await decide(page, 'Preferowana', 'Pracownie w pięciu gminach czekają na osoby po reintegracji');
    await page.getByLabel('Do (włącznie)').fill('31.12.2026');
    await save(page);
    await page.getByRole('cell', { name: 'podregion kielecki, powiat buski' }).waitFor();
    await page.context().close();
  }, 90_000);

  test('of two people deciding at once the second sees both decisions and saves the own one after the other', async () => {
    const [first, second] = [await as('ewaluator'), await as('administrator')];
    for (const page of [first, second]) await open(page, `${HOME}/${HEALTH}`);
    await decide(first, 'Niepreferowana', 'Rehabilitację zlecają już szpitale w całym regionie');
    await save(first);
    await first.getByRole('cell', { name: /Rehabilitację zlecają/ }).waitFor();
    await decide(second, 'Odłożona', 'Grupa czeka na plan zdrowotny województwa z maja');
    await save(second);
    await second.getByRole('heading', { name: 'Ktoś zdecydował o tej sferze w tym czasie' }).waitFor();
    const table = second.getByRole('region', { name: 'Dwie decyzje obok siebie' });
    expect(await table.innerText()).toContain('Rehabilitację zlecają już szpitale');
    expect(await second.getByLabel('Powód').inputValue()).toBe('Grupa czeka na plan zdrowotny województwa z maja');
    expect(await faultsInEveryLook(second)).toEqual([]);
    await save(second);
    await open(first, `${HOME}/${HEALTH}`);
    expect(await first.locator('ol[reversed] > li').count()).toBe(2);
    for (const page of [first, second]) await page.context().close();
  }, 120_000);

  test('the list is read by anyone once it is published, each version at its own address, without names', async () => {
    const page = await as('ewaluator');
    const reader = await (await visit(browser, { javaScriptEnabled: false })).newPage();
    const publish = async (): Promise<void> => {
      await open(page, HOME);
      await page.getByRole('link', { name: 'Opublikuj nową wersję' }).click();
      await page.getByRole('button', { name: 'Opublikuj listę' }).click();
      await page.getByRole('link', { name: /Proszę potwierdzić/ }).waitFor();
      await page.getByRole('checkbox', { name: /Przeczytano całą listę/ }).check();
      await page.getByRole('button', { name: 'Opublikuj listę' }).click();
      await page.getByRole('link', { name: 'Otwórz publiczną listę' }).waitFor();
    };
    await open(page, `${HOME}/${CRAFT}`);
    await decide(page, 'Preferowana', 'Pracownie rękodzieła mają zamówienia na dwa lata');
    await save(page);
    await publish();
    await open(reader, LIST);
    await reader.getByText('Pracownie rękodzieła mają zamówienia').waitFor();
    await reader.getByText('Dane demonstracyjne').first().waitFor();
    const [newest] = (await application.chapters.workshop.sphereDecisions.openList('demonstracja')).versions;
    const number = newest?.number ?? 0;
    await open(page, `${HOME}/${CRAFT}`);
    await decide(page, 'Niepreferowana', 'Zamówienia ustały, a pracownie zamknięto w lutym');
    await save(page);
    await publish();
    await reader.reload();
    await reader.getByText(`Preferowana w\u00a0wersji ${number}, potem wycofana.`).waitFor();
    await open(reader, `${LIST}/${number}`);
    await reader.getByText('To wersja archiwalna').waitFor();
    await reader.getByText('Pracownie rękodzieła mają zamówienia').first().waitFor();
    expect(await reader.content()).not.toMatch(/Anna Wrona|@demo\.example/);
    const csv = await reader.request.get(`${application.address}${LIST}/${number}.csv`);
    expect([csv.status(), csv.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const json = await reader.request.get(`${application.address}${LIST}/${number}.json`);
    expect(await json.json()).toMatchObject({ version: number, demonstration: true });
    expect((await reader.request.get(`${application.address}/p/sfery/nie-ma`)).status()).toBe(404);
    for (const one of [page, reader]) await one.context().close();
  }, 120_000);

  test('the director reads decisions and decides nothing; the coordinator reads what is preferred', async () => {
    const director = await as('dyrektor');
    await open(director, HOME);
    await director
      .getByRole('link', { name: /^Historia/ })
      .first()
      .click();
    await director.getByRole('heading', { name: 'Historia decyzji' }).waitFor();
    expect(await director.getByRole('button', { name: 'Zapisz decyzję' }).count()).toBe(0);
    expect((await director.request.get(`${application.address}${HOME}/lista/nowa`)).status()).toBe(403);
    const coordinator = await as('koordynator-polnoc');
    await coordinator.getByRole('heading', { name: 'Preferowane sfery' }).waitFor();
    for (const one of [director, coordinator]) await one.context().close();
  }, 120_000);

  test('its pages are accessible and fit every window, light and dark', async () => {
    const page = await as('ewaluator');
    const faults: string[] = [];
    for (const path of [HOME, `${HOME}/${HOUSING}`, `${HOME}/lista/nowa`, LIST]) {
      await open(page, path);
      faults.push(...(await faultsInEveryLook(page)));
    }
    await open(page, `${HOME}/s16`);
    await save(page);
    faults.push(...(await faultsInEveryLook(page)));
    expect(faults).toEqual([]);
    await page.context().close();
  }, 300_000);
});
