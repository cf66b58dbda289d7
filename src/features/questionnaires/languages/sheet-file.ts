import type { Translator } from '../../../platform/i18n';
import { readCsv, readWorkbook, writeCsv, writeWorkbook, type WorkbookRemark } from '../../../platform/spreadsheet';
import type { QuestionnaireDefinition } from '../domain';
import { sheetNotRecognised } from './problems';
import { readColumns, sheetRowsOf, type ReadColumns } from './sheet-columns';

/** Columns from key to Polish are not for translators to change. */
const FIXED_COLUMNS = 4;
const WIDTHS = [26, 18, 10, 50, 50, 50, 50, 40];

export const writeSheet = async (translator: Translator, definition: QuestionnaireDefinition): Promise<Buffer> => {
  const [head = [], ...rows] = sheetRowsOf(translator, definition);
  return writeWorkbook([
    {
      name: translator.t('languages:sheet.name'),
      widths: WIDTHS,
      headerRows: 1,
      rows: [
        head,
        ...rows.map((row) =>
          row.map((text, column) =>
            column < FIXED_COLUMNS
              ? { text, wrap: true as const, muted: true as const }
              : { text, wrap: true as const },
          ),
        ),
      ],
    },
  ]);
};

export const writeSheetAsCsv = (translator: Translator, definition: QuestionnaireDefinition): string =>
  writeCsv(sheetRowsOf(translator, definition));

export interface ReadSheet extends ReadColumns {
  /** Formulas and errors in the file. */
  readonly cells: readonly WorkbookRemark[];
}

const MOST_ROWS = 20_000;

/** An .xlsx file begins like every package; the old .xls is refused with a reason by the same reader. */
const WORKBOOK_STARTS = ['504b', 'd0cf'];

/**
 * Reads a spreadsheet of translators: .xlsx by its beginning, else CSV. The first sheet with a known head row counts.
 *
 * @throws Problem `languages.*` or `spreadsheet.*` saying what to do
 */
export const readSheet = async (bytes: Buffer): Promise<ReadSheet> => {
  if (!WORKBOOK_STARTS.includes(bytes.subarray(0, 2).toString('hex')))
    return { ...readColumns(readCsv(bytes, MOST_ROWS)), cells: [] };
  const { sheets, remarks } = await readWorkbook(bytes);
  const sheet = sheets.find(({ rows }) => isHead(rows[0] ?? []));
  if (sheet === undefined) throw sheetNotRecognised();
  return { ...readColumns(sheet.rows), cells: remarks.filter((remark) => remark.sheet === sheet.name) };
};

const isHead = (row: readonly string[]): boolean => row.some((cell) => /^(klucz|key)$/i.test(cell.trim()));
