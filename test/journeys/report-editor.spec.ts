import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { EvaluationId } from '../../src/platform/ids';
import type { BlockContent, StoredReport } from '../../src/features/reports/domain';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from '../support/application';
import { describeInBrowser, faultsInEveryLook, openBrowser, PHONE, signIn, visit } from '../support/browser';

const EVALUATION = 'demonstracja' as EvaluationId;
const LIST = `/badania/${EVALUATION}/raporty`;
const EVALUATOR = 'ewaluator@demo.example';
const COLLEAGUE = 'administrator@demo.example';

const BLOCKS: readonly BlockContent[] = [
  { kind: 'heading', level: 1, text: '1. Wprowadzenie' },
  { kind: 'lead', text: 'Wprowadzenie do raportu.' },
  { kind: 'heading', level: 1, text: '2. Jakość usług' },
  { kind: 'text', text: 'Różnice dotyczą **czasu**.' },
  { kind: 'quote', text: 'Zawsze ktoś odbiera telefon.', source: 'klientka, OWES Północ' },
  {
    kind: 'data',
    display: 'figure',
    title: 'Ocena współpracy',
    source: {
      kind: 'live',
      dataset: 'owes-clients',
      rows: ['J'],
      columns: ['instytucja'],
      weight: null,
      filter: [],
    },
  },
];

describeInBrowser('the report editor in a browser', () => {
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

  const signedIn = async (
    options: Parameters<typeof visit>[1] = {},
    email = EVALUATOR,
  ): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
    const context = await visit(browser, options);
    return { context, page: await signIn(context, application.address, email, DEMO_PASSWORD) };
  };
  const begin = (): Promise<StoredReport> =>
    application.chapters.reports.editor.createReport(EVALUATION, {
      kind: 'own',
      institution: null,
      language: 'pl',
      title: 'Raport próbny',
      blocks: BLOCKS,
      by: 'Anna Wrona',
    });
  const addressOf = ({ id }: StoredReport): string => `${application.address}${LIST}/${id}`;
  const read = ({ id }: StoredReport): Promise<StoredReport> =>
    application.chapters.reports.editor.readReport({ evaluationId: EVALUATION, id });
  const textsOf = async (report: StoredReport): Promise<readonly string[]> =>
    (await read(report)).blocks.map((block) => ('text' in block ? block.text : block.kind));

  test('no page has an accessibility fault or scrolls sideways, in four looks and at 320 px', async () => {
    const report = await begin();
    const data = report.blocks[5]?.id ?? '';
    const { context, page } = await signedIn();
    const faults: string[] = [];
    const paths = ['', '?rozdzial=2', `/bloki/${data}`, `/bloki/${report.blocks[3]?.id ?? ''}`, '/usun'];
    for (const path of paths) {
      await page.goto(`${addressOf(report)}${path}`);
      faults.push(...(await faultsInEveryLook(page)));
    }
    await page.goto(`${application.address}${LIST}`);
    faults.push(...(await faultsInEveryLook(page)));
    await page.goto(`${addressOf(report)}?rozdzial=2`);
    await page.getByRole('button', { name: 'Zamroź blok 6' }).click();
    await page.getByText('Zamrożono. Te liczby już się nie zmienią.').waitFor();
    await page.getByRole('button', { name: 'Odśwież blok 6' }).click();
    await page.getByRole('button', { name: 'Odśwież i zamroź na nowo' }).waitFor();
    faults.push(...(await faultsInEveryLook(page)));
    await context.close();
    expect(faults).toEqual([]);
  }, 300_000);

  test('saves by itself when typing stops, and keeps the text when the network is away', async () => {
    const report = await begin();
    const { context, page } = await signedIn();
    await page.goto(`${addressOf(report)}?rozdzial=2`);
    const status = page.locator('[data-save]');
    await page.getByLabel('4. Tekst').fill('Pisane bez przycisku');
    await says(status, /Zapisano o\s\d{2}:\d{2}/);
    await until(async () => (await textsOf(report))[3] === 'Pisane bez przycisku');

    await context.setOffline(true);
    await page.getByLabel('4. Tekst').fill('Pisane bez sieci');
    await says(status, /Brak połączenia|Nie zapisano/);
    await context.setOffline(false);
    await until(async () => (await textsOf(report))[3] === 'Pisane bez sieci');
    expect(await textsOf(report)).toHaveLength(BLOCKS.length);
    await context.close();
  }, 90_000);

  test('tells at once when somebody else changed the block, and keeps both texts', async () => {
    const report = await begin();
    const anna = await signedIn();
    const jan = await signedIn({}, COLLEAGUE);
    for (const { page } of [anna, jan]) await page.goto(`${addressOf(report)}?rozdzial=2`);
    await jan.page.getByLabel('4. Tekst').fill('Tekst Jana');
    await until(async () => (await textsOf(report))[3] === 'Tekst Jana');
    await anna.page.getByLabel('4. Tekst').fill('Tekst Anny');
    await says(anna.page.getByRole('alert'), /Ktoś zmienił ten blok/);
    expect(await anna.page.getByLabel('4. Tekst').inputValue()).toBe('Tekst Anny');
    await anna.page.getByRole('button', { name: 'Pokaż oba teksty' }).click();
    await says(anna.page.locator('main'), /Oba teksty są poniżej/);
    expect(await faultsInEveryLook(anna.page)).toEqual([]);
    await anna.page.getByRole('button', { name: 'Zapisz wybór' }).click();
    await anna.page.waitForURL(/po=zapisie/);
    expect((await textsOf(report))[3]).toBe('Tekst Jana\n\nTekst Anny');
    await anna.context.close();
    await jan.context.close();
  }, 120_000);

  test('is used by keyboard alone: a block is added, written, moved and taken back', async () => {
    const report = await begin();
    const { context, page } = await signedIn();
    await page.goto(`${addressOf(report)}?rozdzial=2`);
    await page.getByLabel('4. Tekst').focus();
    await says(page.locator('[data-add-legend]'), /po bloku 4/);
    await page.getByRole('button', { name: 'Uwaga', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=dodaniu/);
    await page.keyboard.type('Dane nieważone.');
    await until(async () => (await textsOf(report))[4] === 'Dane nieważone.');
    await page.getByRole('button', { name: 'Przesuń blok 5 w górę' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=gorze/);
    expect((await textsOf(report))[3]).toBe('Dane nieważone.');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /Przesuń blok 4 w\sgórę/,
    );
    await page.getByRole('button', { name: 'Cofnij', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/po=cofnieciu/);
    expect((await textsOf(report))[4]).toBe('Dane nieważone.');
    await context.close();
  }, 90_000);

  test('works without scripts, on a phone: everything typed is saved by any button', async () => {
    const report = await begin();
    const { context, page } = await signedIn({ javaScriptEnabled: false, viewport: PHONE });
    await page.goto(`${application.address}${LIST}`);
    await page.getByRole('link', { name: 'Raport próbny' }).last().click();
    await page.getByText('Rozdziały (2)').click();
    await page
      .getByRole('navigation', { name: 'Rozdziały raportu' })
      .getByRole('link', { name: /Jakość usług/ })
      .click();
    await page.getByLabel('4. Tekst').fill('Bez skryptów');
    await page.getByLabel('Skąd cytat').fill('klient');
    await page.getByRole('button', { name: 'Powiel blok 4' }).click();
    await page.waitForURL(/po=powieleniu/);
    const { blocks } = await read(report);
    expect(blocks[3]).toMatchObject({ text: 'Bez skryptów' });
    expect(blocks[4]).toMatchObject({ text: 'Bez skryptów' });
    expect(blocks[5]).toMatchObject({ source: 'klient' });
    const frame = page.frameLocator('iframe');
    await frame.getByText('Bez skryptów').first().waitFor();
    await context.close();
  }, 90_000);
});

const says = async (place: ReturnType<Page['locator']>, words: RegExp): Promise<void> => {
  await until(async () => words.test(await place.first().innerText()));
};

const TRIES = 150;
const PAUSE_MS = 100;

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  throw new Error('it did not become so');
};
