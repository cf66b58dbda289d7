import { Problem } from '../../../platform/problems';

export const reportNotFound = (): Problem => new Problem('published.report-not-found', 'not-found');

export const versionNotFound = (): Problem => new Problem('published.version-not-found', 'not-found');

/** Somebody changed the report after the page that asks for confirmation was drawn. */
export const reportChanged = (details: { readonly home: string }): Problem =>
  new Problem('published.report-changed', 'conflict', details);

/** Another person is publishing the same version at this moment. */
export const publicationInProgress = (details: { readonly by: string }): Problem =>
  new Problem('published.in-progress', 'conflict', details);

/** Results of the evaluation are preliminary: no report on them can be final. */
export const resultsNotFinal = (): Problem => new Problem('published.results-not-final', 'conflict');

/** A final version is followed by final versions only. */
export const alreadyFinal = (): Problem => new Problem('published.already-final', 'conflict');

/** A final version cannot change: the next one has to say what it mends. */
export const erratumMissing = (): Problem => new Problem('published.erratum-missing', 'invalid');

/** Nothing was written that could be published. */
export const nothingToPublish = (): Problem => new Problem('published.nothing', 'invalid');

/** A scorecard of another institution, asked for by a coordinator. */
export const scorecardOfOthers = (): Problem => new Problem('published.scorecard-of-others', 'forbidden');
