import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, PHONE, visit } from '../../support/browser';
import { startFieldwork, type TestFieldwork } from './support/fieldwork';

const AUTOSAVED_MS = 12_000;

describeInBrowser('A questionnaire page with scripts', () => {
  let fieldwork: TestFieldwork;
  let browser: Browser;
  let page: Page;
  let link: string;

  beforeAll(async () => {
    [fieldwork, browser] = await Promise.all([startFieldwork(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await fieldwork.stop();
  });
  beforeEach(async () => {
    page = await (await visit(browser, { viewport: PHONE })).newPage();
    link = fieldwork.application.address + (await fieldwork.openLink());
    await page.goto(`${link}/s/1`);
  });
  afterEach(() => page.context().close());

  const next = () => page.click('.q-foot .btn-primary');

  test('an answer brings up its question at once and another takes it away', async () => {
    await page.check('[name=K1][value=pes]');
    await next();
    expect(await page.isVisible('[data-item=G2]')).toBe(false);
    await page.check('[name=G1][value=tak]');
    expect(await page.isVisible('[data-item=G2]')).toBe(true);
    expect(await page.textContent('[data-item=G2] [data-number]')).toBe('6');
    await page.check('[name=G1][value=nie]');
    expect(await page.isVisible('[data-item=G2]')).toBe(false);
  });

  test('the text beside "inna, jaka?" appears with its answer', async () => {
    expect(await page.isVisible('#K1_inne')).toBe(false);
    await page.check('[name=K1][value=inna]');
    expect(await page.isVisible('#K1_inne')).toBe(true);
  });

  test('an exclusive answer and the others clear one another', async () => {
    await page.check('[name=K1][value=pes]');
    await next();
    await page.check('[name=U1][value=a]');
    await page.check('[name=U1][value=zadne]');
    expect(await page.isChecked('[name=U1][value=a]')).toBe(false);
    await page.check('[name=U1][value=b]');
    expect(await page.isChecked('[name=U1][value=zadne]')).toBe(false);
  });

  test('ranking moves without a reload, keeps the focus and says the place', async () => {
    await page.check('[name=K1][value=pes]');
    await next();
    await next();
    for (const code of ['s03', 's01', 's02']) await page.click(`[value="S1:add:${code}"]`);
    await page.focus('[value="S1:up:s02"]');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('input[name=S1]')).toBe('s03,s02,s01');
    expect(await page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe('S1:up:s02');
    expect(await page.textContent('[data-ranking] [role=status]')).toMatch(/^Sfera s02, miejsce 2\sz\s3\./);
    expect(await page.getAttribute('[value="S1:add:s04"]', 'aria-disabled')).toBe('true');
    expect(await fieldwork.census()).toMatchObject({ responses: 0 });
  });

  test('changes are saved by themselves', async () => {
    await page.check('[name=K1][value=pes]');
    await page.waitForFunction(() => document.querySelector('.save')?.textContent.includes('14:32'), undefined, {
      timeout: AUTOSAVED_MS,
    });
    await page.reload();
    expect(await page.isChecked('[name=K1][value=pes]')).toBe(true);
  });

  test('answers given without a connection wait in the browser and are sent when it is back', async () => {
    await page.context().setOffline(true);
    await page.check('[name=K1][value=prywatna]');
    await next();
    expect(page.url()).toMatch(/\/s\/1$/);
    expect(await page.textContent('.save')).toMatch(/^Brak połączenia z\sinternetem/);
    await page.context().setOffline(false);
    await page.waitForFunction(() => localStorage.length === 0, undefined, { timeout: AUTOSAVED_MS });
    await page.reload();
    expect(await page.isChecked('[name=K1][value=prywatna]')).toBe(true);
  });

  test('a failed page takes the focus to its summary', async () => {
    await next();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('err-summary');
  });
});
