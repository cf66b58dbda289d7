import { Problem } from '../../../platform/problems';

export const unknownVariable = (details: { readonly name: string }): Problem =>
  new Problem('tables.unknown-variable', 'invalid', details);

/** A name where the table cannot use it: texts in rows, numbers in columns, categories as weights. */
export const unusableVariable = (details: { readonly name: string }): Problem =>
  new Problem('tables.unusable-variable', 'invalid', details);

/** The filter leaves out, or lets through, so few people that subtraction would show them. */
export const tellTaleFilter = (details: { readonly smallestGroup: number }): Problem =>
  new Problem('tables.tell-tale-filter', 'invalid', details);
