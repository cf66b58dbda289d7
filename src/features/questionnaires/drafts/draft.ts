import type { EvaluationId } from '../../../platform/ids';
import type { QuestionnaireDefinition } from '../domain';

/** `in-review`: colleagues of ROPS and OWES are asked to read and comment; it can still be changed. */
export type DraftState = 'draft' | 'in-review';

export interface DraftKey {
  readonly evaluationId: EvaluationId;
  /** Code of the questionnaire: `owes-clients`. */
  readonly code: string;
}

/** What will become the next version of a questionnaire. It may be unfinished and full of faults. */
export interface Draft extends DraftKey {
  /** Its version is the number under which it would be published. */
  readonly definition: QuestionnaireDefinition;
  readonly state: DraftState;
  /** Grows by one with every change; 0 while it is the published version, unchanged. */
  readonly revision: number;
  /** Null while nothing has been changed. */
  readonly savedAt: Date | null;
  /** Name of the person who changed it last. */
  readonly savedBy: string | null;
}
