import type { VariableSet } from '../variables/variable';
import { crossTable } from './cross-table';
import { discloseTable, withholdColumns, type DisclosedBlock, type DisclosedTable } from './disclose-table';
import type { DisclosureRule } from './disclosure-rule';
import type { Merge } from './merges';
import type { Block, RawTable, TableColumn, TableRequest } from './table';

/**
 * Keeps tables with different merges from telling together what none of them tells alone. Of the columns that stay hidden
 * while nothing is merged, a merged column may hold none, or all of its variable; all of them only where their sum may be
 * seen beside everything else. So whatever is merged, the same sums are known: of single columns that may be seen, and of
 * all hidden ones together.
 */
export const guardMerges = (
  set: VariableSet,
  { request, table }: { readonly request: TableRequest; readonly table: DisclosedTable },
  { level, smallestGroup }: DisclosureRule,
): DisclosedTable => {
  const single = { ...request, merges: [] };
  const raw = crossTable(set, single, level);
  const disclosed = discloseTable(raw, smallestGroup);
  return withholdColumns(table, (variable) => {
    const place = table.blocks.findIndex((block) => block.variable === variable);
    const apart: Apart = { raw, block: raw.blocks[place], disclosed: disclosed.blocks[place] };
    const merges = mergesOfHidden(apart);
    const together = merges.length === 0 ? null : crossTable(set, { ...single, rows: [variable], merges }, level);
    const isSafe = together !== null && hidesNoMore(together, apart, smallestGroup);
    return new Set(table.columns.flatMap((column, at) => (mayBeSeen(column, apart, isSafe) ? [] : [at])));
  });
};

/** A block while nothing is merged, before and after disclosure. */
interface Apart {
  readonly raw: RawTable;
  readonly block: Block | undefined;
  readonly disclosed: DisclosedBlock | undefined;
}

/** Hidden columns that hold anybody. */
const hiddenOf = ({ raw, block, disclosed }: Apart): readonly TableColumn[] =>
  raw.columns.filter((_, at) => (disclosed?.hidden[at] ?? null) !== null && (block?.bases[at]?.n ?? 0) > 0);

/** All hidden columns of each variable as one. */
const mergesOfHidden = (apart: Apart): readonly Merge[] => {
  const hidden = hiddenOf(apart);
  return [...new Set(hidden.flatMap(({ variable }) => variable ?? []))]
    .map((name) => ({
      variable: name,
      codes: hidden.flatMap(({ variable, code }) => (variable === name ? (code ?? []) : [])),
      label: null,
    }))
    .filter(({ codes }) => codes.length > 1);
};

/** Whether the sums of what is hidden may be seen: no column has to be hidden that is not hidden already. */
const hidesNoMore = (together: RawTable, apart: Apart, smallestGroup: number): boolean => {
  const hidden = new Set(hiddenOf(apart).map(nameOf));
  const [block] = discloseTable(together, smallestGroup).blocks;
  return together.columns.every(
    (column, at) =>
      block?.hidden[at] === null ||
      (together.blocks[0]?.bases[at]?.n ?? 0) === 0 ||
      (column.merged === undefined && hidden.has(nameOf(column))),
  );
};

const nameOf = ({ variable, code }: TableColumn): string => `${variable ?? ''}:${code ?? ''}`;

/** Sums of hidden columns are told of plain variables that no nesting divides. */
const mayBeSeen = (column: TableColumn, apart: Apart, isSafe: boolean): boolean => {
  const { variable, within } = column;
  if (variable === null) return true;
  const hidden = hiddenOf(apart);
  const held = hidden.filter((one) => isPartOf(one, column));
  if (held.length === 0) return true;
  const isDivided = apart.raw.columns.some(
    (one) => one.within?.variable === variable || one.within?.inner === variable,
  );
  const all = hidden.filter((one) => one.variable === variable && one.within === undefined);
  return isSafe && within === undefined && !isDivided && all.length > 1 && held.length === all.length;
};

const isPartOf = (one: TableColumn, { variable, code, merged, within }: TableColumn): boolean => {
  const isInside = merged?.includes(one.code ?? '') ?? one.code === code;
  if (within === undefined || one.within === undefined)
    return isInside && one.variable === variable && within === one.within;
  return (
    isInside &&
    one.within.variable === within.variable &&
    one.within.inner === within.inner &&
    (within.merged?.includes(one.within.code) ?? one.within.code === within.code)
  );
};
