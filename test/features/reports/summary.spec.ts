import { execFileSync, spawnSync } from 'node:child_process';
import { composeSummary } from '../../../src/features/reports/compose-summary';
import type { ReportTree } from '../../../src/features/reports/domain';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { renderTree } from '../../../src/features/reports/pdf/render-tree';
import { presentDirectorHome } from '../../../src/features/reports/present-director-home';
import { presentOwnResults } from '../../../src/features/reports/present-own-results';
import type { Locale } from '../../../src/platform/i18n';
import { countPages, faultsOf } from './check-pdf';
import { coordinator, demonstrationMaterial, ORDINARY, translators, type Crowd } from './demonstration';

const fonts = openFonts();
const render = async (tree: ReportTree): Promise<Buffer> => Buffer.from((await renderTree(fonts, tree)).bytes);
const compose = async (crowd: Crowd = ORDINARY, locale: Locale = 'pl'): Promise<ReportTree> =>
  composeSummary(await demonstrationMaterial(crowd, locale), translators[locale]);

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (file: Buffer): string =>
  hasPdfToText
    ? execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: file })
    : JSON.stringify(file);

describe('the director’s summary', () => {
  it.each<[string, Crowd, Locale]>([
    ['the demonstration', ORDINARY, 'pl'],
    ['the demonstration in English', ORDINARY, 'en'],
    ['a small study', { clients: 40, partners: 20 }, 'pl'],
    ['a large study', { clients: 400, partners: 200 }, 'pl'],
    ['a study without answers', { clients: 0, partners: 0 }, 'pl'],
  ])('has two pages, both standards and under 0.4 MB: %s', async (_, crowd, locale) => {
    const file = await render(await compose(crowd, locale));
    expect(countPages(file)).toBe(2);
    expect(faultsOf(file)).toEqual([]);
    expect(file.length).toBeLessThan(400_000);
  });

  it('is the same file for the same answers, and its creation date is the day of the last answer', async () => {
    const tree = await compose();
    expect((await render(tree)).equals(await render(await compose()))).toBe(true);
    expect(tree.about.dataCut).toBe('2026-11-18');
  });

  it('gives its key figures as the results page does', async () => {
    const { keyFigures, results } = await demonstrationMaterial();
    const rating = results.keyFigures?.overallRating;
    const share = rating?.level === 'estimates' ? rating.estimates.top?.share : null;
    expect(keyFigures[0]?.value).toBe(translators.pl.format.percent(share!));
    const text = textOf(await render(await compose()));
    for (const { value } of hasPdfToText ? keyFigures : []) expect(text).toContain(value);
  });

  it('says on each page that results are preliminary, of which day, from how many answers, and that data are invented', async () => {
    const { about } = await compose();
    expect(about.running.status).toBe('Wyniki wstępne, stan danych na 18 listopada 2026, n\u00a0=\u00a0210');
    expect(about.running.method).toContain('CAWI');
    expect(about.running.demonstrationMark).toBe('Dane demonstracyjne');
  });

  it('draws institutions with a spoken alternative that holds numbers', async () => {
    const { blocks } = await compose();
    const figures = blocks.filter((block) => block.kind === 'figure');
    expect(figures.map(({ figure }) => figure.kind)).toEqual(['intervals']);
    expect(figures[0]?.figure.alt).toMatch(/ROPS 4,\d\d/);
  });

  it('names the five spheres chosen most often, most chosen first', async () => {
    const { blocks } = await compose();
    const columns = blocks.find((block) => block.kind === 'columns')!;
    const table = columns.columns[0]!.find((block) => block.kind === 'table')!;
    const shares = table.rows.map(({ cells }) => parseInt(cells[1]!, 10));
    expect(shares).toHaveLength(5);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
  });

  it('holds no recommendation: none was made yet', async () => {
    expect(JSON.stringify(await compose())).not.toMatch(/rekomendac/i);
  });
});

describe('the director’s page', () => {
  it('says what the file says, with its real size and number of pages', async () => {
    const material = await demonstrationMaterial();
    const tree = await compose();
    const file = { bytes: new Uint8Array(47_053), pages: 2 };
    const nothing = { concluded: null, published: [], waiting: [], overdue: null };
    const page = presentDirectorHome({ material, file, ...nothing }, translators.pl);
    const findings = tree.blocks.find((block) => block.kind === 'numbered-findings')!;
    expect(page.findings.map(({ title, text }) => ({ title, text }))).toEqual(findings.items);
    expect(page.headline).toBe(tree.blocks.flatMap((block) => (block.kind === 'lead' ? block.text : []))[0]);
    expect(page.summary.about).toBe('2 strony, 0,05\u00a0MB, 18 listopada');
  });
});

describe('the coordinator’s page', () => {
  it('shows the own institution beside all others together and names no other', async () => {
    const material = await demonstrationMaterial(ORDINARY, 'pl', coordinator);
    const institution = material.evaluation.institutions[0]!;
    const work = { asked: [], overdue: null, files: [], scorecard: null, preferred: null };
    const page = presentOwnResults(material, institution, { work, translator: translators.pl });
    expect(page.heading).toBe('OWES Północ na tle regionu');
    expect(page.aspects).toHaveLength(6);
    expect(JSON.stringify(page)).not.toMatch(/Południe|owes-poludnie/);
    expect(page.keyFigures.map(({ label }) => label)).toEqual([
      'Ogólna ocena, skala 1–5',
      'Wskaźnik poleceń NPS',
      'Miejsca pracy z\u00a0dotacją, które istnieją',
    ]);
  });
});
