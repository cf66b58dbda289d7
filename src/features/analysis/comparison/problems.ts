import { Problem } from '../../../platform/problems';

/** A variable that has no groups to compare: a scale, a number, a text, a sensitive question, or far too many categories. */
export const notGroups = (details: { readonly name: string; readonly most: number }): Problem =>
  new Problem('comparison.not-groups', 'invalid', details);

/** A question of which nothing can be compared: texts, weights, what the groups are made of. */
export const notComparable = (details: { readonly name: string }): Problem =>
  new Problem('comparison.not-comparable', 'invalid', details);

/** Sensitive questions are shown for everyone together only. */
export const sensitiveQuestion = (details: { readonly name: string }): Problem =>
  new Problem('comparison.sensitive', 'invalid', details);

export const unknownMeasure = (details: { readonly name: string }): Problem =>
  new Problem('comparison.unknown-measure', 'invalid', details);
