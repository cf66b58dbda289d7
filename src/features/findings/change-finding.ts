import type { Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { FindingWords } from './add-finding';
import type { EvidenceId, Finding } from './domain';
import { findingChanged, findingNotFound, tooMuchEvidence } from './problems';
import { MOST_EVIDENCE, takeEvidence, type NewEvidence, type TakeEvidenceNeeds } from './take-evidence';
import type { FindingStore } from './store';

export interface ChangeFindingNeeds {
  readonly store: FindingStore;
  readonly clock: Clock;
}

/** Which finding, as its reader saw it. */
export interface FindingSeen {
  readonly evaluationId: EvaluationId;
  readonly number: number;
  readonly revision: number;
}

type Changed = Partial<FindingWords & Pick<Finding, 'evidence'>>;

/** @throws Problem `findings.not-found` · `findings.changed` */
const change = async (
  { store, clock }: ChangeFindingNeeds,
  { evaluationId, number, revision }: FindingSeen,
  changed: (before: Finding) => Changed | Promise<Changed>,
  by: string,
): Promise<Finding> => {
  const before = await store.find(evaluationId, number);
  if (before === undefined) throw findingNotFound();
  if (before.log.revision !== revision) throw findingChanged();
  const log = { ...before.log, revision: revision + 1, changedBy: by, changedAt: clock.now() };
  const after: Finding = { ...before, ...(await changed(before)), log };
  if (!(await store.replace(after, revision))) throw findingChanged();
  return after;
};

/** @throws Problem `findings.not-found` · `findings.changed` */
export const changeFinding =
  (needs: ChangeFindingNeeds) =>
  (seen: FindingSeen, words: Partial<FindingWords>, by: string): Promise<Finding> =>
    change(needs, seen, () => words, by);

/** The frozen table of a removed evidence stays in the ledger: what was told cannot be taken back. @throws as `changeFinding` */
export const removeEvidence =
  (needs: ChangeFindingNeeds) =>
  (seen: FindingSeen, id: EvidenceId, by: string): Promise<Finding> =>
    change(needs, seen, ({ evidence }) => ({ evidence: evidence.filter((one) => one.id !== id) }), by);

const MOST_TRIES = 5;

/**
 * Puts further evidence to a finding. Nothing that others wrote is lost by it, so it goes onto whatever is there now.
 *
 * @throws Problem `findings.not-found` · `findings.changed`, and as `takeEvidence`
 */
export const addEvidence =
  (needs: ChangeFindingNeeds & TakeEvidenceNeeds) =>
  async (evaluationId: EvaluationId, number: number, given: NewEvidence, by: string): Promise<Finding> => {
    const first = await needs.store.find(evaluationId, number);
    if (first === undefined) throw findingNotFound();
    if (first.evidence.length >= MOST_EVIDENCE) throw tooMuchEvidence({ most: MOST_EVIDENCE });
    const { id } = given;
    if (id !== undefined && first.evidence.some((one) => one.id === id)) return first;
    const taken = await takeEvidence(needs)({ evaluationId, number, title: first.title, by }, [given]);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await needs.store.find(evaluationId, number);
      if (before === undefined) throw findingNotFound();
      const { revision } = before.log;
      const log = { ...before.log, revision: revision + 1, changedBy: by, changedAt: needs.clock.now() };
      const after = { ...before, evidence: [...before.evidence, ...taken], log };
      if (await needs.store.replace(after, revision)) return after;
    }
    throw findingChanged();
  };
