/** Something about the file itself that is not taken as it stands. */
export interface TableRemark {
  readonly kind:
    | 'duplicate-header'
    | 'empty-header'
    | 'extra-cells'
    | 'missing-cells'
    | 'empty-row'
    | 'formula'
    | 'error-cell'
    | 'other-sheet'
    | 'broken-letters';
  /** Row of the file, the header is row 1; 0 where it concerns all. */
  readonly row: number;
  /** Name of the column, or of the sheet. */
  readonly column: string;
  readonly text: string;
}

/** A file of answers as texts: one list for each respondent, with the row in which it stands. */
export interface WaveTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly remarks: readonly TableRemark[];
}

/** Office programs run what begins like this; our own files put an apostrophe before it. */
const WITH_APOSTROPHE = /^'+[=+\-@\t\r]/;
/** Letters that were read in the wrong encoding before they came to us: "Å‚" for "ł". */
const BROKEN = /[ÅÄĂĹ][\u0080-\u00BF‚„…†‡‰Š‹ŚŤŽŹ‘’“”•–—™š›śťžźˇ˘Ł¤Ą¦§¨©Ş«¬®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż]|\uFFFD/;

/**
 * The first row names the columns. Whatever does not fit is named and numbered: nothing is dropped in silence.
 *
 * @param rows as they stand in the file; empty lists are empty rows
 * @param kind a row of a sheet ends with its last filled cell, so that only rows of text files can be too short
 */
export const tableOfRows = (rows: readonly (readonly string[])[], kind: 'text' | 'sheet'): WaveTable => {
  const remarks: TableRemark[] = [];
  const first = rows.findIndex((row) => row.length > 0);
  const widest = first < 0 ? 0 : (rows[first]?.length ?? 0);
  const header = namesOf(rows[first] ?? [], first + 1, remarks);
  const filled: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  rows.forEach((row, at) => {
    if (at <= first) return;
    if (row.every((cell) => cell.trim() === '')) {
      remarks.push({ kind: 'empty-row', row: at + 1, column: '', text: '' });
      return;
    }
    remarkOnExtra(row, { row: at + 1, widest }, remarks);
    if (kind === 'text' && row.length < widest)
      remarks.push({ kind: 'missing-cells', row: at + 1, column: header[row.length] ?? '', text: '' });
    filled.push(header.map((_, column) => plainCell(row[column] ?? '')));
    rowNumbers.push(at + 1);
  });
  const broken = [...header, ...filled.slice(0, 200).flat()].find((text) => BROKEN.test(text));
  if (broken !== undefined) remarks.push({ kind: 'broken-letters', row: 0, column: '', text: broken });
  return { header, rows: filled, rowNumbers, remarks };
};

const plainCell = (text: string): string => (WITH_APOSTROPHE.test(text) ? text.slice(1) : text).trim();

/** Names are made unique: "v1", "v1 (2)"; a column without a name is called by its place. */
const namesOf = (row: readonly string[], at: number, remarks: TableRemark[]): readonly string[] => {
  const taken = new Set<string>();
  return row.map((text, column) => {
    const name = text.replace(/\s+/g, ' ').trim();
    const wanted = name === '' ? `#${column + 1}` : name;
    const unique = freeName(wanted, taken);
    taken.add(unique);
    if (name === '') remarks.push({ kind: 'empty-header', row: at, column: unique, text: '' });
    else if (unique !== name) remarks.push({ kind: 'duplicate-header', row: at, column: unique, text: name });
    return unique;
  });
};

const freeName = (wanted: string, taken: ReadonlySet<string>): string => {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} (${count})`;
  return name;
};

const remarkOnExtra = (
  row: readonly string[],
  { row: at, widest }: { readonly row: number; readonly widest: number },
  remarks: TableRemark[],
): void => {
  const extra = row.slice(widest).filter((cell) => cell.trim() !== '');
  if (extra.length > 0) remarks.push({ kind: 'extra-cells', row: at, column: '', text: extra.join(' | ') });
};
