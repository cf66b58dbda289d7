import { Problem } from '../../../platform/problems';

export const unknownVariable = (details: { readonly name: string }): Problem =>
  new Problem('priorities.unknown-variable', 'invalid', details);

/** A name where the analysis cannot use it: answers without points as a factor, a question as a weight. */
export const unusableVariable = (details: { readonly name: string }): Problem =>
  new Problem('priorities.unusable-variable', 'invalid', details);

export const unknownInstitution = (details: { readonly name: string }): Problem =>
  new Problem('priorities.unknown-institution', 'invalid', details);

/** The filter leaves out, or lets through, so few people that subtraction would show them. */
export const tellTaleFilter = (details: { readonly smallestGroup: number }): Problem =>
  new Problem('priorities.tell-tale-filter', 'invalid', details);
