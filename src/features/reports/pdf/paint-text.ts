import type { TextStyle } from './paper';

/** pdfkit's font inside a document: glyphs get their numbers as they are used. */
interface UsedFont {
  readonly id: string;
  encode(text: string): [glyphs: readonly string[], positions: readonly Position[]];
  ref(): unknown;
}

interface Position {
  readonly xAdvance: number;
  readonly advanceWidth: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

interface Painter {
  readonly _font: UsedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(content: string): void;
}

const encoded = new WeakMap<UsedFont, Map<string, string | null>>();

/** A word as glyph numbers with kerning, remembered for the document; null for marks that stand above or below others. */
const encode = (font: UsedFont, word: string): string | null => {
  let known = encoded.get(font);
  if (known === undefined) encoded.set(font, (known = new Map<string, string | null>()));
  let glyphs = known.get(word);
  if (glyphs === undefined) {
    glyphs = write(font.encode(word));
    known.set(word, glyphs);
  }
  return glyphs;
};

const write = ([glyphs, positions]: ReturnType<UsedFont['encode']>): string | null => {
  let text = '<';
  for (const [index, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    if (xOffset !== 0 || yOffset !== 0) return null;
    text += glyphs[index] ?? '';
    const kerning = Math.round((advanceWidth - xAdvance) * 100) / 100;
    if (kerning !== 0) text += `>${kerning}<`;
  }
  return `${text}>`;
};

/**
 * Text at its baseline with a space behind it (unless the same word goes on in another look), as one text object. pdfkit's own `text` measures twice and saves the state
 * around each line, which is half of the time of a long table.
 */
export const paintText = (
  doc: PDFKit.PDFDocument,
  text: string,
  { font, size, colour }: Pick<TextStyle, 'font' | 'size' | 'colour'>,
  { x, y, isGlued = false }: { x: number; y: number; isGlued?: boolean },
): void => {
  doc.font(font).fontSize(size);
  const painter = doc as unknown as Painter;
  const used = painter._font;
  const parts = text.split(' ');
  const words = parts.map((word, at) => encode(used, isGlued && at === parts.length - 1 ? word : `${word} `));
  if (words.includes(null)) {
    doc.fillColor(colour).text(`${text} `, x, y, { lineBreak: false, baseline: 'alphabetic' });
    return;
  }
  painter.page.fonts[used.id] ??= used.ref();
  const glyphs = words.join('').replaceAll('><', '');
  painter.addContent(
    `BT ${inkOf(colour)} rg /${used.id} ${size} Tf 1 0 0 -1 ${short(x)} ${short(y)} Tm [${glyphs}] TJ ET`,
  );
};

const short = (value: number): number => Math.round(value * 100) / 100;

const inks = new Map<string, string>();

/** `#14594a` as three parts of one. */
const inkOf = (colour: string): string => {
  let ink = inks.get(colour);
  if (ink === undefined) {
    ink = [1, 3, 5].map((at) => Math.round((parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ');
    inks.set(colour, ink);
  }
  return ink;
};
