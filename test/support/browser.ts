import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executable = CANDIDATES.find((path) => existsSync(path));

/** Flags for a closed network: no look-ups of the browser's own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `describe` for tests in a real browser. Where none is installed they are counted as skipped, except in CI, where they fail. */
export const describeInBrowser = (title: string, run: () => void): void => {
  if (executable !== undefined || process.env['CI'] === 'true') describe(title, run);
  else describe.skip(`${title} (skipped: no Chromium; Debian: apt-get install chromium)`, run);
};

export const openBrowser = (): Promise<Browser> => {
  if (executable === undefined) throw new Error('Chromium is missing. Debian: apt-get install chromium');
  return chromium.launch({ executablePath: executable, args: ARGUMENTS });
};

export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A fresh visitor. Any request to another host fails the test that made it. */
export const visit = async (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'pl-PL', viewport: WIDE, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(10_000);
  return context;
};

/** Accessibility faults of the page as it stands, one line each. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};

/** Pixels by which the page is wider than its window: nothing may scroll sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Signs in by the form, as a person of the demonstration would. */
export const signIn = async (
  context: BrowserContext,
  address: string,
  email: string,
  password: string,
): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${address}/logowanie`);
  await page.getByLabel('Adres e-mail').fill(email);
  await page.getByLabel('Hasło', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await page.waitForLoadState();
  return page;
};

const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'light' },
] as const;

/** The narrowest window, which is also 400 % zoom. */
const NARROWEST = { width: 320, height: 640 };

/**
 * What is wrong with the page as it stands: accessibility and sideways scrolling, wide and on a phone, light and dark, and
 * its width at 320 px. The window is wide afterwards.
 *
 * @param isReal false for a fault that the checker makes up
 */
export const faultsInEveryLook = async (
  page: Page,
  isReal: (fault: string) => boolean = () => true,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const look = `${page.url()} ${viewport.width} px ${colorScheme}`;
    const found = (await accessibilityFaults(page)).filter(isReal);
    faults.push(...found.map((fault) => `${look}: ${fault}`));
    if ((await sidewaysScroll(page)) > 0) faults.push(`${look} scrolls sideways`);
  }
  await page.setViewportSize(NARROWEST);
  if ((await sidewaysScroll(page)) > 0) faults.push(`${page.url()} ${NARROWEST.width} px scrolls sideways`);
  await page.setViewportSize(WIDE);
  return faults;
};
