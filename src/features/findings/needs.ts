import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Analysis } from '../analysis';
import type { Evaluation, Matrix } from '../evaluations';
import type { PublishedVersion } from '../questionnaires';

/** What every desk of findings is built from. */
export interface FindingsNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly matrix: Matrix;
  /** Newest first. */
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
  readonly analysis: Pick<Analysis, 'frozen' | 'texts' | 'numberProof' | 'datasets' | 'readTable'>;
}
