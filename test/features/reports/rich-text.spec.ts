import fc from 'fast-check';
import { plainText, readRichText } from '../../../src/features/reports/domain/rich-text';
import type { Block, Run } from '../../../src/features/reports/domain';

const runsOf = (blocks: readonly Block[]): readonly Run[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.runs;
    if (block.kind === 'list') return block.items.flat();
    throw new Error(`unexpected ${block.kind}`);
  });
const paragraph = (...runs: readonly Run[]) => ({ kind: 'paragraph', runs });

describe('text with simple formatting', () => {
  it('knows bold, italic and both', () => {
    expect(readRichText('Ocena **wzrosła** i *nie* ***spadła***.')).toEqual([
      paragraph(
        { text: 'Ocena ' },
        { text: 'wzrosła', bold: true },
        { text: ' i ' },
        { text: 'nie', italic: true },
        { text: ' ' },
        { text: 'spadła', bold: true, italic: true },
        { text: '.' },
      ),
    ]);
  });

  it('makes a paragraph of every line, and goes on with a look over the end of a line', () => {
    expect(readRichText('Raz\nDwa **trzy\ncztery**\n\n\nPięć')).toEqual([
      paragraph({ text: 'Raz' }),
      paragraph({ text: 'Dwa ' }, { text: 'trzy', bold: true }),
      paragraph({ text: 'cztery', bold: true }),
      paragraph({ text: 'Pięć' }),
    ]);
  });

  it('makes lists with dots and with numbers', () => {
    expect(readRichText('Trzy rzeczy:\n- czas\n- **miejsce**\n\n1. raz\n2) nie\n')).toEqual([
      paragraph({ text: 'Trzy rzeczy:' }),
      { kind: 'list', ordered: false, items: [[{ text: 'czas' }], [{ text: 'miejsce', bold: true }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'raz' }]] },
      { kind: 'list', ordered: true, items: [[{ text: 'nie' }]] },
    ]);
  });

  it('goes on counting over blank lines and lines that belong to an item', () => {
    expect(readRichText('1. raz\ni dalej\n2. dwa\n\n3. trzy')).toEqual([
      { kind: 'list', ordered: true, items: [[{ text: 'raz i dalej' }], [{ text: 'dwa' }], [{ text: 'trzy' }]] },
    ]);
  });

  it('keeps a number that does not count, a plus and a second mark as they were typed', () => {
    expect(plainText('2026. Rok zmian')).toBe('2026. Rok zmian');
    expect(plainText('+ 5 pp')).toBe('+ 5 pp');
    expect(plainText('1. raz\n\nTekst\n\n2. dwa')).toBe('raz Tekst 2. dwa');
    expect(readRichText('- - - x')).toEqual([{ kind: 'list', ordered: false, items: [[{ text: '- - x' }]] }]);
    expect(readRichText('- 1. x')).toEqual([{ kind: 'list', ordered: false, items: [[{ text: '1. x' }]] }]);
  });

  it('leads to the web and to mail only', () => {
    expect(readRichText('[ROPS](https://rops.example/a?b=1) i [poczta](mailto:a@b.example)')).toEqual([
      paragraph(
        { text: 'ROPS', href: 'https://rops.example/a?b=1' },
        { text: ' i ' },
        { text: 'poczta', href: 'mailto:a@b.example' },
      ),
    ]);
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '/badania',
      '//zle.example',
      'https:',
      'java\tscript:x',
    ])
      expect(runsOf(readRichText(`[tu](${address})`)).filter(({ href }) => href !== undefined)).toEqual([]);
    expect(plainText('[tu](javascript:alert(1))')).toBe('[tu](javascript:alert(1))');
  });

  it('hangs a footnote on the words before it', () => {
    expect(readRichText('Oceny rosną^[Pytanie 9, n = 341.], **a czas**^[Pytanie [9].] maleje.')).toEqual([
      paragraph(
        { text: 'Oceny rosną', footnote: 'Pytanie 9, n = 341.' },
        { text: ', ' },
        { text: 'a czas', bold: true, footnote: 'Pytanie [9].' },
        { text: ' maleje.' },
      ),
    ]);
    expect(readRichText('^[Sam]')).toEqual([paragraph({ text: '', footnote: 'Sam' })]);
    expect(plainText('Pusty^[ ] i otwarty^[przypis')).toBe('Pusty^[ ] i otwarty^[przypis');
  });

  it('shows markup, entities and other signs as letters', () => {
    const typed = '<script>alert(1)</script> &amp; <em>x</em> # nie `nie` ~~nie~~ ![x](y) | a | b |';
    expect(plainText(typed)).toBe(typed);
    expect(plainText('# Nagłówek')).toBe('# Nagłówek');
    expect(plainText('> cytat')).toBe('> cytat');
    expect(plainText('---')).toBe('---');
    expect(plainText('dwie \\*gwiazdki\\*')).toBe('dwie *gwiazdki*');
    expect(readRichText('   \n \n')).toEqual([]);
  });

  it('takes any text: nothing breaks, no letter is lost, no address leads elsewhere', () => {
    const piece = fc.constantFrom(
      ...['**', '*', '_', '__', '[', ']', '](', ')', '^[', '- ', '* ', '1. ', '2. ', '7) ', '\n', '\n\n', '\\', ' '],
      ...['    ', '<em>', '&lt;', 'javascript:x', 'https://a.example', 'mailto:a@b', 'ąż', 'x1', '😀', '\u202e', '\0'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 }),
        (parts) => {
          const typed = parts.join('');
          const runs = runsOf(readRichText(typed));
          for (const { href } of runs) if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
          const shown = runs.map(({ text, footnote, href }) => text + (footnote ?? '') + (href ?? '')).join('');
          const letters = new Set(typed.normalize().match(/\p{L}/gu) ?? []);
          for (const letter of letters) expect(shown.normalize()).toContain(letter);
        },
      ),
    );
  });

  it('reads ten thousand hostile signs of any kind', () => {
    for (const sign of [
      '[',
      '*',
      '**a',
      '_',
      '- ',
      '^[',
      '](',
      '[a](',
      '1. ',
      '\\',
      '> ',
      '<',
      '&',
      '\n',
      '- a\n  ',
      '[[](',
      '**a *b ',
    ])
      expect(Array.isArray(readRichText(sign.repeat(Math.ceil(10_000 / sign.length))))).toBe(true);
  });
});
