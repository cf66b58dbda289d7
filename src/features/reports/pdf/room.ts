import type { Block, BlockKind } from '../domain';
import { roomForFigure } from './draw-figure';
import { heightOfHeading } from './draw-heading';
import { roomForPaperQuestion } from './draw-paper-question';
import { roomForTable } from './draw-table';
import { STYLES } from './paper';
import { heightOfBody, type Sheet } from './sheet';

const TWO_LINES = 2 * STYLES.text.leading;
/** Blocks of other kinds keep at least so much with the heading above. */
const SOME = 90;

/** Room that a block asks for, at least for its beginning. */
export const roomFor = (sheet: Sheet, block: Block): number => {
  if (block.kind === 'figure') return roomForFigure(sheet, block);
  if (block.kind === 'table') return roomForTable(sheet, block);
  if (block.kind === 'paper-question') return roomForPaperQuestion(sheet, block);
  if (TEXTS.has(block.kind)) return TWO_LINES;
  return TURNS.has(block.kind) ? 0 : SOME;
};

const TEXTS: ReadonlySet<BlockKind> = new Set(['paragraph', 'list', 'lead', 'text', 'note']);
const TURNS: ReadonlySet<BlockKind> = new Set(['contents', 'orientation', 'page-break', 'cover']);

/** A heading stays with what it announces: the headings right below and the beginning of the first block under them. */
export const roomAfterHeading = (sheet: Sheet, following: readonly Block[]): number => {
  let room = 0;
  for (const block of following) {
    if (block.kind !== 'heading') return Math.min(room + roomFor(sheet, block), heightOfBody(sheet) * 0.7);
    room += heightOfHeading(sheet, block);
  }
  return room;
};
