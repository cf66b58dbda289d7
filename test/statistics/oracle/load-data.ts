import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OracleData, OracleEntry, OracleVariable } from './adapter';
import { oracleFolders } from './load-entries';
import { parseCsv } from './parse-csv';

type Code = number | string;
type Column = readonly (Code | null)[];

interface CodebookVariable {
  readonly name: string;
  readonly type: 'integer' | 'number' | 'string';
  readonly scale: string;
  readonly values: readonly { readonly code: Code }[];
  readonly missing_codes: readonly Code[];
}

interface Table {
  readonly rows: number;
  readonly variables: ReadonlyMap<string, CodebookVariable>;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The entry's data set after its filter; null when the entry carries its input itself. */
export const loadData = (entry: OracleEntry): OracleData | null => {
  if (entry.dataset === null) return null;
  const table = tableOf(entry.dataset);
  const all = Array.from({ length: table.rows }, (_, row) => row);
  return viewOf(
    table,
    all.filter((row) => passes(table, entry, row)),
    entry.weights,
  );
};

const viewOf = (table: Table, rows: readonly number[], weights: string | null): OracleData => {
  const column = (name: string): Column => pick(columnOf(table, name), rows);
  return {
    rows: rows.length,
    codes: column,
    numbers: (name) => asNumbers(name, column(name)),
    variable: (name) => variableOf(table, name),
    weights: () => (weights === null ? rows.map(() => 1) : asNumbers(weights, column(weights))),
    complete: (names) => {
      const needed = [...names, ...(weights === null ? [] : [weights])].map((name) => columnOf(table, name));
      const kept = rows.filter((row) => needed.every((values) => values[row] !== null));
      return viewOf(table, kept, weights);
    },
  };
};

const pick = (values: Column, rows: readonly number[]): Column => rows.map((row) => values[row] ?? null);

const columnOf = ({ columns }: Table, name: string): Column => {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`No column ${name}`);
  return column;
};

const asNumbers = (name: string, column: Column): readonly (number | null)[] =>
  column.map((value) => {
    if (typeof value === 'string') throw new Error(`${name} is text: ${value}`);
    return value;
  });

const variableOf = ({ variables }: Table, name: string): OracleVariable => {
  const variable = variables.get(name);
  if (variable === undefined) throw new Error(`The code book has no ${name}`);
  const codes = variable.values.map(({ code }) => code).filter((code) => !variable.missing_codes.includes(code));
  return { name, scale: variable.scale, codes };
};

const passes = (table: Table, { filter }: OracleEntry, row: number): boolean =>
  (filter ?? []).every(({ var: name, op, value }) => {
    const actual = columnOf(table, name)[row] ?? null;
    return actual !== null && holds(actual, op, value);
  });

const holds = (actual: Code, op: string, value: unknown): boolean => {
  switch (op) {
    case '==':
      return actual === value;
    case '!=':
      return actual !== value;
    case '>=':
      return actual >= (value as Code);
    case '<=':
      return actual <= (value as Code);
    case '>':
      return actual > (value as Code);
    case '<':
      return actual < (value as Code);
    case 'in':
      return (value as readonly Code[]).includes(actual);
    case 'not_missing':
      return true;
    default:
      throw new Error(`Unknown filter ${op}`);
  }
};

const tables = new Map<string, Table>();

const tableOf = (dataset: string): Table => {
  const table = tables.get(dataset) ?? readTable(dataset);
  tables.set(dataset, table);
  return table;
};

const readTable = (dataset: string): Table => {
  const folder = oracleFolders.find((path) => existsSync(join(path, 'data', `${dataset}.csv`)));
  if (folder === undefined) throw new Error(`No data set ${dataset} in ${oracleFolders.join(':')}`);
  const book = oracleFolders.find((path) => existsSync(join(path, 'codebooks', `${dataset}.json`))) ?? folder;
  const { variables } = JSON.parse(readFileSync(join(book, 'codebooks', `${dataset}.json`), 'utf8')) as {
    variables: CodebookVariable[];
  };
  const [head = [], ...body] = parseCsv(readFileSync(join(folder, 'data', `${dataset}.csv`), 'utf8'));
  return {
    rows: body.length,
    variables: new Map(variables.map((variable) => [variable.name, variable])),
    columns: new Map(variables.map((variable) => [variable.name, readColumn(variable, head, body)])),
  };
};

const readColumn = (variable: CodebookVariable, head: readonly string[], body: readonly string[][]): Column => {
  const at = head.indexOf(variable.name);
  if (at < 0) throw new Error(`The data have no column ${variable.name}`);
  const missing = new Set<Code>(variable.missing_codes);
  return body.map((fields, row) => {
    const text = fields[at] ?? '';
    if (text === '') return null;
    const value = variable.type === 'string' ? text : Number(text);
    if (Number.isNaN(value)) throw new Error(`${variable.name}, row ${row + 1}: ${text} is no number`);
    return missing.has(value) ? null : value;
  });
};
