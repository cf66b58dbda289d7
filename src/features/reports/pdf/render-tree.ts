import type { ReportTree } from '../domain';
import { openDocument } from './document';
import { drawBlock } from './draw-block';
import { drawRunningLines } from './draw-running-lines';
import type { Fonts } from './fonts';
import { FULL_WIDTH, PAGE } from './paper';
import { legible } from './legible';
import { startPage, type Sheet } from './sheet';

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
  for (const block of blocks) drawBlock(sheet, block);
  root.end();
  drawRunningLines(sheet);
  const pages = doc.bufferedPageRange().count;
  doc.end();
  return { bytes: await bytes, pages };
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
