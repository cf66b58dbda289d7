import type { ReportAbout } from '../domain';
import type { Flow } from './flow';
import type { Fonts } from './fonts';

/** A document being drawn: pdfkit's document, the tag tree's root and the pen's height on the current page. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly fonts: Fonts;
  readonly about: ReportAbout;
  /** What all columns and tags of the document share. */
  readonly flow: Flow;
  /** Left edge and width of the column being filled. */
  left: number;
  width: number;
  y: number;
}

/** Where the last line may end: above the margin and the footnotes of the page. */
export const lowestOf = ({ flow }: Pick<Sheet, 'flow'>): number =>
  flow.geometry.height - flow.geometry.bottom - flow.footnotes.height;

export const heightOfBody = ({ flow: { geometry } }: Pick<Sheet, 'flow'>): number =>
  geometry.height - geometry.top - geometry.bottom;

export const isAtTop = ({ y, flow }: Pick<Sheet, 'y' | 'flow'>): boolean => y <= flow.geometry.top;

export const fits = (sheet: Sheet, height: number): boolean => sheet.y + height <= lowestOf(sheet);

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
export const tagAround = (
  sheet: Sheet,
  type: string,
  fill: (inside: Sheet) => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): PDFKit.PDFStructureElement => {
  const element = sheet.doc.struct(type, options);
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
