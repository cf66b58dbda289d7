import type { AccountId, EvaluationId } from '../../../platform/ids';
import type { DerivedVersion } from '../domain/derived';

/** Which data set the variables belong to. */
export interface VariablesOf {
  readonly evaluationId: EvaluationId;
  readonly dataset: string;
}

export interface Author {
  readonly id: AccountId;
  readonly name: string;
}

/**
 * One change of a derived variable, and the variable as it was after it. Changes are never altered or removed: the newest
 * is what counts, the others are the log.
 */
export interface VariableChange extends VariablesOf, DerivedVersion {
  readonly kind: 'made' | 'changed' | 'deleted' | 'restored';
  readonly by: Author;
  readonly at: Date;
}
