import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

const HOME = '/badania/demonstracja/odpowiedzi';

describeInBrowser('Open answers in a browser', () => {
  let application: TestApplication;
  let browser: Browser;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  const evaluator = async (options: BrowserContextOptions = {}): Promise<Page> =>
    signIn(await visit(browser, options), application.address, 'ewaluator@demo.example', DEMO_PASSWORD);

  test('without scripts and by keyboard: an answer is found, quoted after a check, and the quote withdrawn', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${application.address}${HOME}`);
    await page.getByRole('link', { name: /Jaką jedną zmianę ośrodek/ }).press('Enter');
    await page.getByLabel('Szukaj w odpowiedziach').fill('DORADC');
    await page.keyboard.press('Enter');
    await page.getByText(/Znaleziono \d+ odpowied/).waitFor();
    await page.locator('mark').first().waitFor();
    await page
      .getByRole('link', { name: /Zacytuj/ })
      .first()
      .press('Enter');
    await page.getByRole('button', { name: 'Zapisz cytat' }).press('Enter');
    await page.getByRole('alert').getByText('Proszę potwierdzić').waitFor();
    await page.getByLabel(/Cytat jest przeczytany/).press('Space');
    await page.getByRole('button', { name: 'Zapisz cytat' }).press('Enter');
    await page.getByText('Cytat jest zapisany.').waitFor();
    const quotes = () => application.chapters.analysis.texts.listQuotes('demonstracja' as never);
    const before = await quotes();
    await page
      .getByRole('button', { name: /Wycofaj/ })
      .first()
      .press('Enter');
    await page.getByText('Cytat jest wycofany').waitFor();
    expect(await quotes()).toEqual(before.slice(1));
    await page.context().close();
  }, 60_000);

  test('its pages are accessible and fit every window, light and dark', async () => {
    const page = await evaluator();
    const faults: string[] = [];
    const look = async (): Promise<void> => {
      faults.push(...(await faultsInEveryLook(page)));
    };
    for (const path of ['', '/Z4', '/Z4?szukaj=doradc', '/Z4?szukaj=nie+ma+tego', '/K1_inne']) {
      await page.goto(`${application.address}${HOME}${path}`);
      await look();
    }
    await page.goto(`${application.address}${HOME}/Z4`);
    await page
      .getByRole('link', { name: /Zacytuj/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Zapisz cytat' }).click();
    await page.getByRole('alert').waitFor();
    await look();
    await page.getByLabel(/Cytat jest przeczytany/).check();
    await page.getByRole('button', { name: 'Zapisz cytat' }).click();
    await page.getByText('Cytat jest zapisany.').waitFor();
    await look();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);
});
