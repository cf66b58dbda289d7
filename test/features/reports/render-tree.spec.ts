import { execFileSync, spawnSync } from 'node:child_process';
import type { Block, ReportTree } from '../../../src/features/reports/domain';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { renderTree } from '../../../src/features/reports/pdf/render-tree';
import { countPages, faultsOf } from './check-pdf';
import { sampleTree } from './sample-tree';

const fonts = openFonts();
const render = async (tree: ReportTree): Promise<Buffer> => Buffer.from((await renderTree(fonts, tree)).bytes);
const withBlocks = (...blocks: readonly Block[]): ReportTree => ({ ...sampleTree(), blocks });

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;
if (!hasPdfToText) process.stdout.write('Skipped reading texts back from PDF: install poppler-utils.\n');
const whereInstalled = hasPdfToText ? it : it.skip;

const textOf = (file: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: file });

const longTable: Block = {
  kind: 'table',
  caption: 'Tabela 1. Gminy',
  columns: [
    { label: 'Gmina', align: 'left' },
    { label: 'n', align: 'right' },
  ],
  rows: Array.from({ length: 60 }, (_, index) => ({ cells: [`Gmina ${index + 1}`, '7'] })),
};

describe('a report tree drawn as PDF', () => {
  it('gives the same bytes for the same tree', async () => {
    expect((await render(sampleTree())).equals(await render(sampleTree()))).toBe(true);
  });

  whereInstalled('keeps letters readable that an earlier file used only as parts of others', async () => {
    const used = openFonts();
    const draw = async (text: string): Promise<Buffer> =>
      Buffer.from((await renderTree(used, withBlocks({ kind: 'text', text }))).bytes);
    await draw('ż ó ć ” …');
    expect(textOf(await draw('обов’язкова z o c .'))).toContain('обов’язкова z o c .');
  });

  it('gives other bytes for another day of the data cut', async () => {
    expect((await render(sampleTree())).equals(await render(sampleTree({ dataCut: '2026-11-19' })))).toBe(false);
  });

  it('takes less than 0.4 MB for two pages with a figure', async () => {
    const file = await render(sampleTree());
    expect(countPages(file)).toBe(2);
    expect(file.length).toBeLessThan(400_000);
  });

  it('keeps both standards when the title holds signs of XML', async () => {
    const file = await render(sampleTree({ title: 'Ocena <wpływu> & „efektów”' }));
    expect(faultsOf(file)).toEqual([]);
    expect(file.toString('utf8')).toContain('Ocena &lt;wpływu&gt; &amp; „efektów”');
  });

  it('keeps both standards when free text holds signs that the font lacks', async () => {
    const file = await render(withBlocks({ kind: 'text', text: 'Ocena ▼ 3,1 i ▲ 4,5 oraz 😀 z tabulatorem\t.' }));
    expect(faultsOf(file)).toEqual([]);
  });

  it('keeps both standards for a table over two pages and a paragraph over two pages', async () => {
    const sentences = 'Odpowiedzi zbierano przez internet od października do listopada. '.repeat(120);
    const file = await render(
      withBlocks(
        { kind: 'heading', level: 1, text: 'Aneks' },
        longTable,
        { kind: 'text', text: sentences },
        { kind: 'lead', text: 'Koniec.' },
      ),
    );
    expect(countPages(file)).toBeGreaterThanOrEqual(4);
    expect(faultsOf(file)).toEqual([]);
  });

  whereInstalled('keeps Polish letters, the order of reading and the words of the chart', async () => {
    const text = textOf(await render(sampleTree()));
    expect(text).toContain('Zażółć gęślą jaźń: weryfikacji podlegały wszystkie ankiety.');
    expect(text).toContain('Szkolenia dopasowane do branży');
    expect(text.indexOf('Pięć wniosków')).toBeLessThan(text.indexOf('Oceny instytucji'));
  });

  whereInstalled('says on each page: state, day of the data cut, n, method, page, demonstration', async () => {
    const pages = textOf(await render(sampleTree()))
      .split('\f')
      .filter((page) => page.trim() !== '');
    pages.forEach((page, index) => {
      expect(page).toContain('Wyniki wstępne, stan danych na 18 listopada 2026, n = 341');
      expect(page).toContain('Ankieta internetowa (CAWI)');
      expect(page.replace(/ /g, '')).toContain(`${index + 1}/2`);
      expect(page).toContain('Dane demonstracyjne');
    });
  });

  whereInstalled('repeats the head of a table on the next page', async () => {
    const [, second = ''] = textOf(
      await render(withBlocks({ kind: 'heading', level: 1, text: 'Aneks' }, longTable)),
    ).split('\f');
    expect(second.trim()).toMatch(/Gmina\s+n\s/);
  });
});
