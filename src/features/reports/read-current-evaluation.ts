import { dayOf } from '../../platform/clock';
import { fieldworkStage, type Evaluation } from '../evaluations';
import type { ReportsNeeds } from './needs';
import { noEvaluation } from './problems';

/**
 * The study that a director or coordinator comes for: the newest that collects answers today, failing that the newest.
 * One that evaluates no institution holds an imported wave and is nobody's home.
 *
 * @throws Problem `reports.no-evaluation`
 */
export const readCurrentEvaluation =
  ({ listEvaluations, clock }: Pick<ReportsNeeds, 'listEvaluations' | 'clock'>) =>
  async (): Promise<Evaluation> => {
    const evaluations = (await listEvaluations()).filter(({ institutions }) => institutions.length > 0);
    const today = dayOf(clock.now());
    const running = evaluations.find((evaluation) => fieldworkStage(evaluation, today).kind === 'running');
    const current = running ?? evaluations[0];
    if (!current) throw noEvaluation();
    return current;
  };
