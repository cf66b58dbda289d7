import type { Font } from 'fontkit';
import { paintText } from './paint-text';
import type { TextStyle } from './paper';
import type { Sheet } from './sheet';

const WORDS_KEPT = 50_000;
const widths = new WeakMap<Font, Map<string, number>>();

/** Width of a word in thousandths of the font size, remembered: words come back on every page. */
const measure = (font: Font, word: string): number => {
  let known = widths.get(font);
  if (known === undefined || known.size > WORDS_KEPT) widths.set(font, (known = new Map<string, number>()));
  let width = known.get(word);
  if (width === undefined) {
    width = (font.layout(word).advanceWidth * 1000) / font.unitsPerEm;
    known.set(word, width);
  }
  return width;
};

export const widthOf = ({ fonts }: Pick<Sheet, 'fonts'>, text: string, style: TextStyle): number => {
  const font = fonts[style.font];
  const words = text.split(' ');
  const spaces = (words.length - 1) * measure(font, ' ');
  return ((words.reduce((sum, word) => sum + measure(font, word), 0) + spaces) * style.size) / 1000;
};

/**
 * Break a text into lines at ordinary spaces only: no-break spaces, hyphens and dashes hold together. A word wider than
 * the column is broken where it must be.
 */
export const linesOf = (
  { fonts }: Pick<Sheet, 'fonts'>,
  text: string,
  style: TextStyle,
  width: number,
): readonly string[] => {
  const font = fonts[style.font];
  const limit = (width * 1000) / style.size;
  const space = measure(font, ' ');
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const own = measure(font, word);
    if (line !== '' && used + space + own <= limit) {
      line += ` ${word}`;
      used += space + own;
    } else {
      if (line !== '') lines.push(line);
      const parts = own > limit ? breakWord(font, word, limit) : [word];
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
      used = measure(font, line);
    }
  }
  return [...lines, line];
};

/** Pieces of a word that fit the limit, in thousandths of the font size. */
export const breakWord = (font: Font, word: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const sign of word) {
    const own = measure(font, sign);
    if (part !== '' && used + own > limit) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += sign;
    used += own;
  }
  return [...parts, part];
};

/** The text on one line; cut with an ellipsis where it is too long. */
export const oneLineOf = (sheet: Pick<Sheet, 'fonts'>, text: string, style: TextStyle, width: number): string =>
  fewLinesOf(sheet, text, style, { width, most: 1 })[0] ?? '';

/** At most so many lines; the last one ends with an ellipsis where there would be more. */
export const fewLinesOf = (
  sheet: Pick<Sheet, 'fonts'>,
  text: string,
  style: TextStyle,
  { width, most }: { width: number; most: number },
): readonly string[] => {
  const lines = linesOf(sheet, text, style, width);
  if (lines.length <= most) return lines;
  const [last = ''] = linesOf(sheet, lines[most - 1] ?? '', style, width - widthOf(sheet, '…', style));
  return [...lines.slice(0, most - 1), `${last}…`];
};

interface Place {
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

/** Set lines one below another; returns the y below the last one. A space ends each line, so that tags do not glue words. */
export const setLines = (
  sheet: Pick<Sheet, 'doc' | 'fonts'>,
  lines: readonly string[],
  style: TextStyle,
  place: Place,
): number => {
  lines.forEach((line, index) => {
    const x = place.align === 'right' ? place.x + place.width - widthOf(sheet, line, style) : place.x;
    setLine(sheet, line, style, { x, y: place.y + index * style.leading });
  });
  return place.y + lines.length * style.leading;
};

/** Break and set a text in one go. */
export const setText = (sheet: Pick<Sheet, 'doc' | 'fonts'>, text: string, style: TextStyle, place: Place): number =>
  setLines(sheet, linesOf(sheet, text, style, place.width), style, place);

/** One line as it is, without measuring; its top is given. */
export const setLine = (
  { doc }: Pick<Sheet, 'doc'>,
  line: string,
  style: TextStyle,
  { x, y, raise = 0, isGlued = false }: { x: number; y: number; raise?: number; isGlued?: boolean },
): void => {
  const baseline = y + style.leading / 2 + style.size * BASELINE_BELOW_MIDDLE - raise;
  paintText(doc, line, style, { x, y: baseline, isGlued });
};

/** Half the cap height of IBM Plex Sans (698 of 1000): capitals stand in the middle of their line. */
const BASELINE_BELOW_MIDDLE = 0.349;
