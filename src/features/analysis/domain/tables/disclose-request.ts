import type { VariableSet } from '../variables/variable';
import { columnSpecOf } from './column-spec';
import { crossTable } from './cross-table';
import { discloseTable, type DisclosedTable } from './disclose-table';
import type { DisclosureRule } from './disclosure-rule';
import { guardMerges } from './guard-merges';
import { onlyColumns } from './only-columns';
import type { OuterCategory, TableRequest } from './table';

/**
 * The table that may be seen of a request. Nested columns are protected together with the columns they divide, because
 * those stand one click away; merged ones together with the table in which nothing is merged.
 *
 * @throws RangeError for a variable that the data set lacks or that cannot stand where it is put
 */
export const discloseRequest = (
  set: VariableSet,
  request: TableRequest,
  { level, smallestGroup, withhold = (table) => table }: DisclosureRule,
): DisclosedTable => {
  const whole = { ...request, columns: withDivided(set, request.columns) };
  const raw = crossTable(set, whole, level);
  const table = discloseTable(raw, smallestGroup);
  const guarded =
    (request.merges ?? []).length === 0 ? table : guardMerges(set, { request: whole, table }, { level, smallestGroup });
  const asked = bannersOfRequest(set, request.columns);
  return {
    ...onlyColumns(withhold(guarded, raw), ({ variable, within }) => asked.has(keyOf(variable, within))),
    request,
  };
};

/** The columns asked for, and after them those that nested ones divide or gather. */
const withDivided = (set: VariableSet, columns: readonly string[]): readonly string[] => [
  ...new Set([
    ...columns,
    ...columns.flatMap((name) => {
      const { outer, inner } = columnSpecOf(name, set);
      return outer === null ? [] : [outer, inner];
    }),
  ]),
];

/** Names of the banners: a variable, or the two of a nesting. */
const bannersOfRequest = (set: VariableSet, columns: readonly string[]): ReadonlySet<string> =>
  new Set([
    '',
    ...columns.map((name) => {
      const { outer, inner } = columnSpecOf(name, set);
      return outer === null ? inner : `${outer}>${inner}`;
    }),
  ]);

const keyOf = (variable: string | null, within: OuterCategory | undefined): string => {
  if (variable === null) return '';
  return within === undefined ? variable : `${within.variable}>${within.inner}`;
};
