import type { DisclosedTable, SummaryKind, TableColumn, TableRequest } from '../../analysis/domain';

/** What is compared of a table that was given to a report. */
export interface ComparedTable {
  readonly dataset: { readonly code: string };
  readonly request: TableRequest;
  readonly table: DisclosedTable;
}

/** A share or summary shown in one version or in both; null where it is hidden or not there. */
export interface MovedNumber {
  readonly question: string;
  /** Answer, or kind of summary. */
  readonly row: string | { readonly summary: SummaryKind };
  /** Label of the column; null for the total. */
  readonly column: string | null;
  readonly kind: 'share' | 'value';
  readonly before: number | null;
  readonly after: number | null;
}

export interface ComparedPair<Table extends ComparedTable> {
  readonly before: Table;
  readonly after: Table;
  /** Numbers that stand in at least one of the two. */
  readonly numbers: number;
  /** Those that are not the same to the last digit. */
  readonly moved: readonly MovedNumber[];
}

export interface TablesCompared<Table extends ComparedTable> {
  readonly pairs: readonly ComparedPair<Table>[];
  readonly added: readonly Table[];
  readonly removed: readonly Table[];
}

/** Which numbers moved from one set of tables to another. Tables belong together that were asked for in the same words. */
export const compareTables = <Table extends ComparedTable>(
  before: readonly Table[],
  after: readonly Table[],
): TablesCompared<Table> => {
  const [earlier, later] = [byRequest(before), byRequest(after)];
  return {
    pairs: [...later].flatMap(([key, table]) => {
      const known = earlier.get(key);
      return known === undefined ? [] : [comparePair(known, table)];
    }),
    added: [...later].flatMap(([key, table]) => (earlier.has(key) ? [] : [table])),
    removed: [...earlier].flatMap(([key, table]) => (later.has(key) ? [] : [table])),
  };
};

const byRequest = <Table extends ComparedTable>(tables: readonly Table[]): ReadonlyMap<string, Table> =>
  new Map(tables.map((table) => [keyOf(table), table]));

const keyOf = ({ dataset, request: { rows, columns, weight, filter, merges = [] } }: ComparedTable): string =>
  JSON.stringify([dataset.code, rows, columns, weight, filter, merges]);

const comparePair = <Table extends ComparedTable>(before: Table, after: Table): ComparedPair<Table> => {
  const [earlier, later] = [numbersOf(before.table), numbersOf(after.table)];
  const places = [...new Set([...later.keys(), ...earlier.keys()])];
  const moved = places.flatMap((place) => {
    const [was, is] = [earlier.get(place), later.get(place)];
    const number = is ?? was;
    const [from, to] = [was?.number ?? null, is?.number ?? null];
    return number === undefined || from === to ? [] : [{ ...number.of, before: from, after: to }];
  });
  return { before, after, numbers: places.length, moved };
};

interface PlacedNumber {
  readonly number: number;
  readonly of: Omit<MovedNumber, 'before' | 'after'>;
}

/** Every share and summary that is shown, by its place in words that do not depend on the order of columns. */
const numbersOf = ({ blocks, columns }: DisclosedTable): ReadonlyMap<string, PlacedNumber> => {
  const found = new Map<string, PlacedNumber>();
  for (const { variable, label, rows, summaries } of blocks)
    columns.forEach((column, at) => {
      const place = placeOf(column);
      for (const row of rows) {
        const share = row.cells[at]?.share ?? null;
        const of = { question: label, row: row.label, column: nameOf(column), kind: 'share' } as const;
        if (share !== null) found.set(JSON.stringify([variable, 'row', row.code, place]), { number: share, of });
      }
      for (const { kind: summary, cells } of summaries) {
        const value = cells[at]?.value ?? null;
        const of = { question: label, row: { summary }, column: nameOf(column), kind: 'value' } as const;
        if (value !== null) found.set(JSON.stringify([variable, 'summary', summary, place]), { number: value, of });
      }
    });
  return found;
};

const placeOf = ({ variable, code, merged, within }: TableColumn): readonly unknown[] => [
  variable,
  code,
  merged ?? [],
  within === undefined ? [] : [within.variable, within.code, within.merged ?? []],
];

const nameOf = ({ variable, label, within }: TableColumn): string | null => {
  if (variable === null) return null;
  return within === undefined ? label : `${within.label}, ${label}`;
};
