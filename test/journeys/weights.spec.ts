import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/wagi';
const OWES = { 'OWES Północ': '600', 'OWES Południe': '400' };

describeInBrowser('Weights in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  test('without scripts: totals are typed, mended, looked at, saved, used in a table and saved again', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${journey.address}${HOME}`);
    await page.getByRole('link', { name: 'Nowa waga' }).click();
    await page.getByLabel('Zmienna 1').selectOption('instytucja');
    await page.getByRole('button', { name: 'Pokaż kategorie' }).click();
    for (const [label, total] of Object.entries(OWES)) await page.getByLabel(label).fill(total);
    await page.getByLabel('ROPS').fill('50');
    await page.getByLabel('Nazwa wagi').fill('osrodki');
    await page.getByLabel('Nazwa wagi').press('Enter');
    await page.getByRole('alert').getByText('nie ma żadnej ankiety').waitFor();
    expect(await page.title()).toMatch(/^Błąd: /);
    await page.getByRole('button', { name: /Połącz „ROPS” z/ }).click();
    await page.getByText('razem z: OWES Południe').waitFor();
    await page.getByText('Wagi odtwarzają sumy populacji.').waitFor();
    await page.getByRole('button', { name: 'Zapisz wagę' }).click();
    await page.getByText('Waga jest zapisana').waitFor();
    await page.getByRole('link', { name: 'Użyj w tabeli' }).click();
    expect(page.url()).toContain('waga=waga_osrodki');
    await page.goto(`${journey.address}${HOME}/waga_osrodki`);
    await page.getByRole('link', { name: 'Nowa wersja' }).click();
    await page.getByLabel('OWES Północ').fill('650');
    await page.getByRole('button', { name: 'Pokaż podgląd' }).last().click();
    await page.getByRole('button', { name: 'Zapisz wagę' }).click();
    await page.getByRole('heading', { name: 'waga_osrodki, wersja 2' }).waitFor();
    await page.getByRole('link', { name: /Wersja 1,/ }).click();
    await page.getByRole('heading', { name: 'waga_osrodki, wersja 1' }).waitFor();
    await page.context().close();
  }, 60_000);

  test('its pages are accessible and fit every window, light and dark', async () => {
    const page = await evaluator();
    const faults: string[] = [];
    const look = async (): Promise<void> => {
      faults.push(...(await faultsInEveryLook(page)));
    };
    for (const path of ['', '/nowa?zmienna=instytucja&zmienna=typ', '/wczytaj', '/waga_osrodki']) {
      await page.goto(`${journey.address}${HOME}${path}`);
      await look();
    }
    await page.goto(`${journey.address}${HOME}/nowa?zmienna=instytucja`);
    await page.getByRole('button', { name: 'Pokaż podgląd' }).last().click();
    await page.getByRole('alert').waitFor();
    await look();
    await page.goto(`${journey.address}${HOME}/wczytaj`);
    await page.getByLabel('Plik XLSX lub CSV').setInputFiles({
      name: 'sumy.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('zmienna;kategoria;suma\ninstytucja;owes-polnoc;600\ninstytucja;niema;1\n'),
    });
    await page.getByRole('button', { name: 'Wczytaj i sprawdź' }).click();
    await page.getByText('Co się stało z każdym wierszem').click();
    await look();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);
});
