import type { Variable, VariableSet } from '../variables/variable';

/** Statements on one scale that are printed as one table. */
export interface Battery {
  /** Names of the row variables. */
  readonly variables: readonly string[];
}

/** Rows asked for by the code of their item (`J` for J1 to J8) are its statements. */
export const expandItems = (
  { variables }: VariableSet,
  names: readonly string[],
): { readonly rows: readonly string[]; readonly expanded: readonly string[] } => {
  const all = [...variables.values()];
  const expanded: string[] = [];
  const rows = names.flatMap((name) => {
    if (variables.has(name)) return [name];
    const ofItem = all.filter(({ origin }) => origin?.kind === 'item' && origin.item === name && origin.row !== null);
    if (ofItem.length === 0) return [name];
    expanded.push(...ofItem.map((variable) => variable.name));
    return ofItem.map((variable) => variable.name);
  });
  return { rows: [...new Set(rows)], expanded };
};

/** Rows that share a scale, several in a row; only those that may be gathered. */
export const batteriesOf = (
  { variables }: VariableSet,
  rows: readonly string[],
  mayGather: (name: string) => boolean,
): readonly Battery[] => {
  const groups: { scale: string; variables: string[] }[] = [];
  for (const name of rows) {
    const scale = mayGather(name) ? scaleOf(variables.get(name)) : null;
    const last = groups.at(-1);
    if (scale !== null && last?.scale === scale) last.variables.push(name);
    else groups.push({ scale: scale ?? '', variables: [name] });
  }
  return groups.filter((group) => group.scale !== '' && group.variables.length > 1);
};

/** What two variables must share to stand in one table: the same points with the same names. */
const scaleOf = (variable: Variable | undefined): string | null => {
  if (variable?.kind !== 'category') return null;
  const points = variable.categories.filter(({ value, missing }) => value !== null && missing === null);
  return points.length < 2 ? null : JSON.stringify(variable.categories.map(({ code, label }) => [code, label]));
};
