import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Actor } from '../accounts';
import type { Analysis } from '../analysis';
import type { Evaluation, Matrix } from '../evaluations';
import type { Findings } from '../findings';
import type { Questionnaires } from '../questionnaires';
import type { OverdueItem } from './present-overdue';

export interface ReportsNeeds {
  readonly connection: Connection;
  readonly analysis: Analysis;
  readonly findings: Findings;
  readonly matrix: Matrix;
  readonly questionnaires: Pick<Questionnaires, 'drafts' | 'listVersions'>;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** Newest first. */
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly clock: Clock;
  /** What is late of what the person may see, as the register of cooperation knows it; `others` names further addressees. */
  readonly readOverdue: (actor: Actor, id: EvaluationId, others: string) => Promise<readonly OverdueItem[]>;
}

/** Enough for the summary of two pages. */
export interface SummaryNeeds {
  readonly analysis: Pick<Analysis, 'readResults'>;
  readonly clock: Clock;
}
