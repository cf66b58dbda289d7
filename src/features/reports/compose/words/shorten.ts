import type { GivenTable } from '../../../analysis';
import type { DisclosedBlock } from '../../../analysis/domain';
import { sliceGiven } from './slice-given';

const MOST_ANSWERS = 6;
/** The best and the worst half. */
const MOST_STATEMENTS = 4;

export interface Shortened {
  readonly given: GivenTable;
  readonly shown: number;
  readonly of: number;
}

/** As much of one question as has room on a slide: the most chosen answers, the best and the worst statements. */
export const shorten = (given: GivenTable): Shortened => {
  const { blocks } = given.table;
  const [block] = blocks;
  if (blocks.length > 1) {
    const ranked = blocks.toSorted((a, b) => meanOf(b) - meanOf(a)).map(({ variable }) => variable);
    const half = MOST_STATEMENTS / 2;
    const kept = blocks.length <= MOST_STATEMENTS ? ranked : [...ranked.slice(0, half), ...ranked.slice(-half)];
    return { given: sliceGiven(given, kept), shown: kept.length, of: blocks.length };
  }
  if (block === undefined || block.kind !== 'set' || block.rows.length <= MOST_ANSWERS)
    return { given, shown: block?.rows.length ?? 0, of: block?.rows.length ?? 0 };
  const everyone = onlyTotal(block);
  const rows = everyone.rows.toSorted((a, b) => (b.cells[0]?.n ?? 0) - (a.cells[0]?.n ?? 0)).slice(0, MOST_ANSWERS);
  return {
    given: {
      ...given,
      table: { ...given.table, columns: given.table.columns.slice(0, 1), blocks: [{ ...everyone, rows }] },
    },
    shown: rows.length,
    of: block.rows.length,
  };
};

/** Everyone together: groups side by side have no room. */
const onlyTotal = (block: DisclosedBlock): DisclosedBlock => ({
  ...block,
  bases: block.bases.slice(0, 1),
  hidden: block.hidden.slice(0, 1),
  rows: block.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
  summaries: block.summaries.map((row) => ({ ...row, cells: row.cells.slice(0, 1) })),
  tests: [],
});

const meanOf = ({ summaries }: DisclosedBlock): number =>
  summaries.find(({ kind }) => kind === 'mean')?.cells[0]?.value ?? -Infinity;
