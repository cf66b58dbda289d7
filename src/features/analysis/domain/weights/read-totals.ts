import type { VariableSet } from '../variables/variable';
import { possibleMargins, type PossibleMargin } from './margin-cells';
import { parseTotal } from './parse-total';

/** One row of an imported table of population totals. */
export interface TotalsLine {
  /** Row of the file, the header is row 1. */
  readonly row: number;
  readonly variable: string;
  readonly category: string;
  readonly total: string;
  readonly kind:
    | 'taken'
    | 'unknown-variable'
    | 'unusable-variable'
    | 'unknown-category'
    | 'not-number'
    | 'not-positive'
    | 'too-large'
    | 'empty'
    | 'repeated'
    | 'crossed';
}

export interface TotalsReading {
  readonly method: 'raking' | 'cells';
  readonly variables: readonly string[];
  /** By `cellKey`, as written in the file. */
  readonly totals: ReadonlyMap<string, string>;
  readonly lines: readonly TotalsLine[];
}

const CROSS = /\s*[*×]\s*/;

/**
 * Reads population totals from a table with the columns variable, category and total. Variables crossed with one another
 * are written `plec*wiek`, and their categories `1*2`. A category is told by its code or by its label.
 */
export const readTotals = (set: VariableSet, rows: readonly (readonly string[])[]): TotalsReading => {
  const margins = new Map<string, PossibleMargin | TotalsLine['kind']>();
  const totals = new Map<string, string>();
  const lines: TotalsLine[] = [];
  let method: TotalsReading['method'] | null = null;
  const used = new Set<string>();
  for (const [at, [variable = '', category = '', total = '']] of rows.entries()) {
    const names = variable.trim().split(CROSS);
    const name = names.join('*');
    const wanted = names.length > 1 ? 'cells' : 'raking';
    const margin = margins.get(name) ?? marginOf(set, names);
    margins.set(name, margin);
    const line = { row: at + 2, variable, category, total };
    const isFirstCrossing = wanted === 'raking' || used.size === 0 || used.has(name);
    if (typeof margin === 'string') lines.push({ ...line, kind: margin });
    else if ((method !== null && method !== wanted) || !isFirstCrossing) lines.push({ ...line, kind: 'crossed' });
    else {
      const kind = readLine(margin, category, total, totals);
      lines.push({ ...line, kind });
      if (kind === 'unknown-category') continue;
      method = wanted;
      used.add(name);
    }
  }
  return { method: method ?? 'raking', variables: [...used].flatMap((name) => name.split(CROSS)), totals, lines };
};

const marginOf = (set: VariableSet, names: readonly string[]): PossibleMargin | TotalsLine['kind'] => {
  if (names.some((name) => !set.variables.has(name))) return 'unknown-variable';
  return possibleMargins(set, 'cells', names).margins[0] ?? 'unusable-variable';
};

const readLine = (
  { variables, cells }: PossibleMargin,
  category: string,
  total: string,
  totals: Map<string, string>,
): TotalsLine['kind'] => {
  const parts = variables.length === 1 ? [category.trim()] : category.trim().split(CROSS);
  const codes = variables.map(
    ({ categories }, at) =>
      (
        categories.find(({ code }) => code === parts[at]) ??
        categories.find(({ label }) => label.toLowerCase() === parts[at]?.toLowerCase())
      )?.code,
  );
  const cell = cells.find((one) => one.codes.every((code, at) => code === codes[at]));
  if (cell === undefined || parts.length !== variables.length) return 'unknown-category';
  if (totals.has(cell.key)) return 'repeated';
  const parsed = parseTotal(total);
  totals.set(cell.key, total.trim().slice(0, 40));
  return parsed.kind === 'number' ? 'taken' : parsed.kind;
};
