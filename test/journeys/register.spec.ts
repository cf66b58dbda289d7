import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';
import { agree, holdMeeting, PDF, REGISTER } from '../features/cooperation/register-study';

describeInBrowser('the register of what was agreed', () => {
  let application: TestApplication;
  let browser: Browser;
  let code: string;

  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
    const { number } = await agree(application, await holdMeeting(application), {
      text: 'Uprościć wniosek i dodać wzór',
      due: '2026-01-31',
    });
    code = `U${number}`;
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });

  /** The director's home draws a file before it is shown. */
  const PATIENCE_MS = 60_000;

  const enter = async (person: string, options = {}): Promise<Page> => {
    const context = await visit(browser, options);
    context.setDefaultTimeout(PATIENCE_MS);
    return signIn(context, application.address, `${person}@demo.example`, DEMO_PASSWORD);
  };

  const spaces = (text: string | null): string => (text ?? '').replaceAll('\u00A0', ' ');

  it('is answered by the addressee without scripts, with evidence, and nothing typed is lost', async () => {
    const page = await enter('koordynator-polnoc', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Wdrażanie' }).click();
    await page.waitForLoadState();
    expect(page.url()).toContain(REGISTER);
    await page.getByRole('link', { name: `${code}. Uprościć wniosek i dodać wzór` }).click();
    expect(spaces(await page.locator('main').textContent())).toContain('po terminie');

    await page.getByLabel('Uzasadnienie albo co zrobiono').fill('Wzór jest gotowy, testujemy go z klientami');
    await page.getByLabel('Odnośniki do dowodów').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Zapisz sprawozdanie' }).click();
    const faults = page.getByRole('alert');
    expect(spaces(await faults.textContent())).toContain('Proszę wybrać stan');
    expect(spaces(await faults.textContent())).toContain('Odnośnik w wierszu 1 nie jest adresem strony');
    expect(await page.getByLabel('Uzasadnienie albo co zrobiono').inputValue()).toContain('Wzór jest gotowy');

    await page.getByLabel('Odnośniki do dowodów').fill('https://bip.example/wzor Wzór wniosku');
    await page
      .getByLabel('Plik z dowodem')
      .setInputFiles({ name: 'wzór.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: 'Dołącz plik i pisz dalej' }).click();
    expect(await page.getByRole('checkbox', { name: /wzór\.pdf/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'Przyjmujemy, wdrożenie trwa' }).check();
    await page.getByRole('button', { name: 'Zapisz sprawozdanie' }).click();
    expect(spaces(await page.getByRole('status').textContent())).toContain('Zapisano sprawozdanie');
    expect(await page.getByRole('link', { name: 'wzór.pdf' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Wzór wniosku' }).getAttribute('href')).toBe(
      'https://bip.example/wzor',
    );
    await page.context().close();
  }, 180_000);

  it('is read, filtered and answered by ROPS with the keyboard alone', async () => {
    const page = await enter('dyrektor');
    expect(await page.locator('#po-terminie').count()).toBe(1);
    await page.getByRole('link', { name: 'Wszystko, co jest po terminie' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/termin=po-terminie/);
    await page.getByRole('link', { name: new RegExp(`^${code}\\.`) }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`${code}$`));
    await page.getByRole('radio', { name: 'Wdrożono częściowo' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Pozostał test z klientami');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/zapisano=1/);
    expect(await page.locator('main').textContent()).toContain('Pozostał test z klientami');
    await page.context().close();
  }, 180_000);

  it('is accessible in every look to those who evaluate', async () => {
    const evaluator = await enter('ewaluator');
    for (const path of [REGISTER, `${REGISTER}/R1`]) {
      await evaluator.goto(`${application.address}${path}`);
      expect(await faultsInEveryLook(evaluator)).toEqual([]);
    }
    await evaluator.getByRole('button', { name: 'Zapisz sprawozdanie' }).click();
    await evaluator.getByRole('alert').waitFor();
    expect(await faultsInEveryLook(evaluator)).toEqual([]);
    await evaluator.context().close();
  }, 240_000);

  it('is accessible in every look to its addressees', async () => {
    const coordinator = await enter('koordynator-polnoc');
    for (const path of [`${REGISTER}?stan=outdated`, `${REGISTER}/${code}`, '/nasze-wyniki']) {
      await coordinator.goto(`${application.address}${path}`);
      expect(await faultsInEveryLook(coordinator)).toEqual([]);
    }
    await coordinator.context().close();
  }, 240_000);

  it('is accessible in every look on the home of ROPS', async () => {
    const director = await enter('dyrektor');
    expect(await faultsInEveryLook(director)).toEqual([]);
    await director.context().close();
  }, 240_000);
});
