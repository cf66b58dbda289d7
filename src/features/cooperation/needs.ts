import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Mail } from '../../platform/mail';
import type { Connection } from '../../platform/storage';
import type { Accounts } from '../accounts';
import type { Analysis } from '../analysis';
import type { Evaluation } from '../evaluations';
import type { Findings } from '../findings';
import type { Workshop } from '../workshop';

export interface CooperationNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly mail: Mail;
  readonly accounts: Accounts;
  readonly analysis: Analysis;
  readonly findings: Findings;
  readonly workshop: Workshop;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** Newest first. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  /** The study that directors and coordinators come for. */
  readonly readCurrentEvaluation: () => Promise<Evaluation>;
}
