import { strToU8, zipSync, type Zippable } from 'fflate';

/* Workbooks made by hand, piece by piece, as a hostile or sloppy program would make them. */

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const ROOT =
  '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const WORKBOOK = '<workbook xmlns:r="x"><sheets><sheet name="survey" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELATIONS =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;

export const cellXml = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** The parts of a small workbook with one sheet; `more` adds parts or replaces them. */
export const partsOf = (rows: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Zippable =>
  Object.fromEntries(
    Object.entries({
      '[Content_Types].xml': TYPES,
      '_rels/.rels': ROOT,
      'xl/workbook.xml': WORKBOOK,
      'xl/_rels/workbook.xml.rels': RELATIONS,
      'xl/worksheets/sheet1.xml': sheetXml(rows),
      ...more,
    }).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  );

export const workbookOf = (rows: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer =>
  Buffer.from(zipSync(partsOf(rows, more)));

/** As many rows as asked, each with one cell. */
export const manyRows = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('');
