import type { Evaluation } from '../../evaluations';
import type { DraftStore } from './drafts-store';
import type { FieldworkStore } from './fieldwork-store';
import type { OpenDraft } from './open-draft';
import { nothingChosen } from './problems';
import { storeWave, type StoreWaveNeeds } from './store-wave';
import type { Wave } from './wave';

export interface ApproveDraftNeeds extends StoreWaveNeeds {
  readonly drafts: DraftStore;
  readonly fieldwork: FieldworkStore;
}

/**
 * The last step. Repeatable: the same file under the same code is the same wave.
 *
 * @throws Problem `waves.taken` · `waves.nothing-chosen` · `waves.almost-same`
 */
export const approveDraft =
  ({ drafts, fieldwork, ...needs }: ApproveDraftNeeds) =>
  async ({ smallestGroup }: Evaluation, { draft, built }: OpenDraft, by: string): Promise<Wave> => {
    if (built.set.variables.size === 0) throw nothingChosen();
    const { evaluationId, about, data } = draft;
    const { title, code, source } = about;
    const kept = { title, code, source: source === '' ? null : source, hash: data.hash };
    const wave = await storeWave(needs)({ evaluationId, ...kept, set: built.set, smallestGroup, by });
    await fieldwork.describe(evaluationId, code, about.fieldwork);
    await drafts.remove(evaluationId, draft.id);
    return wave;
  };
