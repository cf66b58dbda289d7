import { Problem } from '../../platform/problems';

/** @param field name of the filter in the address */
export const unknownFilter = (field: string): Problem => new Problem('analysis.unknown-filter', 'invalid', { field });

export const figureNotFound = (): Problem => new Problem('analysis.figure-not-found', 'not-found');

export const forbidden = (): Problem => new Problem('analysis.forbidden', 'forbidden');

/** A newer request of the same person took its place before it was worked out. */
export const superseded = (): Problem => new Problem('analysis.superseded', 'too-many');
