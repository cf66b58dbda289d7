import type { Block, Columns } from '../domain';
import { openDocument } from './document';
import { PAGE } from './paper';
import { ensureRoom, type Sheet } from './sheet';

const GUTTER = 28;
/** What a block leaves free below itself may fall into the margin. */
const SPACE_BELOW = 12;

type Draw = (sheet: Sheet, block: Block) => void;

/** Columns of equal width, one after the other from the same height; the pen goes on below the longest. */
export const drawColumns = (sheet: Sheet, { columns }: Columns, draw: Draw): void => {
  const width = (sheet.width - GUTTER * (columns.length - 1)) / columns.length;
  const heights = columns.map((blocks) => heightOf({ ...sheet, width }, blocks, draw));
  ensureRoom(sheet, Math.max(...heights) - SPACE_BELOW);
  const top = sheet.y;
  const bottoms = columns.map((blocks, index) => {
    const column = { ...sheet, left: sheet.left + index * (width + GUTTER), width, y: top };
    for (const block of blocks) draw(column, block);
    return column.y;
  });
  sheet.y = Math.max(...bottoms);
};

/** Draws on scrap paper to learn how much room is needed. */
const heightOf = (sheet: Sheet, blocks: readonly Block[], draw: Draw): number => {
  const doc = openDocument(sheet.about, sheet.fonts);
  doc.addPage();
  const root = doc.struct('Document');
  doc.addStructure(root);
  const belowTop = PAGE.top + 1;
  const scrap: Sheet = { ...sheet, doc, root, left: PAGE.left, y: belowTop };
  for (const block of blocks) draw(scrap, block);
  return scrap.y - belowTop;
};
