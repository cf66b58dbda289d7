import type { Clock } from '../../platform/clock';
import type { EvaluationId, VersionId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { CompiledVersion, QuestionnaireDefinition } from './domain';
import { createBank, type Bank } from './bank';
import { createDrafts, type Drafts } from './drafts';
import { createEditor, type Editor } from './editor';
import { createInterchange, type Interchange } from './interchange';
import { createLanguages, type Languages } from './languages';
import { createProof, type ProofDesk } from './proof';
import { publishVersion } from './publish-version';
import { readVersion } from './read-version';
import { createQuestionnairesStore, type PublishedVersion } from './store';
import { createVersions, type LinkKeeper, type Versions } from './versions';

export { materialise, OWES_CLIENTS, ROPS_PARTNERS, SCALES, SPHERES, type InstitutionChoice } from './templates';
export { hashDefinition } from './hash-definition';
export { describeCondition } from './proof';
export type { Draft, DraftKey, DraftState } from './drafts';
export type { PublishedVersion } from './store';
export type { LinkKeeper, LinkTarget } from './versions';

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
  /** Proven items to choose from, templates, items saved by the evaluators. */
  readonly bank: Bank;
  /** Edits by people, their history, remarks. */
  readonly editor: Editor;
  /** The check before launch. */
  readonly proof: ProofDesk;
  /** Spreadsheets of translators. */
  readonly languages: Languages;
  /** Questionnaires from files of other programs and institutions. */
  readonly interchange: Interchange;
  /** Review, publishing, closing. */
  readonly versions: Versions;
  readonly countVersions: (evaluationId: EvaluationId) => Promise<number>;
  /** By code, newest version first. */
  readonly listVersions: (evaluationId: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

export interface QuestionnairesSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Absent where nobody answers: links are nobody's concern. */
  readonly links?: LinkKeeper;
}

const NO_LINKS: LinkKeeper = { onPublished: () => Promise.resolve(), onClosed: () => Promise.resolve() };

export const createQuestionnaires = ({ connection, clock, links = NO_LINKS }: QuestionnairesSetup): Questionnaires => {
  const store = createQuestionnairesStore(connection);
  const publish = publishVersion({ store, clock });
  const drafts = createDrafts({ connection, clock, listVersions: store.allOf });
  const editor = createEditor({ connection, clock, drafts, listVersions: store.allOf });
  const bank = createBank({ connection, clock, drafts, remark: editor.addComment });
  const languages = createLanguages({ connection, clock, drafts });
  const interchange = createInterchange({ connection, clock, drafts });
  const versions = createVersions({ connection, clock, store, drafts, publishVersion: publish, links });
  const proof = createProof({ connection, clock, drafts });
  return {
    ensureIndexes: async () => {
      await store.ensureIndexes();
      await proof.ensureIndexes();
      await versions.ensureIndexes();
      await drafts.ensureIndexes();
      await editor.ensureIndexes();
      await bank.ensureIndexes();
      await languages.ensureIndexes();
      await interchange.ensureIndexes();
    },
    drafts,
    bank,
    editor,
    languages,
    interchange,
    proof,
    versions,
    publishVersion: publish,
    countVersions: store.countOf,
    readVersion: readVersion({ store }),
    listVersions: store.allOf,
  };
};
