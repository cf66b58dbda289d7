import type { Block, ReportTree } from '../../../src/features/reports/domain';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { STYLES } from '../../../src/features/reports/pdf/paper';
import { renderTree, type Progress } from '../../../src/features/reports/pdf/render-tree';
import { countPages, faultsOf } from './check-pdf';
import { figure, longTree, paragraph, slides, table } from './long-tree';
import { readObjects, stringAt } from './pdf-objects';
import { pagesOf, sizesOf, whereReadable, wordsOf } from './read-pdf';

const fonts = openFonts();
const render = async (tree: ReportTree): Promise<Buffer> => Buffer.from((await renderTree(fonts, tree)).bytes);
const withBlocks = (...blocks: readonly Block[]): ReportTree => ({ ...longTree(), blocks });
const text = (count: number): Block => ({ kind: 'text', text: 'Odpowiedzi zbierano przez internet. '.repeat(count) });
const readable = whereReadable();

const pageWith = (pages: readonly string[], words: string): number =>
  pages.findIndex((page) => page.replace(/\s+/g, ' ').includes(words)) + 1;

describe('a long report on paper', () => {
  it('keeps both standards and gives the same bytes for the same tree', async () => {
    const file = await render(longTree());
    expect(faultsOf(file)).toEqual([]);
    expect((await render(longTree())).equals(file)).toBe(true);
    expect(file.length).toBeLessThan(400_000);
  });

  readable('says in its contents on which page each chapter begins', async () => {
    const pages = pagesOf(await render(longTree()));
    const contents = pages[1] ?? '';
    const entries = [...contents.matchAll(/^ *(\d\. .+?|\d\.\d\. .+?|Aneks) {2,}(\d+)$/gm)];
    expect(entries.map(([, name]) => name?.trim())).toEqual([
      '1. Streszczenie',
      '1.1. Najważniejsze wyniki',
      '2. Jakość usług',
      '2.1. Dostępność w gminach',
      '3. Rekomendacje',
      'Aneks',
    ]);
    for (const [, name = '', page] of entries) {
      const body = pages.map((one, at) => (at < 2 ? '' : one.split('\n').slice(2).join('\n')));
      expect([name, pageWith(body, name)]).toEqual([name, Number(page)]);
    }
  });

  readable('keeps contents of many chapters on as many pages as they take', async () => {
    const chapters = Array.from({ length: 90 }, (_, at): Block[] => [
      { kind: 'heading', level: 1, text: `Rozdział ${at + 1}` },
      text(60),
    ]).flat();
    const file = await render(withBlocks({ kind: 'contents', title: 'Spis treści', depth: 1 }, ...chapters));
    const pages = pagesOf(file);
    expect(faultsOf(file)).toEqual([]);
    const [last] = pages.map((page, at) => (/Rozdział 90 +94/.test(page) ? at : -1)).filter((at) => at >= 0);
    expect(last).toBe(3);
    expect(pages[4]).toMatch(/Rozdział 1\n/);
  });

  it('has a bookmark for each heading, lower ones below higher ones', async () => {
    const objects = [...readObjects(await render(longTree())).values()].filter(
      ({ text: own }) => /\/Title \(/.test(own) && /\/Dest/.test(own),
    );
    const titles = objects.map((object) => stringAt(object, 'Title'));
    expect(titles).toEqual(
      expect.arrayContaining(['1. Streszczenie', '1.1. Najważniejsze wyniki', 'Spis treści', 'Aneks']),
    );
    const parentOf = (title: string): string =>
      /\/Parent (\d+) 0 R/.exec(objects.find((object) => stringAt(object, 'Title') === title)?.text ?? '')?.[1] ?? '';
    const chapter = objects.find((object) => stringAt(object, 'Title') === '1. Streszczenie');
    expect(parentOf('1.1. Najważniejsze wyniki')).toBe(`${chapter?.id ?? 0}`);
  });

  readable('keeps footnotes on the page of their signs', async () => {
    const noted = (at: number): Block => ({
      kind: 'paragraph',
      runs: [
        { text: 'Odpowiedzi zbierano przez internet. '.repeat(12) },
        { text: `Zdanie ${at}`, footnote: `Przypis do zdania ${at}.` },
        { text: ' i jego koniec.' },
      ],
    });
    const pages = pagesOf(await render(withBlocks(...Array.from({ length: 30 }, (_, at) => noted(at + 1)))));
    expect(pages.length).toBeGreaterThan(2);
    for (let at = 1; at <= 30; at++) {
      const page = pages.find((one) => one.includes(`Przypis do zdania ${at}.`)) ?? '';
      expect([
        at,
        page.replace(/\s+/g, ' ').includes(`Zdanie ${at} `) || page.replace(/\s+/g, ' ').includes(`Zdanie ${at}${at}`),
      ]).toEqual([at, true]);
    }
  });

  readable('lets a footnote longer than a page go on at the foot of the next ones', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `przypis${at}`).join(' ');
    const file = await render(withBlocks({ kind: 'paragraph', runs: [{ text: 'Zdanie', footnote: words }] }, text(2)));
    expect(faultsOf(file)).toEqual([]);
    expect(countPages(file)).toBeGreaterThan(2);
    expect(wordsOf(file)).toContain('przypis1499');
  });

  it('leads links of the web to their addresses, and none inside the application', async () => {
    const file = (await render(withBlocks(paragraph))).toString('latin1');
    expect([...file.matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1])).toEqual([
      'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20220001812',
    ]);
  });

  readable('keeps a word together whose letters have two looks', async () => {
    expect(wordsOf(await render(withBlocks(paragraph)))).toContain('słowa i tak ma zostać');
  });

  readable('names a table that goes on and repeats its head', async () => {
    const pages = pagesOf(await render(withBlocks(table('Tab. 11.', 90))));
    expect(pages.length).toBe(3);
    for (const page of pages.slice(1)) expect(page).toMatch(/Tab\. 11, ciąg dalszy\s+Gmina +OWES A +OWES B +ROPS +n/);
    const english = pagesOf(
      await render({ ...withBlocks(table('Table 11.', 90)), about: { ...longTree().about, language: 'en' } }),
    );
    expect(english[1]).toContain('Table 11, continued');
  });

  readable('does not begin a table at the foot of a page, nor break a short one', async () => {
    const pages = pagesOf(await render(withBlocks(text(115), table('Tab. 1.', 8))));
    const page = pages.find((one) => one.includes('Tab. 1.')) ?? '';
    expect(page).toContain('Gmina 8');
    expect(page).toContain('Razem');
  });

  readable('splits a table of 60 columns into parts that each name their rows', async () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({ label: `Kol ${at + 1}`, align: 'right' as const }));
    const rows = ['Pierwszy', 'Drugi'].map((name) => ({ cells: [name, ...columns.map((_, at) => `${at + 1},5`)] }));
    const file = await render(
      withBlocks({
        kind: 'table',
        number: 'Tab. 1.',
        caption: 'Szeroka',
        columns: [{ label: 'Nazwa', align: 'left' }, ...columns],
        rows,
      }),
    );
    const words = wordsOf(file);
    const parts = [...words.matchAll(/część (\d+) z (\d+)/g)];
    expect(parts.length).toBeGreaterThan(4);
    expect(parts.length).toBe(Number(parts[0]?.[2]));
    expect([...words.matchAll(/Pierwszy/g)]).toHaveLength(parts.length);
    for (let at = 1; at <= 60; at++) expect(words).toContain(`Kol ${at} `);
    expect(faultsOf(file)).toEqual([]);
  });

  it('turns pages on their side and back', async () => {
    const sizes = sizesOf(await render(longTree()));
    const landscape = sizes.map(([width, height]) => width > height);
    expect(landscape.slice(0, 2)).toEqual([false, false]);
    expect(landscape.filter(Boolean)).toHaveLength(2);
    expect(landscape.at(-1)).toBe(false);
  });

  it('makes slides of 16 to 9, one at least for each chapter', async () => {
    const file = await render(slides());
    expect(faultsOf(file)).toEqual([]);
    for (const [width, height] of sizesOf(file)) expect(width / height).toBeCloseTo(16 / 9, 2);
  });

  readable(
    'lets paragraphs fill the page before a numbered figure that has no room, and keeps others in their place',
    async () => {
      const blocks = (number: string): readonly Block[] => [
        text(60),
        { ...figure(number), figure: { ...figure(number).figure, title: 'Rysunek czeka' } },
        { kind: 'text', text: 'Akapit za rysunkiem.' },
      ];
      const words = async (number: string): Promise<string> => wordsOf(await render(withBlocks(...blocks(number))));
      const waiting = await words('Rys. 1.');
      expect(waiting.indexOf('Akapit za rysunkiem')).toBeLessThan(waiting.indexOf('Rysunek czeka'));
      const unnumbered = await words('');
      expect(unnumbered.indexOf('Akapit za rysunkiem')).toBeGreaterThan(0);
    },
  );

  readable('says on each page, whatever its shape: state, day, n, source, page', async () => {
    for (const tree of [longTree(), slides()]) {
      const pages = pagesOf(await render(tree));
      pages.forEach((page, at) => {
        expect(page).toContain('Wyniki wstępne, stan danych na 18 listopada 2026, n = 341');
        expect(page).toContain('Ankieta internetowa (CAWI)');
        expect(page).toContain('Dane demonstracyjne');
        expect(page.replace(/ /g, '')).toContain(`${at + 1}/${pages.length}`);
      });
    }
  });

  it('holds figures as files when asked to', async () => {
    const attachments = [{ name: 'tabela-1.csv', description: 'Dane', content: 'a i b;1\n' }];
    const file = await render(longTree({ attachments }));
    const [embedded] = [...readObjects(file).values()].filter((object) => /\/Type \/EmbeddedFile/.test(object.text));
    expect(embedded?.stream).toBe('a i b;1\n');
    expect(file.toString('latin1')).toContain('<pdfaid:part>3<');
  });

  it('tells how far it is, to the last block', async () => {
    const told: Progress[] = [];
    await renderTree(fonts, longTree(), (progress) => told.push(progress));
    expect(told.at(-1)).toEqual({ done: longTree().blocks.length, blocks: longTree().blocks.length, pages: 10 });
    expect(told.every(({ done }, at) => at === 0 || done >= (told[at - 1]?.done ?? 0))).toBe(true);
  });

  it('writes every text in a colour that stands out from white by 4.5 to 1', () => {
    const light = (hex: string): number =>
      [1, 3, 5]
        .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
    for (const [name, { colour }] of Object.entries(STYLES))
      expect([name, 1.05 / (light(colour) + 0.05) >= 4.5]).toEqual([name, true]);
  });

  it('draws 200 pages of tables, each page numbered', async () => {
    const file = await render(withBlocks(...Array.from({ length: 100 }, (_, at) => table(`Tab. ${at + 1}.`, 60))));
    expect(countPages(file)).toBe(200);
    expect(file.toString('latin1')).toContain('/Count 200');
  });
});
