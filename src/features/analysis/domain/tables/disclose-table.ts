import type { Block, RawTable, SummaryRow, TableRow } from './table';

declare const disclosed: unique symbol;

/**
 * A table that may be seen: columns with too few people are empty, and so are the columns from which they could be
 * worked out. The only table that pages, files and reports accept.
 */
export type DisclosedTable = Omit<RawTable, 'blocks'> & {
  readonly [disclosed]: true;
  readonly smallestGroup: number;
  readonly blocks: readonly DisclosedBlock[];
};

/** Null stands for what is hidden. */
export type DisclosedBlock = Omit<Block, 'bases' | 'rows' | 'summaries' | 'asked'> & {
  /** Null for blocks with too few people in all. */
  readonly asked: Block['asked'] | null;
  readonly bases: readonly (Block['bases'][number] | null)[];
  /** Why a column is hidden: too few people, or to protect another; null: shown. */
  readonly hidden: readonly HiddenReason[];
  readonly rows: readonly (Omit<TableRow, 'cells'> & {
    readonly cells: readonly (TableRow['cells'][number] | null)[];
  })[];
  readonly summaries: readonly (Omit<SummaryRow, 'cells'> & {
    readonly cells: readonly (SummaryRow['cells'][number] | null)[];
  })[];
};

export type HiddenReason = 'too-few' | 'protects-another' | 'sensitive' | null;

/**
 * Hides what must not be seen, block by block: a column with fewer than `smallestGroup` people, and with it the next
 * smallest ones until the people hidden together are enough not to be known by subtracting the others from the total.
 */
export const discloseTable = (table: RawTable, smallestGroup: number): DisclosedTable =>
  ({
    ...table,
    smallestGroup,
    blocks: table.blocks.map((block) => discloseBlock(block, table, smallestGroup)),
  }) as unknown as DisclosedTable;

const discloseBlock = (block: Block, { columns, request }: RawTable, smallestGroup: number): DisclosedBlock => {
  const hidden = block.sensitive
    ? sensitiveColumns(block, columns, { smallestGroup, isFiltered: request.filter.length > 0 })
    : hiddenColumns(block, columns, smallestGroup);
  const shown = <Thing>(things: readonly Thing[]): readonly (Thing | null)[] =>
    things.map((thing, at) => (hidden[at] === null ? thing : null));
  return {
    ...block,
    asked: hidden[0] === null ? block.asked : null,
    bases: shown(block.bases),
    hidden,
    rows: block.rows.map((row) => ({ ...row, cells: shown(withoutLettersOf(row.cells, columns, hidden)) })),
    summaries: block.summaries.map((row) => ({ ...row, cells: shown(withoutLettersOf(row.cells, columns, hidden)) })),
    tests: block.tests.map((test) =>
      isWholeShown(test.variable, columns, hidden) ? test : { variable: test.variable, kind: 'none', reason: 'hidden' },
    ),
  };
};

/** Of a sensitive question only the total of everyone is shown. */
const sensitiveColumns = (
  { bases }: Block,
  columns: RawTable['columns'],
  { smallestGroup, isFiltered }: { readonly smallestGroup: number; readonly isFiltered: boolean },
): readonly HiddenReason[] => {
  const isShown = !isFiltered && (bases[0]?.n ?? 0) >= smallestGroup;
  return columns.map((_, at) => (at === 0 && isShown ? null : 'sensitive'));
};

const hiddenColumns = (
  { bases }: Block,
  columns: RawTable['columns'],
  smallestGroup: number,
): readonly HiddenReason[] => {
  const total = bases[0]?.n ?? 0;
  if (total < smallestGroup) return columns.map(() => 'too-few');
  const hidden: HiddenReason[] = columns.map(() => null);
  for (const variable of new Set(columns.flatMap((column) => column.variable ?? []))) {
    const places = columns.flatMap((column, at) => (column.variable === variable ? [at] : []));
    protectBanner(places, bases, { total, smallestGroup, hidden });
  }
  return hidden;
};

/** People in no column of the variable count as hidden already: the table says nothing of them. */
const protectBanner = (
  places: readonly number[],
  bases: Block['bases'],
  { total, smallestGroup, hidden }: { total: number; smallestGroup: number; hidden: HiddenReason[] },
): void => {
  const sizeOf = (at: number): number => bases[at]?.n ?? 0;
  const small = places.filter((at) => sizeOf(at) > 0 && sizeOf(at) < smallestGroup);
  for (const at of places) if (sizeOf(at) < smallestGroup) hidden[at] = 'too-few';
  const inNone = total - places.reduce((sum, at) => sum + sizeOf(at), 0);
  const isTellTale = (people: number): boolean => people > 0 && people < smallestGroup;
  let together = inNone + small.reduce((sum, at) => sum + sizeOf(at), 0);
  if (small.length === 0 && !isTellTale(together)) return;
  const others = places.filter((at) => hidden[at] === null).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  for (const at of others) {
    if (!isTellTale(together)) return;
    hidden[at] = 'protects-another';
    together += sizeOf(at);
  }
};

/** A letter that points to a hidden column would tell of it. */
const withoutLettersOf = <One extends { readonly higherThan: readonly string[] }>(
  cells: readonly One[],
  columns: RawTable['columns'],
  hidden: readonly HiddenReason[],
): readonly One[] => {
  const secret = new Set(columns.flatMap(({ letter }, at) => (hidden[at] !== null && letter !== null ? [letter] : [])));
  if (secret.size === 0) return cells;
  return cells.map((cell) => ({ ...cell, higherThan: cell.higherThan.filter((letter) => !secret.has(letter)) }));
};

const isWholeShown = (variable: string, columns: RawTable['columns'], hidden: readonly HiddenReason[]): boolean =>
  columns.every((column, at) => column.variable !== variable || hidden[at] === null || hidden[at] === 'too-few');
