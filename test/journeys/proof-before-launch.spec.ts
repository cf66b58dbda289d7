import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, signIn, visit } from '../support/browser';

const PROOF = '/badania/demonstracja/kwestionariusz/owes-clients/przejscia';

describeInBrowser('an evaluator checks a questionnaire before launch', () => {
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

  test('reads the remarks, lets invented respondents walk, and takes their data away', async () => {
    const context = await visit(browser);
    const page = await signIn(context, application.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    await page.goto(`${application.address}${PROOF}`);
    await page.getByText('Nie ma błędów. Kwestionariusz można opublikować.').waitFor();
    expect(await page.getByRole('link', { name: 'Pytanie J4' }).getAttribute('href')).toContain('/pytania/J');
    expect(
      await page.getByText('Wszyscy, którzy w\u00a0pytaniu K2 nie wybrali „Z\u00a0żadnym”.').count(),
    ).toBeGreaterThan(3);
    expect(await faultsInEveryLook(page)).toEqual([]);

    await page.getByRole('button', { name: 'Uruchom respondentów próbnych' }).click();
    await page.getByText('Dane testowe są gotowe.').waitFor({ timeout: 60_000 });
    expect(await page.getByText('43 z 43').count()).toBe(1);
    expect(await faultsInEveryLook(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Pobierz dane testowe (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('dane-testowe-owes-clients.csv');
    await context.close();
  }, 180_000);

  test('a director reads the same, without scripts, but starts nothing', async () => {
    const context = await visit(browser, { javaScriptEnabled: false });
    const page = await signIn(context, application.address, 'dyrektor@demo.example', DEMO_PASSWORD);
    await page.goto(`${application.address}${PROOF}`);
    await page.getByRole('heading', { name: 'Sprawdzenie przed publikacją' }).waitFor();
    expect(await page.getByRole('button', { name: 'Uruchom respondentów próbnych' }).count()).toBe(0);
    const sent = await context.request.post(`${application.address}${PROOF}/proba`, { form: { _csrf: 'x' } });
    expect(sent.status()).toBe(403);
    await context.close();
  }, 60_000);

  test('programs read the proof as JSON', async () => {
    const context = await visit(browser);
    await signIn(context, application.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    const reply = await context.request.get(`${application.address}${PROOF}`, {
      headers: { accept: 'application/json' },
    });
    const { proof, paths } = (await reply.json()) as {
      proof: { remarks: readonly unknown[] };
      paths: { groups: unknown[] };
    };
    expect(proof.remarks.length).toBeGreaterThan(2);
    expect(paths.groups).toHaveLength(12);
    await context.close();
  }, 60_000);
});
