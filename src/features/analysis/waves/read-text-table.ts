import { readCsv } from '../../../platform/spreadsheet';

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 2_000_000;

/** @throws Problem `spreadsheet.csv-not-readable` · `spreadsheet.too-many-rows` */
export const readTextTable = (bytes: Uint8Array): TextTable => {
  const [header = [], ...rows] = readCsv(bytes, MOST_ROWS);
  return { header: header.map((name) => name.trim()), rows };
};
