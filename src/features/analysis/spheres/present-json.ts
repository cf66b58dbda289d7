import type { Spheres } from './read-spheres';

/** Everything unrounded; null cells are hidden. */
export const presentSpheresJson = ({ evaluation, questions, questionnaire, dataCut, spheres }: Spheres) => ({
  evaluation: { id: evaluation.id, title: evaluation.title, state: evaluation.resultState },
  smallestGroup: evaluation.smallestGroup,
  request: { questionnaire },
  weight: null,
  dataCut,
  questions,
  result: spheres,
});
