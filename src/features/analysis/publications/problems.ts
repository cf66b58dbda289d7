import { Problem } from '../../../platform/problems';

export const publicationNotFound = (): Problem => new Problem('publications.not-found', 'not-found');

/** Others publish at the same moment, again and again. */
export const publicationBusy = (): Problem => new Problem('publications.busy', 'conflict');

/** The data set is there no longer, or a variable of the table. */
export const publicationGone = (details: { readonly name: string }): Problem =>
  new Problem('publications.gone', 'not-found', details);

/** A promise to those who have answered is not taken back. */
export const onlyStricter = (details: { readonly now: number }): Problem =>
  new Problem('publications.only-stricter', 'conflict', details);
