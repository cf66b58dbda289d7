import type { ReportTree } from '../domain';
import { openDocument } from './document';
import { drawRunningLines } from './draw-running-lines';
import { beginFlow } from './flow';
import type { Fonts } from './fonts';
import { drawFootnotes, hasWaitingFootnotes } from './footnotes';
import { announceHeadings } from './headings';
import { legible } from './legible';
import { startPage } from './pages';
import { LANDSCAPE, PORTRAIT, SLIDE, type Geometry } from './paper';
import { placeBlocks } from './place-blocks';
import type { Sheet } from './sheet';

export interface RenderedReport {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** How far a report is drawn. */
export interface Progress {
  /** Blocks drawn, of how many; the last step, when pages get their numbers, comes after them. */
  readonly done: number;
  readonly blocks: number;
  readonly pages: number;
}

/** Called before each page and after each block; what it throws ends the drawing. */
export type OnProgress = (progress: Progress) => void;

/** Draws a report tree as a PDF file. The same tree gives the same bytes. */
export const renderTree = async (
  fonts: Fonts,
  tree: ReportTree,
  onProgress: OnProgress = () => undefined,
): Promise<RenderedReport> => {
  const { about, blocks } = legible(tree, fonts);
  const doc = openDocument(about, fonts);
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  let done = 0;
  const tell = (): void => {
    onProgress({ done, blocks: blocks.length, pages: doc.bufferedPageRange().count });
  };
  const geometry = firstGeometry(about, blocks);
  const flow = beginFlow(root, geometry, announceHeadings(blocks), tell);
  const { left, right, width } = geometry;
  const sheet: Sheet = { doc, root, fonts, about, flow, left, width: width - left - right, y: 0 };
  startPage(sheet);
  placeBlocks(sheet, blocks, (count) => {
    done = count;
    tell();
  });
  finish(sheet);
  const pages = doc.bufferedPageRange().count;
  doc.end();
  return { bytes: await bytes, pages };
};

/** A report that begins on its side has no upright page before. */
const firstGeometry = ({ format }: ReportTree['about'], [first]: ReportTree['blocks']): Geometry => {
  if (format === 'slides') return SLIDE;
  return first?.kind === 'orientation' && first.orientation === 'landscape' ? LANDSCAPE : PORTRAIT;
};

/** Footnotes of the last page, tables of contents, head and foot of every page. */
const finish = (sheet: Sheet): void => {
  drawFootnotes(sheet);
  while (hasWaitingFootnotes(sheet)) {
    startPage(sheet);
    drawFootnotes(sheet);
  }
  for (const fill of sheet.flow.contents) fill();
  sheet.root.end();
  drawRunningLines(sheet);
};

const collect = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => {
      resolve(joined(parts));
    });
    doc.on('error', reject);
  });

/** In memory of its own, so that a thread can hand it over without copying. */
const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
