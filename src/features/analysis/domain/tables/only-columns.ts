import type { DisclosedTable } from './disclose-table';
import type { TableColumn } from './table';

/** The table without some of its columns; what is left of it says no more than before. */
export const onlyColumns = (table: DisclosedTable, isKept: (column: TableColumn) => boolean): DisclosedTable => {
  const kept = table.columns.map(isKept);
  if (!kept.includes(false)) return table;
  const of = <Thing>(things: readonly Thing[]): readonly Thing[] => things.filter((_, at) => kept[at]);
  const columns = of(table.columns);
  const letters = new Set(columns.flatMap(({ letter }) => letter ?? []));
  const variables = new Set(columns.map(({ variable }) => variable));
  const withLetters = <One extends { readonly higherThan: readonly string[] }>(cell: One | null): One | null =>
    cell && { ...cell, higherThan: cell.higherThan.filter((letter) => letters.has(letter)) };
  return {
    ...table,
    columns,
    blocks: table.blocks.map((block) => ({
      ...block,
      bases: of(block.bases),
      hidden: of(block.hidden),
      rows: block.rows.map((row) => ({ ...row, cells: of(row.cells).map(withLetters) })),
      summaries: block.summaries.map((row) => ({ ...row, cells: of(row.cells).map(withLetters) })),
      tests: block.tests.filter(({ variable }) => variables.has(variable)),
    })),
  };
};
