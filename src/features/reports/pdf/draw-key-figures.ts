import type { KeyFigure, KeyFigures } from '../domain';
import { LINE, STYLES } from './paper';
import { drawList } from './draw-list';
import { ensureRoom } from './pages';
import { drawArtifact, drawRule, tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines, widthOf } from './typeset';

const GUTTER = 22;

/** More of them, or longer texts, would not stand side by side. */
const MOST_IN_A_ROW = 5;
const MOST_LINES = 5;

/** Figures side by side between hairlines: label, large value, how certain it is. */
export const drawKeyFigures = (sheet: Sheet, { items }: KeyFigures): void => {
  const width = (sheet.width - GUTTER * (items.length - 1)) / items.length;
  const figures = items.map((item) => layOut(sheet, item, width));
  if (items.length === 0) return;
  if (items.length > MOST_IN_A_ROW || !figures.every((figure) => standsInRow(sheet, figure, width))) {
    drawAsList(sheet, items);
    return;
  }
  const labelHeight = Math.max(...figures.map(({ label }) => label.length)) * STYLES.keyLabel.leading;
  const contextHeight = Math.max(...figures.map(({ context }) => context.length)) * STYLES.keyContext.leading;
  const height = labelHeight + STYLES.keyValue.leading + contextHeight + 5;
  ensureRoom(sheet, height);
  const top = sheet.y;
  drawDividers(sheet, { top, height, width, count: items.length });
  tagAround(sheet, 'L', (list) => {
    figures.forEach((figure, index) => {
      drawFigure(list, figure, { x: sheet.left + index * (width + GUTTER), top, width, labelHeight });
    });
  });
  sheet.y = top + height + 20;
};

const standsInRow = (sheet: Sheet, { label, value, context }: LaidOut, width: number): boolean =>
  label.length <= MOST_LINES &&
  context.length <= MOST_LINES &&
  widthOf(sheet, value, STYLES.keyValue) <= width + GUTTER;

/** What does not stand side by side is told as a list. */
const drawAsList = (sheet: Sheet, items: readonly KeyFigure[]): void => {
  drawList(sheet, {
    kind: 'list',
    ordered: false,
    items: items.map(({ label, value, context }) => [
      { text: `${label}: ` },
      { text: value, bold: true },
      { text: context.trim() === '' ? '' : ` (${context})` },
    ]),
  });
};

interface LaidOut {
  readonly label: readonly string[];
  readonly value: string;
  readonly context: readonly string[];
}

const layOut = (sheet: Sheet, { label, value, context }: KeyFigure, width: number): LaidOut => ({
  label: linesOf(sheet, label, STYLES.keyLabel, width),
  value,
  context: linesOf(sheet, context, STYLES.keyContext, width),
});

const drawFigure = (
  list: Sheet,
  figure: LaidOut,
  at: { x: number; top: number; width: number; labelHeight: number },
): void => {
  tagAround(list, 'LI', (item) => {
    tag(item, 'LBody', () => {
      const { x, width } = at;
      const below = at.top + at.labelHeight;
      setLines(item, figure.label, STYLES.keyLabel, { x, y: at.top, width });
      const underValue = setLines(item, [figure.value], STYLES.keyValue, { x, y: below + 2, width });
      setLines(item, figure.context, STYLES.keyContext, { x, y: underValue + 3, width });
    });
  });
};

const drawDividers = (
  sheet: Sheet,
  { top, height, width, count }: { top: number; height: number; width: number; count: number },
): void => {
  drawArtifact(sheet, () => {
    for (let index = 1; index < count; index++)
      sheet.doc.rect(sheet.left + index * (width + GUTTER) - GUTTER / 2, top, 0.5, height).fill(LINE);
  });
  drawRule(sheet, { x: sheet.left, y: top + height + 9, width: sheet.width, weight: 0.5, colour: LINE });
};
