import type { EvaluationId } from '../../platform/ids';
import type { FindingSeen } from './change-finding';
import type { Conclusion } from './domain';
import { findingChanged, findingInUse, findingNotFound } from './problems';
import type { FindingStore } from './store';

export interface RemoveFindingNeeds {
  readonly store: FindingStore;
  /** What rests on findings. */
  readonly listConclusions: (id: EvaluationId) => Promise<readonly Conclusion[]>;
}

/**
 * What was frozen for it stays told.
 *
 * @throws Problem `findings.not-found` · `findings.changed` · `findings.in-use`
 */
export const removeFinding =
  ({ store, listConclusions }: RemoveFindingNeeds) =>
  async ({ evaluationId, number, revision }: FindingSeen): Promise<void> => {
    const found = await store.find(evaluationId, number);
    if (found === undefined) throw findingNotFound();
    const resting = (await listConclusions(evaluationId)).filter(({ findings }) => findings.includes(found.id));
    if (resting.length > 0)
      throw findingInUse({ conclusions: resting.map((conclusion) => `W${conclusion.number}`).join(', ') });
    if (found.log.revision !== revision || !(await store.remove(found, revision))) throw findingChanged();
  };
