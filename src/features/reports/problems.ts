import { Problem } from '../../platform/problems';

/** The page or file is meant for another role. */
export const notForThisRole = (): Problem => new Problem('reports.not-for-this-role', 'forbidden');

/** A coordinator asks for the summary of the whole study. */
export const summaryOfAll = (): Problem => new Problem('reports.summary-of-all', 'forbidden');

/** The home page of someone whose region has no study yet. */
export const noEvaluation = (): Problem => new Problem('reports.no-evaluation', 'not-found');

/** An account of an institution that the study does not evaluate. */
export const institutionNotEvaluated = (): Problem => new Problem('reports.institution-not-evaluated', 'not-found');

export const noSuchVersion = (details: { readonly version: number }): Problem =>
  new Problem('reports.no-such-version', 'not-found', details);
