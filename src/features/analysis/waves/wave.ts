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
  /** Who took it in; null: by the command line. */
  readonly importedBy: string | null;
  /** SHA-256 of the file with the answers, hexadecimal. */
  readonly hash: string;
}

/** What was done with waves, kept for good. */
export interface WaveEvent {
  readonly evaluationId: EvaluationId;
  readonly act: 'taken-in' | 'removed';
  readonly code: string;
  readonly title: string;
  readonly n: number;
  readonly hash: string;
  /** Null: by the command line. */
  readonly by: string | null;
  readonly at: Date;
}
