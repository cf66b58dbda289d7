import { readDelimited, readWorkbook, type Delimited } from '../../../platform/spreadsheet';
import { tableOfRows, type TableRemark, type WaveTable } from '../domain/waves';
import { noColumns, waveEmpty } from './problems';

/** How the file was read: what the first step shows. */
export type FileKind =
  | { readonly kind: 'csv'; readonly encoding: Delimited['encoding']; readonly separator: Delimited['separator'] }
  | { readonly kind: 'xlsx'; readonly sheet: string };

export interface DataFile {
  readonly kind: FileKind;
  readonly table: WaveTable;
}

/** Header included. Larger studies come by `npm run import-wave`. */
const MOST_ROWS = 100_001;
/** A workbook of answers is larger than one of questions. */
const SHEET_LIMITS = {
  rows: MOST_ROWS,
  columns: 1_000,
  cells: 3_000_000,
  inflatedBytes: 150_000_000,
  characters: 60_000_000,
};
const MOST_COLUMNS = 1_000;

const ZIP = 0x50;
const OLE = 0xd0;

export const isWorkbook = (bytes: Buffer): boolean => (bytes[0] === ZIP && bytes[1] === 0x4b) || bytes[0] === OLE;

/**
 * Answers of an older study, from a text file or the first sheet that holds a table; the contents decide, never the name.
 *
 * @throws Problem `spreadsheet.*` · `waves.empty` · `waves.no-columns`
 */
export const readDataFile = async (bytes: Buffer): Promise<DataFile> => {
  const file = isWorkbook(bytes) ? await readSheetFile(bytes) : readTextFile(bytes);
  if (file.table.rows.length === 0) throw waveEmpty();
  if (file.table.header.length > MOST_COLUMNS)
    throw noColumns({ columns: file.table.header.length, most: MOST_COLUMNS });
  return file;
};

const readTextFile = (bytes: Buffer): DataFile => {
  const { encoding, separator, rows } = readDelimited(bytes, MOST_ROWS);
  return { kind: { kind: 'csv', encoding, separator }, table: tableOfRows(rows, 'text') };
};

const readSheetFile = async (bytes: Buffer): Promise<DataFile> => {
  const { sheets, remarks } = await readWorkbook(bytes, SHEET_LIMITS);
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.length > 0));
  const [first, ...others] = filled;
  if (first === undefined) throw waveEmpty();
  const table = tableOfRows(first.rows, 'sheet');
  const more: readonly TableRemark[] = [
    ...others.map(({ name }) => ({ kind: 'other-sheet' as const, row: 0, column: name, text: '' })),
    ...remarks.flatMap(({ kind, sheet, cell }) =>
      kind !== 'not-a-table' && sheet === first.name ? [cellRemark(kind, cell, table)] : [],
    ),
  ];
  return { kind: { kind: 'xlsx', sheet: first.name }, table: { ...table, remarks: [...table.remarks, ...more] } };
};

/** The value saved with a formula is taken as a text; nothing is worked out. */
const cellRemark = (kind: 'formula' | 'error', cell: string, { header, rows, rowNumbers }: WaveTable): TableRemark => {
  const [, letters = '', digits = '0'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits);
  const text = rows[rowNumbers.indexOf(row)]?.[column] ?? '';
  return { kind: kind === 'error' ? 'error-cell' : 'formula', row, column: header[column] ?? cell, text };
};
