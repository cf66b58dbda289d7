import type { BrowserContextOptions, Page } from 'playwright-core';
import type { EvaluationId } from '../../src/platform/ids';
import { createExpertsMeeting, type ExpertsMeeting } from '../features/workshop/experts-meeting';
import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';

const EVALUATION = 'demonstracja' as EvaluationId;

describeInBrowser('Experts’ sheets in a browser', () => {
  const journey = startJourney();

  const prepare = (): Promise<ExpertsMeeting> => createExpertsMeeting(journey.application.chapters, EVALUATION);
  const wallOf = ({ meeting }: ExpertsMeeting): string =>
    `${journey.address}/badania/${EVALUATION}/warsztat/${meeting.number}`;

  /** The phone of a member, at the sheet. */
  const phone = async ({ meeting }: ExpertsMeeting, member: string, options: BrowserContextOptions = {}) => {
    const page = await (await journey.visit({ viewport: PHONE, ...options })).newPage();
    await page.goto(`${journey.address}/s/${meeting.code ?? ''}`);
    await page.getByLabel('Osoba z listy').selectOption({ label: member });
    await page.getByRole('button', { name: 'Dołącz' }).click();
    return page;
  };
  const openSheet = (page: Page): Promise<void> => page.getByRole('link', { name: /^Arkusz ekspercki/ }).click();
  const place = (page: Page, at: number) => page.getByLabel(`${at}. miejsce`);
  /** Names may not break where a line would end badly; here they may. */
  const chosen = async (page: Page, at: number): Promise<string> =>
    (await place(page, at).locator('option:checked').innerText()).replaceAll('\u00a0', ' ');
  const saved = (page: Page): Promise<void> => page.getByText('Arkusz zapisano').waitFor();

  test('a phone without scripts and one with them fill in sheets; the wall counts them, and shows experts when numbers are shown', async () => {
    const { workshop } = journey.application.chapters;
    const experts = await prepare();
    const wall = await journey.as('ewaluator');
    await wall.goto(wallOf(experts));
    await wall.getByText('Ranking ekspertów pojawi się').waitFor();
    const plain = await phone(experts, 'Osoba 21', { javaScriptEnabled: false });
    await openSheet(plain);
    await place(plain, 1).selectOption({ label: 'Kultura i dziedzictwo' });
    await place(plain, 3).selectOption({ label: 'Zdrowie i rehabilitacja' });
    await plain.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await saved(plain);
    expect(await chosen(plain, 2)).toBe('Zdrowie i rehabilitacja');
    await plain.getByLabel('Popyt: Kultura i dziedzictwo').selectOption('4');
    await plain.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await saved(plain);
    await wall.getByText('Arkusz wypełniło 1 z 23 osób').waitFor();

    const scripted = await phone(experts, 'Osoba 22');
    await openSheet(scripted);
    await place(scripted, 1).focus();
    await scripted.keyboard.type('Mieszkania');
    await scripted.getByLabel('Popyt: Mieszkania wspomagane').waitFor();
    await place(scripted, 2).selectOption({ label: 'Polityka rodzinna' });
    expect(await place(scripted, 3).locator('option', { hasText: 'Polityka rodzinna' }).isDisabled()).toBe(true);
    await scripted.getByLabel('Gotowość PES: Mieszkania wspomagane').selectOption('5');
    await scripted.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await saved(scripted);
    await wall.getByText('Arkusz wypełniło 2 z 23 osób').waitFor();

    await workshop.openVoting(experts.meeting.id, 'spheres');
    await wall.getByRole('button', { name: 'Pokaż liczby głosów' }).click();
    await wall.getByText('Ukryto: eksperci').waitFor();
    await experts.fill(18);
    await wall.getByText('n = 20, na spotkaniu').first().waitFor();
    await wall.getByRole('heading', { name: 'Oceny ekspertów' }).waitFor();
    await workshop.closeVoting(experts.meeting.id, 'spheres');
    await wall.goto(`${journey.address}/badania/${EVALUATION}/sfery`);
    await wall.getByText('n = 20, na spotkaniu').first().waitFor();
    await wall.getByText('Wśród ekspertów').waitFor();
    for (const page of [wall, plain, scripted]) await page.context().close();
  }, 90_000);

  test('a late sheet, one of another device and a sphere at two places get a sentence, and nothing chosen is lost', async () => {
    const { workshop } = journey.application.chapters;
    const experts = await prepare();
    const one = await phone(experts, 'Osoba 1', { javaScriptEnabled: false });
    await openSheet(one);
    await place(one, 1).selectOption({ label: 'Turystyka społeczna' });
    await place(one, 4).selectOption({ label: 'Turystyka społeczna' });
    await one.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await one.getByRole('alert').getByText('Sfera „Turystyka społeczna” jest na dwóch miejscach').waitFor();
    await place(one, 4).selectOption('');

    const other = await phone(experts, 'Osoba 1', { javaScriptEnabled: false });
    await openSheet(other);
    await place(other, 1).selectOption({ label: 'Solidarność pokoleń' });
    await other.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await saved(other);
    await one.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await one.getByRole('alert').getByText('na innym urządzeniu').waitFor();
    expect(await chosen(one, 1)).toBe('Turystyka społeczna');
    await one.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await saved(one);

    await place(one, 2).selectOption({ label: 'Usługi cyfrowe i biurowe' });
    await workshop.openVoting(experts.meeting.id, 'spheres');
    await workshop.closeVoting(experts.meeting.id, 'spheres');
    await one.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await one.getByRole('alert').getByText('Wybór sfer właśnie się zakończył').waitFor();
    expect(await chosen(one, 2)).toBe('Usługi cyfrowe i biurowe');
    expect(await workshop.sheets.sheetsOf(experts.meeting.id)).toHaveLength(1);

    const guest = await phone(experts, 'Osoba 24');
    await guest.goto(`${guest.url()}/arkusz`);
    await guest.getByRole('heading', { name: 'Ta osoba nie ma prawa głosu' }).waitFor();
    for (const page of [one, other, guest]) await page.context().close();
  }, 60_000);

  test('a moderator writes down a sheet from paper, and one more of the same person only on purpose', async () => {
    const { workshop } = journey.application.chapters;
    const experts = await prepare();
    await experts.fill(1);
    const page = await journey.as('ewaluator');
    await page.goto(wallOf(experts));
    await page.getByRole('link', { name: 'Wpisz arkusz z papieru' }).click();
    await place(page, 1).selectOption({ label: 'Polityka rodzinna' });
    await page.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await page.getByRole('alert').getByText('Proszę wybrać, czyj to arkusz').waitFor();
    await page.getByLabel('Czyj to arkusz?').selectOption({ label: 'Osoba 0, OWES Północ' });
    await page.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await page.getByRole('alert').getByText('Ta osoba ma już zapisany arkusz').waitFor();
    await page.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await page.getByText('Arkusz jest zapisany').waitFor();
    expect(await workshop.sheets.sheetsOf(experts.meeting.id)).toMatchObject([{ isPaper: true, revision: 2 }]);
    await page.context().close();
  }, 60_000);

  test('the sheet is accessible and fits every window, light and dark', async () => {
    const sheet = await phone(await prepare(), 'Osoba 22');
    await openSheet(sheet);
    await sheet.getByRole('button', { name: 'Zapisz arkusz' }).click();
    await sheet.getByRole('alert').waitFor();
    await place(sheet, 1).selectOption({ label: 'Polityka rodzinna' });
    await sheet.locator('summary').click();
    expect(await faultsInEveryLook(sheet)).toEqual([]);
    await sheet.context().close();
  }, 180_000);

  test('the wall with rankings, and the sheet from paper, are accessible and fit every window, light and dark', async () => {
    const { workshop } = journey.application.chapters;
    const experts = await prepare();
    const wall = await journey.as('ewaluator');
    await wall.goto(`${wallOf(experts)}/arkusze`);
    const faults = [...(await faultsInEveryLook(wall))];
    await experts.fill(18);
    await workshop.hideCounts(await experts.read(), 'spheres', false);
    await wall.goto(wallOf(experts));
    await wall.getByText('n = 18, na spotkaniu').first().waitFor();
    faults.push(...(await faultsInEveryLook(wall)));
    expect(faults).toEqual([]);
    await wall.context().close();
  }, 180_000);
});
