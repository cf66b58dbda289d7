import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Evaluation } from '../../evaluations';
import type { DeskNeeds } from '../desk-needs';
import type { WaveDraft } from './draft';
import { createDraftStore } from './drafts-store';
import { beginDraft, changeFiles, findDraft, saveChoices } from './edit-drafts';
import { createFieldworkStore } from './fieldwork-store';
import { openDraft, type OpenDraft } from './open-draft';
import { nothingChosen, waveInUse, waveNotFound } from './problems';
import { createWaveStore } from './store';
import { storeWave } from './store-wave';
import type { Wave } from './wave';

/** Names what rests on a data set: saved tables, weights, derived variables. */
export type UsesOf = (evaluationId: EvaluationId, code: string) => Promise<readonly string[]>;

export interface WaveImportNeeds extends DeskNeeds {
  readonly connection: Connection;
  readonly uses?: readonly UsesOf[];
}

/** Words for answers that are no point of a scale: data, in the language of the questionnaires. */
const MISSING_LABELS = { 97: 'nie dotyczy', 98: 'trudno powiedzieć' } as const;

/** Older studies step by step: nothing is in any result before the last. */
export const createWaveImport = ({ connection, clock, readEvaluation, datasets, uses = [] }: WaveImportNeeds) => {
  const [store, drafts] = [createWaveStore(connection), createDraftStore(connection)];
  const fieldwork = createFieldworkStore(connection);
  const needs = { drafts, clock };
  const open = openDraft({ datasets, missingLabels: MISSING_LABELS });
  const find = findDraft(needs);

  const placesOfUse = async (evaluationId: EvaluationId, code: string): Promise<readonly string[]> =>
    (await Promise.all(uses.map((usesOf) => usesOf(evaluationId, code)))).flat();

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

    /**
     * The last step. Repeatable: the same file under the same code is the same wave.
     *
     * @throws Problem `waves.taken` · `waves.nothing-chosen` · `waves.almost-same`
     */
    approve: async ({ smallestGroup }: Evaluation, { draft, built }: OpenDraft, by: string): Promise<Wave> => {
      if (built.set.variables.size === 0) throw nothingChosen();
      const { evaluationId, about, data } = draft;
      const { title, code, source } = about;
      const kept = { title, code, source: source === '' ? null : source, hash: data.hash };
      const wave = await storeWave({ store, clock })({ evaluationId, ...kept, set: built.set, smallestGroup, by });
      await fieldwork.describe(evaluationId, code, about.fieldwork);
      await drafts.remove(evaluationId, draft.id);
      return wave;
    },

    /** What there is, what was done, and how each was collected. */
    readWaves: async (evaluationId: EvaluationId) => {
      const [waves, events] = [await store.allOf(evaluationId), await store.eventsOf(evaluationId)];
      const described = await Promise.all(
        waves.map(async (wave) => ({ wave, fieldwork: await fieldwork.read(evaluationId, wave.code) })),
      );
      return { waves: described, events };
    },

    /** @throws Problem `waves.not-found` */
    readWave: async (evaluationId: EvaluationId, code: string) => {
      const wave = await store.find(evaluationId, code);
      if (wave === undefined) throw waveNotFound();
      return { wave, places: await placesOfUse(evaluationId, code) };
    },

    /** @throws Problem `waves.not-found` · `waves.in-use` */
    removeWave: async (evaluationId: EvaluationId, code: string, by: string): Promise<void> => {
      const wave = await store.find(evaluationId, code);
      if (wave === undefined) throw waveNotFound();
      const places = await placesOfUse(evaluationId, code);
      if (places.length > 0) throw waveInUse({ places: places.join('; ') });
      await store.log({
        evaluationId,
        act: 'removed',
        code,
        title: wave.title,
        n: wave.n,
        hash: wave.hash,
        by,
        at: clock.now(),
      });
      await store.remove(evaluationId, wave.id);
      await fieldwork.forget(evaluationId, code);
    },
  };
};

export type WaveImport = ReturnType<typeof createWaveImport>;
