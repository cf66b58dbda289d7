import type { Clock } from '../../platform/clock';
import type { EvaluationId, VersionId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { CompiledVersion, QuestionnaireDefinition } from './domain';
import { createDrafts, type Drafts } from './drafts';
import { createProof, type ProofDesk } from './proof';
import { publishVersion } from './publish-version';
import { readVersion } from './read-version';
import { createQuestionnairesStore, type PublishedVersion } from './store';

export { materialise, OWES_CLIENTS, ROPS_PARTNERS, SCALES, SPHERES, type InstitutionChoice } from './templates';
export { hashDefinition } from './hash-definition';
export { describeCondition } from './proof';
export type { Draft, DraftKey, DraftState } from './drafts';
export type { PublishedVersion } from './store';

/** What is asked: questionnaire versions, published once and never changed. */
export interface Questionnaires {
  /** Call once before the first request. */
  readonly ensureIndexes: () => Promise<void>;
  /**
   * Safe to repeat with the same definition.
   *
   * @throws Problem `questionnaires.version-taken` when another definition has this code and number
   */
  readonly publishVersion: (
    evaluationId: EvaluationId,
    definition: QuestionnaireDefinition,
  ) => Promise<PublishedVersion>;
  /** @throws Problem `questionnaires.version-not-found` */
  readonly readVersion: (id: VersionId) => Promise<CompiledVersion>;
  /** The next versions, while they are written. */
  readonly drafts: Drafts;
  /** The check before launch. */
  readonly proof: ProofDesk;
  /** By code, newest version first. */
  readonly listVersions: (evaluationId: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

export interface QuestionnairesSetup {
  readonly connection: Connection;
  readonly clock: Clock;
}

export const createQuestionnaires = ({ connection, clock }: QuestionnairesSetup): Questionnaires => {
  const store = createQuestionnairesStore(connection);
  const drafts = createDrafts({ connection, clock, listVersions: store.allOf });
  return {
    ensureIndexes: async () => {
      await store.ensureIndexes();
      await drafts.ensureIndexes();
    },
    drafts,
    proof: createProof({ connection, clock }),
    publishVersion: publishVersion({ store, clock }),
    readVersion: readVersion({ store }),
    listVersions: store.allOf,
  };
};
