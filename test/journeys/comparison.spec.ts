import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook } from '../support/browser';
import { startJourney } from '../support/journey';

const COMPARISON = '/badania/demonstracja/porownanie';

describeInBrowser('Comparing institutions in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  test('an evaluator goes from the overview to one question, by keyboard and without scripts', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${journey.address}${COMPARISON}`);
    await page.getByRole('link', { name: /Po założeniu podmiotu lub otrzymaniu dotacji/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pytanie=J5/);
    expect(await page.getByRole('heading', { name: 'Para po parze' }).isVisible()).toBe(true);
    expect(await page.getByText('Różnica jest istotna.').first().isVisible()).toBe(true);

    await page.getByText('Progi, poprawka, kolejność i skład klientów').click();
    await page.getByLabel('Próg średnich').fill('1,5');
    await page.getByRole('button', { name: 'Pokaż porównanie' }).click();
    await page.waitForURL(/prog_srednia=1%2C5/);
    expect(await page.getByText('praktycznie tak samo').first().isVisible()).toBe(true);
    expect(await page.getByLabel('Próg średnich').inputValue()).toBe('1,5');

    await page.getByRole('link', { name: 'Wróć do przeglądu' }).click();
    await page.getByLabel('Porównaj według').selectOption('typ');
    await page.getByRole('button', { name: 'Pokaż porównanie' }).click();
    await page.waitForURL(/wedlug=typ/);
    expect(await page.getByText('ukryto').first().isVisible()).toBe(true);
  });

  test.each(['', '?pytanie=Z1', '?wedlug=typ&pytanie=J5&kolejnosc=wynik'])(
    'the page %s is accessible and fits every window, light and dark',
    async (query) => {
      const page = await evaluator();
      await page.goto(`${journey.address}${COMPARISON}${query}`);
      expect(await faultsInEveryLook(page)).toEqual([]);
    },
    180_000,
  );
});
