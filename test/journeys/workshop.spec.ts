import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/warsztat';
const MEMBERS = [
  'Ewa Nowicka; ROPS',
  'Marek Zych; OWES Północ',
  'Leszek Rak; OWES Południe',
  'Anna Gość; Gmina; bez głosu',
];

describeInBrowser('The thematic group in a browser', () => {
  const journey = startJourney();

  const evaluator = async (options: BrowserContextOptions = {}): Promise<Page> => journey.as('ewaluator', options);

  /** A meeting that is open, on the wall. */
  const openMeeting = async (page: Page): Promise<string> => {
    await page.goto(`${journey.address}${HOME}`);
    await page.getByRole('link', { name: 'Nowe spotkanie' }).click();
    await page.getByLabel('Nazwa spotkania').fill('Grupa tematyczna ROPS i OWES');
    await page.getByLabel('Dzień').fill('2026-12-10');
    await page.getByLabel('Od', { exact: true }).fill('10:00');
    for (const member of await page.locator('input[name=sklad]').all()) await member.uncheck();
    await page.locator('#osoby').fill(MEMBERS.join('\n'));
    await page.getByLabel('Kworum').fill('50');
    await page.getByRole('button', { name: 'Zapisz spotkanie' }).click();
    await page.getByRole('button', { name: 'Otwórz spotkanie' }).click();
    return (await page.locator('.join .code').innerText()).replaceAll(/\D/g, '');
  };

  const phone = async (code: string, name: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await journey.visit({ viewport: PHONE, ...options })).newPage();
    await page.goto(`${journey.address}/s`);
    await page.getByLabel('Kod spotkania').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByLabel('Osoba z listy').selectOption({ label: name });
    await page.getByRole('button', { name: 'Dołącz' }).click();
    await page.getByText('1. Wnioski').first().waitFor({ state: 'attached' });
    return page;
  };

  test('a moderator, a wall and three phones, one of them without scripts: proposals, votes and spheres are on the wall', async () => {
    const wall = await evaluator();
    const code = await openMeeting(wall);
    const phones = [
      await phone(code, 'Ewa Nowicka'),
      await phone(code, 'Marek Zych'),
      await phone(code, 'Leszek Rak', { javaScriptEnabled: false }),
    ] as const;
    await wall.getByText('W spotkaniu uczestniczą 3 osoby').waitFor();

    await wall.getByRole('button', { name: 'Dalej: Propozycje' }).click();
    await phones[0].getByLabel('Propozycja', { exact: true }).fill('Wspólny numer telefonu');
    await phones[0].getByText('Koordynacja', { exact: true }).click();
    await phones[0].getByRole('button', { name: 'Wyślij propozycję' }).click();
    await wall.getByText('Wspólny numer telefonu').waitFor();
    await phones[2].reload();
    await phones[2].getByLabel('Propozycja', { exact: true }).fill('<script>alert(1)</script> Wzór wniosku');
    await phones[2].getByText('Jakość', { exact: true }).click();
    await phones[2].getByRole('button', { name: 'Wyślij propozycję' }).click();
    await wall.getByText('<script>alert(1)</script> Wzór wniosku').waitFor();
    await phones[1].getByText('Wspólny numer telefonu').first().waitFor();

    await wall.getByRole('button', { name: 'Dalej: Głosowanie' }).click();
    await wall.getByRole('button', { name: 'Rozpocznij głosowanie' }).click();
    for (const page of phones.slice(0, 2)) await page.getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await phones[2].reload();
    await phones[2].getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await phones[2].getByText('Pozostały 2 głosy z 3').waitFor();
    await wall.getByText('Głosowało 3 z 3 osób, oddano 3 z 9 głosów').waitFor();
    await wall.getByText('Jest kworum').waitFor();
    await wall.locator('summary', { hasText: 'Zakończ głosowanie' }).click();
    await wall.getByRole('button', { name: 'Zakończ głosowanie' }).click();
    await wall.locator('.proposal', { hasText: 'Wspólny numer' }).locator('.votes', { hasText: '3' }).waitFor();

    await wall.getByRole('button', { name: 'Dalej: Sfery rozwoju' }).click();
    await wall.getByRole('button', { name: 'Rozpocznij wybór sfer' }).click();
    await phones[1].getByText('Proszę wybrać najwyżej 3 sfery').first().waitFor();
    await phones[1].getByRole('checkbox').first().check();
    await wall.getByRole('button', { name: 'Pokaż liczby głosów' }).last().click();
    await wall.getByRole('button', { name: 'Wróć: Głosowanie' }).click();
    await phones[1].getByText('Spotkanie poszło dalej').waitFor();
    await wall.getByRole('button', { name: 'Dalej: Sfery rozwoju' }).click();
    expect(await phones[1].getByRole('checkbox').first().isChecked()).toBe(true);
    await phones[1].getByRole('button', { name: 'Zapisz wybór' }).click();
    await phones[1].getByText('Wybrano 1 z 3').waitFor();
    await wall.locator('summary', { hasText: 'Zakończ wybór sfer' }).click();
    await wall.getByRole('button', { name: 'Zakończ wybór sfer' }).click();
    await wall.getByText('Wybór sfer zakończony').first().waitFor();
    const meeting = (await journey.application.chapters.workshop.listMeetings('demonstracja' as never)).at(-1);
    expect(meeting?.voting.turnout).toEqual({ voters: 3, eligible: 3, votes: 3 });
    expect(meeting?.spheres.turnout).toMatchObject({ voters: 1, votes: 1 });
    for (const page of phones) await page.context().close();
    await wall.context().close();
  }, 90_000);

  test('wrong codes, too long a proposal and a missing right to vote get a clear sentence, and nothing typed is lost', async () => {
    const wall = await evaluator();
    const code = await openMeeting(wall);
    await wall.getByRole('button', { name: 'Dalej: Propozycje' }).click();
    const page = await phone(code, 'Anna Gość');
    const long = 'Bardzo długa propozycja. '.repeat(400);
    await page.getByLabel('Propozycja', { exact: true }).fill(long);
    await page.getByText('Jakość', { exact: true }).click();
    await page.getByRole('button', { name: 'Wyślij propozycję' }).click();
    await page.getByRole('alert').getByText('może mieć najwyżej 140').waitFor();
    expect((await page.getByLabel('Propozycja', { exact: true }).inputValue()).length).toBe(long.trim().length);
    await page.getByText('bez prawa głosu').first().waitFor();
    await page.goto(`${journey.address}/s/000000`);
    await page.getByRole('heading', { name: 'Nie ma teraz spotkania z takim kodem' }).waitFor();
    await page.context().close();
    await wall.context().close();
  }, 60_000);

  test('its pages are accessible and fit every window, light and dark', async () => {
    const wall = await evaluator();
    const faults: string[] = [];
    await wall.goto(`${journey.address}${HOME}/nowe`);
    faults.push(...(await faultsInEveryLook(wall)));
    await wall.getByRole('button', { name: 'Zapisz spotkanie' }).click();
    faults.push(...(await faultsInEveryLook(wall)));
    const code = await openMeeting(wall);
    await wall.getByRole('button', { name: 'Dalej: Propozycje' }).click();
    await wall.getByRole('button', { name: 'Dalej: Głosowanie' }).click();
    faults.push(...(await faultsInEveryLook(wall)));
    const page = await phone(code, 'Marek Zych');
    faults.push(...(await faultsInEveryLook(page)));
    await page.goto(`${journey.address}/s`);
    faults.push(...(await faultsInEveryLook(page)));
    await wall.goto(`${journey.address}${HOME}`);
    faults.push(...(await faultsInEveryLook(wall)));
    expect(faults).toEqual([]);
    await page.context().close();
    await wall.context().close();
  }, 120_000);
});
