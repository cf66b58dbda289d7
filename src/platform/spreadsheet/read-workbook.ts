import { dateStylesReading, type CellKinds } from './cell-text';
import { openPackage, type WorkbookPackage } from './open-package';
import { damagedWorkbook } from './problems';
import { readPart, readWorkbookParts, type SheetPart, type WorkbookParts } from './read-parts';
import { sharedTextsReading, sheetReading, type Allowance } from './read-sheet';
import { WORKBOOK_LIMITS, type Sheet, type Workbook, type WorkbookLimits, type WorkbookRemark } from './workbook';

/**
 * Reads an .xlsx file of a stranger as plain texts, in small steps, so that other requests are answered meanwhile. Numbers
 * come as `12.5`, days as `2026-01-31`, yes and no as `TRUE` and `FALSE`.
 *
 * @throws Problem `spreadsheet.*` saying what to do: macros, links to other files, packed files inside, limits, damage
 */
export const readWorkbook = async (bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<Workbook> => {
  const allowed = { ...WORKBOOK_LIMITS, ...limits };
  const workbook = openPackage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), allowed);
  const parts = await readWorkbookParts(workbook, allowed);
  const kinds = await readKinds(workbook, parts);
  const left: Allowance = { cells: allowed.cells, characters: allowed.characters, formulas: allowed.formulas };
  const sheets: Sheet[] = [];
  const remarks: WorkbookRemark[] = [];
  for (const part of parts.sheets) {
    const found = await readSheet(workbook, part, (name) => sheetReading(name, kinds, allowed, left));
    if (found.sheet !== null) sheets.push(found.sheet);
    remarks.push(...found.remarks);
  }
  return { sheets, remarks };
};

const readKinds = async (workbook: WorkbookPackage, parts: WorkbookParts): Promise<CellKinds> => {
  const texts = sharedTextsReading();
  const styles = dateStylesReading();
  if (parts.sharedStrings !== null) await readPart(workbook, parts.sharedStrings, texts.listener);
  if (parts.styles !== null) await readPart(workbook, parts.styles, styles.listener);
  return { sharedTexts: texts.texts, dateStyles: styles.styles, since1904: parts.since1904 };
};

const readSheet = async (
  workbook: WorkbookPackage,
  { name, path }: SheetPart,
  begin: (name: string) => ReturnType<typeof sheetReading>,
): Promise<{ readonly sheet: Sheet | null; readonly remarks: readonly WorkbookRemark[] }> => {
  if (path === null) return { sheet: null, remarks: [{ kind: 'not-a-table', sheet: name, cell: '' }] };
  const reading = begin(name);
  if ((await readPart(workbook, path, reading.listener)) === 'absent') throw damagedWorkbook();
  return { sheet: { name, rows: reading.rows }, remarks: reading.remarks };
};
