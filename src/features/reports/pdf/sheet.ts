import type { ReportAbout } from '../domain';
import type { Fonts } from './fonts';
import { LOWEST_Y, PAGE } from './paper';

/** A document being drawn: pdfkit's document, the tag tree's root and the pen's height on the current page. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly fonts: Fonts;
  readonly about: ReportAbout;
  /** Left edge and width of the column being filled. */
  readonly left: number;
  readonly width: number;
  y: number;
}

/** Tags that are open go on over the page break; `addPage` alone would leave them behind. */
export const startPage = (sheet: Sheet): void => {
  if (sheet.doc.bufferedPageRange().count === 0) sheet.doc.addPage();
  else sheet.doc.continueOnNewPage();
  sheet.y = PAGE.top;
};

export const isAtTop = ({ y }: Sheet): boolean => y <= PAGE.top;

/** Move to a new page unless so much height is left on this one. */
export const ensureRoom = (sheet: Sheet, height: number): void => {
  if (sheet.y + height > LOWEST_Y && !isAtTop(sheet)) startPage(sheet);
};

/** Space between blocks; none at the top of a page. */
export const skip = (sheet: Sheet, height: number): void => {
  if (!isAtTop(sheet)) sheet.y += height;
};

/** Content with one tag. The element joins its parent before it is filled: pdfkit's `end()` hangs on orphans. */
export const tag = (
  { doc, root }: Pick<Sheet, 'doc' | 'root'>,
  type: string,
  draw: () => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): PDFKit.PDFStructureElement => {
  const element = doc.struct(type, options, draw);
  root.add(element);
  return element;
};

/** A tag that holds other tags: fill it through the sheet given, then it is ended. */
export const tagAround = (sheet: Sheet, type: string, fill: (inside: Sheet) => void): PDFKit.PDFStructureElement => {
  const element = sheet.doc.struct(type);
  sheet.root.add(element);
  const inside = { ...sheet, root: element };
  fill(inside);
  sheet.y = inside.y;
  element.end();
  return element;
};

/** Lines and grounds: seen, not read. Draw them before the tagged content, since an artifact closes open tags. */
export const drawArtifact = ({ doc }: Pick<Sheet, 'doc'>, draw: () => void): void => {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
};

export const drawRule = (
  sheet: Pick<Sheet, 'doc'>,
  rule: { x: number; y: number; width: number; weight: number; colour: string },
): void => {
  drawArtifact(sheet, () => {
    sheet.doc.rect(rule.x, rule.y - rule.weight / 2, rule.width, rule.weight).fill(rule.colour);
  });
};
