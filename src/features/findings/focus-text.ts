import { focusText, type GivenTable } from '../analysis';
import type { ColumnReference, Focus } from './domain';

/** How a person says what a finding is about: by a sentence of the rules, or by a number of their own choice. */
export interface FocusChoice {
  /** `J1a~srednia~~instytucja:polnoc~`; empty: by the other three, or what the rules find first. */
  readonly focus: string;
  /** `J1a~srednia~`, `U4~udzial~1,2` */
  readonly number: string;
  /** `instytucja:polnoc`; empty: everyone. */
  readonly group: string;
  readonly against: string;
}

export const NO_FOCUS: FocusChoice = { focus: '', number: '', group: '', against: '' };

/** What a table is asked about; null where nothing is, or where it has no such question. */
export const focusIn = (given: GivenTable, { focus, ...own }: FocusChoice): Focus | null => {
  const text = focus === '' ? [own.number, own.group, own.against].join('~') : focus;
  const [variable = '', measure = '', codes = '', group = '', against = ''] = text.split('~');
  const name = decoded(variable);
  if (name === '' || !namesIn(given).has(name)) return null;
  const column = columnIn(given, group);
  const other = columnIn(given, against);
  return {
    variable: name,
    measure,
    codes: codes === '' ? [] : codes.split(',').map(decoded),
    column,
    against: other !== null && column !== null && columnText(other) === columnText(column) ? null : other,
  };
};

/** Row variables, and questions whose statements stand together. */
const namesIn = ({ table, wordings }: GivenTable): ReadonlySet<string> =>
  new Set([...table.blocks.map(({ variable }) => variable), ...wordings.map(({ item }) => item)]);

/** A column of the table, or all columns of one of its variables. */
const columnIn = ({ table }: GivenTable, text: string): ColumnReference | null => {
  if (text === '') return null;
  for (const { variable, code } of table.columns) {
    if (variable === null || code === null) continue;
    if (columnText({ variable, code }) === text) return { variable, code };
    if (columnText({ variable, code: '' }) === text) return { variable, code: '' };
  }
  return null;
};

export const columnText = (column: ColumnReference): string =>
  focusText({ variable: '-', measure: '', codes: [], column, against: null }).split('~')[3] ?? '';

export const numberText = (variable: string, measure: string, codes: readonly string[]): string =>
  focusText({ variable, measure, codes, column: null, against: null }).split('~').slice(0, 3).join('~');

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
