import { focusText, type GivenTable } from '../analysis';
import type { ColumnReference, Focus } from './domain';

/** The three choices by which a person says what a finding is about; all empty: the whole table. */
export interface FocusChoice {
  /** `J1a~srednia~`, `U4~udzial~1,2` */
  readonly number: string;
  /** `instytucja:polnoc`; empty: everyone. */
  readonly group: string;
  readonly against: string;
}

export const NO_FOCUS: FocusChoice = { number: '', group: '', against: '' };

export const choiceOf = (focus: Focus | null): FocusChoice =>
  focus === null ? NO_FOCUS : splitFocus(focusText(focus));

/** `J1a~srednia~~instytucja:polnoc~` of an address. */
export const splitFocus = (text: string): FocusChoice => {
  const [variable = '', measure = '', codes = '', group = '', against = ''] = text.split('~');
  return variable === '' || measure === '' ? NO_FOCUS : { number: `${variable}~${measure}~${codes}`, group, against };
};

/** What a table is asked about; null where it has no such number or column. */
export const focusIn = ({ table }: GivenTable, { number, group, against }: FocusChoice): Focus | null => {
  const [variable = '', measure = '', codes = ''] = number.split('~');
  const block = table.blocks.find((one) => one.variable === decoded(variable));
  if (block === undefined) return null;
  const columns = table.columns.flatMap((column) =>
    column.variable === null || column.code === null ? [] : [{ variable: column.variable, code: column.code }],
  );
  const columnOf = (text: string): ColumnReference | null =>
    text === '' ? null : (columns.find((column) => columnText(column) === text) ?? null);
  const column = columnOf(group);
  const other = columnOf(against);
  return {
    variable: block.variable,
    measure,
    codes: codes === '' ? [] : codes.split(',').map(decoded),
    column,
    against: other !== null && column !== null && columnText(other) === columnText(column) ? null : other,
  };
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
