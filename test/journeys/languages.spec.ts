import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, sidewaysScroll, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/kwestionariusz/rops-partners/jezyki';

describeInBrowser('a questionnaire is translated', () => {
  const journey = startJourney();

  const signedIn = async (javaScriptEnabled: boolean): Promise<Page> => {
    const context = await journey.visit({ javaScriptEnabled });
    return signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
  };

  test('with scripts each text is saved when its field is left, and told when somebody else was quicker', async () => {
    const page = await signedIn(true);
    const address = `${journey.address}${HOME}/uk?strona=2`;
    await page.goto(address);
    const other = await page.context().newPage();
    await other.goto(address);
    const field = page.locator('#t-R2-text');
    await field.fill('Яку установу Ви представляєте сьогодні?');
    await field.press('Tab');
    await page.locator('[data-save]', { hasText: 'Zapisano o' }).waitFor();
    await other.locator('#t-R2-text').fill('Інша версія');
    await other.locator('#t-R2-text').press('Tab');
    await other.locator('[data-error]', { hasText: 'Ktoś inny zmienił to tłumaczenie' }).waitFor();
    await page.reload();
    expect(await page.locator('#t-R2-text').inputValue()).toBe('Яку установу Ви представляєте сьогодні?');
    await page.context().close();
  }, 60_000);

  test('without scripts a missing text is found, its suggestion put in, and the language offered again', async () => {
    const page = await signedIn(false);
    await page.goto(`${journey.address}${HOME}/en?strona=2`);
    await page.locator('#t-R2-text').fill('');
    await page.getByRole('button', { name: 'Zapisz', exact: true }).first().click();
    await page.getByText('Zapisano 1 tłumaczenie.').waitFor();
    await page.goto(`${journey.address}${HOME}`);
    await page.getByText('włączony, niepełny').waitFor();
    await page.getByRole('link', { name: /^Tłumacz ?: Angielski/ }).click();
    await page.getByRole('link', { name: 'Brak tłumaczenia: 1' }).click();
    await page.getByRole('button', { name: /^Wstaw propozycję ?: Jaką instytucję/ }).press('Enter');
    await page.getByText('W tej części nie ma takich tekstów.').waitFor();
    await page.goto(`${journey.address}${HOME}`);
    expect(await page.getByText('włączony', { exact: true }).count()).toBe(3);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  }, 60_000);

  test('its pages have no accessibility faults, on a desk and on a phone', async () => {
    const page = await signedIn(true);
    const faults: string[] = [];
    for (const path of ['', '/en?strona=2', '/pl-etr?strona=1', '/uk?pokaz=zmienione', '/uk/oferta', '/wczytanie']) {
      await page.goto(`${journey.address}${HOME}${path}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    const csv = 'Klucz;Polski;en\ntitle;Dawny tytuł;A title\nZ9/text;Nie ma;None\n';
    await page.goto(`${journey.address}${HOME}/wczytanie`);
    await page.setInputFiles('#plik', { name: 'tlumaczenia.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Sprawdź plik' }).click();
    await page.getByRole('heading', { name: 'Co zmieni ten arkusz' }).waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await page.context().close();
    expect(faults).toEqual([]);
  }, 120_000);
});
