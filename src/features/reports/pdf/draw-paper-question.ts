import type { PaperAnswer, PaperQuestion } from '../domain';
import { drawPaperChoices, heightOfChoices } from './draw-paper-choices';
import { drawPaperGrid, heightOfGrid } from './draw-paper-grid';
import { drawPaperNumbers, heightOfNumbers } from './draw-paper-numbers';
import { levelTag } from './headings';
import { INK_3, STYLES } from './paper';
import { ensureRoom } from './pages';
import { drawArtifact, drawRule, heightOfBody, skip, tag, type Sheet } from './sheet';
import { linesOf, setLines } from './typeset';

/** Codes stand in a margin of their own, so that wordings begin on one line. */
export const CODE_MARGIN = 46;
const AFTER = 18;
const LINE_HEIGHT = 26;
const BOX = 20;

interface LaidOut {
  readonly inner: Sheet;
  readonly text: readonly string[];
  readonly hints: readonly (readonly string[])[];
  readonly headHeight: number;
  readonly height: number;
}

const layOut = (sheet: Sheet, question: PaperQuestion): LaidOut => {
  const inner = { ...sheet, left: sheet.left + CODE_MARGIN, width: sheet.width - CODE_MARGIN };
  const text = linesOf(sheet, question.text, STYLES.question, inner.width);
  const hints = question.hints.map((hint) => linesOf(sheet, hint, STYLES.note, inner.width));
  const headHeight = text.length * STYLES.question.leading + hints.flat().length * STYLES.note.leading + 6;
  return { inner, text, hints, headHeight, height: headHeight + heightOf(inner, question.answer) };
};

/** Room that a question asks for; one longer than a page asks for its beginning only. */
export const roomForPaperQuestion = (sheet: Sheet, question: PaperQuestion): number => {
  const { headHeight, height } = layOut(sheet, question);
  return height > heightOfBody(sheet) ? headHeight + 3 * STYLES.choice.leading : height;
};

/** A question on paper: code in the margin, wording, how to answer, and places to write. It goes on one page if it can. */
export const drawPaperQuestion = (sheet: Sheet, question: PaperQuestion): void => {
  ensureRoom(sheet, roomForPaperQuestion(sheet, question));
  const { inner, text, hints } = layOut(sheet, question);
  tag(inner, levelTag(inner, 3), () => {
    setLines(sheet, [question.code], STYLES.questionCode, { x: sheet.left, y: inner.y, width: CODE_MARGIN });
    inner.y = setLines(sheet, text, STYLES.question, { x: inner.left, y: inner.y, width: inner.width });
  });
  for (const hint of hints)
    tag(inner, 'P', () => {
      inner.y = setLines(sheet, hint, STYLES.note, { x: inner.left, y: inner.y, width: inner.width });
    });
  skip(inner, 6);
  drawAnswer(inner, question.answer);
  sheet.y = inner.y + AFTER;
};

const heightOf = (sheet: Sheet, answer: PaperAnswer): number => {
  switch (answer.kind) {
    case 'none':
      return 0;
    case 'choices':
      return heightOfChoices(sheet, answer.choices);
    case 'grid':
      return heightOfGrid(sheet, answer);
    case 'numbers':
      return heightOfNumbers(sheet, answer);
    case 'lines':
      return answer.count * LINE_HEIGHT;
    case 'boxes':
      return BOX;
  }
};

const drawAnswer = (sheet: Sheet, answer: PaperAnswer): void => {
  switch (answer.kind) {
    case 'none':
      return;
    case 'choices':
      drawPaperChoices(sheet, answer);
      return;
    case 'grid':
      drawPaperGrid(sheet, answer);
      return;
    case 'numbers':
      drawPaperNumbers(sheet, answer);
      return;
    case 'lines':
      drawLines(sheet, answer.count);
      return;
    case 'boxes':
      drawBoxes(sheet, answer);
  }
};

const drawLines = (sheet: Sheet, count: number): void => {
  for (let line = 0; line < count; line += 1) {
    sheet.y += LINE_HEIGHT;
    drawRule(sheet, { x: sheet.left, y: sheet.y - 4, width: sheet.width, weight: 0.6, colour: INK_3 });
  }
};

const drawBoxes = (sheet: Sheet, { count, unit }: Extract<PaperAnswer, { kind: 'boxes' }>): void => {
  const top = sheet.y;
  drawArtifact(sheet, () => {
    for (let box = 0; box < count; box += 1)
      sheet.doc
        .rect(sheet.left + box * (BOX - 3), top, BOX - 3, BOX)
        .lineWidth(0.6)
        .stroke(INK_3);
  });
  if (unit !== '')
    tag(sheet, 'P', () => {
      setLines(sheet, [unit], STYLES.choice, {
        x: sheet.left + count * (BOX - 3) + 8,
        y: top + 3,
        width: sheet.width / 2,
      });
    });
  sheet.y = top + BOX;
};
