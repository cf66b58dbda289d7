import { Problem } from '../../../platform/problems';

/** No question of the matrix has this id, or has it any more. */
export const questionNotFound = (): Problem => new Problem('matrix.question-not-found', 'not-found');

/** Several people write at once, again and again. */
export const matrixBusy = (): Problem => new Problem('matrix.busy', 'conflict');

export const matrixFull = (details: { readonly most: number }): Problem =>
  new Problem('matrix.full', 'conflict', details);
