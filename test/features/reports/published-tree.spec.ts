import fc from 'fast-check';
import type { Block, ReportTree } from '../../../src/features/reports/domain';
import { outlineOf } from '../../../src/features/reports/published/outline';
import { presentTree } from '../../../src/features/reports/published/present-tree';
import { createIcons, createRender } from '../../../src/platform/http';
import { loadTranslators } from '../../../src/platform/i18n';
import { sampleFigure, sampleTree } from './sample-tree';

const { pl } = loadTranslators('locales');
const render = createRender('views', { watch: false });
const icon = createIcons(render);

const treeOf = (blocks: readonly Block[]): ReportTree => ({ ...sampleTree(), blocks });
const viewOf = (blocks: readonly Block[], proofs = false) =>
  presentTree(treeOf(blocks), pl, { titleTag: 'h1', proofs });
/** With ‹ and › for the signs of tags. */
const drawn = (blocks: readonly Block[], proofs = false): string => {
  const { blocks: views, t } = viewOf(blocks, proofs);
  const html = render('reports/published/parts/blocks', { blocks: views, t, icon, actor: { role: 'evaluator' } });
  return html.replaceAll('<', '‹').replaceAll('>', '›');
};

/** One of each kind. */
const EVERY_KIND: readonly Block[] = [
  { kind: 'masthead', commissioner: 'ROPS', region: 'Region', title: 'Tytuł', subtitle: 'Podtytuł' },
  {
    kind: 'cover',
    commissioner: 'ROPS',
    region: 'Region',
    title: 'Okładka',
    subtitle: 'Podtytuł',
    state: 'Wyniki wstępne, wersja 2',
    lines: ['n = 341', 'Dane na 18 listopada'],
    erratum: 'Poprawiono tabelę 3.',
  },
  { kind: 'contents', title: 'Spis treści', depth: 2 },
  { kind: 'heading', level: 1, text: 'Jakość usług' },
  { kind: 'paragraph', runs: [{ text: 'Ważne', bold: true, footnote: 'Źródło: badanie.' }, { text: ' i dalej' }] },
  { kind: 'list', ordered: true, items: [[{ text: 'pierwszy' }], [{ text: 'drugi', italic: true }]] },
  { kind: 'quote', text: 'Długo czekałem', source: 'klient OWES' },
  { kind: 'callout', runs: [{ text: 'Uwaga' }] },
  { kind: 'lead', text: 'Zajawka' },
  { kind: 'text', text: 'Tekst' },
  { kind: 'note', text: 'Nota' },
  { kind: 'key-figures', items: [{ label: 'NPS', value: '+34', context: 'n = 341' }] },
  { kind: 'numbered-findings', items: [{ title: 'Wynik', text: 'Opis' }] },
  { kind: 'figure', figure: sampleFigure(), number: 'Rys. 1.', notes: ['Test z.'], proof: '/dowod-rysunku' },
  { kind: 'orientation', orientation: 'landscape' },
  {
    kind: 'table',
    number: 'Tab. 1.',
    caption: 'Czas',
    columns: [
      { label: 'Czas', align: 'left' },
      { label: 'Ogółem', align: 'right' },
    ],
    rows: [{ cells: ['do 7 dni', '49%'] }, { cells: ['n', '341'], total: true }],
    note: 'Bez wag.',
    proof: '/dowod-tabeli',
  },
  { kind: 'orientation', orientation: 'portrait' },
  { kind: 'columns', columns: [[{ kind: 'heading', level: 2, text: 'Lewa' }], [{ kind: 'text', text: 'Prawa' }]] },
  {
    kind: 'paper-question',
    code: 'K1',
    text: 'Kim Pan jest?',
    hints: ['Jedna odpowiedź.'],
    answer: { kind: 'choices', mark: 'circle', choices: [{ code: '1', label: 'klientem', hasLine: true }] },
  },
  { kind: 'page-break' },
];

describe('a report tree as HTML', () => {
  it('draws every kind of block', () => {
    const html = drawn(EVERY_KIND);
    for (const text of [
      'Tytuł',
      'Okładka',
      'Wyniki wstępne, wersja 2',
      'Poprawiono tabelę 3.',
      'href="#r-jakosc-uslug"',
      '‹h2 class="r-h2" id="r-jakosc-uslug"›Jakość usług‹/h2›',
      '‹strong›Ważne‹/strong›',
      'href="#przypis-1"',
      'id="przypis-1"›Źródło: badanie.',
      '‹em›drugi‹/em›',
      '‹blockquote›‹p›Długo czekałem',
      'r-callout',
      '+34',
      'Rys. 1. Wykres 1.',
      'data-chart',
      '‹caption class="vh"›Tab. 1. Czas‹/caption›',
      '‹th scope="row" class="stick"›do 7 dni‹/th›',
      '‹tr class="total"›',
      'Bez wag.',
      'r-on-side',
      'r-columns',
      'klientem',
      '‹hr',
    ])
      expect(html).toContain(text);
  });

  it('leads to proofs those who may open them, and nobody else', () => {
    expect(drawn(EVERY_KIND, true)).toMatch(/dowod-rysunku[\s\S]*dowod-tabeli/);
    expect(drawn(EVERY_KIND)).not.toContain('dowod-');
  });

  it('shows what was typed and runs nothing of it', () => {
    const hostile = '‹img src=x onerror=alert(1)> & „cudzysłów"'.replace('‹', '<');
    const html = drawn([
      { kind: 'heading', level: 1, text: hostile },
      { kind: 'paragraph', runs: [{ text: hostile, href: 'javascript:alert(1)', footnote: hostile }] },
      { kind: 'table', columns: [{ label: hostile, align: 'left' }], rows: [{ cells: [hostile] }] },
      { kind: 'quote', text: hostile, source: hostile },
    ]);
    expect(html).not.toMatch(/‹img|javascript:/);
    expect(html.match(/&lt;img src=x onerror=alert\(1\)&gt; &amp;/g)?.length).toBeGreaterThanOrEqual(6);
  });

  it('prints tables on their side by themselves and comes back', () => {
    const { blocks } = viewOf(EVERY_KIND);
    expect(blocks.filter(({ kind }) => kind === 'group')).toHaveLength(1);
  });

  it('begins a slide at every heading of level 1', () => {
    const tree = treeOf([
      { kind: 'lead', text: 'Tytuł' },
      { kind: 'heading', level: 1, text: 'A' },
      { kind: 'text', text: 'a' },
      { kind: 'heading', level: 1, text: 'B' },
    ]);
    const { blocks } = presentTree({ ...tree, about: { ...tree.about, format: 'slides' } }, pl, {
      titleTag: 'h1',
      proofs: false,
    });
    expect(blocks.map((block) => (block.kind === 'group' ? block.className : ''))).toEqual(['slide', 'slide', 'slide']);
  });

  it('puts no heading into the table of contents deeper than it asks for', () => {
    const { blocks, contents } = viewOf([
      { kind: 'contents', title: 'Spis', depth: 1 },
      { kind: 'heading', level: 1, text: 'A' },
      { kind: 'heading', level: 2, text: 'B' },
    ]);
    const toc = blocks.find((block) => block.kind === 'contents');
    expect(toc?.entries.map(({ text }) => text)).toEqual(['A']);
    expect(contents.map(({ text }) => text)).toEqual(['A', 'B']);
  });
});

const heading = fc.record({
  kind: fc.constant('heading' as const),
  level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  text: fc.oneof(fc.string(), fc.constantFrom('Wyniki', 'Zażółć gęślą jaźń', 'ŁÓDŹ', '—')),
});

describe('headings of a report', () => {
  it('have addresses of their own that need no escaping, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (blocks) => {
        const anchors = outlineOf({ blocks }).map(({ anchor }) => anchor);
        expect(new Set(anchors).size).toBe(blocks.length);
        expect(anchors.every((anchor) => /^r[a-z0-9-]*$/.test(anchor))).toBe(true);
      }),
    );
  });

  it('skip no rank, whatever levels the author chose', () => {
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (blocks) => {
        const ranks = [1, ...outlineOf({ blocks }).map(({ rank }) => rank)];
        expect(ranks.slice(1).every((rank, at) => rank >= 2 && rank <= 4 && rank - (ranks[at] ?? 0) <= 1)).toBe(true);
      }),
    );
  });

  it('of one level have one rank, also where a report begins with level 2', () => {
    const levels = [2, 2, 3, 2] as const;
    const blocks = levels.map((level) => ({ kind: 'heading' as const, level, text: 'Wyniki' }));
    expect(outlineOf({ blocks }).map(({ rank }) => rank)).toEqual([2, 2, 3, 2]);
  });

  it('read in plain letters: Zażółć gęślą jaźń is r-zazolc-gesla-jazn', () => {
    expect(outlineOf({ blocks: [{ kind: 'heading', level: 1, text: 'Zażółć gęślą jaźń' }] })[0]?.anchor).toBe(
      'r-zazolc-gesla-jazn',
    );
  });
});
