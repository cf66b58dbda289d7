import type { ChosenMissing } from '../../domain';
import type { RemarkBook } from '../report';
import type { SourceChoice, SourceText } from '../source/source-form';
import { cellOf, placeIn, type Table, type TableRow, type TextOf } from './read-table';

export interface ChoiceList {
  readonly choices: readonly SourceChoice[];
  readonly rows: readonly TableRow[];
}

const TAKEN = new Set(['list_name', 'name', 'es_value', 'es_missing', 'es_exclusive', 'es_other']);
const MISSING: Readonly<Record<string, ChosenMissing>> = { '97': 97, '98': 98, '99': 99 };

/** The lists of the sheet `choices` by name. */
export const readChoices = (
  table: Table | undefined,
  textOf: TextOf,
  isOurs: boolean,
  remarks: RemarkBook,
): ReadonlyMap<string, ChoiceList> => {
  const lists = new Map<string, { choices: SourceChoice[]; rows: TableRow[] }>();
  for (const row of table?.rows ?? []) {
    if (table === undefined) break;
    const list = cellOf(row, 'list_name');
    const code = nameOf(row);
    if (list === '' || code === '') {
      remarks.refused('choice-without-name', placeIn(table, row));
      continue;
    }
    const found = lists.get(list) ?? { choices: [], rows: [] };
    found.choices.push(
      readChoice(row, code, textOf(row, 'label'), isOurs, () => {
        remarks.changed('choice-missing', placeIn(table, row), { choice: code });
      }),
    );
    found.rows.push(row);
    lists.set(list, found);
    remarkOnColumns(table, row, remarks);
  }
  return lists;
};

/** Old forms call the column `value`. */
const nameOf = (row: TableRow): string => (cellOf(row, 'name') === '' ? cellOf(row, 'value') : cellOf(row, 'name'));

const readChoice = (
  row: TableRow,
  code: string,
  label: SourceText,
  isOurs: boolean,
  onGuess: () => void,
): SourceChoice => {
  const marked = MISSING[cellOf(row, 'es_missing')];
  const guessed = isOurs || marked !== undefined ? undefined : guessMissing(code, label.pl ?? '');
  if (guessed !== undefined) onGuess();
  const value = cellOf(row, 'es_value') === '' ? NaN : Number(cellOf(row, 'es_value'));
  return {
    code,
    label,
    value: Number.isFinite(value) ? value : undefined,
    missing: marked ?? guessed,
    exclusive: cellOf(row, 'es_exclusive') === '' ? undefined : true,
    other: cellOf(row, 'es_other') === '' ? undefined : true,
  };
};

const GUESSES: readonly (readonly [ChosenMissing, RegExp])[] = [
  [97, /nie dotyczy|not applicable/i],
  [98, /nie wiem|trudno powiedzie|don.?t know|hard to say/i],
  [99, /odmow|odmaw|wolę nie|refus|prefer not/i],
];

/** "Trudno powiedzieć" under a code like 98 or -98 is no point of a scale. */
const guessMissing = (code: string, label: string): ChosenMissing | undefined =>
  /^-?9{0,2}[789]$|^(dk|na|ref|refused|dont_know)$/i.test(code)
    ? GUESSES.find(([, pattern]) => pattern.test(label))?.[0]
    : undefined;

const remarkOnColumns = (table: Table, row: TableRow, remarks: RemarkBook): void => {
  for (const column of row.cells.keys())
    if (!TAKEN.has(column) && column !== 'value' && !/^label(::|$)/.test(column))
      remarks.refused('column', placeIn(table, row, column), { column });
};
