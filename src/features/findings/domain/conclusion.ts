import type { EvaluationId, Id } from '../../../platform/ids';
import type { Criterion, Dimension, MatrixRowId } from '../../evaluations/domain';
import type { FindingId, Tone, WorkLog, WorkState } from './finding';

export type ConclusionId = Id<'conclusion'>;

/** Wniosek: what the findings mean, judged by a criterion. */
export interface Conclusion {
  readonly id: ConclusionId;
  readonly evaluationId: EvaluationId;
  /** W1, W2, … never used twice. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly criterion: Criterion | null;
  readonly dimensions: readonly Dimension[];
  readonly tone: Tone;
  /** The evaluation question it answers; null: of none yet. */
  readonly matrixRow: MatrixRowId | null;
  readonly findings: readonly FindingId[];
  readonly state: WorkState;
  readonly log: WorkLog;
}
