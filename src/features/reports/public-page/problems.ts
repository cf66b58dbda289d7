import { Problem } from '../../../platform/problems';

export const noPublicPage = (): Problem => new Problem('public-page.not-found', 'not-found');

/** Taken down by those who published it. */
export const withdrawn = (): Problem => new Problem('public-page.withdrawn', 'gone');

/** The same, with what they have to say about it. */
export const withdrawnBecause = (details: { readonly reason: string }): Problem =>
  new Problem('public-page.withdrawn-because', 'gone', details);

/** Somebody else changed it since the page was drawn. */
export const pageChanged = (): Problem => new Problem('public-page.changed', 'conflict');
