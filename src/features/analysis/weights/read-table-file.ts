import { extname } from 'node:path';
import type { UploadedFile } from '../../../platform/http';
import { readCsv, readWorkbook } from '../../../platform/spreadsheet';
import { noFileChosen, tableWithoutColumns, unknownFileKind } from './problems';

const MOST_ROWS = 2_000;

/** Names by which the columns may be called. */
const COLUMNS = [
  ['zmienna', 'variable'],
  ['kategoria', 'kod', 'category', 'code'],
  ['suma', 'liczba', 'odsetek', 'total', 'share'],
] as const;

export interface TotalsTable {
  /** Variable, category and total of each row below the header. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold a formula: the value saved with it was taken. */
  readonly formulas: readonly string[];
}

/**
 * Reads the three columns of a table of population totals from an .xlsx or .csv file.
 *
 * @throws Problem `weights.no-file` · `weights.unknown-kind` · `weights.no-columns` · `spreadsheet.*`
 */
export const readTableFile = async (file: UploadedFile | undefined): Promise<TotalsTable> => {
  if (file === undefined) throw noFileChosen();
  const { rows, formulas } = await readRows(file);
  const [header = [], ...lines] = rows;
  const names = header.map((cell) => cell.trim().toLowerCase());
  const places = COLUMNS.map((known) => names.findIndex((name) => (known as readonly string[]).includes(name)));
  if (places.includes(-1)) throw tableWithoutColumns();
  return { rows: lines.map((cells) => places.map((place) => cells[place] ?? '')), formulas };
};

const readRows = async (file: UploadedFile): Promise<TotalsTable> => {
  switch (extname(file.name).toLowerCase()) {
    case '.csv':
    case '.txt':
      return { rows: readCsv(file.bytes, MOST_ROWS), formulas: [] };
    case '.xlsx': {
      const { sheets, remarks } = await readWorkbook(file.bytes, { rows: MOST_ROWS, sheets: 10, columns: 50 });
      const [sheet] = sheets;
      const formulas = remarks.flatMap(({ kind, sheet: name, cell }) =>
        name === sheet?.name && kind !== 'not-a-table' ? [cell] : [],
      );
      return { rows: sheet?.rows ?? [], formulas };
    }
    default:
      throw unknownFileKind();
  }
};
