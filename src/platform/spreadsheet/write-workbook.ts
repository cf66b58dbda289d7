/** A cell to write: a text stays a text, whatever it begins with; nothing written here is ever a formula. */
export type WrittenCell = string | number | null | StyledCell | DayCell;

/** A real date, `2027-03-31`, that a spreadsheet sorts and counts with. */
export interface DayCell {
  readonly day: string;
}

export interface StyledCell {
  readonly text: string;
  readonly bold?: true;
  /** Breaks long texts into lines. */
  readonly wrap?: true;
  /** Grey: not to be changed. */
  readonly muted?: true;
}

export interface WrittenSheet {
  /** At most 31 characters, none of []/\:*? */
  readonly name: string;
  /** Widths in characters, first column first. */
  readonly widths?: readonly number[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Rows that stay in sight when the sheet is scrolled. */
  readonly headerRows?: number;
}

const LONGEST_CELL = 32_767;
const HEADER_FILL = '#E8ECEB';
const MUTED_TEXT = '#5A6663';

/**
 * Writes an .xlsx file.
 *
 * @throws RangeError for a text that no cell can hold
 */
export const writeWorkbook = async (sheets: readonly WrittenSheet[]): Promise<Buffer> => {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, widths = [], rows, headerRows = 0 }) => ({
      sheet: name,
      data: rows.map((row, index) => row.map((cell) => toCell(cell, index < headerRows))),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headerRows,
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
};

const toCell = (cell: WrittenCell, isHeader: boolean) => {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'object' && 'day' in cell)
    return {
      value: new Date(`${cell.day}T00:00:00Z`),
      type: Date,
      format: 'dd.mm.yyyy',
      alignVertical: 'top' as const,
    };
  const { text, bold, wrap, muted }: StyledCell = typeof cell === 'string' ? { text: cell } : cell;
  if (text === '') return null;
  if (text.length > LONGEST_CELL) throw new RangeError(`No cell holds ${text.length} characters`);
  return {
    value: written(text),
    type: String,
    format: '@',
    alignVertical: 'top' as const,
    ...(bold === true || isHeader ? { fontWeight: 'bold' as const } : {}),
    ...(isHeader ? { backgroundColor: HEADER_FILL } : {}),
    ...(wrap === true ? { wrap: true } : {}),
    ...(muted === true ? { textColor: MUTED_TEXT } : {}),
  };
};

/** The library takes away what XML cannot hold and trips over names of built-in properties: both are written as codes. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu;
const BUILT_IN: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const written = (text: string): string => {
  const safe = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(UNWRITABLE, asCode);
  return BUILT_IN.has(safe) ? asCode(safe.charAt(0)) + safe.slice(1) : safe;
};

const asCode = (character: string): string =>
  character === '\n' || character === '\t'
    ? character
    : Array.from({ length: character.length }, (_, at) => codeOf(character.charCodeAt(at))).join('');

const codeOf = (unit: number): string => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`;
