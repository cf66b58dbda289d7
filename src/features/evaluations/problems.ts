import { Problem } from '../../platform/problems';

export const notFound = (): Problem => new Problem('evaluations.not-found', 'not-found');
