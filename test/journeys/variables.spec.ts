import type { BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/zmienne';
const EVALUATOR = 'ewaluator@demo.example';

describeInBrowser('the dictionary and derived variables in a browser', () => {
  const journey = startJourney();

  const signedIn = async (options: BrowserContextOptions = {}) => {
    const context = await journey.visit(options);
    return { context, page: await signIn(context, journey.address, EVALUATOR, DEMO_PASSWORD) };
  };
  const open = (page: Page, path: string) => page.goto(`${journey.address}${path}`);

  test('an evaluator makes a variable of a question without scripts, sees a preview, saves it and finds it in tables', async () => {
    const { context, page } = await signedIn({ javaScriptEnabled: false });
    await open(page, HOME);
    await page.getByRole('link', { name: 'Nowa zmienna' }).click();
    await page.getByRole('link', { name: 'Łączenie odpowiedzi' }).click();
    await page.getByLabel('Z której zmiennej').selectOption('J1');
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByRole('button', { name: 'Zapisz zmienną' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Błąd: /);
    await page.getByLabel('Nazwa').fill('zgoda');
    await page.locator('#f-label').fill('Zgoda z wiedzą pracowników');
    await page.locator('#f-group-0-etykieta').fill('Zgadzam się');
    await page.locator('#f-group-1-etykieta').fill('Pozostali');
    const answers = await page.locator('select[name="cel"]').count();
    for (let at = 0; at < answers; at += 1) {
      const select = page.locator(`#f-assignment-${at}`);
      if ((await select.inputValue()) === '') await select.selectOption(at < answers - 3 ? 'g1' : 'g0');
    }
    await page.getByRole('button', { name: 'Pokaż podgląd' }).last().click();
    await page.getByRole('heading', { name: 'Podgląd wyniku' }).waitFor();
    expect(await page.locator('#f-name').inputValue()).toBe('zgoda');
    await page.getByRole('button', { name: 'Zapisz zmienną' }).click();
    await page.getByRole('status').filter({ hasText: 'Zapisano wersję 1' }).waitFor();
    await open(page, '/badania/demonstracja/tabele?wiersze=zgoda&kolumny=instytucja');
    await page.getByRole('cell', { name: '%' }).first().waitFor();
    expect(await page.locator('main').textContent()).toContain('Zgoda z wiedzą pracowników');
    await context.close();
  }, 120_000);

  test('is used by keyboard alone: an expression with a fault is mended at its character and saved', async () => {
    const { context, page } = await signedIn();
    await open(page, `${HOME}/nowa?rodzaj=wyrazenie`);
    await page.locator('#f-name').focus();
    await page.keyboard.type('utrzymane');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Udział utrzymanych miejsc pracy');
    await page.keyboard.press('Tab');
    await page.keyboard.type('${G4} div (${G3');
    await page.getByRole('button', { name: 'Zapisz zmienną' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.caret').textContent()).toContain('^');
    await page.locator('#f-expression').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('${G4} div ${G3}');
    await page.getByRole('button', { name: 'Zapisz zmienną' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/utrzymane\?/);
    expect(await page.locator('main').textContent()).toContain('mediana');
    await context.close();
  }, 60_000);

  test('no page has an accessibility fault or scrolls sideways, in four looks and at 320 px', async () => {
    const { context, page } = await signedIn();
    const faults: string[] = [];
    for (const path of [`${HOME}?q=J1`, `${HOME}/nowa?rodzaj=laczenie&zrodlo=J1`, `${HOME}/zgoda`]) {
      await open(page, path);
      await page.evaluate(() => {
        for (const details of [...document.querySelectorAll('details')].slice(-4)) details.open = true;
      });
      faults.push(...(await faultsInEveryLook(page)));
    }
    await open(page, `${HOME}/nowa?rodzaj=skala&zrodlo=J1`);
    await page.getByRole('button', { name: 'Zapisz zmienną' }).click();
    await page.getByRole('alert').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await page.locator('#f-name').fill('obsluga');
    await page.locator('#f-label').fill('Jakość obsługi');
    await page.getByRole('button', { name: 'Pokaż podgląd' }).last().click();
    await page.getByText('Alfa Cronbacha').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await context.close();
    expect(faults).toEqual([]);
  }, 300_000);
});
