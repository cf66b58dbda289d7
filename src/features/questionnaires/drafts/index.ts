import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { QuestionnaireDefinition } from '../domain';
import { codeTaken } from '../problems';
import type { PublishedVersion } from '../store';
import { changeDraft, type DraftContents } from './change-draft';
import type { Draft, DraftKey } from './draft';
import { listDrafts, readDraft } from './read-draft';
import { createDraftStore } from './store';

export type { DraftContents } from './change-draft';
export type { Draft, DraftKey, DraftState } from './draft';

/** The versions that are still being written, one for each questionnaire of an evaluation. */
export interface Drafts {
  readonly ensureIndexes: () => Promise<void>;
  /** @throws Problem `questionnaires.questionnaire-not-found` */
  readonly readDraft: (key: DraftKey) => Promise<Draft>;
  readonly listDrafts: (evaluationId: EvaluationId) => Promise<readonly Draft[]>;
  /** @throws Problem `questionnaires.draft-busy`, and whatever `change` throws */
  readonly changeDraft: (key: DraftKey, by: string, change: (draft: Draft) => DraftContents) => Promise<Draft>;
  /**
   * Begins a questionnaire of its own code.
   *
   * @throws Problem `questionnaires.code-taken` when the evaluation has a questionnaire of this code
   */
  readonly createDraft: (evaluationId: EvaluationId, by: string, definition: QuestionnaireDefinition) => Promise<Draft>;
}

export interface DraftsSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly listVersions: (evaluationId: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

export const createDrafts = ({ connection, clock, listVersions }: DraftsSetup): Drafts => {
  const store = createDraftStore(connection);
  const needs = { store, listVersions, clock };
  return {
    ensureIndexes: store.ensureIndexes,
    readDraft: readDraft(needs),
    listDrafts: listDrafts(needs),
    changeDraft: changeDraft(needs),
    createDraft: async (evaluationId, by, definition) => {
      const { code } = definition;
      const draft: Draft = {
        evaluationId,
        code,
        definition: { ...definition, version: 1 },
        state: 'draft',
        revision: 1,
        savedAt: clock.now(),
        savedBy: by,
      };
      const isPublished = (await listVersions(evaluationId)).some((version) => version.code === code);
      if (isPublished || !(await store.save(draft))) throw codeTaken({ code });
      return draft;
    },
  };
};
