import type { Variable } from '../variables/variable';
import type { TableContext } from './table-context';

/** Who is in the base of a row variable, column by column: 1 for each respondent. */
export const groupsOf = (variable: Variable, { banners, members }: TableContext): readonly Uint8Array[] => {
  const states = variable.kind === 'category' ? variable.places : variable.states;
  const isIn = (at: number): boolean => (states[at] ?? -1) >= 0 && (members === null || members[at] === 1);
  return banners.flatMap(({ columns, columnOf }) =>
    columns.map((_, column) => Uint8Array.from(columnOf, (own, at) => Number(own === column && isIn(at)))),
  );
};
