import { drawRichLines } from './draw-rich-lines';
import { richLinesOf, type RichLine, type Span } from './rich-lines';
import { tagAround, type Sheet } from './sheet';

interface Place {
  readonly x?: number;
  readonly width?: number;
  readonly leading: number;
  readonly padding?: number;
  readonly ground?: (top: number, height: number) => void;
}

/** Lines of spans with their footnotes numbered on through the document. Call once for each text, where it is drawn. */
export const numberedLinesOf = (sheet: Sheet, spans: readonly Span[], width: number): readonly RichLine[] => {
  const { footnotes } = sheet.flow;
  const lines = richLinesOf(sheet, spans, width, footnotes.count + 1);
  footnotes.count += lines.reduce((sum, line) => sum + line.footnotes.length, 0);
  return lines;
};

export const isBlank = (spans: readonly { readonly text: string }[]): boolean =>
  spans.every(({ text }) => text.trim() === '');

/** A text under one tag, over as many pages as it takes; nothing where there are no words. */
export const drawSpans = (
  sheet: Sheet,
  type: string,
  spans: readonly Span[],
  { x = sheet.left, width = sheet.width, ...look }: Place,
): void => {
  if (isBlank(spans)) return;
  const lines = numberedLinesOf(sheet, spans, width);
  tagAround(sheet, type, (inside) => {
    drawRichLines(inside, lines, { x, ...look });
  });
};

/** Height of a text that is going to be drawn, without its footnotes. */
export const heightOfSpans = (sheet: Sheet, spans: readonly Span[], width: number, leading: number): number =>
  isBlank(spans) ? 0 : richLinesOf(sheet, spans, width).length * leading;
