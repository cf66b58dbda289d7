import { Problem } from '../problems';
import type { XmlFault } from '../xml';

export const csvNotReadable = (): Problem => new Problem('spreadsheet.csv-not-readable', 'invalid');
/** Neither a spreadsheet nor a text. */
export const notText = (): Problem => new Problem('spreadsheet.not-text', 'invalid');
export const unclosedQuote = (details: { readonly row: number }): Problem =>
  new Problem('spreadsheet.unclosed-quote', 'invalid', details);
export const notAWorkbook = (): Problem => new Problem('spreadsheet.not-a-workbook', 'invalid');
/** An .xls of the old kind or a file with a password: both are wrapped in the same container. */
export const oldOrProtected = (): Problem => new Problem('spreadsheet.old-or-protected', 'invalid');
export const damagedWorkbook = (): Problem => new Problem('spreadsheet.damaged', 'invalid');
export const macrosInside = (): Problem => new Problem('spreadsheet.macros', 'invalid');
export const externalLinksInside = (): Problem => new Problem('spreadsheet.external-links', 'invalid');
export const filesInside = (): Problem => new Problem('spreadsheet.files-inside', 'invalid');
export const declarationsInside = (): Problem => new Problem('spreadsheet.declarations', 'invalid');
export const workbookTooLarge = (details: { readonly megabytes: number }): Problem =>
  new Problem('spreadsheet.too-large', 'too-large', details);
export const tooManySheets = (details: { readonly most: number }): Problem =>
  new Problem('spreadsheet.too-many-sheets', 'too-large', details);
export const tooManyRows = (details: { readonly sheet: string; readonly most: number }): Problem =>
  new Problem('spreadsheet.too-many-rows', 'too-large', details);
export const tooManyColumns = (details: { readonly sheet: string; readonly most: number }): Problem =>
  new Problem('spreadsheet.too-many-columns', 'too-large', details);
export const tooManyCells = (details: { readonly most: number }): Problem =>
  new Problem('spreadsheet.too-many-cells', 'too-large', details);
export const cellTooLong = (details: {
  readonly sheet: string;
  readonly cell: string;
  readonly most: number;
}): Problem => new Problem('spreadsheet.cell-too-long', 'too-large', details);
export const tooManyFormulas = (details: { readonly most: number }): Problem =>
  new Problem('spreadsheet.too-many-formulas', 'too-large', details);

export const problemOfXml = (fault: XmlFault): Problem =>
  fault === 'declarations' ? declarationsInside() : damagedWorkbook();
