import { LEAST_FOR_PERCENT } from '../disclosure/disclose';
import { hiddenColumns, type HiddenReason } from './hidden-columns';
import type { Block, Cell, RawTable, SummaryCell, SummaryRow, TableRow } from './table';

export type { HiddenReason } from './hidden-columns';

declare const disclosed: unique symbol;

/**
 * A table that may be seen: columns with too few people are empty, and so are the columns from which they could be
 * worked out. The only table that pages, files and reports accept.
 */
export type DisclosedTable = Omit<RawTable, 'blocks' | 'signaturesOf' | 'groupsOf'> & {
  readonly [disclosed]: true;
  readonly smallestGroup: number;
  readonly blocks: readonly DisclosedBlock[];
};

/** Null stands for what is hidden. */
export type DisclosedBlock = Omit<Block, 'bases' | 'rows' | 'summaries' | 'asked' | 'dominated'> & {
  /** Null for blocks with too few people in all. */
  readonly asked: Block['asked'] | null;
  readonly bases: readonly (Block['bases'][number] | null)[];
  /** Why a column is hidden; null: shown. */
  readonly hidden: readonly HiddenReason[];
  readonly rows: readonly (Omit<TableRow, 'cells'> & {
    readonly cells: readonly (TableRow['cells'][number] | null)[];
  })[];
  readonly summaries: readonly (Omit<SummaryRow, 'cells'> & {
    readonly cells: readonly (SummaryRow['cells'][number] | null)[];
  })[];
};

/**
 * Hides what must not be seen, block by block: columns with fewer than `smallestGroup` people or a sum that is mostly one's, and
 * those from which they could be worked out. Columns of few people keep their counts and lose percentages, means and tests
 * (domain 3.6, rule 6).
 */
export const discloseTable = (
  { signaturesOf, groupsOf: _, blocks, ...table }: RawTable,
  smallestGroup: number,
): DisclosedTable =>
  ({
    ...table,
    smallestGroup,
    blocks: blocks.map((block) => discloseBlock(block, { ...table, signaturesOf }, smallestGroup)),
  }) as unknown as DisclosedTable;

/** The same table with more columns hidden, block by block, because of what is told elsewhere. Hiding more tells nothing more. */
export const withholdColumns = (
  table: DisclosedTable,
  also: (variable: string) => ReadonlySet<number>,
): DisclosedTable => ({
  ...table,
  blocks: table.blocks.map((block) => withhold(block, table.columns, also(block.variable))),
});

/**
 * A table for others: it no longer says which of the hidden columns is the small one, because from several tables "fewer than five"
 * would tell how many.
 */
export const forPublication = (
  table: DisclosedTable,
  also: (variable: string) => ReadonlySet<number>,
): DisclosedTable => {
  const withheld = withholdColumns(table, also);
  return {
    ...withheld,
    blocks: withheld.blocks.map((block) => ({
      ...block,
      hidden: block.hidden.map((reason) => (reason === null || reason === 'sensitive' ? reason : 'protects-another')),
    })),
  };
};

const withhold = (block: DisclosedBlock, columns: RawTable['columns'], also: ReadonlySet<number>): DisclosedBlock => {
  if (also.size === 0) return block;
  const hidden = block.hidden.map((reason, at) => reason ?? (also.has(at) ? 'protects-another' : null));
  const mute = hidden.map((reason) => reason !== null);
  const shown = <Cells extends Letters>(cells: readonly (Cells | null)[]): readonly (Cells | null)[] =>
    cells.map((cell, at) => (cell === null || hidden[at] !== null ? null : withoutLetters(cell, columns, mute)));
  return {
    ...block,
    hidden,
    asked: hidden[0] === null ? block.asked : null,
    bases: block.bases.map((base, at) => (hidden[at] === null ? base : null)),
    rows: block.rows.map((row) => ({ ...row, cells: shown(row.cells) })),
    summaries: block.summaries.map((row) => ({ ...row, cells: shown(row.cells) })),
    tests: block.tests.map((test) =>
      isWholeShown(test.variable, columns, (at) => also.has(at))
        ? test
        : { variable: test.variable, kind: 'none', reason: 'hidden' },
    ),
  };
};

const discloseBlock = (
  { dominated, ...block }: Block,
  { columns, request, signaturesOf }: Pick<RawTable, 'columns' | 'request' | 'signaturesOf'>,
  smallestGroup: number,
): DisclosedBlock => {
  const hidden = block.sensitive
    ? sensitiveColumns(block, columns, {
        smallestGroup,
        isOpen: request.filter.length === 0,
      })
    : hiddenColumns({
        block: dominated === undefined ? block : { ...block, dominated },
        columns,
        smallestGroup,
        signatures: () => signaturesOf(block.variable),
      });
  const isCounted = block.bases.map(({ n }) => n < LEAST_FOR_PERCENT);
  const shown = <Thing>(things: readonly Thing[]): readonly (Thing | null)[] =>
    things.map((thing, at) => (hidden[at] === null ? thing : null));
  const mute = columns.map((_, at) => hidden[at] !== null || isCounted[at] === true);
  return {
    ...block,
    asked: hidden[0] === null ? block.asked : null,
    bases: shown(block.bases),
    hidden,
    rows: block.rows.map((row) => ({
      ...row,
      cells: shown(row.cells.map((cell) => withoutLetters(cell, columns, mute))).map((cell, at) =>
        cell !== null && isCounted[at] === true ? countOnly(cell) : cell,
      ),
    })),
    summaries: block.summaries.map((row) => ({
      ...row,
      cells: shown(row.cells.map((cell) => withoutLetters(cell, columns, mute))).map((cell, at) =>
        cell !== null && isCounted[at] === true ? withoutValue(cell) : cell,
      ),
    })),
    tests: block.tests.map((test) =>
      isWholeShown(test.variable, columns, (at) => hidden[at] !== null && (block.bases[at]?.n ?? 0) > 0)
        ? test
        : { variable: test.variable, kind: 'none', reason: 'hidden' },
    ),
  };
};

/** Of a sensitive question only the total of everyone is shown. */
const sensitiveColumns = (
  { bases }: Block,
  columns: RawTable['columns'],
  { smallestGroup, isOpen }: { readonly smallestGroup: number; readonly isOpen: boolean },
): readonly HiddenReason[] => {
  const isShown = isOpen && (bases[0]?.n ?? 0) >= smallestGroup;
  return columns.map((_, at) => (at === 0 && isShown ? null : 'sensitive'));
};

const countOnly = ({ n, weighted }: Cell): Cell => ({
  n,
  weighted,
  share: null,
  rowShare: null,
  totalShare: null,
  interval: null,
  residual: null,
  higherThan: [],
});

const withoutValue = ({ n, weighted }: SummaryCell): SummaryCell => ({
  n,
  weighted,
  value: null,
  sd: null,
  se: null,
  interval: null,
  higherThan: [],
});

interface Letters {
  readonly higherThan: readonly string[];
}

/** A letter that points to a column without percentages would tell of it. */
const withoutLetters = <One extends Letters>(
  cell: One,
  columns: RawTable['columns'],
  mute: readonly boolean[],
): One => {
  const isHeard = (letter: string): boolean =>
    columns.every((column, at) => column.letter !== letter || mute[at] !== true);
  return cell.higherThan.every(isHeard) ? cell : { ...cell, higherThan: cell.higherThan.filter(isHeard) };
};

/** A test over people that are hidden would tell of them. */
const isWholeShown = (variable: string, columns: RawTable['columns'], isHeld: (at: number) => boolean): boolean =>
  columns.every((column, at) => column.variable !== variable || !isHeld(at));
