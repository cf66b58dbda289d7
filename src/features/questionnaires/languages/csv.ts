import { csvNotReadable, sheetTooLong } from './problems';

/** Office programs run what begins like this as a formula; an apostrophe before it makes it a text. */
const LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const WITH_APOSTROPHE = /^'+[=+\-@\t\r]/;

const MOST_ROWS = 20_000;
const SEPARATORS = [';', ',', '\t'] as const;

/** Semicolons and a byte order mark: what office programs in Poland open without asking. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(written).join(';')).join('\r\n')}\r\n`;

const written = (cell: string): string => `"${(LIKE_FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;

/**
 * Reads what `writeCsv` wrote, also after an office program saved it with other separators.
 *
 * @throws Problem `languages.csv-not-readable` · `languages.sheet-too-long`
 */
export const readCsv = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const text = textOf(bytes);
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const counts = SEPARATORS.map((separator) => firstLine.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
  return rowsOf(text, separator).map((row) => row.map((cell) => (WITH_APOSTROPHE.test(cell) ? cell.slice(1) : cell)));
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw csvNotReadable();
  }
};

/** A cell in quotation marks, where two stand for one, or a cell without any. */
const cellsBy = (separator: string): RegExp =>
  new RegExp(`"([^"]*(?:""[^"]*)*)"|([^"\\n${separator === '\t' ? '\\t' : separator}]*)`, 'y');

const rowsOf = (text: string, separator: string): readonly (readonly string[])[] => {
  const cells = cellsBy(separator);
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    cells.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cells.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    at += whole.length;
    const next = text[at];
    if (next === '\n' && at < text.length - 1) rows.push([]);
    else if (next !== undefined && next !== '\n' && next !== separator) throw csvNotReadable();
    if (rows.length > MOST_ROWS) throw sheetTooLong({ most: MOST_ROWS });
  }
  return rows;
};
