import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/matryca';

describeInBrowser('The evaluation matrix in a browser', () => {
  const journey = startJourney();

  const as = journey.as;

  test('on a phone without scripts: a gap is mended, a question written, judged, proven and approved', async () => {
    const page = await as('ewaluator', { javaScriptEnabled: false, viewport: PHONE });
    await page.goto(`${journey.address}${HOME}`);
    await page.getByRole('link', { name: /Przypisz lub usuń/ }).click();
    await page.getByLabel('Pytanie dla pozycji a: C1e').selectOption({ index: 8 });
    await page.getByRole('button', { name: 'Zapisz przypisania' }).click();
    await page.getByText('Przypisano 1 pozycję.').waitFor();
    await page.getByText('Pytania bez danych (0)').waitFor();

    await page.getByRole('link', { name: 'Dodaj pytanie' }).click();
    await page.getByLabel('Kryterium', { exact: true }).selectOption('własne kryterium');
    await page.getByLabel('Nazwa własnego kryterium').fill('dostępność');
    await page.getByLabel('Pytanie ewaluacyjne').fill('Czy ośrodek dotrzymuje terminów?');
    await page.getByLabel('Wskaźnik', { exact: true }).fill('Odsetek zgody, że terminy są dotrzymane');
    await page.getByLabel('Zmienna').selectOption('owes-clients|J3');
    await page.getByRole('button', { name: 'Pokaż odpowiedzi i miary' }).click();
    await page.getByLabel('Miara').selectOption('odsetek dwóch najwyższych ocen');
    await page.getByLabel('Próg', { exact: true }).fill('dużo');
    await page.getByRole('button', { name: 'Zapisz pytanie' }).last().click();
    await page.getByRole('alert').getByText('Próg nie jest liczbą').waitFor();
    await page.getByLabel('Próg', { exact: true }).fill('50%');
    await page.getByRole('button', { name: 'Zapisz pytanie' }).last().click();
    await page.getByText('Dodano pytanie.').waitFor();
    const row = page.getByRole('row', { name: /9\. Dostępność/ });
    expect(await row.innerText()).toContain('Spełnione');
    const shown = await row.locator('.fig-a').innerText();
    await row.locator('.fig-a').click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(shown);

    await page.goto(`${journey.address}${HOME}`);
    await page.getByText('Dziennik zmian').click();
    await page.getByRole('link', { name: 'Zatwierdź ponownie' }).click();
    await page.getByLabel('Kto zatwierdził').fill('Grupa Tematyczna');
    await page.getByRole('button', { name: 'Zatwierdź' }).click();
    await page.getByText('Zatwierdzono progi i sposób oceny.').waitFor();
    await page.context().close();
  }, 90_000);

  test('read by a director and by an evaluator it is accessible and fits every window, light and dark', async () => {
    const faults: string[] = [];
    const director = await as('dyrektor');
    await director.goto(`${journey.address}${HOME}`);
    faults.push(...(await faultsInEveryLook(director)));
    await director.context().close();
    const page = await as('ewaluator');
    await page.goto(`${journey.address}${HOME}`);
    await page.getByText('Dziennik zmian').click();
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    faults.push(...(await faultsInEveryLook(page)));
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('its forms are accessible and fit every window, light and dark', async () => {
    const faults: string[] = [];
    const page = await as('ewaluator');
    await page.goto(`${journey.address}${HOME}/pytanie`);
    await page.getByLabel('Zmienna').selectOption('owes-clients|J3');
    await page.getByRole('button', { name: 'Pokaż odpowiedzi i miary' }).click();
    await page.getByRole('button', { name: 'Zapisz pytanie' }).last().click();
    await page.getByRole('alert').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    for (const path of ['cele', 'zatwierdzenie', 'pozycje']) {
      await page.goto(`${journey.address}${HOME}/${path}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  }, 240_000);
});
