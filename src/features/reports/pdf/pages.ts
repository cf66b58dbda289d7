import { drawFootnotes, placeWaitingFootnotes } from './footnotes';
import type { Geometry } from './paper';
import { fits, isAtTop, lowestOf, type Sheet } from './sheet';

/**
 * Ends the page with its footnotes and begins the next. Tags that are open go on over the page break; they are closed
 * while footnotes are drawn, because marked content may not stand inside marked content.
 */
export const startPage = (sheet: Sheet, geometry: Geometry = sheet.flow.geometry): void => {
  const { doc, flow } = sheet;
  flow.onPage();
  if (doc.bufferedPageRange().count === 0) addPage(doc, geometry);
  else {
    const open = doc.endPageMarkings(doc.page);
    drawFootnotes(sheet);
    addPage(doc, geometry);
    doc.initPageMarkings(open);
  }
  flow.geometry = geometry;
  sheet.y = geometry.top;
  placeWaitingFootnotes(sheet);
};

const addPage = (doc: PDFKit.PDFDocument, { width, height, userUnit }: Geometry): void => {
  doc.addPage({ size: [width, height], margin: 0, userUnit });
};

/** Begins a page of another shape; the column becomes its full width. */
export const turnPage = (sheet: Sheet, geometry: Geometry): void => {
  if (isAtTop(sheet) && geometry === sheet.flow.geometry) return;
  startPage(sheet, geometry);
  sheet.left = geometry.left;
  sheet.width = geometry.width - geometry.left - geometry.right;
};

/** Nothing more fits on the page; what comes begins the next. */
export const fillPage = (sheet: Sheet): void => {
  sheet.y = lowestOf(sheet) + 1;
};

/** Move to a new page unless so much height is left on this one. */
export const ensureRoom = (sheet: Sheet, height: number): void => {
  if (!fits(sheet, height) && !isAtTop(sheet)) startPage(sheet);
};

/** pdfkit remembers the transformation of the page that was added last; pages differ in height. */
export const turnToPage = (doc: PDFKit.PDFDocument, page: number): void => {
  doc.switchToPage(page);
  (doc as unknown as { _ctm: readonly number[] })._ctm = [1, 0, 0, -1, 0, doc.page.height];
};
