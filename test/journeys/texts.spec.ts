import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/odpowiedzi';

describeInBrowser('Open answers in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  test('without scripts and by keyboard: an answer is found, quoted after a check, and the quote withdrawn', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${journey.address}${HOME}`);
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
    const quotes = () => journey.application.chapters.analysis.texts.listQuotes('demonstracja' as never);
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
      await page.goto(`${journey.address}${HOME}${path}`);
      await look();
    }
    await page.goto(`${journey.address}${HOME}/Z4`);
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
