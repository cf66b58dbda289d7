import { Problem } from '../../../platform/problems';

export const unknownWave = (details: { readonly code: string }): Problem =>
  new Problem('changes.unknown-wave', 'not-found', details);

export const unknownWeight = (details: { readonly name: string }): Problem =>
  new Problem('changes.unknown-weight', 'not-found', details);
