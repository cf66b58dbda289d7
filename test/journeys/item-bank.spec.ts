import type { BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, PHONE, sidewaysScroll, WIDE } from '../support/browser';
import { startJourney } from '../support/journey';

const PAGES = [
  '/bank-pytan?modul=J&poz=J1&poz=J7',
  '/bank-pytan?q=nie+ma+tego',
  '/bank-pytan/pozycje/J4',
  '/bank-pytan/nowa',
  '/bank-pytan/wczytaj',
  '/bank-pytan/szablony',
];

const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'dark' },
] as const;

describeInBrowser('The item bank in a browser', () => {
  const journey = startJourney();

  const evaluator = (options?: BrowserContextOptions): Promise<Page> => journey.as('ewaluator', options);

  const draftCodes = async (): Promise<readonly string[]> => {
    const [draft] = await journey.application.chapters.questionnaires.drafts.listDrafts('demonstracja' as never);
    return draft?.definition.pages.flatMap(({ items }) => items.map(({ code }) => code)) ?? [];
  };

  test('its pages are accessible and fit a phone, light and dark', async () => {
    const page = await evaluator();
    const faults: string[] = [];
    for (const path of PAGES)
      for (const { viewport, colorScheme } of LOOKS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        await page.goto(`${journey.address}${path}`);
        const look = `${path} ${viewport.width} ${colorScheme}`;
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${look}: ${fault}`));
        if ((await sidewaysScroll(page)) > 0) faults.push(`${look} scrolls sideways`);
      }
    expect(faults).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('a tick counts at once, and the choice outlives a search', async () => {
    const page = await evaluator();
    await page.goto(`${journey.address}/bank-pytan?modul=J`);
    await page.getByLabel('Wybierz J1:').check();
    await page.getByLabel('Wybierz J8:').check();
    await page.getByRole('heading', { name: 'Wybrano 2 pozycje' }).waitFor();
    await page.getByRole('link', { name: 'Zamknięcie' }).click();
    await page.getByLabel('Wybierz Z6:').check();
    await page.getByRole('heading', { name: 'Wybrano 3 pozycje' }).waitFor();
    await page.getByRole('link', { name: /moduł Z/ }).click();
    await page.getByLabel('Kod lub słowo').fill('dotacji');
    await page.getByLabel('Kod lub słowo').press('Enter');
    await page.getByLabel('Wybierz G1:').waitFor();
    await page.getByRole('heading', { name: 'Wybrano 3 pozycje' }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('poz').sort()).toEqual(['J1', 'J8', 'Z6']);
    await page.context().close();
  }, 60_000);

  test('without scripts items are searched, picked, decided about and added', async () => {
    const page = await evaluator({ javaScriptEnabled: false });
    await page.goto(`${journey.address}/bank-pytan?modul=J`);
    await page.getByLabel('Wybierz J1:').check();
    await page.getByLabel('Wybierz J8:').check();
    await page.getByRole('button', { name: 'Przelicz wybór' }).click();
    await page.getByRole('heading', { name: 'Wybrano 2 pozycje' }).waitFor();
    await page.getByRole('button', { name: 'Dodaj do kwestionariusza' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toContain('Błąd: Bank pytań');
    await page.getByLabel('Pomiń te pozycje').check();
    await page.getByRole('button', { name: 'Dodaj do kwestionariusza' }).click();
    await page.getByText('Dodano 1 pozycję do kwestionariusza').waitFor();
    expect(await draftCodes()).toContain('J');
    await page.context().close();
  }, 60_000);
});
