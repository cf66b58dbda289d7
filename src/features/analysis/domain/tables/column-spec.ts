import type { VariableSet } from '../variables/variable';

/** Variables whose categories make the columns: one, or an outer and the inner that divides each of its categories. */
export interface ColumnSpec {
  readonly outer: string | null;
  readonly inner: string;
}

/** Reads `typ` and `instytucja>typ`. A variable whose own name holds the sign is taken by its name. */
export const columnSpecOf = (name: string, { variables }: VariableSet): ColumnSpec => {
  const at = name.indexOf('>');
  if (at < 0 || variables.has(name)) return { outer: null, inner: name };
  return { outer: name.slice(0, at).trim(), inner: name.slice(at + 1).trim() };
};
