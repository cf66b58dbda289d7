import { createHash } from 'node:crypto';
import { columnSpecOf, type TableRequest } from '../domain/tables';
import type { Variable, VariableSet } from '../domain/variables/variable';
import { powerSums } from '../domain/frozen/power-sums';
import { codeOf } from '../domain/frozen/code-of';
import type { DataDigest, VariableDigest } from './frozen-table';

/** Fingerprints of the variables that a table is counted from. */
export const digestOf = (set: VariableSet, request: TableRequest): DataDigest => ({
  variables: usedBy(set, request).flatMap((name) => {
    const variable = set.variables.get(name);
    return variable === undefined ? [] : [digestOfVariable(variable, set.n)];
  }),
});

/** Rows, columns, filter and weight, each once. */
export const usedBy = (set: VariableSet, { rows, columns, filter, weight }: TableRequest): readonly string[] => {
  const specs = columns.map((column) => columnSpecOf(column, set));
  const names = [
    ...rows,
    ...specs.flatMap(({ outer, inner }) => (outer === null ? [inner] : [outer, inner])),
    ...filter.map(({ variable }) => variable),
    ...(weight === null ? [] : [weight]),
  ];
  return [...new Set(names)];
};

const digestOfVariable = (variable: Variable, n: number): VariableDigest => ({
  name: variable.name,
  definition: createHash('sha256').update(definitionOf(variable)).digest('base64url').slice(0, 22),
  sums: powerSums(n, codeOf(variable)),
});

/** Codes and their meaning; how a derived variable or a weight came about shows in its version and its values. */
const definitionOf = (variable: Variable): string => {
  const { kind, level, origin } = variable;
  const categories = 'categories' in variable ? variable.categories : [];
  const version = origin !== undefined && 'version' in origin ? origin.version : null;
  return JSON.stringify([kind, level, version, categories]);
};
