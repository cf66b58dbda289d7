import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja';

describeInBrowser('Conclusions and recommendations in a browser', () => {
  const journey = startJourney();

  const person = journey.as;

  test('without scripts: written, passed on, accepted with a reason on a phone, seen by the director', async () => {
    const evaluator = await person('ewaluator', { javaScriptEnabled: false });
    await evaluator.goto(`${journey.address}${HOME}/wnioski`);
    await evaluator.getByRole('link', { name: 'Nowy wniosek' }).click();
    await evaluator.getByRole('button', { name: 'Zapisz wniosek' }).click();
    await evaluator
      .getByRole('alert')
      .getByRole('link', { name: /Proszę napisać wniosek/ })
      .click();
    expect(await evaluator.title()).toMatch(/^Błąd: /);
    await evaluator.getByLabel('Wniosek w jednym zdaniu').fill('Klienci nie wiedzą, kiedy przyjdzie odpowiedź');
    await evaluator.getByLabel('Kryterium', { exact: true }).selectOption('effectiveness');
    await evaluator.getByLabel('Do poprawy').check();
    await evaluator.getByLabel('Gotowy').check();
    await evaluator.getByRole('button', { name: 'Zapisz wniosek' }).click();
    await evaluator.getByRole('status').getByText('Zapisano: W').waitFor();
    await evaluator.getByRole('link', { name: 'Dodaj rekomendację' }).last().click();
    await evaluator.getByLabel('Co zrobić').fill('Podawać termin odpowiedzi w każdym piśmie');
    await evaluator.getByLabel('OWES Północ').check();
    await evaluator.getByLabel('Sposób wdrożenia').fill('Nowy wzór pisma\nPróba przez miesiąc');
    await evaluator.getByLabel('Kwartał').selectOption('4');
    await evaluator.getByLabel('Rok').fill('2031');
    await evaluator.getByLabel('Priorytet').selectOption('high');
    await evaluator.getByRole('button', { name: 'Zapisz rekomendację' }).click();
    await evaluator.getByText('IV kwartał 2031').waitFor();
    await evaluator.getByLabel('Przekazujemy do decyzji adresata').check();
    await evaluator.getByRole('button', { name: 'Zapisz stan' }).click();
    await evaluator.getByText('Anna Wrona, zespół ewaluacji').waitFor();

    const coordinator = await person('koordynator-polnoc', { javaScriptEnabled: false, viewport: PHONE });
    await coordinator.getByRole('link', { name: /Dodaj stanowisko ?: R\d+\. Podawać termin/ }).click();
    await coordinator.getByLabel('Odrzucamy').check();
    await coordinator.getByRole('button', { name: 'Zapisz stanowisko' }).click();
    await coordinator.getByText('Proszę napisać uzasadnienie').waitFor();
    await coordinator.getByLabel('Przyjmujemy', { exact: true }).check();
    await coordinator.getByLabel('Uzasadnienie').fill('Wzór przygotujemy do końca roku.');
    await coordinator.getByRole('button', { name: 'Zapisz stanowisko' }).click();
    await coordinator.getByText('Jan Północny, OWES Północ').waitFor();

    const director = await person('dyrektor', { javaScriptEnabled: false });
    await director.getByRole('link', { name: 'Rekomendacje', exact: true }).first().click();
    const row = director.getByRole('row').filter({ hasText: 'Podawać termin' });
    await row.getByText('Przyjęta').waitFor();
    await row.getByText('Wzór przygotujemy do końca roku.').waitFor();
    await director.getByRole('link', { name: 'Wnioski', exact: true }).first().click();
    await director.getByRole('heading', { name: 'Klienci nie wiedzą, kiedy przyjdzie odpowiedź' }).waitFor();
    for (const page of [evaluator, coordinator, director]) await page.context().close();
  }, 90_000);

  test('two evaluators at once: the second one’s text stays beside the saved one', async () => {
    const first = await person('ewaluator');
    const second = await person('administrator');
    for (const page of [first, second]) await page.goto(`${journey.address}${HOME}/wnioski/1`);
    await first.getByLabel('Uzasadnienie').fill('Tekst pierwszej osoby');
    await first.getByRole('button', { name: 'Zapisz wniosek' }).click();
    await first.getByRole('status').waitFor();
    await second.getByLabel('Uzasadnienie').fill('Tekst drugiej osoby');
    await second.getByRole('button', { name: 'Zapisz wniosek' }).click();
    await second.getByText('Ktoś zapisał to przed chwilą').waitFor();
    await second.getByRole('cell', { name: 'Tekst pierwszej osoby' }).waitFor();
    expect(await second.getByLabel('Uzasadnienie').inputValue()).toBe('Tekst drugiej osoby');
    expect(await faultsInEveryLook(second)).toEqual([]);
    await second.getByRole('button', { name: 'Zapisz moją wersję' }).click();
    await second.getByText('Tekst drugiej osoby').waitFor();
    for (const page of [first, second]) await page.context().close();
  }, 90_000);

  test.each([
    ['ewaluator', ['/wnioski', '/rekomendacje', '/rekomendacje/1', '/rekomendacje/nowa']],
    ['dyrektor', ['/wnioski', '/rekomendacje?uklad=prosta']],
    ['koordynator-poludnie', ['/rekomendacje/1']],
  ])(
    'pages of %s are accessible and fit every window, light and dark',
    async (name, paths) => {
      const page = await person(name);
      const faults: string[] = [];
      for (const path of paths) {
        await page.goto(`${journey.address}${HOME}${path}`);
        faults.push(...(await faultsInEveryLook(page)));
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  test.each([
    ['dyrektor', '/podsumowanie'],
    ['koordynator-polnoc', '/nasze-wyniki'],
  ])(
    'the home of %s is accessible and fits every window, light and dark',
    async (name, path) => {
      const page = await person(name);
      await page.goto(`${journey.address}${path}`);
      expect(await faultsInEveryLook(page)).toEqual([]);
      await page.context().close();
    },
    90_000,
  );
});
