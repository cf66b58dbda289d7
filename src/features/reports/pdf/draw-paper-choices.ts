import type { PaperAnswer, PaperChoice } from '../domain';
import { INK, INK_3, STYLES } from './paper';
import { ensureRoom } from './pages';
import { drawArtifact, tag, tagAround, type Sheet } from './sheet';
import { linesOf, setLines, widthOf } from './typeset';

type Choices = Extract<PaperAnswer, { kind: 'choices' }>;

const INDENT = 20;
const CODES = 74;
const ROW_GAP = 3.5;
const RADIUS = 5;

const linesOfLabel = (sheet: Sheet, { label }: PaperChoice): readonly string[] =>
  linesOf(sheet, label, STYLES.choice, sheet.width - INDENT - CODES);

const heightOfChoice = (lines: readonly string[]): number => lines.length * STYLES.choice.leading + ROW_GAP;

export const heightOfChoices = (sheet: Sheet, choices: readonly PaperChoice[]): number =>
  choices.reduce((sum, choice) => sum + heightOfChoice(linesOfLabel(sheet, choice)), 0);

/** Answers one below another: a mark to fill, the label, the code to key in at the right. */
export const drawPaperChoices = (sheet: Sheet, { choices, mark }: Choices): void => {
  tagAround(sheet, 'L', (list) => {
    list.root.dictionary.data['A'] = { O: 'List', ListNumbering: 'None' };
    for (const choice of choices) drawChoice(list, choice, mark);
  });
};

const drawChoice = (list: Sheet, choice: PaperChoice, mark: Choices['mark']): void => {
  const lines = linesOfLabel(list, choice);
  ensureRoom(list, heightOfChoice(lines));
  const top = list.y;
  drawMark(list, mark, top + STYLES.choice.leading / 2);
  if (choice.hasLine) drawWritingLine(list, lines, top);
  tagAround(list, 'LI', (item) => {
    tag(item, 'LBody', () => {
      setLines(item, lines, STYLES.choice, { x: item.left + INDENT, y: top, width: item.width - INDENT - CODES });
      setLines(item, [choice.code], STYLES.choiceCode, {
        x: item.left + item.width - CODES,
        y: top,
        width: CODES,
        align: 'right',
      });
    });
  });
  list.y = top + heightOfChoice(lines);
};

const drawMark = (sheet: Sheet, mark: Choices['mark'], middle: number): void => {
  drawArtifact(sheet, () => {
    const { doc, left } = sheet;
    const shape =
      mark === 'circle'
        ? doc.circle(left + RADIUS + 1, middle, RADIUS)
        : doc.rect(left + 1, middle - RADIUS, 2 * RADIUS, 2 * RADIUS);
    shape.lineWidth(0.8).stroke(INK);
  });
};

const drawWritingLine = (sheet: Sheet, lines: readonly string[], top: number): void => {
  const from = sheet.left + INDENT + widthOf(sheet, lines.at(-1) ?? '', STYLES.choice) + 8;
  const to = sheet.left + sheet.width - CODES;
  const y = top + lines.length * STYLES.choice.leading - 1;
  drawArtifact(sheet, () => {
    sheet.doc.moveTo(from, y).lineTo(to, y).lineWidth(0.6).stroke(INK_3);
  });
};
