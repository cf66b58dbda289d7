import type { LegendEntry } from '../../analysis/domain';
import { STYLES } from './paper';
import { paperPalette } from './palette';
import type { Sheet } from './sheet';
import { setText, widthOf } from './typeset';

const MARK_SIZE = 7;
const MARK_WIDTH = 12;
const SPACE_BETWEEN = 16;
const LEADING = 15;

interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

interface LaidOutLegend {
  readonly entries: readonly PlacedEntry[];
  readonly height: number;
}

/** Entries in a line, and in a second one when the paper is too narrow. */
export const layOutLegend = (sheet: Sheet, legend: readonly LegendEntry[]): LaidOutLegend => {
  let x = 0;
  let row = 0;
  const entries = legend.map((entry) => {
    const text = [entry.text, entry.note].filter((part) => part !== undefined).join(' ');
    const width = (entry.mark ? MARK_WIDTH : 0) + widthOf(sheet, text, STYLES.legend);
    if (x > 0 && x + width > sheet.width) {
      x = 0;
      row += 1;
    }
    const placed = { entry, text, x: sheet.left + x, row };
    x += width + SPACE_BETWEEN;
    return placed;
  });
  return { entries, height: entries.length === 0 ? 0 : (row + 1) * LEADING + 4 };
};

/** Call inside the Figure's content: the legend is part of the drawing. */
export const drawLegend = (sheet: Sheet, { entries }: LaidOutLegend, top: number): void => {
  for (const { entry, text, x, row } of entries) {
    const y = top + row * LEADING;
    const middle = { x: x + MARK_SIZE / 2, y: y + STYLES.legend.leading / 2 };
    if (entry.mark) drawMark(sheet.doc, entry, middle);
    setText(sheet, text, STYLES.legend, { x: entry.mark ? x + MARK_WIDTH : x, y, width: sheet.width });
  }
};

const drawMark = (
  doc: PDFKit.PDFDocument,
  { mark, colour = '--ink' }: LegendEntry,
  { x, y }: { x: number; y: number },
): void => {
  const half = MARK_SIZE / 2;
  switch (mark) {
    case 'circle':
      doc.circle(x, y, half);
      break;
    case 'rect':
      doc.rect(x - half * 0.9, y - half * 0.9, MARK_SIZE * 0.9, MARK_SIZE * 0.9);
      break;
    case 'triangle':
      doc.polygon([x, y - half], [x + half, y + half * 0.75], [x - half, y + half * 0.75]);
      break;
    case 'rectRot':
      doc.polygon([x, y - half], [x + half, y], [x, y + half], [x - half, y]);
      break;
    case 'outline':
      doc
        .rect(x - half, y - half, MARK_SIZE, MARK_SIZE)
        .lineWidth(0.6)
        .stroke(paperPalette.colour(colour));
      return;
    case 'square':
    case undefined:
      doc.rect(x - half, y - half, MARK_SIZE, MARK_SIZE);
  }
  doc.fill(paperPalette.colour(colour));
};
