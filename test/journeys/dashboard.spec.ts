import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

const RESULTS = '/badania/demonstracja/wyniki';
const ANSWER = 'Animacja lokalna i spotkania';

describeInBrowser('the results page under filters', () => {
  let application: TestApplication;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
    const first = await visit(browser);
    await signIn(first, application.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    signedIn = await first.storageState();
    await first.close();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });
  beforeEach(async () => {
    context = await visit(browser, { storageState: signedIn });
    page = await context.newPage();
    await page.goto(`${application.address}${RESULTS}`);
  });
  afterEach(() => context.close());

  const state = () => page.locator('.page-head p').innerText();
  const address = () => new URL(page.url()).search;
  /** Marks the page: the mark is gone once it has been loaded anew. */
  const mark = () => page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  const isMarked = () => page.evaluate(() => 'isSamePage' in globalThis);
  /** Replies for one filter come late. */
  const delay = (part: string, ms: number) =>
    page.route(
      (url) => url.pathname === RESULTS && url.search.includes(part),
      async (route) => {
        const reply = await route.fetch().catch(() => null);
        await new Promise((resolve) => setTimeout(resolve, ms));
        // The page may have called the request off in the meantime.
        if (reply !== null) await route.fulfill({ response: reply }).catch(() => undefined);
      },
    );

  test('a filter chosen from a list changes the results, the address and the title line without loading the page', async () => {
    await mark();
    await page.getByLabel('Typ klienta').selectOption('pes');
    await page.waitForURL(/typ=pes/);
    await page.getByRole('link', { name: /usuń filtr/ }).waitFor();
    expect(await isMarked()).toBe(true);
    expect(await page.locator('[role=status][data-live]').innerText()).toMatch(/Wyniki są zmienione\. Dane wstępne/);
  });

  test('a click on an answer filters the rest, and its chip drops the filter', async () => {
    await mark();
    const before = await state();
    await page.getByRole('link', { name: ANSWER }).first().click();
    await page.waitForURL(/wybor=owes-clients\.U1%3AU1a/);
    expect(await state()).not.toBe(before);
    await page.getByRole('link', { name: `„${ANSWER}”, usuń filtr` }).click();
    await page.waitForURL((url) => url.search === '');
    expect([await state(), await isMarked()]).toEqual([before, true]);
  });

  test('the focus stays on the answer that was clicked', async () => {
    await page.getByRole('link', { name: ANSWER }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/wybor=/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Animacja lokalna/);
  });

  test('a late reply never replaces a newer one', async () => {
    await delay('typ=pes', 900);
    const institution = page.getByLabel('Instytucja');
    await page.getByLabel('Typ klienta').selectOption('pes');
    await page.getByLabel('Typ klienta').selectOption('');
    await institution.selectOption('owes-polnoc');
    await page.waitForURL(/instytucja=owes-polnoc/);
    const newest = await state();
    await page.waitForTimeout(1_300);
    expect([await state(), address()]).toEqual([newest, '?instytucja=owes-polnoc']);
  });

  test('going back and forward shows the results of each address', async () => {
    const all = await state();
    await page.getByLabel('Instytucja').selectOption('owes-polnoc');
    await page.waitForURL(/owes-polnoc/);
    const north = await state();
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector('.page-head p')?.textContent === text, all);
    expect(await page.getByLabel('Instytucja').inputValue()).toBe('');
    await page.goForward();
    await page.waitForFunction((text) => document.querySelector('.page-head p')?.textContent === text, north);
    expect(await page.getByLabel('Instytucja').inputValue()).toBe('owes-polnoc');
  });

  test('where the reply fails, the old results stay, the page says so, and a second try works', async () => {
    const before = await state();
    await page.route(/typ=pes/, (route) => route.abort());
    await page.getByLabel('Typ klienta').selectOption('pes');
    await page.getByText('Nie udało się pobrać nowych wyników').waitFor();
    expect([await state(), await page.getByLabel('Typ klienta').inputValue(), address()]).toEqual([before, '', '']);
    await page.unroute(/typ=pes/);
    await page.getByRole('link', { name: 'Spróbuj ponownie' }).click();
    await page.waitForURL(/typ=pes/);
    expect(await page.getByText('Nie udało się pobrać nowych wyników').isVisible()).toBe(false);
  });

  test('without scripts a click on an answer does the same', async () => {
    const plain = await visit(browser, { storageState: signedIn, javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${application.address}${RESULTS}`);
    await still.getByRole('link', { name: ANSWER }).first().click();
    expect(still.url()).toContain('wybor=owes-clients.U1%3AU1a');
    expect(await still.getByRole('link', { name: `„${ANSWER}”, usuń filtr` }).isVisible()).toBe(true);
    await plain.close();
  });

  test('charts are drawn again after a change', async () => {
    await page.getByLabel('Instytucja').selectOption('owes-polnoc');
    await page.waitForURL(/owes-polnoc/);
    const canvas = page.locator('[data-figure] canvas').first();
    await canvas.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => (document.querySelector('[data-figure] canvas')?.clientHeight ?? 0) > 100);
    expect(await canvas.isVisible()).toBe(true);
  });

  test('the page has no fault of accessibility in any look, filtered and refused', async () => {
    for (const query of ['?wybor=owes-clients.U1:U1a', '?instytucja=rops&typ=pes']) {
      await page.goto(`${application.address}${RESULTS}${query}`);
      expect(await faultsInEveryLook(page)).toEqual([]);
    }
  }, 240_000);
});
