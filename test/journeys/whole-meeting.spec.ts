import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeInBrowser, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const STUDY = '/badania/demonstracja';
const HOME = `${STUDY}/warsztat`;
const MEMBERS = [
  'Ewa Nowicka; ROPS; ewa@rops.example',
  'Marek Zych; OWES Północ; marek@owes.example',
  'Leszek Rak; OWES Południe',
];
const DAY = '2027-03-18';

/** Screens 13, 14, 14b, 21, 24 and the register, one after another, as a group would go through them. */
describeInBrowser('A whole meeting, from the group to the register', () => {
  const journey = startJourney();

  const phone = async (code: string, name: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await journey.visit({ viewport: PHONE, ...options })).newPage();
    await page.goto(`${journey.address}/s/${code}`);
    await page.getByLabel('Osoba z listy').selectOption({ label: name });
    await page.getByRole('button', { name: 'Dołącz' }).click();
    await page.getByText('1. Wnioski').first().waitFor({ state: 'attached' });
    return page;
  };

  /** A meeting that is open, on the wall. */
  const openMeeting = async (wall: Page): Promise<string> => {
    await wall.goto(`${journey.address}${HOME}/nowe`);
    await wall.getByLabel('Nazwa spotkania').fill('Spotkanie nad wynikami');
    await wall.getByLabel('Dzień').fill(DAY);
    await wall.getByLabel('Od', { exact: true }).fill('10:00');
    for (const box of await wall.locator('input[name=sklad]').all()) await box.uncheck();
    await wall.locator('#osoby').fill(MEMBERS.join('\n'));
    await wall.getByRole('button', { name: 'Zapisz spotkanie' }).click();
    await wall.goto(wall.url().replace(/\/przygotowanie.*$/, ''));
    await wall.getByRole('button', { name: 'Otwórz spotkanie' }).click();
    return (await wall.locator('.join .code').innerText()).replaceAll(/\D/g, '');
  };

  const proposeAndVote = async (wall: Page, phones: readonly Page[]): Promise<void> => {
    const [first, second, plain] = phones as [Page, Page, Page];
    await wall.getByRole('button', { name: 'Dalej: Propozycje' }).click();
    await first.getByLabel('Propozycja', { exact: true }).fill('Wspólny numer telefonu');
    await first.getByText('Koordynacja', { exact: true }).click();
    await first.getByRole('button', { name: 'Wyślij propozycję' }).click();
    await wall.getByText('Wspólny numer telefonu').waitFor();
    await plain.reload();
    await plain.getByLabel('Propozycja', { exact: true }).fill('Wzór wniosku z przykładem');
    await plain.getByText('Jakość', { exact: true }).click();
    await plain.getByRole('button', { name: 'Wyślij propozycję' }).click();
    await wall.getByText('Wzór wniosku z przykładem').waitFor();
    await wall.getByRole('button', { name: 'Dalej: Głosowanie' }).click();
    await wall.getByRole('button', { name: 'Rozpocznij głosowanie' }).click();
    for (const page of [first, second]) await page.getByRole('button', { name: /Głosuj.*Wspólny numer/ }).click();
    await plain.reload();
    await plain.getByRole('button', { name: /Głosuj.*Wzór wniosku/ }).click();
    await wall.getByText('Głosowało 3 z 3 osób').first().waitFor();
    await wall.locator('summary', { hasText: 'Zakończ głosowanie' }).click();
    await wall.getByRole('button', { name: 'Zakończ głosowanie' }).click();
    await wall.locator('.proposal', { hasText: 'Wspólny numer' }).locator('.votes', { hasText: '2' }).waitFor();
  };

  const chooseSpheres = async (wall: Page, phones: readonly Page[]): Promise<void> => {
    const [first, second] = phones as [Page, Page];
    await wall.getByRole('button', { name: 'Dalej: Sfery rozwoju' }).click();
    await wall.getByRole('button', { name: 'Rozpocznij wybór sfer' }).click();
    await second.getByRole('checkbox').first().check();
    await second.getByRole('button', { name: 'Zapisz wybór' }).click();
    await second.getByText('Wybrano 1 z 3').waitFor();
    await first.getByRole('link', { name: /Arkusz ekspercki/ }).click();
    await first.getByLabel('1. miejsce').selectOption({ index: 1 });
    await first.getByRole('button', { name: 'Zapisz arkusz' }).first().click();
    await first.getByRole('status').first().waitFor();
    await wall.locator('summary', { hasText: 'Zakończ wybór sfer' }).click();
    await wall.getByRole('button', { name: 'Zakończ wybór sfer' }).click();
    await wall.getByText('Wybór sfer zakończony').first().waitFor();
    await wall.getByRole('button', { name: 'Dalej: Ustalenia' }).click();
  };

  const agree = async (desk: Page, meeting: string): Promise<void> => {
    await desk.goto(`${meeting}/propozycje`);
    await desk
      .getByRole('link', { name: /Wspólny numer/ })
      .first()
      .click();
    await desk.getByLabel('Przyjęta').check();
    await desk.getByLabel('Uzasadnienie').fill('Najwięcej głosów w obszarze koordynacji');
    await desk.getByRole('button', { name: 'Zapisz wynik' }).click();
    await desk.getByText('Wynik jest zapisany.').waitFor();
    await desk.goto(`${meeting}/ustalenia`);
    await desk.getByRole('link', { name: /Zapisz ustalenie.*Wspólny numer/ }).click();
    await desk.getByRole('button', { name: 'Zapisz ustalenie' }).click();
    await desk
      .getByRole('alert')
      .getByRole('link', { name: /Proszę wskazać adresata/ })
      .waitFor();
    await desk.getByRole('checkbox', { name: 'OWES Północ' }).check();
    await desk.getByLabel('Osoba odpowiedzialna').fill('Marek Zych');
    await desk.getByLabel('Termin').fill('2027-06-30');
    await desk.getByRole('button', { name: 'Zapisz ustalenie' }).click();
    await desk.getByRole('cell', { name: 'Wspólny numer telefonu', exact: true }).waitFor();
  };

  /** @returns the personal link of the member with an address */
  const sendMinutes = async (desk: Page, meeting: string): Promise<string> => {
    await desk.goto(`${meeting}/protokol`);
    await desk.getByText('Obecne były 3 osoby').first().waitFor();
    await desk.getByRole('link', { name: 'Wyślij do zatwierdzenia' }).click();
    await desk.getByRole('button', { name: 'Wyślij' }).click();
    await desk.getByText('Zatwierdziło 0 z 3 osób.').waitFor();
    const response = await desk.request.get(`${meeting}/protokol.pdf`);
    expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await desk.goto(`${journey.address}/poczta`);
    const letter = desk.getByRole('link', { name: /[Pp]rotok/ }).first();
    await letter.click();
    return /\/p\/protokol\/[\w-]+/.exec(await desk.locator('main textarea').inputValue())?.[0] ?? '';
  };

  test('the group meets, proposes, votes, chooses and agrees; members approve the minutes and an addressee reports', async () => {
    const wall = await journey.as('ewaluator');
    const code = await openMeeting(wall);
    const meeting = wall.url();
    const phones = [
      await phone(code, 'Ewa Nowicka'),
      await phone(code, 'Marek Zych'),
      await phone(code, 'Leszek Rak', { javaScriptEnabled: false }),
    ];
    await wall.getByText('W spotkaniu uczestniczą 3 osoby').waitFor();
    await proposeAndVote(wall, phones);
    await chooseSpheres(wall, phones);
    await agree(wall, meeting);
    await wall.goto(meeting);
    await wall.getByText('Wspólny numer telefonu').first().waitFor();
    await wall.locator('summary', { hasText: 'Zakończ spotkanie' }).click();
    await wall.getByRole('button', { name: 'Zakończ spotkanie' }).click();
    await wall.getByText('Spotkanie jest zakończone').first().waitFor();

    const link = await sendMinutes(wall, meeting);
    expect(link).not.toBe('');
    const member = await (await journey.visit({ viewport: PHONE, javaScriptEnabled: false })).newPage();
    await member.goto(`${journey.address}${link}`);
    await member.getByRole('button', { name: 'Zatwierdzam' }).click();
    await member.locator('.note-ok').first().waitFor();
    await member.goto(`${journey.address}${link}`);
    await member.getByText('Wspólny numer telefonu').first().waitFor();
    await wall.goto(`${meeting}/protokol`);
    await wall.getByText('Zatwierdziła 1 z 3 osób.').waitFor();

    const coordinator = await journey.as('koordynator-polnoc', { viewport: PHONE });
    await coordinator.goto(`${journey.address}${STUDY}/wdrazanie`);
    await coordinator.getByRole('link', { name: /Wspólny numer telefonu/ }).click();
    await coordinator.getByLabel('Przyjmujemy', { exact: true }).check();
    await coordinator.getByLabel('Uzasadnienie albo co zrobiono').fill('Numer ruszy w maju.');
    await coordinator.getByRole('button', { name: 'Zapisz sprawozdanie' }).click();
    await coordinator.getByText('Zapisano sprawozdanie.').waitFor();
    await wall.goto(`${journey.address}${STUDY}/wdrazanie?adresat=owes-polnoc`);
    await wall.getByText('Numer ruszy w maju.').first().waitFor();
    for (const page of [wall, member, coordinator, ...phones]) await page.context().close();
  }, 240_000);
});
