import type { Block, BlockKind } from '../domain';
import { drawColumns } from './draw-columns';
import { drawContents } from './draw-contents';
import { drawCover } from './draw-cover';
import { drawFacts } from './draw-facts';
import { drawFigure } from './draw-figure';
import { drawHeading } from './draw-heading';
import { drawKeyFigures } from './draw-key-figures';
import { drawList } from './draw-list';
import { drawMasthead } from './draw-masthead';
import { drawNumberedFindings } from './draw-numbered-findings';
import { drawPaperQuestion } from './draw-paper-question';
import { drawCallout, drawQuote } from './draw-quote';
import { drawTable } from './draw-table';
import { drawParagraph, drawText } from './draw-text';
import { startPage, turnPage } from './pages';
import { LANDSCAPE, PORTRAIT } from './paper';
import { roomAfterHeading } from './room';
import { isAtTop, type Sheet } from './sheet';

type Drawings = {
  readonly [Kind in BlockKind]: (
    sheet: Sheet,
    block: Extract<Block, { kind: Kind }>,
    following: readonly Block[],
  ) => void;
};

/** One drawing for each kind of block; a heading looks at what follows. */
export const drawBlock = (sheet: Sheet, block: Block, following: readonly Block[]): void => {
  const draw = DRAWINGS[block.kind] as (sheet: Sheet, block: Block, following: readonly Block[]) => void;
  draw(sheet, block, following);
};

const DRAWINGS: Drawings = {
  masthead: drawMasthead,
  cover: drawCover,
  contents: drawContents,
  heading: (sheet, block, following) => {
    drawHeading(sheet, block, roomAfterHeading(sheet, following));
  },
  lead: drawText,
  text: drawText,
  note: drawText,
  paragraph: drawParagraph,
  list: drawList,
  quote: drawQuote,
  callout: drawCallout,
  'key-figures': drawKeyFigures,
  'numbered-findings': drawNumberedFindings,
  facts: drawFacts,
  figure: drawFigure,
  table: drawTable,
  columns: (sheet, block) => {
    drawColumns(sheet, block, drawBlock);
  },
  'paper-question': drawPaperQuestion,
  orientation: (sheet, { orientation }) => {
    if (sheet.about.format !== 'slides') turnPage(sheet, orientation === 'landscape' ? LANDSCAPE : PORTRAIT);
  },
  'page-break': (sheet) => {
    if (!isAtTop(sheet)) startPage(sheet);
  },
};
