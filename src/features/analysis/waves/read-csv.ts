import { parse } from 'csv-parse/sync';

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Texts of a CSV file: comma or semicolon, whichever the header uses more; UTF-8 with or without its mark. */
export const readCsv = (bytes: Buffer): TextTable => {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const [firstLine = ''] = text.split('\n', 1);
  const delimiter = firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true });
  return { header: header.map((name) => name.trim()), rows };
};
