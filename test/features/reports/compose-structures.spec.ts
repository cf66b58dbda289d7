import { REPORT_KINDS, type Block, type ReportKind } from '../../../src/features/reports/domain';
import type { ComposedReport } from '../../../src/features/reports/compose';
import { countPages, faultsOf } from './check-pdf';
import { startWorkingDemonstration, type WorkingDemonstration } from './working-demonstration';

let demo: WorkingDemonstration;
beforeAll(async () => {
  demo = await startWorkingDemonstration();
});
afterAll(() => demo.application.remove());

const compose = async (kind: ReportKind, language: 'pl' | 'en' = 'pl'): Promise<ComposedReport> =>
  demo.compose(await demo.write(kind, { language, institution: kind === 'scorecard' ? 'owes-polnoc' : null }));

const headingsOf = (blocks: readonly Block[], level: number): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? block.text : []));
const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.columns.flat()) : [block]));

describe('a report of each kind', () => {
  it.each(REPORT_KINDS)(
    '%s is drawn on paper by both standards, with its state and its demonstration mark',
    async (kind) => {
      const { tree } = await compose(kind);
      const { bytes } = await demo.application.chapters.reports.drawReport(tree);
      const file = Buffer.from(bytes);
      expect(faultsOf(file)).toEqual([]);
      expect(tree.about.running.status).toBe('Wyniki wstępne, stan danych na 18 listopada 2026, n\u00a0=\u00a0210');
      expect(tree.about.running.demonstrationMark).toBe('Dane demonstracyjne');
      if (kind === 'summary') expect(countPages(file)).toBe(2);
    },
  );

  it('full: the chapters of reports of the sector, in their order', async () => {
    const { tree } = await compose('full');
    expect(tree.blocks.slice(0, 2).map(({ kind }) => kind)).toEqual(['cover', 'contents']);
    expect(headingsOf(tree.blocks, 1)).toEqual([
      'Streszczenie',
      'Summary in English',
      'Wprowadzenie',
      'Metodologia',
      'Wyniki według kryteriów',
      'Wnioski i\u00a0rekomendacje',
      'Aneks 1. Wszystkie tabele',
      'Aneks 2. Kwestionariusze',
    ]);
    const criteria = headingsOf(tree.blocks, 2);
    expect(criteria.indexOf('Trafność')).toBeLessThan(criteria.indexOf('Skuteczność'));
    expect(criteria).toEqual(expect.arrayContaining(['Zrealizowana próba', 'Matryca ewaluacji', 'Jakość']));
    expect(tree.blocks.some(({ kind }) => kind === 'paper-question')).toBe(true);
  });

  it('slides are wide, a public page has neither tables nor figures, a table of recommendations lies on its side', async () => {
    expect((await compose('slides')).tree.about.format).toBe('slides');
    const { tree } = await compose('public');
    expect(tree.blocks.some(({ kind }) => kind === 'table' || kind === 'figure')).toBe(false);
    const recommendations = (await compose('recommendations')).tree.blocks;
    expect(recommendations[0]).toEqual({ kind: 'orientation', orientation: 'landscape' });
  });

  it('an own report begins empty', async () => {
    expect((await compose('own')).tree.blocks).toEqual([]);
  });
});

describe('numbers of figures and tables', () => {
  it('run across the report, each kind for itself', async () => {
    const blocks = flat((await compose('full')).tree.blocks);
    const figures = blocks.flatMap((block) => (block.kind === 'figure' ? (block.number ?? '?') : []));
    const tables = blocks.flatMap((block) =>
      block.kind === 'table' && block.caption !== undefined ? (block.number ?? '?') : [],
    );
    expect(figures.length).toBeGreaterThan(10);
    expect(tables.length).toBeGreaterThan(20);
    expect(figures).toEqual(figures.map((_, at) => `Rys.\u00a0${at + 1}.`));
    expect(tables).toEqual(tables.map((_, at) => `Tab.\u00a0${at + 1}.`));
  });

  it('are not used in the summary of two pages', async () => {
    const blocks = flat((await compose('summary')).tree.blocks);
    expect(
      blocks.some((block) => (block.kind === 'figure' || block.kind === 'table') && block.number !== undefined),
    ).toBe(false);
  });
});

describe('below every table and figure of the annex', () => {
  it('stand base with n, method, dates of fieldwork and state', async () => {
    const { tree } = await compose('annex');
    const tables = tree.blocks.filter(
      (block) => block.kind === 'table' && block.caption?.startsWith('Zrealizowana') !== true,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) {
      const note = table.kind === 'table' ? (table.note ?? '') : '';
      expect(note).toMatch(/Podstawa: .*n\u00a0=\u00a0\d/);
      expect(note).toContain('Ankieta internetowa (CAWI), 19.10.2026–18.11.2026.');
      expect(note).toContain('Wyniki wstępne, stan danych na 18 listopada 2026.');
    }
  });
});

describe('a scorecard', () => {
  it.each([
    ['owes-polnoc', 'OWES Północ', 'OWES Południe'],
    ['owes-poludnie', 'OWES Południe', 'OWES Północ'],
  ])('of %s tells its results beside all others, and names no other institution', async (institution, own, other) => {
    const { tree } = await demo.compose(await demo.write('scorecard', { institution }));
    const text = JSON.stringify(tree);
    expect(text).toContain(own);
    expect(text).toContain('Pozostałe instytucje');
    expect(text).not.toContain(other);
    expect(text).not.toContain(other.replace('OWES', 'Ośrodek Wsparcia Ekonomii Społecznej'));
  });

  it('names no other even when parts that compare institutions are put into it', async () => {
    const full = await demo.write('full');
    const report = { ...full, kind: 'scorecard' as const, institution: 'owes-polnoc' };
    const { tree, notices } = await demo.compose(report);
    expect(JSON.stringify(tree)).not.toContain('OWES Południe');
    expect(notices.map(({ text }) => text)).toContain('Tego fragmentu nie ma na karcie, bo wymienia inną instytucję.');
  });

  it('of no institution tells of none', async () => {
    const full = await demo.write('full');
    const { tree } = await demo.compose({ ...full, kind: 'scorecard', institution: null });
    for (const name of ['OWES Północ', 'OWES Południe']) expect(JSON.stringify(tree)).not.toContain(name);
  });
});
