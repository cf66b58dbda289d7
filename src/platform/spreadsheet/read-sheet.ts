import type { XmlListener } from '../xml';
import { cellText, textOf, type CellKinds, type RawCell } from './cell-text';
import { cellTooLong, tooManyCells, tooManyColumns, tooManyFormulas, tooManyRows } from './problems';
import type { WorkbookLimits, WorkbookRemark } from './workbook';

/** What is still allowed in the workbook; all its sheets draw on it. */
export interface Allowance {
  cells: number;
  characters: number;
  formulas: number;
}

interface Place {
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

export interface SheetReading {
  readonly listener: XmlListener;
  readonly rows: string[][];
  readonly remarks: WorkbookRemark[];
}

/** Takes the cells of one sheet; refuses as soon as a limit is passed, long before the end of the file. */
export const sheetReading = (
  sheet: string,
  kinds: CellKinds,
  limits: WorkbookLimits,
  left: Allowance,
): SheetReading => {
  const rows: string[][] = [];
  const remarks: WorkbookRemark[] = [];
  let place: Place = { row: -1, column: -1 };
  let cell: (RawCell & { hasFormula: boolean }) | null = null;
  let inside: 'v' | 't' | null = null;
  let isPhonetic = false;

  const finish = ({ hasFormula, ...raw }: RawCell & { hasFormula: boolean }): void => {
    const address = addressOf(place);
    if (hasFormula || raw.type === 'e') {
      if ((left.formulas -= 1) < 0) throw tooManyFormulas({ most: limits.formulas });
      remarks.push({ kind: raw.type === 'e' ? 'error' : 'formula', sheet, cell: address });
    }
    const text = cellText(raw, kinds);
    if (text === '') return;
    if (text.length > limits.cellCharacters) throw cellTooLong({ sheet, cell: address, most: limits.cellCharacters });
    if (place.row >= limits.rows) throw tooManyRows({ sheet, most: limits.rows });
    if (place.column >= limits.columns) throw tooManyColumns({ sheet, most: limits.columns });
    if ((left.cells -= 1) < 0 || (left.characters -= text.length) < 0) throw tooManyCells({ most: limits.cells });
    put(rows, place, text);
  };

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'row') place = { row: rowNumber(attributes['r']) ?? place.row + 1, column: -1 };
    else if (name === 'c') {
      place = placeOf(attributes['r']) ?? { row: place.row, column: place.column + 1 };
      cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', hasFormula: false };
    } else if (name === 'f' && cell !== null) cell.hasFormula = true;
    else if (name === 'rPh') isPhonetic = true;
    else if (name === 'v' || name === 't') inside = name;
  };
  const close = (name: string): void => {
    if (name === 'rPh') isPhonetic = false;
    else if (name === inside) inside = null;
    else if (name === 'c' && cell !== null) {
      finish(cell);
      cell = null;
    }
  };
  const text = (piece: string): void => {
    if (cell === null || inside === null || isPhonetic) return;
    cell.value += piece;
    // A text is at most eight times as long in the file: "_x0041_" and the like.
    if (cell.value.length > limits.cellCharacters * 8)
      throw cellTooLong({ sheet, cell: addressOf(place), most: limits.cellCharacters });
  };
  return { listener: { open, close, text }, rows, remarks };
};

/** Texts that cells share, in the order of their numbers. */
export const sharedTextsReading = (): { readonly listener: XmlListener; readonly texts: string[] } => {
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  return {
    texts,
    listener: {
      open: (name) => {
        if (name === 'si') current = '';
        else if (name === 'rPh') isPhonetic = true;
        else if (name === 't') isText = true;
      },
      close: (name) => {
        if (name === 'si') texts.push(textOf(current));
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 't') isText = false;
      },
      text: (piece) => {
        if (isText && !isPhonetic) current += piece;
      },
    },
  };
};

const put = (rows: string[][], { row, column }: Place, text: string): void => {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row];
  if (cells === undefined) return;
  while (cells.length < column) cells.push('');
  cells[column] = text;
};

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

const placeOf = (address: string | undefined): Place | null => {
  const match = ADDRESS.exec(address ?? '');
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const column = Array.from(match[1]).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
};

const rowNumber = (text: string | undefined): number | null =>
  /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) - 1 : null;

/** `C4` of a place. */
export const addressOf = ({ row, column }: Place): string => {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
};
