import type { Codebook, CodebookVariable } from './codebook';
import { LEFT_EMPTY, type Category, type Variable, type VariableSet } from './variable';

/** A cell that could not be taken. */
export interface CellRemark {
  /** Row of the file, the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly kind: 'not-a-number' | 'unknown-code' | 'bad-frequency';
  readonly text: string;
}

export interface WaveReading {
  readonly set: VariableSet;
  readonly remarks: readonly CellRemark[];
}

const WAVE = { kind: 'wave' } as const;

/** Categories of a variable without a list of values, and more than that is no category. */
const MOST_CATEGORIES = 200;

/**
 * Turns the texts of a table into coded variables. An empty field and a missing code are "left empty" (99). A row stands
 * for as many respondents as its frequency says.
 *
 * @param header     names of the columns
 * @param rows       texts, one list for each row
 * @param rowNumbers where they stand in the file; absent: one after another below the header
 */
export const readWave = (
  codebook: Codebook,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rowNumbers?: readonly number[],
): WaveReading => {
  const remarks: CellRemark[] = [];
  const numbered = rows.map((cells, index) => ({ cells, row: rowNumbers?.[index] ?? index + 2 }));
  const repeated = repeatRows(codebook, header, numbered, remarks);
  const variables = new Map<string, Variable>();
  for (const described of codebook.variables) {
    const column = header.indexOf(described.name);
    if (column < 0) continue;
    if (described.name === codebook.frequencyVariable) {
      variables.set(described.name, countedOnce(described, repeated.length));
      continue;
    }
    const cells = repeated.map(({ cells: texts, row }) => ({ text: (texts[column] ?? '').trim(), row }));
    variables.set(described.name, readVariable(described, cells, remarks));
  }
  return { set: { n: repeated.length, variables }, remarks };
};

interface Row {
  readonly cells: readonly string[];
  readonly row: number;
}

/** Rows repeated as often as they say, all together. */
const MOST_RESPONDENTS = 5_000_000;

const repeatRows = (
  { frequencyVariable }: Codebook,
  header: readonly string[],
  numbered: readonly Row[],
  remarks: CellRemark[],
): readonly Row[] => {
  if (frequencyVariable === null) return numbered;
  const column = header.indexOf(frequencyVariable);
  let room = MOST_RESPONDENTS;
  return numbered.flatMap((row) => {
    const text = row.cells[column] ?? '';
    const times = Number(text);
    if (text.trim() !== '' && Number.isInteger(times) && times >= 0 && times <= room) {
      room -= times;
      return new Array<Row>(times).fill(row);
    }
    remarks.push({ row: row.row, column: frequencyVariable, kind: 'bad-frequency', text });
    return [];
  });
};

/** The rows are repeated already: weighing by their frequency must not count them twice. */
const countedOnce = ({ name, label }: CodebookVariable, n: number): Variable => ({
  kind: 'number',
  name,
  label,
  origin: WAVE,
  level: 'weight',
  values: new Float64Array(n).fill(1),
  states: new Int8Array(n),
});

interface CellText {
  readonly text: string;
  readonly row: number;
}

const readVariable = (described: CodebookVariable, cells: readonly CellText[], remarks: CellRemark[]): Variable => {
  const { name, label, scale: level, type } = described;
  const isMissing = (text: string): boolean => text === '' || described.missingCodes.includes(text);
  if (described.values.length > 0) return readCategories(described, categoriesOf(described), cells, remarks);
  if (type !== 'string') return readNumbers(described, cells, remarks);
  const seen = [...new Set(cells.map(({ text }) => text).filter((text) => !isMissing(text)))].toSorted();
  if (level !== 'id' && level !== 'text' && seen.length <= MOST_CATEGORIES)
    return readCategories(
      described,
      seen.map((code) => ({ code, label: code, value: null, missing: null })),
      cells,
      remarks,
    );
  const states = Int8Array.from(cells, ({ text }) => (isMissing(text) ? LEFT_EMPTY : 0));
  return { kind: 'text', name, label, origin: WAVE, level, states };
};

/** Codes that are numbers are points of a scale, unless the scale only names. */
const categoriesOf = ({ values, missingCodes, type, scale }: CodebookVariable): readonly Category[] =>
  values
    .filter(({ code }) => !missingCodes.includes(code))
    .map(({ code, label, missing = null }) => ({
      code,
      label,
      value: type === 'string' || scale === 'nominal' || missing !== null ? null : numberOf(code),
      missing,
    }));

/** Null for a code that is no number: a point of a scale needs one. */
const numberOf = (code: string): number | null => (Number.isFinite(Number(code)) ? Number(code) : null);

const readCategories = (
  { name, label, scale: level, missingCodes }: CodebookVariable,
  categories: readonly Category[],
  cells: readonly CellText[],
  remarks: CellRemark[],
): Variable => {
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]));
  const places = Int16Array.from(cells, ({ text, row }) => {
    if (text === '' || missingCodes.includes(text)) return LEFT_EMPTY;
    const place = placeOf.get(text) ?? placeOf.get(String(Number(text)));
    if (place === undefined) remarks.push({ row, column: name, kind: 'unknown-code', text });
    return place ?? LEFT_EMPTY;
  });
  return { kind: 'category', name, label, origin: WAVE, level, categories, places };
};

const readNumbers = (
  { name, label, scale: level, missingCodes }: CodebookVariable,
  cells: readonly CellText[],
  remarks: CellRemark[],
): Variable => {
  const values = Float64Array.from(cells, ({ text, row }) => {
    if (text === '' || missingCodes.includes(text)) return NaN;
    const value = Number(text.replace(',', '.'));
    if (Number.isFinite(value)) return value;
    remarks.push({ row, column: name, kind: 'not-a-number', text });
    return NaN;
  });
  return {
    kind: 'number',
    name,
    label,
    origin: WAVE,
    level,
    values,
    states: Int8Array.from(values, (value) => (Number.isNaN(value) ? LEFT_EMPTY : 0)),
  };
};
