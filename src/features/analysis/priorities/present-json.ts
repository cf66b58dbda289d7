import type { PrioritiesQuery } from './inputs';
import { derivedMap } from './present-page';
import type { Priorities } from './read-priorities';

/** Everything unrounded; the shapes are those of disclosed results, and hidden things have no numbers. */
export const presentPrioritiesJson = (read: Priorities, query: PrioritiesQuery) => ({
  evaluation: { id: read.evaluation.id, title: read.evaluation.title, state: read.evaluation.resultState },
  dataset: read.dataset,
  smallestGroup: read.evaluation.smallestGroup,
  request: {
    institution: query.instytucja === '' ? null : query.instytucja,
    weight: query.waga === '' ? null : query.waga,
    filter: query.filtr,
  },
  institutions: read.institutions,
  importance: read.pairs === null ? 'derived' : 'stated',
  pairs: read.pairs,
  map: read.pairs === null ? derivedMap(read.drivers) : read.pairs.map,
  drivers: read.drivers,
});
