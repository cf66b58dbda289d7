import type { BrowserContextOptions, Page } from 'playwright-core';
import { newId } from '../../src/platform/ids';
import { loadTranslators } from '../../src/platform/i18n';
import type { ReportKind, StoredReport } from '../../src/features/reports/domain';
import { describeInBrowser, faultsInEveryLook, PHONE } from '../support/browser';
import { startJourney } from '../support/journey';
import { DEMONSTRATION } from '../features/reports/small-reports';

const translators = loadTranslators('locales');
const { pl } = translators;

describeInBrowser('Published reports in a browser', () => {
  const journey = startJourney();

  const signedIn = async (person: string, options: BrowserContextOptions = {}): Promise<Page> =>
    journey.as(person, options);

  /** A report with its ready structure, as its author begins it. */
  const begun = async (kind: ReportKind, institution: string | null = null): Promise<StoredReport> => {
    const { reports, evaluations } = journey.application.chapters;
    const evaluation = await evaluations.readEvaluation(DEMONSTRATION);
    const { title, blocks } = await reports.readyStructure(evaluation, kind, institution, pl);
    const written = { kind, institution, language: 'pl', title, blocks, by: 'Anna Wrona' } as const;
    return reports.editor.createReport(DEMONSTRATION, written);
  };

  const addressOf = ({ id }: StoredReport): string => `${journey.address}/badania/demonstracja/raporty/${id}`;

  const publish = async (page: Page, report: StoredReport): Promise<void> => {
    await page.goto(`${addressOf(report)}/publikacja`);
    await page.getByRole('button', { name: /Opublikuj wersję/ }).click();
    await page.waitForURL(/\/wersje\/\d+$/);
  };

  /** The same, without its page: other tests look at that. */
  const publishAtOnce = async ({ id, revision }: StoredReport): Promise<void> => {
    const { published, publicPages } = journey.application.chapters.reports;
    const form = { report: id, revision, state: 'preliminary', erratum: null, by: 'Anna Wrona' } as const;
    const key = newId<'key'>();
    await publicPages.openFor(
      await published.publishReport(DEMONSTRATION, { ...form, key, translatorOf: (language) => translators[language] }),
    );
  };

  test('without scripts: a report is published, read by the director, and its numbers stand in open tables', async () => {
    const report = await begun('summary');
    const page = await signedIn('ewaluator', { javaScriptEnabled: false });
    await publish(page, report);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('.sheet details.as-table:not([open])').count()).toBe(
      await page.locator('.sheet .bars').count(),
    );
    await page.context().close();

    const director = await signedIn('dyrektor', { javaScriptEnabled: false });
    await director.goto(`${journey.address}/raporty`);
    await director.getByRole('link', { name: report.title, exact: true }).click();
    await director.getByText('Wyniki wstępne').first().waitFor();
    expect(await director.getByRole('button', { name: /Opublikuj/ }).count()).toBe(0);
    await director.context().close();
  }, 90_000);

  test('its pages are accessible and fit every window, light and dark, and the figures are drawn', async () => {
    const [card, plain] = [await begun('scorecard', 'owes-polnoc'), await begun('public')];
    const page = await signedIn('ewaluator');
    page.setDefaultTimeout(30_000);
    for (const report of [card, plain, plain]) await publishAtOnce(report);
    const faults: string[] = [];
    const look = async (address: string): Promise<void> => {
      await page.goto(address);
      faults.push(...(await faultsInEveryLook(page)));
    };
    for (const path of ['/publikacja', '/wersje', '/wersje/1', '/wersje/2', '/wersje/2/zmiany'])
      await look(`${addressOf(plain)}${path}`);
    await look(`${addressOf(card)}/wersje/1`);
    await look(`${journey.address}/raporty`);
    await look(`${journey.address}/badania/demonstracja/wyniki-ostateczne`);
    const { code } = (await journey.application.chapters.reports.publicPages.findOf(plain.id)) ?? { code: '' };
    await look(`${journey.address}/r/${code}`);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 240_000);

  test('printed from the browser it is the sheet alone, on A4 pages', async () => {
    const report = await begun('summary');
    const page = await signedIn('ewaluator');
    await publish(page, report);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side').isVisible()).toBe(false);
    expect(await page.locator('.report-head').isVisible()).toBe(false);
    expect(await page.locator('article.sheet').isVisible()).toBe(true);
    const file = await page.pdf({ preferCSSPageSize: true });
    const sizes = [...file.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
    expect(sizes.length).toBeGreaterThan(0);
    // A4 upright: 595 by 842 points.
    expect(sizes.every(([, width, height]) => Math.round(Number(width) / 5) === 119 && Number(height) > 840)).toBe(
      true,
    );
    await page.context().close();
  }, 60_000);

  test('an erratum that is missing is asked for in an alert that takes the focus', async () => {
    const report = await begun('summary');
    const page = await signedIn('ewaluator', { viewport: PHONE });
    await publish(page, report);
    await journey.application.chapters.evaluations.finishResults(DEMONSTRATION, {
      on: new Date().toISOString().slice(0, 10),
      by: 'Anna Wrona',
    });
    await page.goto(`${addressOf(report)}/publikacja`);
    await page.getByLabel('Wyniki ostateczne').check();
    await page.getByRole('button', { name: 'Opublikuj wersję 2' }).click();
    await page.waitForURL(/\/wersje\/2$/);
    await page.goto(`${addressOf(report)}/publikacja`);
    await page.getByRole('button', { name: 'Opublikuj wersję 3' }).click();
    await page.getByRole('alert').getByText('poprzednia jest ostateczna').click();
    await page.getByLabel('Errata: co ta wersja poprawia').fill('Poprawiono podpis tabeli 1.');
    await page.getByRole('button', { name: 'Opublikuj wersję 3' }).click();
    await page.waitForURL(/\/wersje\/3$/);
    expect(await page.getByText('Poprawiono podpis tabeli 1.').first().isVisible()).toBe(true);
    await page.context().close();
  }, 90_000);
});
