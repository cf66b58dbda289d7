import type { Browser, Page } from 'playwright-core';
import { EVERY_KIND } from '../features/responses/support/every-kind';
import { startFieldwork, type TestFieldwork } from '../features/responses/support/fieldwork';
import {
  accessibilityFaults,
  describeInBrowser,
  openBrowser,
  PHONE,
  sidewaysScroll,
  visit,
  WIDE,
} from '../support/browser';

const LOOKS = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: PHONE, colorScheme: 'light' },
] as const;
const NARROWEST = { width: 320, height: 640 };

/** Looks at the page as it stands in every size and colour scheme. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const look = `${await page.title()}, ${viewport.width} px ${colorScheme}`;
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${look}: ${fault}`));
    if ((await sidewaysScroll(page)) > 0) faults.push(`${look} scrolls sideways`);
    await photograph(page, `${viewport.width}-${colorScheme}`);
  }
  await page.setViewportSize(NARROWEST);
  if ((await sidewaysScroll(page)) > 0) faults.push(`${await page.title()} scrolls sideways at 320 px`);
  await photograph(page, '320-light');
  await page.setViewportSize(PHONE);
  return faults;
};

/** Pictures for people, where a folder for them is named. */
const photograph = async (page: Page, look: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  const name = (await page.title()).replace(/[^\p{L}\d]+/gu, '-').slice(0, 50);
  await page.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: true });
};

describeInBrowser('every kind of question in a browser', () => {
  let fieldwork: TestFieldwork;
  let browser: Browser;
  let link: string;

  beforeAll(async () => {
    [fieldwork, browser] = await Promise.all([startFieldwork(), openBrowser()]);
    link = fieldwork.application.address + (await fieldwork.linkTo(EVERY_KIND));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await fieldwork.stop();
  });

  const next = (page: Page) => page.click('.q-foot .btn-primary');

  test('all pages are free of accessibility faults, with mistakes and without, in Polish and in Ukrainian', async () => {
    const faults: string[] = [];
    const page = await (await visit(browser, { viewport: PHONE })).newPage();
    await page.goto(`${link}?lang=uk`);
    faults.push(...(await faultsOf(page)));
    await page.goto(`${link}?lang=pl`);
    await page.locator('.intro-start a').first().click();
    await next(page);
    faults.push(...(await faultsOf(page)));
    await page.getByLabel('Tak, zgadzam się').check();
    await next(page);
    for (const [name, text] of Object.entries({ M1: 'jan.kowalski', F1: '60', F2: '20', N1: '10', N2: '12' }))
      await page.fill(`[name=${name}]`, text);
    await page.selectOption('[name=K2]', 'inny');
    await page.fill('#K2_inne', 'OWES Centrum');
    await next(page);
    faults.push(...(await faultsOf(page)));
    await page.fill('[name=M1]', 'jan.kowalski@poczta.pl');
    await page.fill('[name=F3]', '20');
    await page.fill('[name=N2]', '9');
    await next(page);
    await page.getByLabel('Doradztwo').check();
    await page.getByLabel('Dotacja').check();
    await next(page);
    await page.locator('[name=O1_U1a][value=zle]').check();
    faults.push(...(await faultsOf(page)));
    await page.locator('[name=O1_U1c][value=dobrze]').check();
    await next(page);
    expect(await page.locator('legend').innerText()).toContain('Czy polecą Państwo OWES Centrum?');
    await page.context().close();
    expect(faults).toEqual([]);
  }, 240_000);

  test('the total of a sum is said after a moment of quiet', async () => {
    const page = await (await visit(browser)).newPage();
    await page.goto(`${link}/s/1`);
    await page.getByLabel('Tak, zgadzam się').check();
    await next(page);
    const total = page.locator('.sum-total');
    expect(await total.innerText()).toBe('Razem: 0%. Zostało 100%.');
    await page.fill('[name=F1]', '62,5');
    await page.waitForFunction(() => document.querySelector('.sum-total')?.textContent.includes('62,5'));
    expect(await total.innerText()).toBe('Razem: 62,5%. Zostało 37,5%.');
    await page.fill('[name=F2]', '37,5');
    await page.waitForFunction(() => document.querySelector('.sum-total')?.textContent.includes('zgadza'));
    await page.context().close();
  });

  test('calculated values and the list with "inny, jaki?" work at once', async () => {
    const page = await (await visit(browser)).newPage();
    await page.goto(`${link}/s/1`);
    await page.getByLabel('Tak, zgadzam się').check();
    await next(page);
    expect(await page.isVisible('[data-item=N3]')).toBe(false);
    await page.fill('[name=N1]', '10');
    await page.fill('[name=N2]', '4');
    expect(await page.isVisible('[data-item=N3]')).toBe(true);
    await page.fill('[name=N2]', '9');
    expect(await page.isVisible('[data-item=N3]')).toBe(false);
    expect(await page.isVisible('#K2_inne')).toBe(false);
    expect(await page.getByText('Dalej pytamy').innerText()).toBe('Dalej pytamy o ośrodek: ….');
    await page.selectOption('[name=K2]', 'polnoc');
    expect(await page.getByText('Dalej pytamy').innerText()).toBe('Dalej pytamy o ośrodek: OWES Północ.');
    await page.selectOption('[name=K2]', 'inny');
    expect(await page.isVisible('#K2_inne')).toBe(true);
    await page.fill('#K2_inne', 'OWES Centrum');
    await page.locator('#K2_inne').blur();
    expect(await page.getByText('Dalej pytamy').innerText()).toBe('Dalej pytamy o ośrodek: OWES Centrum.');
    await page.context().close();
  });

  test('an answer that ends the questionnaire takes the other questions away and renames the button', async () => {
    const page = await (await visit(browser)).newPage();
    await page.goto(`${link}/s/1`);
    await page.getByLabel('Nie zgadzam się').check();
    expect(await page.isVisible('[data-end]')).toBe(true);
    expect(await page.isVisible('[data-item=W1]')).toBe(false);
    expect((await page.locator('.q-foot .btn-primary').innerText()).trim()).toBe('Zakończ ankietę');
    await page.getByLabel('Tak, zgadzam się').check();
    expect(await page.isVisible('[data-item=W1]')).toBe(true);
    expect((await page.locator('.q-foot .btn-primary').innerText()).trim()).toBe('Dalej');
    await page.getByLabel('Nie zgadzam się').check();
    await next(page);
    await page.waitForURL(/dziekujemy/);
    await page.context().close();
  });

  test.each(['pl', 'uk'])('the first load of the page with every kind weighs under 150 kB (%s)', async (language) => {
    const page = await (await visit(browser)).newPage();
    const session = await page.context().newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(`${link}/s/1?lang=${language}`);
    await page.locator('[name=Z0][value=tak]').check();
    await next(page);
    await page.locator('[name=D1]').waitFor();
    bytes = 0;
    await session.send('Network.clearBrowserCache');
    await page.reload({ waitUntil: 'networkidle' });
    await page.context().close();
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(150_000);
  });
});
