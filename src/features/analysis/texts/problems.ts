import { Problem } from '../../../platform/problems';

export const questionNotFound = (details: { readonly code: string }): Problem =>
  new Problem('texts.question-not-found', 'not-found', details);

export const answerNotFound = (): Problem => new Problem('texts.answer-not-found', 'not-found');

/** The filter names a group that may not be set apart. */
export const groupNotShown = (details: { readonly smallestGroup: number }): Problem =>
  new Problem('texts.group-not-shown', 'invalid', details);

export const tooManyRows = (details: { readonly most: number }): Problem =>
  new Problem('texts.too-many-rows', 'too-large', details);

export const quoteNotFound = (): Problem => new Problem('texts.quote-not-found', 'not-found');
