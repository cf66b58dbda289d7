import { placeFootnote, roomForFootnotes } from './footnotes';
import { startPage } from './pages';
import { BRAND } from './paper';
import type { Piece, RichLine } from './rich-lines';
import { isAtTop, lowestOf, tag, tagAround, type Sheet } from './sheet';
import { setLine } from './typeset';

interface Look {
  readonly x: number;
  readonly leading: number;
  /** Space inside a ground, above and below the lines of each page. */
  readonly padding?: number;
  /** Drawn behind the lines of each page: a ground or a bar. */
  readonly ground?: (top: number, height: number) => void;
}

/** Lines inside an open tag, over as many pages as they take; footnotes stay on the page of their signs. */
export const drawRichLines = (sheet: Sheet, lines: readonly RichLine[], look: Look): void => {
  let from = 0;
  while (from < lines.length) {
    const count = countThatFit(sheet, lines.slice(from), look, from === 0);
    if (count === 0) {
      startPage(sheet);
      continue;
    }
    drawPart(sheet, lines.slice(from, from + count), look);
    from += count;
    if (from < lines.length) startPage(sheet);
  }
};

/** Neither the first nor the last line of a paragraph stands alone on a page. */
const countThatFit = (sheet: Sheet, lines: readonly RichLine[], look: Look, isBeginning: boolean): number => {
  const room = lowestOf(sheet) - sheet.y - 2 * (look.padding ?? 0);
  const footnotes: string[] = [];
  let count = 0;
  for (const line of lines) {
    footnotes.push(...line.footnotes.map(({ text }) => text));
    if ((count + 1) * look.leading + roomForFootnotes(sheet, footnotes) > room) break;
    count++;
  }
  const left = lines.length - count;
  if (left === 1 && count > 2) count--;
  if (isAtTop(sheet)) return Math.max(1, count);
  return isBeginning && count === 1 && left > 0 ? 0 : count;
};

const drawPart = (sheet: Sheet, lines: readonly RichLine[], { x, leading, padding = 0, ground }: Look): void => {
  ground?.(sheet.y, lines.length * leading + 2 * padding);
  sheet.y += padding;
  for (const { number, text } of lines.flatMap(({ footnotes }) => footnotes)) placeFootnote(sheet, number, text);
  const pieces = lines.flatMap((line, index) =>
    line.pieces.map((piece, at) => ({
      ...piece,
      x: x + piece.x,
      y: sheet.y + index * leading,
      isGlued: isGlued(piece, line.pieces[at + 1]),
    })),
  );
  for (const group of groupsOf(pieces)) drawGroup(sheet, group, leading);
  sheet.y += lines.length * leading + padding;
};

type PlacedPiece = Piece & { readonly y: number; readonly isGlued: boolean };

const isGlued = (piece: Piece, next: Piece | undefined): boolean =>
  next !== undefined && next.isMark === undefined && next.x - piece.x - piece.width < 0.01;

/** Pieces of plain text share one marking; a link and a footnote's sign have tags of their own. */
const groupsOf = (pieces: readonly PlacedPiece[]): readonly (readonly PlacedPiece[])[] => {
  const groups: PlacedPiece[][] = [];
  let wasPlain = false;
  for (const piece of pieces) {
    const isPlain = piece.href === undefined && piece.isMark === undefined;
    if (isPlain && wasPlain) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    wasPlain = isPlain;
  }
  return groups;
};

const drawGroup = (sheet: Sheet, group: readonly PlacedPiece[], leading: number): void => {
  const [first] = group;
  if (first?.href !== undefined) drawLink(sheet, first, { href: first.href, leading });
  else if (first?.isMark)
    tag(sheet, 'Reference', () => {
      setLine(sheet, first.text, { ...first.style, leading }, { ...first, raise: leading * 0.2 });
    });
  else
    sheet.root.add(() => {
      for (const piece of group) setLine(sheet, piece.text, { ...piece.style, leading }, piece);
    });
};

/** The tag ends on its page: pdfkit notes the page of a link when its tag ends. */
const drawLink = (sheet: Sheet, piece: PlacedPiece, { href, leading }: { href: string; leading: number }): void => {
  const { text, style, x, y, width } = piece;
  tagAround(sheet, 'Link', (inside) => {
    inside.root.add(() => {
      setLine(inside, text, { ...style, leading }, piece);
      inside.doc.rect(x, y + leading / 2 + style.size * 0.5, width, 0.5).fill(BRAND);
    });
    inside.doc.link(x, y, width, leading, href, {
      structParent: inside.root,
      Contents: new String(text) as string,
    });
  });
};
