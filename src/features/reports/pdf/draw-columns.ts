import type { Block, Columns } from '../domain';
import { openDocument } from './document';
import { beginFlow } from './flow';
import { ensureRoom, startPage } from './pages';
import { fits, heightOfBody, lowestOf, type Sheet } from './sheet';

const GUTTER = 28;
/** What a block leaves free below itself may fall into the margin. */
const SPACE_BELOW = 12;
const NARROWEST = 110;

type Draw = (sheet: Sheet, block: Block, following: readonly Block[]) => void;

/**
 * Columns of equal width, one after the other from the same height; the pen goes on below the longest. What is too long
 * for a page, or too narrow to be read, is drawn one below the other instead.
 */
export const drawColumns = (sheet: Sheet, { columns }: Columns, draw: Draw): void => {
  const filled = columns
    .filter((blocks) => blocks.length > 0)
    .map((blocks) => blocks.filter(({ kind }) => !TURNS.has(kind)));
  if (filled.length === 0) return;
  const width = (sheet.width - GUTTER * (filled.length - 1)) / filled.length;
  const height =
    width < NARROWEST ? Infinity : Math.max(...filled.map((blocks) => heightOf(sheet, width, blocks, draw)));
  if (height - SPACE_BELOW > heightOfBody(sheet)) {
    drawAll(sheet, filled.flat(), draw);
    return;
  }
  ensureRoom(sheet, height - SPACE_BELOW);
  const top = sheet.y;
  const bottoms = filled.map((blocks, index) => {
    const column = { ...sheet, left: sheet.left + index * (width + GUTTER), width, y: top };
    drawAll(column, blocks, draw);
    return column.y;
  });
  sheet.y = Math.max(...bottoms);
};

/** Pages are turned by the document, not by one of its columns. */
const TURNS: ReadonlySet<Block['kind']> = new Set(['orientation', 'page-break', 'cover', 'contents']);

const drawAll = (sheet: Sheet, blocks: readonly Block[], draw: Draw): void => {
  blocks.forEach((block, index) => {
    draw(sheet, block, blocks.slice(index + 1));
  });
};

/** Draws on scrap paper to learn how much room is needed; more than a page is too much. */
const heightOf = (sheet: Sheet, width: number, blocks: readonly Block[], draw: Draw): number => {
  const { geometry, onPage } = sheet.flow;
  const doc = openDocument(sheet.about, sheet.fonts);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const scrap: Sheet = { ...sheet, doc, root, flow: beginFlow(root, geometry, [], onPage), left: geometry.left, width };
  startPage(scrap);
  scrap.y += 1;
  drawAll(scrap, blocks, draw);
  if (doc.bufferedPageRange().count > 1 || !fits(scrap, -SPACE_BELOW)) return Infinity;
  return scrap.y - geometry.top - 1 + (geometry.height - geometry.bottom - lowestOf(scrap));
};
