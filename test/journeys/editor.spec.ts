import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { EvaluationId } from '../../src/platform/ids';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/kwestionariusz/owes-clients';
const EVALUATOR = 'ewaluator@demo.example';

const PAGES = [
  '/badania/demonstracja/kwestionariusz',
  `${HOME}/pytania/K1`,
  `${HOME}/pytania/J`,
  `${HOME}/pytania/G1/warunek`,
  `${HOME}/pytania/G1/warunek?sposob=wyrazenie`,
  `${HOME}/strony/rola`,
  `${HOME}/wstep`,
];

describeInBrowser('the questionnaire editor in a browser', () => {
  const journey = startJourney();

  const signedIn = async (
    options: BrowserContextOptions = {},
    email = EVALUATOR,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await journey.visit(options);
    return { context, page: await signIn(context, journey.address, email, DEMO_PASSWORD) };
  };
  const open = (page: Page, path: string) => page.goto(`${journey.address}${path}`);
  const hintOf = async (code: string): Promise<string | undefined> => {
    const { drafts } = journey.application.chapters.questionnaires;
    const { definition } = await drafts.readDraft({
      evaluationId: 'demonstracja' as EvaluationId,
      code: 'owes-clients',
    });
    return definition.pages.flatMap(({ items }) => items).find((item) => item.code === code)?.hint;
  };
  const codesOn = async (title: string): Promise<readonly string[]> => {
    const { drafts } = journey.application.chapters.questionnaires;
    const { definition } = await drafts.readDraft({
      evaluationId: 'demonstracja' as EvaluationId,
      code: 'owes-clients',
    });
    return definition.pages.find((page) => page.title === title)?.items.map(({ code }) => code) ?? [];
  };

  test('no page has an accessibility fault or scrolls sideways, in four looks and at 320 px', async () => {
    const { context, page } = await signedIn();
    const faults: string[] = [];
    for (const path of PAGES) {
      await open(page, path);
      faults.push(...(await faultsInEveryLook(page)));
    }
    await context.close();
    const reader = await signedIn({}, 'dyrektor@demo.example');
    for (const path of ['/kwestionariusze', `${HOME}/pytania/J`]) {
      await open(reader.page, path);
      faults.push(...(await faultsInEveryLook(reader.page)));
    }
    await reader.context.close();
    expect(faults).toEqual([]);
  }, 300_000);

  test('saves by itself when typing stops, and keeps the text when the network is away', async () => {
    const { context, page } = await signedIn();
    await open(page, `${HOME}/pytania/K3`);
    const status = page.locator('[data-save]');
    await page.getByLabel('Wskazówka').fill('Pisane bez przycisku');
    await says(status, /Zapisano o\s\d{2}:\d{2}/);
    expect(await hintOf('K3')).toBe('Pisane bez przycisku');

    await context.setOffline(true);
    await page.getByLabel('Wskazówka').fill('Pisane bez sieci');
    await says(status, /Brak połączenia|Nie zapisano/);
    await context.setOffline(false);
    await says(status, /Zapisano o\s\d{2}:\d{2}/, 20_000);
    expect(await hintOf('K3')).toBe('Pisane bez sieci');
    await context.close();
  }, 90_000);

  test('tells at once when somebody else changed the question, and leads to both versions', async () => {
    const anna = await signedIn();
    const jan = await signedIn();
    await open(anna.page, `${HOME}/pytania/K4`);
    await open(jan.page, `${HOME}/pytania/K4`);
    await jan.page.getByLabel('Wskazówka').fill('Wersja Jana');
    await says(jan.page.locator('[data-save]'), /Zapisano o/);
    await anna.page.getByLabel('Wskazówka').fill('Wersja Anny');
    await says(anna.page.getByRole('alert'), /Ktoś zmienił to pytanie/);
    expect(await anna.page.getByLabel('Wskazówka').inputValue()).toBe('Wersja Anny');
    await anna.page.getByRole('button', { name: 'Pokaż obie wersje' }).click();
    await says(anna.page.locator('main'), /Wersja Anny[\s\S]*Wersja Jana/);
    expect(await faultsInEveryLook(anna.page)).toEqual([]);
    await anna.page.getByRole('button', { name: 'Zapisz moją wersję mimo to' }).click();
    await anna.page.waitForURL(/po=zapisie/);
    expect(await hintOf('K4')).toBe('Wersja Anny');
    await anna.context.close();
    await jan.context.close();
  }, 120_000);

  test('is used by keyboard alone: a question is added, written, given answers, moved and taken back', async () => {
    const { context, page } = await signedIn();
    await open(page, `${HOME}/pytania/K1`);
    await page.getByLabel('Typ nowego pytania').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=dodaniu/);
    expect(await focused(page)).toBe('f-tekst');
    await page.keyboard.type('Skąd wiedzą Państwo o ośrodku?');
    await page.locator('#f-o-0').focus();
    await page.keyboard.type('Z internetu');
    await page.locator('#dodaj-odpowiedzi').focus();
    await page.keyboard.press('Enter');
    await page.locator('#f-o-2').waitFor();
    expect(await focused(page)).toBe('f-o-2');
    await page.keyboard.type('Od znajomych');
    await page.locator('#przesun-dol').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=przesunieciu/);
    expect(await focused(page)).toBe('przesun-dol');
    expect(await page.locator('#komunikat').textContent()).toContain('Przesunięto');
    expect((await codesOn('Państwa rola')).slice(0, 2)).toEqual(['K1', 'K2']);
    await page.keyboard.press('Shift+Tab');
    await page.getByRole('button', { name: 'Usuń', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=usunieciu/);
    expect(await focused(page)).toBe('komunikat');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=cofnieciu/);
    expect(await page.getByLabel('Treść pytania').inputValue()).toBe('Skąd wiedzą Państwo o ośrodku?');
    await context.close();
  }, 120_000);

  test('an item is dragged to another place', async () => {
    const { context, page } = await signedIn();
    await open(page, `${HOME}/pytania/Z1`);
    const [first = '', second = '', third = ''] = await codesOn('Podsumowanie');
    await page.locator(`[data-code="${first}"]`).dragTo(page.locator(`[data-code="${second}"]`));
    await page.waitForURL(/po=przesunieciu/);
    expect((await codesOn('Podsumowanie')).slice(0, 3)).toEqual([second, first, third]);
    await context.close();
  }, 60_000);

  test('works without scripts in its essentials', async () => {
    const { context, page } = await signedIn({ javaScriptEnabled: false });
    await open(page, `${HOME}/pytania/Z4`);
    await page.getByLabel('Wskazówka').fill('Bez skryptów');
    await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
    await page.waitForURL(/po=zapisie/);
    expect(await hintOf('Z4')).toBe('Bez skryptów');
    await page.getByRole('button', { name: /^Cofnij/ }).click();
    expect(await hintOf('Z4')).not.toBe('Bez skryptów');
    await open(page, `${HOME}/pytania/B1`);
    const rows = await page.locator('input[name="o-tekst"]').count();
    await page.getByRole('button', { name: 'Dodaj odpowiedź' }).click();
    expect(await page.locator('input[name="o-tekst"]').count()).toBe(rows + 1);
    await context.close();
  }, 60_000);
});

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** Waits until an element says this. */
const says = async (locator: ReturnType<Page['locator']>, words: RegExp, timeout = 10_000): Promise<void> => {
  await locator.filter({ hasText: words }).first().waitFor({ timeout });
};
