import type { CellRemark } from '../variables/read-wave';

/** The same fault in several rows of a column. */
export interface CellProblem {
  readonly kind: CellRemark['kind'];
  readonly column: string;
  /** As it stands in the file. */
  readonly text: string;
  /** As in the file, the header is row 1. */
  readonly rows: readonly number[];
}

/** In the order of their first rows. */
export const groupRemarks = (remarks: readonly CellRemark[]): readonly CellProblem[] => {
  const groups = new Map<string, { readonly about: CellRemark; readonly rows: Set<number> }>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.kind, remark.column, remark.text]);
    const group = groups.get(key) ?? { about: remark, rows: new Set<number>() };
    groups.set(key, group);
    group.rows.add(remark.row);
  }
  return [...groups.values()].map(({ about: { kind, column, text }, rows }) => ({
    kind,
    column,
    text,
    rows: [...rows],
  }));
};
