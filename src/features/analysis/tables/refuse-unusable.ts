import { columnSpecOf, linesOf, type FilterCondition, type TableRequest } from '../domain/tables';
import type { Variable, VariableSet } from '../domain/variables/variable';
import { mergedTwice, tooManyColumns, tooManyRows, unknownCode, unknownVariable, unusableVariable } from './problems';

/** Wider tables cannot be read, and protecting them takes long. */
const MOST_COLUMNS = 120;
const MOST_ROWS = 2_000;

/**
 * Says what of a request the data set cannot give, before anything is counted.
 *
 * @throws Problem `tables.unknown-variable` · `tables.unusable-variable` · `tables.unknown-code` · `tables.merged-twice` ·
 *   `tables.too-many-columns` · `tables.too-many-rows`
 */
export const refuseUnusable = (set: VariableSet, request: TableRequest, hidden: readonly FilterCondition[]): void => {
  const { rows, columns, weight, filter, merges = [] } = request;
  const find = (name: string, isUsable: (variable: Variable) => boolean): Variable => {
    const variable = set.variables.get(name);
    if (variable === undefined) throw unknownVariable({ name: shortened(name) });
    if (!isUsable(variable)) throw unusableVariable({ name: shortened(name) });
    return variable;
  };
  for (const name of rows) find(name, ({ kind }) => kind !== 'text');
  for (const name of columns) {
    const { outer, inner } = columnSpecOf(name, set);
    for (const one of outer === null ? [inner] : [outer, inner]) find(one, isForColumns);
    if (outer === inner) throw unusableVariable({ name: shortened(name) });
  }
  for (const one of filter) refuseCodes(find(one.variable, isForFilters), one.codes);
  for (const one of [...merges, ...hidden]) refuseCodes(find(one.variable, hasCategories), one.codes);
  if (weight !== null) find(weight, ({ kind }) => kind === 'number');
  refuseOverlaps(request);
  refuseLarge(set, request);
};

const isForColumns = ({ kind, sensitive }: Variable): boolean => kind === 'category' && sensitive !== true;
const hasCategories = ({ kind }: Variable): boolean => kind === 'category' || kind === 'set';
const isForFilters = (variable: Variable): boolean => hasCategories(variable) && variable.sensitive !== true;

/** A merged line is named by its codes joined, and may be hidden by that name. */
const refuseCodes = (variable: Variable, codes: readonly string[]): void => {
  if (variable.kind !== 'category' && variable.kind !== 'set') return;
  const known = new Set(variable.categories.map(({ code }) => code));
  const unknown = codes.find((code) => !known.has(code) && !code.split('+').every((part) => known.has(part)));
  if (unknown !== undefined) throw unknownCode({ name: shortened(variable.name), code: shortened(unknown) });
};

const refuseOverlaps = ({ merges = [] }: TableRequest): void => {
  const taken = new Set<string>();
  for (const { variable, codes } of merges)
    for (const code of codes) {
      const key = JSON.stringify([variable, code]);
      if (taken.has(key)) throw mergedTwice({ name: shortened(variable), code: shortened(code) });
      taken.add(key);
    }
};

const refuseLarge = (set: VariableSet, { rows, columns, merges = [] }: TableRequest): void => {
  const lines = (name: string): number => {
    const variable = set.variables.get(name);
    return variable?.kind === 'category' || variable?.kind === 'set' ? linesOf(variable, merges).length : 0;
  };
  const wide = columns.reduce((sum, name) => {
    const { outer, inner } = columnSpecOf(name, set);
    return sum + (outer === null ? lines(inner) : lines(outer) * lines(inner));
  }, 0);
  if (wide > MOST_COLUMNS) throw tooManyColumns({ columns: wide, most: MOST_COLUMNS });
  const long = rows.reduce((sum, name) => sum + lines(name), 0);
  if (long > MOST_ROWS) throw tooManyRows({ rows: long, most: MOST_ROWS });
};

const LONGEST = 60;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
