import { Problem } from '../../../platform/problems';

export const unknownVariable = (details: { readonly name: string }): Problem =>
  new Problem('tables.unknown-variable', 'invalid', details);

/** A name where the table cannot use it: texts in rows, numbers in columns, categories as weights. */
export const unusableVariable = (details: { readonly name: string }): Problem =>
  new Problem('tables.unusable-variable', 'invalid', details);

/** A code that the variable lacks, in a filter, a merge or a hiding. */
export const unknownCode = (details: { readonly name: string; readonly code: string }): Problem =>
  new Problem('tables.unknown-code', 'invalid', details);

/** One category in two merges. */
export const mergedTwice = (details: { readonly name: string; readonly code: string }): Problem =>
  new Problem('tables.merged-twice', 'invalid', details);

export const tooManyColumns = (details: { readonly columns: number; readonly most: number }): Problem =>
  new Problem('tables.too-many-columns', 'invalid', details);

export const tooManyRows = (details: { readonly rows: number; readonly most: number }): Problem =>
  new Problem('tables.too-many-rows', 'invalid', details);

/** The filter leaves out, or lets through, so few people that subtraction would show them. */
export const tellTaleFilter = (details: { readonly smallestGroup: number }): Problem =>
  new Problem('tables.tell-tale-filter', 'invalid', details);

export const noSuchView = (): Problem => new Problem('tables.no-such-view', 'not-found');

/** The address that somebody wants to keep is no state of the tables page. */
export const viewUnreadable = (): Problem => new Problem('tables.view-unreadable', 'invalid');

export const tooManyViews = (details: { readonly most: number }): Problem =>
  new Problem('tables.too-many-views', 'conflict', details);
