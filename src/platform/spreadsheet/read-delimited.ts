import { parse, CsvError } from 'csv-parse/sync';
import { csvNotReadable, notText, tooManyRows, unclosedQuote } from './problems';
import { detectText, type TextEncoding } from './detect-text';

export interface Delimited {
  readonly encoding: TextEncoding;
  readonly separator: ';' | ',' | '\t' | '|';
  /** As they stand in the file; empty lines are empty lists, so that places tell the row of a spreadsheet. */
  readonly rows: readonly (readonly string[])[];
}

const SEPARATORS = [';', ',', '\t', '|'] as const;
const LINES_LOOKED_AT = 20;
const LONGEST_FIELD = 100_000;

/**
 * Reads a table of a stranger from a text file: the encoding and the separator are found out, nothing is dropped.
 *
 * @param mostRows the header included
 * @throws Problem `spreadsheet.not-text` · `spreadsheet.unclosed-quote` · `spreadsheet.csv-not-readable` · `spreadsheet.too-many-rows`
 */
export const readDelimited = (bytes: Uint8Array, mostRows: number): Delimited => {
  const found = detectText(bytes);
  if (found === null) throw notText();
  const separator = separatorOf(found.text);
  const rows = parsed(found.text, separator, mostRows + 1);
  if (rows.length > mostRows) throw tooManyRows({ sheet: 'CSV', most: mostRows });
  return { encoding: found.encoding, separator, rows: withoutEmptyEnd(rows.map(orEmpty)) };
};

/** The separator that cuts the first lines into the most equal parts. */
const separatorOf = (text: string): Delimited['separator'] => {
  const lines = text
    .slice(0, LONGEST_FIELD)
    .split(/\r\n|\r|\n/, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '');
  const [head = ''] = lines;
  const scores = SEPARATORS.map((separator) => {
    const parts = fieldsIn(head, separator);
    const alike = lines.filter((line) => fieldsIn(line, separator) === parts).length / Math.max(1, lines.length);
    return parts > 1 ? (parts - 1) * (0.2 + alike) : 0;
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ';';
};

/** Quoted parts aside. */
const fieldsIn = (line: string, separator: string): number => line.replace(/"[^"]*"/g, '').split(separator).length;

const parsed = (text: string, delimiter: string, to: number): readonly (readonly string[])[] => {
  try {
    return parse(text, {
      delimiter,
      to,
      relax_column_count: true,
      skip_empty_lines: false,
      bom: true,
      max_record_size: 4_000_000,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw unclosedQuote({ row: Number(error['lines'] ?? 0) });
    throw csvNotReadable();
  }
};

const orEmpty = (row: readonly string[]): readonly string[] => (row.every((cell) => cell.trim() === '') ? [] : row);

const withoutEmptyEnd = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.length === 0) end -= 1;
  return rows.slice(0, end);
};
