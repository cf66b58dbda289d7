import type { Block, ReportTree } from '../domain';
import { openDocument } from './document';
import { drawBlock } from './draw-block';
import { roomForPaperQuestion } from './draw-paper-question';
import { drawRunningLines } from './draw-running-lines';
import type { Fonts } from './fonts';
import { FULL_WIDTH, PAGE } from './paper';
import { legible } from './legible';
import { ensureRoom, startPage, type Sheet } from './sheet';

const HEADING_ROOM = 60;

export interface RenderedReport {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Draws a report tree as a PDF file. The same tree gives the same bytes. */
export const renderTree = async (fonts: Fonts, tree: ReportTree): Promise<RenderedReport> => {
  const { about, blocks } = legible(tree, fonts);
  const doc = openDocument(about, fonts);
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet: Sheet = { doc, root, fonts, about, left: PAGE.left, width: FULL_WIDTH, y: 0 };
  startPage(sheet);
  blocks.forEach((block, index) => {
    keepTogether(sheet, block, blocks[index + 1]);
    drawBlock(sheet, block);
  });
  root.end();
  drawRunningLines(sheet);
  const pages = doc.bufferedPageRange().count;
  doc.end();
  return { bytes: await bytes, pages };
};

/** A heading goes to the next page with the question it announces. */
const keepTogether = (sheet: Sheet, block: Block, next: Block | undefined): void => {
  if (block.kind === 'heading' && next?.kind === 'paper-question')
    ensureRoom(sheet, HEADING_ROOM + roomForPaperQuestion(sheet, next));
};

const collect = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    doc.on('error', reject);
  });
