import type { EvaluationId, WaveId } from '../../../platform/ids';

/** An older or foreign study taken in as a wave of an evaluation. */
export interface Wave {
  readonly id: WaveId;
  readonly evaluationId: EvaluationId;
  /** Short name of the data set, unique in its evaluation. */
  readonly code: string;
  readonly title: string;
  readonly source: string | null;
  /** Respondents. */
  readonly n: number;
  readonly variables: number;
  readonly importedAt: Date;
  /** SHA-256 of the file with the answers, hexadecimal. */
  readonly hash: string;
}
