import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { accessibilityFaults, describeInBrowser, openBrowser, PHONE, sidewaysScroll, visit, WIDE } from '../support/browser';
import { answerQuestionnaire } from '../support/respondent';

const PUBLIC_PAGES = ['/logowanie', '/deklaracja-dostepnosci', '/dane-osobowe', '/pomoc', '/nie-ma-takiej-strony', '/a/nie-ma-takiego-linku'];

const STAFF_PAGES: Readonly<Record<string, readonly string[]>> = {
  'ewaluator@demo.example': ['/badania', '/badania/demonstracja', '/badania/demonstracja/wyniki', '/badania/demonstracja/wyniki?instytucja=rops', '/podsumowanie'],
  'dyrektor@demo.example': ['/podsumowanie', '/badania/demonstracja/wyniki'],
  'koordynator-poludnie@demo.example': ['/nasze-wyniki'],
};

const LOOKS = [
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light' },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults = [...(await accessibilityFaults(page))];
  if ((await sidewaysScroll(page)) > 0) faults.push(`${page.url()} scrolls sideways at ${page.viewportSize()?.width ?? 0} px`);
  return faults;
};

const signIn = async (context: BrowserContext, address: string, email: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address}/logowanie`);
  await page.getByLabel('Adres e-mail').fill(email);
  await page.getByLabel('Hasło', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await page.waitForLoadState();
  return page;
};

describeInBrowser('every page is free of accessibility faults and of sideways scrolling', () => {
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

  test.each(LOOKS)(
    'public pages: $name',
    async ({ viewport, colorScheme }) => {
      const context = await visit(browser, { viewport, colorScheme });
      const page = await context.newPage();
      const faults: string[] = [];
      for (const path of PUBLIC_PAGES) {
        await page.goto(`${application.address}${path}`);
        faults.push(...(await faultsOf(page)));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    120_000,
  );

  test.each(LOOKS)(
    'both questionnaires: $name',
    async ({ viewport, colorScheme }) => {
      const faults: string[] = [];
      for (const link of ['demonstracja-klienci-owes', 'demonstracja-partnerzy-rops']) {
        const context = await visit(browser, { viewport, colorScheme });
        await answerQuestionnaire(await context.newPage(), `${application.address}/a/${link}`, async (page) => {
          faults.push(...(await faultsOf(page)));
        });
        await context.close();
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );

  test.each(LOOKS)(
    'pages of those who sign in: $name',
    async ({ viewport, colorScheme }) => {
      const faults: string[] = [];
      for (const [email, paths] of Object.entries(STAFF_PAGES)) {
        const context = await visit(browser, { viewport, colorScheme });
        const page = await signIn(context, application.address, email);
        for (const path of paths) {
          await page.goto(`${application.address}${path}`);
          faults.push(...(await faultsOf(page)));
        }
        await context.close();
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );

  test('nothing scrolls sideways at 320 px, which is also 400 % zoom', async () => {
    const context = await visit(browser, { viewport: { width: 320, height: 640 } });
    const page = await signIn(context, application.address, 'ewaluator@demo.example');
    const wide: string[] = [];
    for (const path of [...PUBLIC_PAGES, '/badania', '/badania/demonstracja', '/badania/demonstracja/wyniki']) {
      await page.goto(`${application.address}${path}`);
      if ((await sidewaysScroll(page)) > 0) wide.push(path);
    }
    await answerQuestionnaire(page, `${application.address}/a/demonstracja-klienci-owes`, async (asked) => {
      if ((await sidewaysScroll(asked)) > 0) wide.push(asked.url());
    });
    await context.close();
    expect(wide).toEqual([]);
  }, 120_000);
});
