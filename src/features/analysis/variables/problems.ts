import { Problem } from '../../../platform/problems';

export const unknownVariable = (details: { readonly name: string }): Problem =>
  new Problem('variables.unknown', 'not-found', details);

export const unknownVersion = (details: { readonly name: string; readonly version: number }): Problem =>
  new Problem('variables.unknown-version', 'not-found', details);

/** Nothing in the data set that a definition of this kind could begin with, or not this variable. */
export const unusableSource = (details: { readonly name: string }): Problem =>
  new Problem('variables.unusable-source', 'invalid', details);

export const tooManyVariables = (details: { readonly most: number }): Problem =>
  new Problem('variables.too-many', 'conflict', details);

export const tooManyChanges = (details: { readonly most: number }): Problem =>
  new Problem('variables.too-many-changes', 'conflict', details);

/** Somebody changed the variable before it could be deleted or restored. */
export const overtaken = (details: { readonly name: string; readonly by: string }): Problem =>
  new Problem('variables.overtaken', 'conflict', details);
