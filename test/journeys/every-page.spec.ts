import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/application';
import { accessibilityFaults, describeInBrowser, PHONE, sidewaysScroll, WIDE, signIn } from '../support/browser';
import { answerQuestionnaire } from '../support/respondent';
import { startJourney } from '../support/journey';

const PUBLIC_PAGES = [
  '/logowanie',
  '/deklaracja-dostepnosci',
  '/dane-osobowe',
  '/pomoc',
  '/nie-ma-takiej-strony',
  '/a/nie-ma-takiego-linku',
];

const STAFF_PAGES: Readonly<Record<string, readonly string[]>> = {
  'ewaluator@demo.example': [
    '/badania',
    '/badania/demonstracja',
    '/badania/demonstracja/wyniki',
    '/badania/demonstracja/wyniki?instytucja=rops',
    '/badania/demonstracja/tabele?wiersze=U1&kolumny=instytucja',
  ],
  'dyrektor@demo.example': ['/podsumowanie', '/badania/demonstracja/wyniki'],
  'koordynator-poludnie@demo.example': ['/nasze-wyniki'],
};

const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'light' },
] as const;

/** The narrowest window, which is also 400 % zoom. */
const NARROWEST = { width: 320, height: 640 };

const lookOf = (page: Page, colorScheme: string): string =>
  `${page.url()} ${page.viewportSize()?.width ?? 0} px ${colorScheme}`;

/** Looks at the page as it stands in every size and colour scheme. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${lookOf(page, colorScheme)}: ${fault}`));
    if ((await sidewaysScroll(page)) > 0) faults.push(`${lookOf(page, colorScheme)} scrolls sideways`);
  }
  await page.setViewportSize(NARROWEST);
  if ((await sidewaysScroll(page)) > 0) faults.push(`${lookOf(page, 'light')} scrolls sideways`);
  await page.setViewportSize(PHONE);
  return faults;
};

describeInBrowser('every page is free of accessibility faults and of sideways scrolling', () => {
  const journey = startJourney();

  test('public pages', async () => {
    const context = await journey.visit();
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of PUBLIC_PAGES) {
      await page.goto(`${journey.address}${path}`);
      faults.push(...(await faultsOf(page)));
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 120_000);

  test.each(['demonstracja-klienci-owes', 'demonstracja-partnerzy-rops'])(
    'every page of the questionnaire %s',
    async (link) => {
      const faults: string[] = [];
      const context = await journey.visit({ viewport: PHONE });
      await answerQuestionnaire(await context.newPage(), `${journey.address}/a/${link}`, async (page) => {
        faults.push(...(await faultsOf(page)));
      });
      await context.close();
      expect(faults).toEqual([]);
    },
    240_000,
  );

  test.each(Object.entries(STAFF_PAGES))(
    'pages of %s',
    async (email, paths) => {
      const faults: string[] = [];
      const context = await journey.visit();
      const page = await signIn(context, journey.address, email, DEMO_PASSWORD);
      for (const path of paths) {
        await page.goto(`${journey.address}${path}`);
        faults.push(...(await faultsOf(page)));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    240_000,
  );
});
