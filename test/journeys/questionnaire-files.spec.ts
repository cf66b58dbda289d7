/* eslint-disable no-restricted-syntax -- a label with markup is what one test is about */
import type { Page } from 'playwright-core';
import { writeWorkbook } from '../../src/platform/spreadsheet';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const ALL = '/badania/demonstracja/kwestionariusz';
/** A form as colleagues make it in a spreadsheet: some of it has no counterpart here. */
const COLLEAGUES_FORM = () =>
  writeWorkbook([
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label', 'relevant', 'default', 'constraint'],
        ['start', 'start', null, null, null, null],
        ['begin_group', 'dane', 'Dane podmiotu', null, null, null],
        ['select_one forma', 'forma_prawna', 'Jaka jest forma prawna?', null, 'fundacja', null],
        [
          'integer',
          'ile_osob',
          'Ile osób pracuje?',
          "${forma_prawna} = 'spoldzielnia_socjalna'",
          null,
          '. >= 0 and . <= 500',
        ],
        ['geopoint', 'miejsce', 'Gdzie jest siedziba?', null, null, null],
        ['text', 'uwagi', 'Uwagi <b>dodatkowe</b>', "pulldata('a', 'b', 'c', 'd') = 1", null, null],
        ['end_group', null, null, null, null, null],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', 'label'],
        ['forma', 'fundacja', 'Fundacja'],
        ['forma', 'spoldzielnia_socjalna', 'Spółdzielnia socjalna'],
      ],
    },
    {
      name: 'settings',
      rows: [
        ['form_title', 'form_id'],
        ['Ankieta kolegów', 'ankieta_kolegow'],
      ],
    },
  ]);

describeInBrowser('a questionnaire comes from a file', () => {
  const journey = startJourney();

  const chooseFile = async (page: Page): Promise<void> => {
    await page.getByLabel('Plik', { exact: true }).setInputFiles({
      name: 'ankieta-kolegow.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await COLLEAGUES_FORM(),
    });
    await page.getByRole('button', { name: 'Sprawdź plik' }).click();
    await page.getByRole('heading', { name: 'Raport z pliku ankieta-kolegow.xlsx (XLSForm)' }).waitFor();
  };

  test('without scripts: the file, its report, a new questionnaire; no page has accessibility faults', async () => {
    const context = await journey.visit({ javaScriptEnabled: false });
    const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    await page.goto(`${journey.address}${ALL}/wczytaj`);
    await page.getByRole('button', { name: 'Sprawdź plik' }).click();
    await page.getByRole('alert').getByText('Proszę wybrać plik').waitFor();
    await chooseFile(page);
    expect(await page.getByText('Nie ma pytań typu „geopoint”').count()).toBe(1);
    expect(await page.getByLabel('Kod').inputValue()).toBe('ankieta-kolegow');
    await page.getByRole('button', { name: 'Utwórz kwestionariusz' }).click();
    await page.waitForURL(`**${ALL}/ankieta-kolegow/pytania**`);
    expect(await page.getByText('Jaka jest forma prawna?').count()).toBeGreaterThan(0);
    await context.close();
  }, 60_000);

  test('the tab, the report and the page for a new questionnaire are free of accessibility faults', async () => {
    const context = await journey.visit();
    const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    const faults: string[] = [];
    await page.goto(`${journey.address}${ALL}/wczytaj`);
    faults.push(...(await faultsInEveryLook(page)));
    await chooseFile(page);
    faults.push(...(await faultsInEveryLook(page)));
    await page.goto(`${journey.address}${ALL}/rops-partners/pliki`);
    faults.push(...(await faultsInEveryLook(page)));
    await chooseFile(page);
    faults.push(...(await faultsInEveryLook(page)));
    await page.getByRole('button', { name: 'Zastąp treść kwestionariusza' }).press('Enter');
    await page.getByText('Treść z pliku jest na miejscu.').waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
