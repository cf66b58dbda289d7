import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createStudy, STUDY } from '../features/analysis/priorities-study';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

describeInBrowser('what matters, what goes with the rating, and which spheres come first', () => {
  let application: TestApplication;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    application = await startTestApplication();
    await createStudy(application.chapters);
    browser = await openBrowser();
    context = await visit(browser, { acceptDownloads: true });
    page = await signIn(context, application.address, 'ewaluator@demo.example', DEMO_PASSWORD);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  it('names what to mend first, and saves the map as a picture', async () => {
    await page.goto(`${application.address}/badania/${STUDY}/waznosc`);
    await page.getByRole('heading', { name: 'Ważne, a oceniane słabiej niż inne' }).waitFor();
    const first = page.getByRole('region', { name: 'Poprawić w pierwszej kolejności' });
    expect(await first.getByRole('listitem').count()).toBe(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Obraz PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('waznosc-i-ocena.png');
    expect(await faultsInEveryLook(page)).toEqual([]);
  }, 60_000);

  it('goes on to one institution with the keyboard alone', async () => {
    const link = page.getByRole('navigation', { name: 'Instytucja' }).getByRole('link', { name: 'OWES Północ' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/instytucja=polnoc/);
    const chosen = page.getByRole('navigation', { name: 'Instytucja' }).locator('[aria-current]');
    expect(await chosen.textContent()).toBe('OWES Północ');
  }, 60_000);

  it('chooses factors, and is told why one is too few', async () => {
    await page.goto(`${application.address}/badania/${STUDY}/waznosc?widok=czynniki`);
    await page.getByText('To współwystępowanie').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.getByText('Wybór czynników').first().click();
    const checked = page.getByRole('checkbox', { checked: true });
    while ((await checked.count()) > 0) await checked.first().uncheck();
    await page.getByRole('checkbox', { name: /^I2a/ }).check();
    await page.getByRole('button', { name: 'Pokaż' }).click();
    await page.getByRole('heading', { name: 'Za mało czynników' }).waitFor();
  }, 60_000);

  it('shows spheres by group, on a phone and without scripts, too', async () => {
    const address = `${application.address}/badania/${STUDY}/sfery`;
    await page.goto(address);
    await page.getByRole('heading', { name: 'Zgodność' }).waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    const plain = await visit(browser, { javaScriptEnabled: false });
    const unscripted = await signIn(plain, application.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    await unscripted.goto(address);
    expect(await unscripted.getByRole('table').first().locator('tbody tr').count()).toBeGreaterThan(5);
    await unscripted.goto(`${application.address}/badania/${STUDY}/waznosc`);
    expect(await unscripted.locator('svg.only-wide').count()).toBe(1);
    await plain.close();
  }, 90_000);
});
