import type { Category, VariableSet } from '../variables/variable';

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
  { variables }: { readonly variables: ReadonlyMap<string, Scaled> },
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

interface Scaled {
  readonly kind: string;
  readonly categories?: readonly Category[];
}

/** What two variables must share to stand in one table: the same points with the same names. */
const scaleOf = (variable: Scaled | undefined): string | null => {
  const { kind, categories = [] } = variable ?? { kind: '' };
  const points = categories.filter(({ value, missing }) => value !== null && missing === null);
  return kind !== 'category' || points.length < 2
    ? null
    : JSON.stringify(categories.map(({ code, label }) => [code, label]));
};
