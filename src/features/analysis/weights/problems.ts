import { Problem } from '../../../platform/problems';

export const weightNotFound = (details: { readonly name: string }): Problem =>
  new Problem('weights.not-found', 'not-found', details);

export const noFileChosen = (): Problem => new Problem('weights.no-file', 'invalid');
export const unknownFileKind = (): Problem => new Problem('weights.unknown-kind', 'invalid');
export const tableWithoutColumns = (): Problem => new Problem('weights.no-columns', 'invalid');
