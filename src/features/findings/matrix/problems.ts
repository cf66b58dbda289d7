import { Problem } from '../../../platform/problems';

/** No question of the matrix has this id, or has it any more. */
export const questionNotFound = (): Problem => new Problem('matrix.question-not-found', 'not-found');
