import { countTogether } from '../../../analysis/domain';
import type { DisclosedBlock, NamedTable, SummaryCell, SummaryKind, TableColumn } from '../../../analysis/domain';
import type { ClaimNumber } from '../claim';
import type { ColumnReference, Focus } from '../finding';

/** A table with its names and the level of its tests, as it was told. */
export interface ToldTable extends NamedTable {
  /** Probability below which a difference is called significant; 0: nothing was tested. */
  readonly level: number;
}

/** What a focus asks of a column: answers counted together, or a summary. */
export interface Measured {
  readonly block: DisclosedBlock;
  readonly measure: string;
  readonly codes: readonly string[];
}

/** A number of a table that may be said. */
export interface ToldNumber extends ClaimNumber {
  /** Place of its column. */
  readonly at: number;
  /** People who gave these answers; null for summaries. */
  readonly count: number | null;
  /** Letters of the columns that the table's own test found lower. */
  readonly higherThan: readonly string[];
}

const SUMMARY_OF: Readonly<Record<string, SummaryKind>> = {
  srednia: 'mean',
  mediana: 'median',
  'dwie-najwyzsze': 'top-two',
  'dwie-najnizsze': 'bottom-two',
  nps: 'recommendation',
};

export const SHARE = 'udzial';

export const blockOf = ({ table }: ToldTable, variable: string): DisclosedBlock | undefined =>
  table.blocks.find((block) => block.variable === variable);

/** Place of a column; null where the table has none. */
export const placeOf = ({ table }: ToldTable, column: ColumnReference | null): number | null => {
  if (column === null) return 0;
  const at = table.columns.findIndex(({ variable, code }) => variable === column.variable && code === column.code);
  return at < 0 ? null : at;
};

/** Null where nothing may be said: hidden, of too few people, or not there. */
export const readNumber = ({ block, measure, codes }: Measured, at: number): ToldNumber | null =>
  measure === SHARE ? readShare(block, codes, at) : readSummary(block, SUMMARY_OF[measure], at);

const readShare = (block: DisclosedBlock, codes: readonly string[], at: number): ToldNumber | null => {
  const base = block.bases[at];
  const row = rowOf(block, codes);
  const counted = countTogether(block, row === undefined ? codes : [row.code], at);
  if (base == null || counted === null) return null;
  return {
    at,
    value: counted.share,
    interval: counted.interval,
    n: base.n,
    count: counted.n,
    higherThan: row?.cells[at]?.higherThan ?? [],
  };
};

/** One answer, or several that the table shows as one. */
export const rowOf = (
  { rows }: DisclosedBlock,
  codes: readonly string[],
): DisclosedBlock['rows'][number] | undefined => {
  const [only] = codes;
  if (codes.length === 1) return rows.find(({ code }) => code === only);
  const joined = codes.toSorted().join('+');
  return rows.find(({ code }) => code.split('+').toSorted().join('+') === joined);
};

const readSummary = (block: DisclosedBlock, kind: SummaryKind | undefined, at: number): ToldNumber | null => {
  const cell: SummaryCell | null = block.summaries.find((row) => row.kind === kind)?.cells[at] ?? null;
  if (cell?.value == null) return null;
  return { at, value: cell.value, interval: cell.interval, n: cell.n, count: null, higherThan: cell.higherThan };
};

/** How many of how many, where a percentage would say too much: of fewer than ten people. */
export const readCounts = (block: DisclosedBlock, codes: readonly string[], at: number) => {
  const base = block.bases[at];
  const cells = (rowOf(block, codes) === undefined ? codes : [rowOf(block, codes)?.code ?? '']).map(
    (code) => block.rows.find((row) => row.code === code)?.cells[at],
  );
  if (base == null || base.n === 0 || cells.length === 0 || (block.kind === 'set' && cells.length > 1)) return null;
  if (cells.some((cell) => cell == null || cell.share !== null)) return null;
  return { count: cells.reduce((sum, cell) => sum + (cell?.n ?? 0), 0), n: base.n };
};

export type Verdict = 'higher' | 'lower' | 'no-difference' | 'untested';

/** More columns of a banner than this are not compared by the table. */
const MOST_COMPARED = 40;

/** What the table's own test says of two of its numbers. */
export const verdictOf = (
  { table, level }: ToldTable,
  measured: Measured,
  [first, second]: readonly [ToldNumber, ToldNumber],
): Verdict => {
  const [one, other] = [table.columns[first.at], table.columns[second.at]];
  if (one?.letter == null || other?.letter == null || level === 0 || !isTested(measured)) return 'untested';
  const beside = table.columns.filter(({ variable }) => variable === one.variable);
  if (one.variable !== other.variable || beside.length > MOST_COMPARED) return 'untested';
  if (first.higherThan.includes(other.letter)) return 'higher';
  if (second.higherThan.includes(one.letter)) return 'lower';
  return varies(measured, [first, second]) ? 'no-difference' : 'untested';
};

/** Sums of answers, shares of mentions and medians have no test in the table. */
export const isTested = ({ block, measure, codes }: Measured): boolean => {
  if (measure === 'mediana') return false;
  if (measure !== SHARE) return true;
  return block.percentsOf === 'respondents' && rowOf(block, codes) !== undefined;
};

/** Groups in which nobody or everybody gave an answer are not compared, nor means of people who all said the same. */
const varies = ({ block, measure }: Measured, numbers: readonly ToldNumber[]): boolean => {
  if (measure === SHARE) return numbers.every(({ value }) => value > 0 && value < 1);
  const cells = block.summaries.find(({ kind }) => kind === SUMMARY_OF[measure])?.cells ?? [];
  return numbers.some(({ at }) => (cells[at]?.se ?? 0) > 0);
};

export const toClaim = ({ value, interval, n }: ToldNumber): ClaimNumber => ({ value, interval, n });

export const measuredBy = (told: ToldTable, { variable, measure, codes }: Focus): Measured | null => {
  const block = blockOf(told, variable);
  return block === undefined ? null : { block, measure, codes };
};

/** Unique among the columns of a table: nested ones with their outer category. */
export const groupOf = ({ label, within }: TableColumn): string =>
  within === undefined ? label : `${within.label} › ${label}`;
