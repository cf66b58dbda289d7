import type { DisclosedBlock, DisclosedTable } from './disclose-table';
import { onlyColumns } from './only-columns';
import type { FilterCondition } from './table';

/** A row or column that the table leaves out at the reader's wish; its people stay in every base. */
export interface LeftOut {
  readonly variable: string;
  readonly code: string;
  readonly label: string;
}

/** Takes rows and columns out of sight. Done after disclosure, so that nothing more is told than before. */
export const leaveOut = (
  table: DisclosedTable,
  wanted: readonly FilterCondition[],
): { readonly table: DisclosedTable; readonly leftOut: readonly LeftOut[] } => {
  if (wanted.length === 0) return { table, leftOut: [] };
  const isWanted = (variable: string | null | undefined, code: string | null): boolean =>
    wanted.some((one) => one.variable === variable && code !== null && one.codes.includes(code));
  const leftOut = new Map<string, LeftOut>();
  const note = (one: LeftOut): void => void leftOut.set(`${one.variable}:${one.code}`, one);
  const kept = onlyColumns(table, ({ variable, code, label, within }) => {
    const owner = within?.inner ?? variable;
    if (!isWanted(owner, code)) return true;
    note({ variable: owner ?? '', code: code ?? '', label });
    return false;
  });
  const blocks = kept.blocks.map((block) => ({
    ...block,
    rows: block.rows.filter(({ code, label }) => {
      if (!isWanted(block.variable, code)) return true;
      note({ variable: block.variable, code, label });
      return false;
    }),
  }));
  return { table: { ...kept, blocks }, leftOut: [...leftOut.values()] };
};

/**
 * Rows of every block from the largest share to the smallest, by the total or by one column. Hidden shares come last, and
 * equal ones keep the order of the questionnaire.
 *
 * @param by `ogolem`, or the letter of a column; anything else leaves the order of the questionnaire
 */
export const sortRows = (table: DisclosedTable, by: string): DisclosedTable => {
  const column = by === 'ogolem' ? 0 : table.columns.findIndex(({ letter }) => letter !== null && letter === by);
  if (column < 0) return table;
  const shareOf = ({ cells }: DisclosedBlock['rows'][number]): number => cells[column]?.share ?? cells[column]?.n ?? -1;
  return {
    ...table,
    blocks: table.blocks.map((block) => ({ ...block, rows: block.rows.toSorted((a, b) => shareOf(b) - shareOf(a)) })),
  };
};
