import type { Block } from '../domain';
import { drawBlock } from './draw-block';
import { roomFor } from './room';
import { fits, heightOfBody, isAtTop, type Sheet } from './sheet';

type BlockDone = (done: number) => void;

/** What may go before a figure that waits for the next page; it says by number which figure it means. */
const MAY_GO_FIRST: ReadonlySet<Block['kind']> = new Set(['paragraph', 'text', 'list', 'table']);
/** A smaller rest of a page is not worth filling. */
const SMALLEST_HOLE = 0.12;

/** Blocks in their order; a numbered figure that does not fit lets the next paragraphs of its section fill the page. */
export const placeBlocks = (sheet: Sheet, blocks: readonly Block[], onDone: BlockDone): void => {
  const rest = [...blocks];
  let waiting: Block | undefined;
  let waitingSince = 0;
  let done = 0;
  const draw = (block: Block): void => {
    drawBlock(sheet, block, rest);
    onDone(++done);
  };
  const pageNumber = (): number => sheet.doc.bufferedPageRange().count;
  for (let block = rest.shift(); block !== undefined; block = rest.shift()) {
    if (waiting !== undefined && (!goesFirst(sheet, block) || pageNumber() !== waitingSince)) {
      draw(waiting);
      waiting = undefined;
    }
    if (waiting === undefined && block.kind === 'figure' && shouldWait(sheet, block, rest[0])) {
      waiting = block;
      waitingSince = pageNumber();
    } else draw(block);
  }
  if (waiting !== undefined) draw(waiting);
};

const goesFirst = (sheet: Sheet, block: Block): boolean =>
  MAY_GO_FIRST.has(block.kind) &&
  (block.kind !== 'table' || block.number !== undefined) &&
  fits(sheet, roomFor(sheet, block));

const shouldWait = (sheet: Sheet, figure: Extract<Block, { kind: 'figure' }>, next: Block | undefined): boolean =>
  figure.number !== undefined &&
  !isAtTop(sheet) &&
  !fits(sheet, roomFor(sheet, figure)) &&
  fits(sheet, heightOfBody(sheet) * SMALLEST_HOLE) &&
  next !== undefined &&
  goesFirst(sheet, next);
