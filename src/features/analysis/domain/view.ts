import { cellOf, type Base, type Cell, type Dataset, type Members } from './dataset';
import type { ResultsFilter } from './dimensions';
import { disclose, type Disclosed, type Measured } from './disclosure/disclose';
import { ALL } from './disclosure/lattice';
import type { Split } from './results';

/** A part of a dataset under one filter: everyone in view, and each institution in it. */
export interface View {
  readonly dataset: Dataset;
  readonly cell: Cell;
  readonly members: Members;
  readonly groups: readonly GroupInView[];
}

interface GroupInView {
  readonly code: string;
  readonly place: number;
  readonly cell: Cell;
  readonly members: Members;
}

export const openView = (dataset: Dataset, filter: ResultsFilter): View => {
  const cell = cellOf(dataset, filter);
  const chosen = cell.values[0];
  const groups = dataset.groups.flatMap(({ code }, place) => {
    if (chosen !== ALL && chosen !== place) return [];
    const own = { ...cell, values: [place, ...cell.values.slice(1)] };
    return [{ code, place, cell: own, members: dataset.members(own) }];
  });
  return { dataset, cell, members: dataset.members(cell), groups };
};

/** Measures everyone in view and each institution that the question concerns, and lets out only what may be shown. */
export const split = <Counts, Estimates>(
  { dataset, cell, members, groups }: View,
  base: Base,
  measure: (members: Uint32Array) => Measured<Counts, Estimates>,
): Split<Disclosed<Counts, Estimates>> => {
  const { isHidden, countsOutsiders, concerns } = dataset.protection(base);
  const { smallestGroup } = dataset.evaluation;
  const result = ({ everyone, insiders }: Members, at: Cell) =>
    disclose(measure(countsOutsiders ? everyone : insiders), isHidden(at), smallestGroup);
  return {
    total: result(members, cell),
    groups: groups
      .filter(({ place }) => concerns(place))
      .map((group) => ({ group: group.code, result: result(group.members, group.cell) })),
  };
};
