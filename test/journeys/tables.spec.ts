import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook } from '../support/browser';
import { startJourney } from '../support/journey';

const TABLES = '/badania/demonstracja/tabele';

describeInBrowser('Crosstabs in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  test.each([
    ['the empty page', TABLES],
    ['two banners', `${TABLES}?wiersze=J1&kolumny=instytucja&wartosci=kolumna,przedzial,reszta`],
    [
      'a battery with nested columns and answers to choose from',
      `${TABLES}?wiersze=J&kolumny=instytucja>typ&zmienna=typ&test=bez`,
    ],
    ['saved tables', `${TABLES}/widoki`],
  ])(
    '%s: accessible, fits every window',
    async (_, path) => {
      const page = await evaluator();
      await page.goto(`${journey.address}${path}`);
      expect(await faultsInEveryLook(page)).toEqual([]);
      await page.context().close();
    },
    240_000,
  );

  test('without scripts variables are ticked, people filtered and answers merged', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${journey.address}${TABLES}`);
    await page.locator('summary', { hasText: 'proszę wybrać pytania' }).click();
    await page.getByRole('group', { name: 'Wiersze' }).getByLabel('J1.', { exact: false }).check();
    await page.locator('summary', { hasText: 'bez podziału' }).click();
    await page.getByRole('group', { name: 'Kolumny' }).getByLabel('Typ', { exact: true }).check();
    await page.getByRole('button', { name: 'Pokaż tabelę' }).click();
    await page.getByRole('heading', { level: 2, name: 'J1.' }).waitFor();

    await page.getByText('Więcej ustawień').click();
    await page.getByLabel('Zmienna', { exact: true }).selectOption('J1');
    await page.getByRole('button', { name: 'Pokaż odpowiedzi' }).click();
    const answers = page.getByRole('group', { name: 'Odpowiedzi: J1.' });
    await answers.getByRole('checkbox').nth(3).check();
    await answers.getByRole('checkbox').nth(4).check();
    await page.getByLabel('Nazwa połączonej odpowiedzi').fill('Zgadzam się');
    await page.getByRole('button', { name: 'Połącz w' }).click();
    await page.getByRole('rowheader', { name: 'Zgadzam się' }).waitFor();
    await page.getByRole('link', { name: 'rozłącz' }).click();
    await page.getByRole('heading', { level: 2, name: 'J1.' }).waitFor();
    await expect(page.getByRole('rowheader', { name: 'Zgadzam się', exact: true }).count()).resolves.toBe(0);
    await page.context().close();
  }, 60_000);

  test('with the keyboard a variable is found among many, ticked and shown', async () => {
    const page = await evaluator();
    await page.goto(`${journey.address}${TABLES}`);
    await page.locator('summary', { hasText: 'proszę wybrać pytania' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('dotrzymuje');
    const found = page.getByRole('group', { name: 'Wiersze' }).getByRole('checkbox');
    await found.nth(1).waitFor({ state: 'hidden' });
    await expect(found.count()).resolves.toBe(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Pokaż tabelę' }).click();
    await page.getByRole('table').first().waitFor();
    await page.context().close();
  }, 60_000);

  test('the figure is saved as a picture and as a drawing', async () => {
    const page = await evaluator();
    await page.goto(`${journey.address}${TABLES}?wiersze=J1&kolumny=instytucja`);
    const save = async (name: RegExp): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return readFileSync(await download.path());
    };
    expect((await save(/Pobierz PNG/)).subarray(1, 4).toString()).toBe('PNG');
    const drawing = (await save(/Pobierz SVG/)).toString('utf8');
    expect(drawing).toMatch(/^<svg/);
    expect(drawing).toContain('OWES Północ');
    expect(drawing).not.toContain('NaN');
    await page.context().close();
  }, 60_000);

  test('a table is saved under a name and opened again', async () => {
    const page = await evaluator();
    await page.goto(`${journey.address}${TABLES}?wiersze=Z3&kolumny=instytucja`);
    await page.getByLabel('Nazwa', { exact: true }).fill('Ocena ogólna');
    await page.getByRole('button', { name: 'Zapisz tabelę' }).click();
    await page.getByRole('status').getByText('Tabela jest zapisana.').waitFor();
    await page.getByRole('link', { name: 'Ocena ogólna' }).click();
    await page.getByRole('heading', { level: 2, name: 'Z3.' }).waitFor();
    expect(new URL(page.url()).search).toBe('?wiersze=Z3&kolumny=instytucja');
    await page.context().close();
  }, 60_000);
});
