import type { ChosenAnswer } from './answers/chosen-answer';
import type { Dataset } from './dataset';
import { placeOfCode, type ResultsFilter } from './dimensions';
import { disclose, type Disclosed, type Measured } from './disclosure/disclose';
import { ALL } from './disclosure/lattice';
import type { Split } from './results';
import { placesIn, type Cell, type CellPlaces } from './tallies/cell';
import { countedOf, type Base, type Counted } from './tallies/counted';

/** A part of a dataset under one filter: everyone in view, and each institution in it. */
export interface View {
  readonly dataset: Dataset;
  readonly counted: Counted;
  readonly cell: Cell;
  readonly places: CellPlaces;
  readonly groups: readonly GroupInView[];
}

interface GroupInView {
  readonly code: string;
  readonly place: number;
  readonly cell: Cell;
  readonly places: CellPlaces;
}

/** The part that a filter opens, answers not looked at. A filter holds known codes only: the edge has checked them. */
export const openView = (dataset: Dataset, filter: ResultsFilter): View => {
  const { groups, subregions, clientTypes } = dataset;
  const cell = {
    values: [
      placeOfCode(groups, filter.institution),
      placeOfCode(subregions, filter.subregion),
      placeOfCode(clientTypes, filter.clientType),
    ],
    completeOnly: filter.completeOnly,
  };
  return viewOf(dataset, countedOf(dataset), cell);
};

/** Those in view who gave an answer. */
export const narrowView = ({ dataset, cell }: View, { split: by, value }: ChosenAnswer): View =>
  viewOf(dataset, countedOf(dataset).byAnswer(by), { ...cell, values: [...cell.values, value] });

const viewOf = (dataset: Dataset, counted: Counted, cell: Cell): View => {
  const chosen = cell.values[0];
  const groups = dataset.groups.flatMap(({ code }, place) => {
    if (chosen !== ALL && chosen !== place) return [];
    const own = { ...cell, values: [place, ...cell.values.slice(1)] };
    return [{ code, place, cell: own, places: placesIn(counted.crowd, own) }];
  });
  return { dataset, counted, cell, places: placesIn(counted.crowd, cell), groups };
};

/** Measures everyone in view and each institution that the question concerns, and lets out only what may be shown. */
export const split = <Counts, Estimates>(
  { dataset, counted, cell, places, groups }: View,
  base: Base,
  measure: (places: Uint32Array) => Measured<Counts, Estimates>,
): Split<Disclosed<Counts, Estimates>> => {
  const { isHidden, countsOutsiders, concerns } = counted.protection(base);
  const { smallestGroup } = dataset.evaluation;
  const result = ({ everyone, insiders }: CellPlaces, at: Cell) =>
    disclose(measure(countsOutsiders ? everyone : insiders), isHidden(at), smallestGroup);
  return {
    total: result(places, cell),
    groups: groups
      .filter(({ place }) => concerns(place))
      .map((group) => ({ group: group.code, result: result(group.places, group.cell) })),
  };
};
