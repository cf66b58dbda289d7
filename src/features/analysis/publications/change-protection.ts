import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { KeepDataset } from '../keep-dataset';
import { onlyStricter } from './problems';

export interface ChangeProtectionNeeds {
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  /** @throws Problem `evaluations.changed-meanwhile` */
  readonly changeSmallestGroup: (id: EvaluationId, before: number, after: number, by: string) => Promise<void>;
  readonly dataset: KeepDataset;
}

/**
 * Sets the smallest group that is shown. Once somebody has answered it can only be raised.
 *
 * @throws Problem `publications.only-stricter` · `evaluations.not-found` · `evaluations.changed-meanwhile`
 */
export const changeProtection =
  ({ readEvaluation, changeSmallestGroup, dataset }: ChangeProtectionNeeds) =>
  async (evaluationId: EvaluationId, smallestGroup: number, by: string): Promise<void> => {
    const evaluation = await readEvaluation(evaluationId);
    const now = evaluation.smallestGroup;
    if (smallestGroup === now) return;
    const { dataset: answers } = await dataset(evaluation, { kind: 'all' });
    if (smallestGroup < now && answers.n > 0) throw onlyStricter({ now });
    await changeSmallestGroup(evaluationId, now, smallestGroup, by);
  };
