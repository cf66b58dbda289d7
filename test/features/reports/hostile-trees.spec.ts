import fc from 'fast-check';
import type { Block, ReportTree } from '../../../src/features/reports/domain';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { legible } from '../../../src/features/reports/pdf/legible';
import { renderTree } from '../../../src/features/reports/pdf/render-tree';
import { faultsOf } from './check-pdf';
import { cover, figure, longTree, table } from './long-tree';
import { whereReadable, wordsOf } from './read-pdf';

const fonts = openFonts();
const render = async (tree: ReportTree): Promise<Buffer> => Buffer.from((await renderTree(fonts, tree)).bytes);
const withBlocks = (...blocks: readonly Block[]): ReportTree => ({ ...longTree(), blocks });
const readable = whereReadable();

const LONG_WORD = 'ż'.repeat(10_000);
const LONG_TEXT = Array.from({ length: 1200 }, (_, at) => `słowo${at}`).join(' ');
const STRANGE =
  'Zażółć\u202e<wpływ>&amp;</wpływ>\u0000\u0007 😀👩‍👩‍👧 \ud800 שלום مرحبا 漢字 ①ﬁ 𝐀 a\u0301\u0323 \ufeff„koniec”';

const landscape: Block = { kind: 'orientation', orientation: 'landscape' };

/** Every place where people's texts come to paper. */
const everywhere = (words: string): readonly Block[] => [
  {
    ...cover,
    commissioner: words,
    region: words,
    title: words,
    subtitle: words,
    state: words,
    lines: [words],
    erratum: words,
  } as Block,
  { kind: 'contents', title: 'Spis treści', depth: 3 },
  { kind: 'heading', level: 1, text: words },
  { kind: 'heading', level: 3, text: words },
  { kind: 'lead', text: words },
  {
    kind: 'paragraph',
    runs: [
      { text: words, bold: true },
      { text: words, italic: true, footnote: words },
      { text: words, href: 'https://przyklad.pl/ż ó' },
    ],
  },
  { kind: 'list', ordered: true, items: [[{ text: words }], [{ text: words, footnote: words }]] },
  { kind: 'quote', text: words, source: words },
  { kind: 'callout', runs: [{ text: words }] },
  { kind: 'key-figures', items: [{ label: words, value: words, context: words }] },
  { kind: 'numbered-findings', items: [{ title: words, text: words }] },
  { kind: 'columns', columns: [[{ kind: 'note', text: words }], [{ kind: 'text', text: words }]] },
  {
    kind: 'table',
    number: 'Tab. 1.',
    caption: words,
    columns: [
      { label: words, align: 'left' },
      { label: words, align: 'right' },
    ],
    rows: [{ cells: [words, words] }, { cells: ['krótka'] }],
    note: words,
  },
  { ...figure('Rys. 1.'), notes: [words], figure: withLabels(words) },
];

const withLabels = (words: string): ReturnType<typeof figure>['figure'] => {
  const { figure: sample } = figure('Rys. 1.');
  const { chart } = sample;
  if (chart === null) return sample;
  const { plugins } = chart.options;
  const rows = plugins.figure.rows.map(() => ({ label: words }));
  return {
    ...sample,
    title: words,
    sub: words,
    alt: `${words} n = 341`,
    table: {
      head: [{ text: words }, { text: words }],
      rows: [{ label: words, cells: [{ text: '†', value: null, hidden: true }] }],
    },
    chart: { ...chart, options: { ...chart.options, plugins: { ...plugins, figure: { ...plugins.figure, rows } } } },
  };
};

describe('a report with what nobody would expect in it', () => {
  it.each([
    ['a word of 10,000 letters', LONG_WORD],
    ['a text of 10,000 letters', LONG_TEXT],
    ['signs of XML, directions, emoji, controls, half a pair, letters without glyphs', STRANGE],
    ['nothing', ''],
    ['a space', ' '],
    ['an emoji alone', '👍'],
  ])('keeps both standards with %s in every place', async (_, words) => {
    const tree = withBlocks(...everywhere(words));
    const about = { ...tree.about, title: words, author: words, subject: words };
    const running = { study: words, document: words, status: words, method: words, demonstrationMark: words };
    expect(faultsOf(await render({ ...tree, about: { ...about, running } }))).toEqual([]);
    expect(faultsOf(await render({ ...tree, about: { ...about, running, format: 'slides' } }))).toEqual([]);
  });

  readable('loses no word of a cell of 10,000 letters, nor of a head that is cut', async () => {
    const words = wordsOf(
      await render(
        withBlocks({
          kind: 'table',
          columns: [
            { label: 'Pytanie', align: 'left' },
            { label: LONG_TEXT.replaceAll('słowo', 'nagłówek'), align: 'left' },
          ],
          rows: [{ cells: ['Co zmienić?', LONG_TEXT] }],
        }),
      ),
    );
    for (const at of [0, 600, 1199]) {
      expect(words).toContain(`słowo${at} `);
      expect(words).toContain(`nagłówek${at} `);
    }
  });

  readable('keeps the words around signs that it cannot show, and says that something was there', async () => {
    const words = wordsOf(await render(withBlocks({ kind: 'text', text: STRANGE })));
    expect(words).toContain('Zażółć<wpływ>&amp;</wpływ>');
    expect(words).toContain('„koniec”');
    expect(words).toContain('\ufffd');
    expect(words).toMatch(/1(fi|ﬁ) A/);
  });

  it('leaves addresses, names and attached files as they are', () => {
    const attachments = [{ name: 'a i b.csv', description: 'a i b', content: 'a i b\t😀' }];
    const tree = legible(
      {
        ...withBlocks({ kind: 'paragraph', runs: [{ text: 'w domu', href: 'https://przyklad.pl/a i' }] }),
        about: longTree({ attachments }).about,
      },
      fonts,
    );
    expect(tree.blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'w\u00a0domu', href: 'https://przyklad.pl/a i' }] },
    ]);
    expect(tree.about.attachments).toEqual([
      { name: 'a i b.csv', description: 'a i\u00a0b'.replace('a i', 'a\u00a0i'), content: 'a i b\t😀' },
    ]);
  });

  it.each<[string, readonly Block[]]>([
    ['no blocks at all', []],
    ['only page breaks', [{ kind: 'page-break' }, { kind: 'page-break' }]],
    ['contents of nothing', [{ kind: 'contents', title: 'Spis treści', depth: 3 }]],
    ['a table without columns', [{ kind: 'table', columns: [], rows: [] }]],
    ['a table without rows', [{ kind: 'table', caption: 'Pusta', columns: [{ label: 'A', align: 'left' }], rows: [] }]],
    [
      'lists and key figures of nothing',
      [
        { kind: 'list', ordered: true, items: [] },
        { kind: 'key-figures', items: [] },
        { kind: 'numbered-findings', items: [] },
      ],
    ],
    ['empty columns', [{ kind: 'columns', columns: [[], []] }]],
    ['a heading at the very end', [{ kind: 'heading', level: 2, text: 'Koniec' }]],
    ['a figure with all groups hidden', [{ ...figure('Rys. 1.'), figure: { ...withLabels('Grupa'), chart: null } }]],
  ])('keeps both standards with %s', async (_, blocks) => {
    expect(faultsOf(await render(withBlocks(...blocks)))).toEqual([]);
  });

  readable('shows a figure with all groups hidden as a table that says so', async () => {
    const words = wordsOf(
      await render(
        withBlocks({
          ...figure('Rys. 1.'),
          notes: ['Mniej niż 5 osób.'],
          figure: { ...withLabels('Grupa'), chart: null },
        }),
      ),
    );
    expect(words).toContain('Rys. 1. Grupa');
    expect(words).toContain('†');
    expect(words).toContain('Mniej niż 5 osób.');
  });

  it('keeps both standards for any text in any order of blocks', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', LONG_TEXT.slice(0, 3000), STRANGE),
    );
    const blocks = words.chain((text) => fc.shuffledSubarray([...everywhere(text), table('Tab. 2.', 70), landscape]));
    await fc.assert(
      fc.asyncProperty(blocks, async (some) => {
        expect(faultsOf(await render(withBlocks(...some)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
