import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const PROOF = '/badania/demonstracja/kwestionariusz/owes-clients/przejscia';

describeInBrowser('an evaluator checks a questionnaire before launch', () => {
  const journey = startJourney();

  test('reads the remarks, lets invented respondents walk, and takes their data away', async () => {
    const context = await journey.visit();
    const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    await page.goto(`${journey.address}${PROOF}`);
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
    const context = await journey.visit({ javaScriptEnabled: false });
    const page = await signIn(context, journey.address, 'dyrektor@demo.example', DEMO_PASSWORD);
    await page.goto(`${journey.address}${PROOF}`);
    await page.getByRole('heading', { name: 'Sprawdzenie przed publikacją' }).waitFor();
    expect(await page.getByRole('button', { name: 'Uruchom respondentów próbnych' }).count()).toBe(0);
    const sent = await context.request.post(`${journey.address}${PROOF}/proba`, { form: { _csrf: 'x' } });
    expect(sent.status()).toBe(403);
    await context.close();
  }, 60_000);

  test('programs read the proof as JSON', async () => {
    const context = await journey.visit();
    await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    const reply = await context.request.get(`${journey.address}${PROOF}`, {
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
