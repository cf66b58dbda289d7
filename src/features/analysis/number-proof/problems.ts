import { Problem } from '../../../platform/problems';

/** What the address names is in the data no longer: a data set, a variable, a category. */
export const numberGone = (details: { readonly name: string }): Problem =>
  new Problem('number-proof.gone', 'not-found', details);

export const numberHidden = (): Problem => new Problem('number-proof.hidden', 'invalid');

export const linkNotFound = (): Problem => new Problem('number-proof.link-not-found', 'not-found');
