import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Evaluation } from '../../evaluations';
import type { DeskNeeds } from '../desk-needs';
import type { WaveDraft } from './draft';
import { approveDraft } from './approve-draft';
import { createDraftStore } from './drafts-store';
import { beginDraft, changeFiles, findDraft, saveChoices } from './edit-drafts';
import { createWaveEventStore } from './events-store';
import { createFieldworkStore } from './fieldwork-store';
import { openDraft, type OpenDraft } from './open-draft';
import { readWave, removeWave, type UsesOf } from './remove-wave';
import { createWaveStore } from './store';

export type { UsesOf } from './remove-wave';

export interface WaveImportNeeds extends DeskNeeds {
  readonly connection: Connection;
  readonly uses?: readonly UsesOf[];
}

/** Words for answers that are no point of a scale: data, in the language of the questionnaires. */
const MISSING_LABELS = { 97: 'nie dotyczy', 98: 'trudno powiedzieć' } as const;

/** Older studies step by step: nothing is in any result before the last. */
export const createWaveImport = ({ connection, clock, readEvaluation, datasets, uses = [] }: WaveImportNeeds) => {
  const stores = {
    store: createWaveStore(connection),
    events: createWaveEventStore(connection),
    drafts: createDraftStore(connection),
    fieldwork: createFieldworkStore(connection),
    clock,
  };
  const { store, events, drafts, fieldwork } = stores;
  const needs = { drafts, clock };
  const open = openDraft({ datasets, missingLabels: MISSING_LABELS });
  const find = findDraft(needs);

  return {
    ensureIndexes: async (): Promise<void> => {
      await drafts.ensureIndexes();
      await fieldwork.ensureIndexes();
    },
    readEvaluation,
    listDrafts: drafts.allOf,
    beginDraft: beginDraft(needs),
    findDraft: find,
    openDraft: async (evaluation: Evaluation, draft: WaveDraft): Promise<OpenDraft> => open(evaluation, draft),
    changeFiles: changeFiles(needs),
    saveChoices: saveChoices(needs),
    discardDraft: ({ evaluationId, id }: WaveDraft): Promise<void> => drafts.remove(evaluationId, id),

    approve: approveDraft(stores),

    /** What there is, what was done, and how each was collected. */
    readWaves: async (evaluationId: EvaluationId) => {
      const [waves, done] = [await store.allOf(evaluationId), await events.allOf(evaluationId)];
      const described = await Promise.all(
        waves.map(async (wave) => ({ wave, fieldwork: await fieldwork.read(evaluationId, wave.code) })),
      );
      return { waves: described, events: done };
    },

    readWave: readWave(stores, uses),
    removeWave: removeWave(stores, uses),
  };
};

export type WaveImport = ReturnType<typeof createWaveImport>;
