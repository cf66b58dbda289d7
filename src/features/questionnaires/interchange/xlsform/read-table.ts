import type { Sheet } from '../../../../platform/spreadsheet';
import type { SourceText } from '../source/source-form';
import type { Place } from '../report';

/** A row of a sheet, by the titles of its columns. */
export interface TableRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  /** Cells that hold something, by column key: `type`, `label`, `label::English (en)`. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const ALIASES: Readonly<Record<string, string>> = {
  'list name': 'list_name',
  list: 'list_name',
  relevance: 'relevant',
  'relevant message': 'relevant_message',
  'constraint message': 'constraint_message',
  'required message': 'required_message',
  'read only': 'readonly',
  read_only: 'readonly',
  'choice filter': 'choice_filter',
  'repeat count': 'repeat_count',
  repeat: 'repeat_count',
  calculate: 'calculation',
  caption: 'label',
  command: 'type',
  'default language': 'default_language',
  'form title': 'form_title',
  set_form_title: 'form_title',
  'form id': 'form_id',
  set_form_id: 'form_id',
  id_string: 'form_id',
};

/** Reads a sheet whose first filled row holds the titles of its columns. */
export const readTable = ({ name, rows }: Sheet): Table => {
  const head = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const titles = (rows[head] ?? []).map(columnKey);
  const columns = titles.map((title, at) => (titles.indexOf(title) === at ? title : ''));
  return {
    sheet: name,
    columns: columns.filter((title) => title !== ''),
    rows: rows.slice(head + 1).flatMap((row, index) => {
      const cells = new Map<string, string>();
      row.forEach((cell, at) => {
        const column = columns[at] ?? '';
        if (column !== '' && cell.trim() !== '') cells.set(column, cell);
      });
      return cells.size === 0 ? [] : [{ number: head + 2 + index, cells }];
    }),
  };
};

/** `Label :: English` and `label:English` are `label::English`; words of known columns may be written apart. */
const columnKey = (title: string): string => {
  const [base = '', ...rest] = title.split(/\s*::?\s*/);
  const plain = base.trim().toLowerCase();
  const known = ALIASES[plain] ?? plain;
  return rest.length === 0 ? known : `${known}::${rest.join('::').trim()}`;
};

/** A cell without spaces around it; empty when there is none. */
export const cellOf = (row: TableRow, column: string): string => row.cells.get(column)?.trim() ?? '';

export const placeIn = (table: Pick<Table, 'sheet'>, row: TableRow, column = ''): Place => ({
  sheet: table.sheet,
  row: row.number,
  column,
  code: cellOf(row, 'name'),
});

/** Texts of one kind in every language that the form has. */
export type TextOf = (row: TableRow, base: string) => SourceText;
