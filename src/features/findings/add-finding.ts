import { newId, type EvaluationId } from '../../platform/ids';
import type { Finding, FindingId } from './domain';
import { takeEvidence, type NewEvidence, type TakeEvidenceNeeds } from './take-evidence';
import type { FindingStore } from './store';

/** What a person says of a finding. */
export type FindingWords = Pick<Finding, 'title' | 'text' | 'dimensions' | 'criterion' | 'tone' | 'state'>;

export interface NewFinding extends FindingWords {
  /** Of the form, so that one sent twice makes one finding; absent: a new one. */
  readonly id?: FindingId;
  readonly evidence: readonly NewEvidence[];
}

export interface AddFindingNeeds extends TakeEvidenceNeeds {
  readonly store: FindingStore;
}

/**
 * Keeps a finding with its evidence; tables are frozen. Repeatable by `id`.
 *
 * @throws Problem as `takeEvidence`
 */
export const addFinding =
  (needs: AddFindingNeeds) =>
  async (evaluationId: EvaluationId, wanted: NewFinding, by: string): Promise<Finding> => {
    const { evidence: given, id = newId<'finding'>(), ...words } = wanted;
    const before = await needs.store.findById(evaluationId, id);
    if (before !== undefined) return before;
    const number = await needs.store.nextNumber(evaluationId);
    const place = { evaluationId, number, title: words.title, by };
    const evidence = await takeEvidence(needs)(place, given);
    const now = needs.clock.now();
    const log = { revision: 1, createdBy: by, createdAt: now, changedBy: by, changedAt: now };
    const finding: Finding = { id, evaluationId, number, ...words, evidence, log };
    if (await needs.store.addOnce(finding)) return finding;
    return (await needs.store.findById(evaluationId, id)) ?? finding;
  };
