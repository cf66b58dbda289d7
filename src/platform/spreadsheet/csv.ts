import { parse } from 'csv-parse/sync';
import { csvNotReadable, tooManyRows } from './problems';

/** Office programs run what begins like this as a formula; an apostrophe before it makes it a text. */
const LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const WITH_APOSTROPHE = /^'+[=+\-@\t\r]/;

const SEPARATORS = [';', ',', '\t'] as const;

/** Semicolons and a byte order mark: what office programs in Poland open without asking. Numbers have a decimal comma. */
export const writeCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;

/** Quoted, and harmless to office programs. */
export const csvCell = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return `"${(LIKE_FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
};

/**
 * Reads a CSV file with whichever separator its first line uses most, the apostrophes of `writeCsv` taken away.
 *
 * @param mostRows the header included
 * @throws Problem `spreadsheet.csv-not-readable` · `spreadsheet.too-many-rows`
 */
export const readCsv = (bytes: Uint8Array, mostRows: number): readonly (readonly string[])[] => {
  const text = textOf(bytes);
  const rows = parsed(text, separatorOf(text), mostRows + 1);
  if (rows.length > mostRows) throw tooManyRows({ sheet: 'CSV', most: mostRows });
  return rows.map((row) => row.map((cell) => (WITH_APOSTROPHE.test(cell) ? cell.slice(1) : cell)));
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw csvNotReadable();
  }
};

const separatorOf = (text: string): string => {
  const [firstLine = ''] = text.split('\n', 1);
  const counts = SEPARATORS.map((separator) => firstLine.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
};

const parsed = (text: string, delimiter: string, to: number): readonly (readonly string[])[] => {
  try {
    return parse(text, { delimiter, to, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw csvNotReadable();
  }
};
