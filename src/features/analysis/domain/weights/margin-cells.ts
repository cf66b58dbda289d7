import type { CategoryVariable, VariableSet } from '../variables/variable';
import type { WeightFault } from './fault';
import { cellKey, LIMITS } from './rules';

/** A combination of categories that a population total can be typed for. */
export interface PossibleCell {
  readonly key: string;
  readonly codes: readonly string[];
  readonly label: string;
}

export interface PossibleMargin {
  readonly variables: readonly CategoryVariable[];
  readonly cells: readonly PossibleCell[];
}

/** Whether population totals can be known for it: categories that are no answers belong to no population. */
export const isMarginVariable = (set: VariableSet, name: string): boolean => {
  const variable = set.variables.get(name);
  if (variable?.kind !== 'category' || variable.sensitive === true) return false;
  const cells = substantive(variable).length;
  return cells >= 2 && cells <= LIMITS.cells;
};

const substantive = ({ categories }: CategoryVariable) => categories.filter(({ missing }) => missing === null);

/** The margins of a weight: each variable on its own, or all of them crossed. */
export const possibleMargins = (
  set: VariableSet,
  method: 'raking' | 'cells',
  names: readonly string[],
): { readonly margins: readonly PossibleMargin[]; readonly faults: readonly WeightFault[] } => {
  const faults = faultsOfNames(set, names);
  if (faults.length > 0) return { margins: [], faults };
  const variables = names.flatMap((name) => {
    const variable = set.variables.get(name);
    return variable?.kind === 'category' ? [variable] : [];
  });
  const groups = method === 'raking' ? variables.map((variable) => [variable]) : [variables];
  const tooMany = groups.flatMap((group) => tooManyCells(group));
  if (tooMany.length > 0) return { margins: [], faults: tooMany };
  const margins = groups.map((group) => ({ variables: group, cells: cellsOf(group) }));
  const inAll = margins.reduce((sum, { cells }) => sum + cells.length, 0);
  return inAll > LIMITS.cellsInAll
    ? {
        margins: [],
        faults: [{ kind: 'too-many-cells', variable: names.join(', '), cells: inAll, most: LIMITS.cellsInAll }],
      }
    : { margins, faults: [] };
};

const faultsOfNames = ({ variables }: VariableSet, names: readonly string[]): readonly WeightFault[] => {
  if (names.length === 0) return [{ kind: 'no-margins' }];
  if (names.length > LIMITS.margins) return [{ kind: 'too-many-margins', most: LIMITS.margins }];
  return names.flatMap((name): readonly WeightFault[] => {
    const variable = variables.get(name);
    if (variable === undefined) return [{ kind: 'unknown-variable', variable: name }];
    if (variable.sensitive === true) return [{ kind: 'sensitive-variable', variable: name }];
    return variable.kind === 'category' && substantive(variable).length > 1
      ? []
      : [{ kind: 'unusable-variable', variable: name }];
  });
};

const tooManyCells = (group: readonly CategoryVariable[]): readonly WeightFault[] => {
  const cells = group.reduce((product, variable) => product * substantive(variable).length, 1);
  if (cells <= LIMITS.cells) return [];
  return [{ kind: 'too-many-cells', variable: group.map(({ name }) => name).join(' × '), cells, most: LIMITS.cells }];
};

const cellsOf = (group: readonly CategoryVariable[]): readonly PossibleCell[] => {
  const names = group.map(({ name }) => name);
  return group
    .reduce<readonly { codes: readonly string[]; labels: readonly string[] }[]>(
      (combined, variable) =>
        combined.flatMap(({ codes, labels }) =>
          substantive(variable).map(({ code, label }) => ({ codes: [...codes, code], labels: [...labels, label] })),
        ),
      [{ codes: [], labels: [] }],
    )
    .map(({ codes, labels }) => ({ key: cellKey(names, codes), codes, label: labels.join(' · ') }));
};

/** Which cell each respondent is in, by the place of its variables' categories; −1: in none. */
export const placeInCells = (
  variables: readonly CategoryVariable[],
  members: readonly (readonly (readonly string[])[])[],
  n: number,
): Int32Array => {
  const sizes = variables.map(({ categories }) => categories.length);
  const cellAt = new Map<number, number>();
  members.forEach((combinations, cell) => {
    for (const codes of combinations) {
      const places = variables.map(({ categories }, at) => categories.findIndex(({ code }) => code === codes[at]));
      if (!places.includes(-1))
        cellAt.set(
          places.reduce((index, place, at) => index * (sizes[at] ?? 1) + place, 0),
          cell,
        );
    }
  });
  const cellOf = new Int32Array(n);
  for (let row = 0; row < n; row += 1) {
    let index = 0;
    for (let at = 0; at < variables.length && index >= 0; at += 1) {
      const place = variables[at]?.places[row] ?? -1;
      index = place < 0 ? -1 : index * (sizes[at] ?? 1) + place;
    }
    cellOf[row] = index < 0 ? -1 : (cellAt.get(index) ?? -1);
  }
  return cellOf;
};
