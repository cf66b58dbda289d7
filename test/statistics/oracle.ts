import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ORACLE = join(__dirname, '../../../shared/oracle');
export const hasOracle = existsSync(join(ORACLE, 'reference'));

/** Whatever the reference file holds. */
type Json = ReturnType<typeof JSON.parse>;

export interface OracleEntry {
  readonly id: string;
  readonly method: string;
  readonly target_method?: string;
  readonly situation?: string;
  readonly dataset: string | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly filter: readonly { var: string; op: string; value: string | number }[] | null;
  readonly params: Readonly<Record<string, Json>>;
  readonly input?: Readonly<Record<string, Json>>;
  readonly results: Readonly<Record<string, Json>>;
}

export const entriesOf = (topic: string, ...methods: string[]): OracleEntry[] =>
  (
    JSON.parse(readFileSync(join(ORACLE, 'reference', `${topic}.json`), 'utf8')) as { entries: OracleEntry[] }
  ).entries.filter(({ method, target_method }) => methods.includes(target_method ?? method));

/** RFC 4180: quoted fields may hold commas, quotes and line breaks. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/y;
  for (let match = field.exec(text); match !== null && field.lastIndex <= text.length; match = field.exec(text)) {
    const raw = match[1] ?? '';
    rows[rows.length - 1]!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (match[2] === '\n') rows.push([]);
    if (match[2] === '' || field.lastIndex === text.length) break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
};

interface Variable {
  readonly name: string;
  readonly missing_codes: readonly (string | number)[];
}

const tables = new Map<string, Record<string, string | null>[]>();

/** Rows of a data set as text, null where missing. */
const tableOf = (dataset: string): Record<string, string | null>[] => {
  const known = tables.get(dataset);
  if (known) return known;
  const [head = [], ...body] = parseCsv(readFileSync(join(ORACLE, 'data', `${dataset}.csv`), 'utf8'));
  const { variables } = JSON.parse(readFileSync(join(ORACLE, 'codebooks', `${dataset}.json`), 'utf8')) as {
    variables: Variable[];
  };
  const missing = new Map(variables.map(({ name, missing_codes }) => [name, new Set(missing_codes.map(String))]));
  const table = body.map((row) =>
    Object.fromEntries(
      head.map((name, at) => [
        name,
        row[at] === '' || missing.get(name)?.has(row[at] ?? '') ? null : (row[at] ?? null),
      ]),
    ),
  );
  tables.set(dataset, table);
  return table;
};

/** The entry's cases after its filter and listwise deletion. */
export const casesOf = ({ dataset, variables, filter }: OracleEntry): Record<string, string>[] =>
  tableOf(dataset ?? '').filter(
    (row) =>
      (filter ?? []).every(({ var: name, value }) => row[name] === String(value)) &&
      Object.values(variables).every((name) => row[name] !== null && row[name] !== undefined),
  ) as Record<string, string>[];

/** Classes of tolerance as the oracle's README defines them; `closed` is 1e-9 relative, 1e-11 near zero. */
export const expectClose = (actual: number | null | undefined, expected: number, relative = 1e-9): void => {
  expect(actual).not.toBeNull();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(Math.max(1e-11, relative * Math.abs(expected)));
};
