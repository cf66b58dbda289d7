import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook, PHONE, sidewaysScroll } from '../support/browser';
import { startJourney } from '../support/journey';

const STUDY = '/badania/demonstracja';
const HOME = `${STUDY}/wnioski/wyniki`;

describeInBrowser('Findings in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  test('without scripts on a phone: from a table to a finding in two clicks, then a note, ready, and on the list', async () => {
    const page = await evaluator({ javaScriptEnabled: false, viewport: PHONE });
    await page.goto(`${journey.address}${STUDY}/tabele?wiersze=J5&kolumny=instytucja`);
    await page.getByRole('link', { name: 'Dodaj do wyniku' }).click();
    await page.getByRole('button', { name: 'Zapisz wynik' }).first().click();
    await page.getByText('Wynik zapisany.').waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByText('Notatka z wywiadu albo dokumentu').click();
    await page.getByLabel('Źródło').fill('przedstawicielka PCPR');
    await page.getByLabel('Treść').fill('Nikt nie oddzwania.');
    await page.getByRole('button', { name: 'Dodaj notatkę' }).click();
    await page.getByText('Dowód dodany.').waitFor();
    await page.getByRole('link', { name: 'Przelicz z odpowiedzi' }).click();
    await page.getByText('co do ostatniej cyfry').waitFor();
    await page.getByRole('button', { name: 'Oznacz jako gotowy' }).click();
    await page.getByText('Stan wyniku zmieniony.').waitFor();
    await page.getByRole('link', { name: 'Wszystkie wyniki' }).click();
    await page.getByLabel('Szukaj w treści').fill('oddzwania');
    await page.getByRole('button', { name: 'Pokaż' }).click();
    await page.getByText(/Pokazano \d+ wynik/).waitFor();
    await page.context().close();
  }, 60_000);

  test('a quote that was just checked becomes evidence of a finding', async () => {
    const page = await evaluator();
    await page.goto(`${journey.address}${STUDY}/odpowiedzi/Z4`);
    await page
      .getByRole('link', { name: /Zacytuj/ })
      .nth(2)
      .click();
    await page.getByLabel(/Cytat jest przeczytany/).check();
    await page.getByRole('button', { name: 'Zapisz cytat' }).click();
    await page.getByRole('status').getByRole('link', { name: 'Dodaj do wyniku' }).click();
    await page.getByLabel('Wynik', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Dołącz' }).click();
    await page.getByText('Dowód dodany.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/wnioski\/wyniki\/\d+$/);
    await page.context().close();
  }, 60_000);

  test('its pages are accessible and fit every window, light and dark', async () => {
    const page = await evaluator();
    const faults: string[] = [];
    for (const path of [
      HOME,
      `${HOME}?szukaj=nie+ma+tego`,
      `${HOME}/3`,
      `${HOME}/3/edycja`,
      `${HOME}/nowy`,
      `${HOME}/nowy?wiersze=J&kolumny=instytucja`,
    ]) {
      await page.goto(`${journey.address}${path}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);
});
