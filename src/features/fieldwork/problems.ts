import { Problem } from '../../platform/problems';

export const unknownLink = (): Problem => new Problem('fieldwork.unknown-link', 'not-found');
