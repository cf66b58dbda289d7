import type { Block, Run } from '../domain';
import { drawColumns } from './draw-columns';
import { drawFigure } from './draw-figure';
import { drawHeading } from './draw-heading';
import { drawKeyFigures } from './draw-key-figures';
import { drawMasthead } from './draw-masthead';
import { drawNumberedFindings } from './draw-numbered-findings';
import { drawPaperQuestion } from './draw-paper-question';
import { drawTable } from './draw-table';
import { drawText } from './draw-text';
import { startPage, type Sheet } from './sheet';

/** One drawing for each kind of block. */
export const drawBlock = (sheet: Sheet, block: Block): void => {
  switch (block.kind) {
    case 'masthead':
      drawMasthead(sheet, block);
      return;
    case 'heading':
      drawHeading(sheet, block);
      return;
    case 'lead':
    case 'text':
    case 'note':
      drawText(sheet, block);
      return;
    case 'key-figures':
      drawKeyFigures(sheet, block);
      return;
    case 'numbered-findings':
      drawNumberedFindings(sheet, block);
      return;
    case 'figure':
      drawFigure(sheet, block);
      return;
    case 'table':
      drawTable(sheet, block);
      return;
    case 'columns':
      drawColumns(sheet, block, drawBlock);
      return;
    case 'paper-question':
      drawPaperQuestion(sheet, block);
      return;
    case 'cover':
      drawMasthead(sheet, { ...block, kind: 'masthead' });
      return;
    case 'paragraph':
    case 'callout':
      drawText(sheet, { kind: 'text', text: wordsOf(block.runs) });
      return;
    case 'list':
      for (const item of block.items) drawText(sheet, { kind: 'text', text: `– ${wordsOf(item)}` });
      return;
    case 'quote':
      drawText(sheet, { kind: 'text', text: block.text });
      drawText(sheet, { kind: 'note', text: block.source });
      return;
    case 'contents':
      return;
    case 'orientation':
    case 'page-break':
      startPage(sheet);
  }
};

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
