import { Problem } from '../../../platform/problems';

/** A data set in which nobody ranks spheres, or none at all. */
export const noRanking = (details: { readonly name: string }): Problem =>
  new Problem('spheres.no-ranking', 'not-found', details);
