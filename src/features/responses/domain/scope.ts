/** Whose responses someone may see: all of an evaluation, or those about one institution. */
export type ResponseScope = { readonly kind: 'all' } | { readonly kind: 'institution'; readonly code: string };
