import { capitalised, type Translator } from '../../../../platform/i18n';
import type { DisclosedBlock, DisclosedTable, TableColumn } from '../../../analysis/domain';
import { clip, LONGEST } from './clip';

/** A column of a table with its place in the cells. */
export interface ShownColumn {
  readonly at: number;
  readonly label: string;
  readonly column: TableColumn;
}

/** Columns in which anything is told of these blocks; the total always. */
export const shownColumns = (
  table: DisclosedTable,
  blocks: readonly DisclosedBlock[],
  translator: Translator,
): readonly ShownColumn[] =>
  table.columns.flatMap((column, at) => {
    const isTold = at === 0 || blocks.some(({ hidden }) => (hidden[at] ?? null) === null) || !isSensitive(blocks);
    return isTold ? [{ at, column, label: labelOf(column, lettersIn(blocks), translator) }] : [];
  });

const isSensitive = (blocks: readonly DisclosedBlock[]): boolean => blocks.every(({ sensitive }) => sensitive);

/** Whether any number stands with a letter: only then the heads say theirs. */
export const lettersIn = (blocks: readonly DisclosedBlock[]): boolean =>
  blocks.some(({ rows, summaries }) =>
    [...rows, ...summaries].some(({ cells }) => cells.some((cell) => (cell?.higherThan.length ?? 0) > 0)),
  );

const labelOf = ({ label, letter, within }: TableColumn, hasLetters: boolean, { t }: Translator): string => {
  if (letter === null) return t('compose:table.total');
  const name = clip(capitalised(within === undefined ? label : `${within.label}: ${label}`), LONGEST.head);
  return hasLetters ? `${name} (${letter})` : name;
};

/** Tables wider than a page are told in parts; the first column of numbers stands in each. */
export const inParts = <Thing>(columns: readonly Thing[], most: number): readonly (readonly Thing[])[] => {
  const [first, ...others] = columns;
  if (first === undefined || columns.length <= most) return [columns];
  const parts: (readonly Thing[])[] = [];
  for (let at = 0; at < others.length; at += most - 1) parts.push([first, ...others.slice(at, at + most - 1)]);
  return parts;
};
