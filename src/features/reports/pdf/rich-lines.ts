import type { Run } from '../domain';
import type { FontName } from './fonts';
import { BRAND, type TextStyle } from './paper';
import type { Sheet } from './sheet';
import { breakWord, widthOf } from './typeset';

/** A text with one look; what is written by people becomes spans by `spansOf`. */
export interface Span {
  readonly text: string;
  readonly style: TextStyle;
  readonly href?: string;
  readonly footnote?: string;
}

/** A part of a line with one look, and where it begins. */
export interface Piece {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly href?: string;
  /** The sign of a footnote. */
  readonly isMark?: true;
}

export interface RichLine {
  readonly pieces: readonly Piece[];
  /** Footnotes whose signs stand in the line. */
  readonly footnotes: readonly Footnote[];
}

export interface Footnote {
  readonly number: string;
  readonly text: string;
}

const MARK_SIZE = 0.66;

export const spansOf = (runs: readonly Run[], style: TextStyle): readonly Span[] =>
  runs.map(({ text, bold, italic, href, footnote }) => {
    const address = href === undefined ? undefined : webAddress(href);
    const look = { ...style, font: cutOf(style.font, bold, italic) };
    return {
      text,
      style: address === undefined ? look : { ...look, colour: BRAND },
      ...(address === undefined ? {} : { href: address }),
      ...(footnote === undefined || footnote.trim() === '' ? {} : { footnote }),
    };
  });

const cutOf = (font: FontName, bold = false, italic = false): FontName => {
  const isBold = bold || font.startsWith('semibold');
  if (!italic && !font.toLowerCase().includes('italic')) return isBold ? 'semibold' : 'regular';
  return isBold ? 'semiboldItalic' : 'italic';
};

/** An address that a file on its own can lead to, in the letters that PDF knows; undefined for one inside the application. */
export const webAddress = (href: string): string | undefined => {
  if (!/^(https?:|mailto:)/i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href).href.replace(/[^\x21-\x7e]/g, encodeURIComponent);
};

interface Atom {
  readonly text: string;
  readonly style: TextStyle;
  readonly href?: string;
  readonly isMark?: true;
  readonly footnote?: Footnote;
}

interface Word {
  readonly atoms: Atom[];
  /** False where a long word was broken. */
  readonly isApart: boolean;
}

/** Break spans into lines. A line ends at spaces only, whatever looks meet inside a word; footnotes are counted on from `first`. */
export const richLinesOf = (
  sheet: Pick<Sheet, 'fonts'>,
  spans: readonly Span[],
  width: number,
  first = 1,
): readonly RichLine[] => {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of wordsOf(spans, first).flatMap((one) => breakWide(sheet, one, width))) {
    const own = widthOfWord(sheet, word);
    const gap = line.length > 0 && word.isApart ? widthOfGap(sheet, word) : 0;
    if (line.length > 0 && used + gap + own > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += own + (line.length > 0 ? gap : 0);
    line.push(word);
  }
  return [...lines, line].map((words) => layOut(sheet, words));
};

const wordsOf = (spans: readonly Span[], first: number): readonly Word[] => {
  const words: Word[] = [{ atoms: [], isApart: true }];
  let next = first;
  for (const { text, style, href, footnote } of spans) {
    text.split(' ').forEach((part, index) => {
      if (index > 0) words.push({ atoms: [], isApart: true });
      words.at(-1)?.atoms.push({ text: part, style, ...(href === undefined ? {} : { href }) });
    });
    if (footnote === undefined) continue;
    const number = `${next++}`;
    const small = { ...style, size: style.size * MARK_SIZE, colour: BRAND };
    words.at(-1)?.atoms.push({ text: number, style: small, isMark: true, footnote: { number, text: footnote } });
  }
  return words;
};

const widthOfWord = (sheet: Pick<Sheet, 'fonts'>, { atoms }: Word): number =>
  atoms.reduce((sum, { text, style }) => sum + widthOf(sheet, text, style), 0);

const widthOfGap = (sheet: Pick<Sheet, 'fonts'>, { atoms }: Word): number => {
  const [atom] = atoms;
  return atom === undefined ? 0 : widthOf(sheet, ' ', atom.style);
};

const breakWide = (sheet: Pick<Sheet, 'fonts'>, word: Word, width: number): readonly Word[] => {
  if (widthOfWord(sheet, word) <= width) return [word];
  return word.atoms
    .flatMap((atom) =>
      breakWord(sheet.fonts[atom.style.font], atom.text, (width * 1000) / atom.style.size).map((text, index) => ({
        ...atom,
        text,
        index,
      })),
    )
    .map(({ index: _, ...atom }, index) => ({ atoms: [atom], isApart: index === 0 && word.isApart }));
};

const layOut = (sheet: Pick<Sheet, 'fonts'>, words: readonly Word[]): RichLine => {
  const pieces: Piece[] = [];
  const footnotes: Footnote[] = [];
  let x = 0;
  words.forEach(({ atoms, isApart }, index) => {
    atoms.forEach((atom, at) => {
      const space = index > 0 && at === 0 && isApart ? ' ' : '';
      x = addPiece(sheet, pieces, { ...atom, space }, x);
      if (atom.footnote !== undefined) footnotes.push(atom.footnote);
    });
  });
  return { pieces, footnotes };
};

/** Joins what has one look; a space belongs to the piece before it, so that a link does not begin with one. */
const addPiece = (
  sheet: Pick<Sheet, 'fonts'>,
  pieces: Piece[],
  { text, style, href, isMark, space }: Atom & { readonly space: string },
  x: number,
): number => {
  const last = pieces.at(-1);
  const isSame =
    last !== undefined &&
    isMark === undefined &&
    last.isMark === undefined &&
    last.href === href &&
    last.style.font === style.font &&
    last.style.colour === style.colour;
  if (isSame) {
    const width = last.width + widthOf(sheet, text, style) + (space === '' ? 0 : widthOf(sheet, ' ', style));
    pieces[pieces.length - 1] = { ...last, text: `${last.text}${space}${text}`, width };
    return last.x + width;
  }
  const start = x + (space === '' ? 0 : widthOf(sheet, ' ', style));
  const width = widthOf(sheet, text, style);
  if (text === '') return start;
  pieces.push({
    text,
    style,
    x: start,
    width,
    ...(href === undefined ? {} : { href }),
    ...(isMark === undefined ? {} : { isMark }),
  });
  return start + width;
};
