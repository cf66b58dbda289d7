import type { Clock } from '../../../platform/clock';
import type { UploadedFile } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { Drafts } from '../drafts';
import { beginQuestionnaire, replaceDraft } from './apply-import';
import { importNotFound } from './problems';
import { readQuestionnaireFile } from './read-file';
import { createImportStore, type ImportId, type ImportScope, type QuestionnaireImport } from './store';

export type { ImportId, ImportScope, QuestionnaireImport } from './store';

/** Questionnaires that come from files. */
export interface Interchange {
  readonly ensureIndexes: () => Promise<void>;
  /**
   * Reads a file and keeps what was read; nothing else changes.
   *
   * @throws Problem `spreadsheet.*` · `interchange.*` for files that are not read at all
   */
  readonly readFile: (scope: ImportScope, file: UploadedFile) => Promise<ImportId>;
  /** @throws Problem `interchange.import-not-found` */
  readonly readImport: (scope: ImportScope, id: string) => Promise<QuestionnaireImport>;
  readonly replaceDraft: ReturnType<typeof replaceDraft>;
  readonly beginQuestionnaire: ReturnType<typeof beginQuestionnaire>;
}

export interface InterchangeSetup {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly drafts: Drafts;
}

const LONGEST_NAME = 120;

export const createInterchange = ({ connection, clock, drafts }: InterchangeSetup): Interchange => {
  const store = createImportStore(connection);
  return {
    ensureIndexes: store.ensureIndexes,
    readFile: async (scope, file) => {
      const reading = await readQuestionnaireFile(file);
      const id = newId<'questionnaire import'>();
      const fileName = file.name.slice(0, LONGEST_NAME);
      await store.add({ ...reading, ...scope, id, fileName, at: clock.now(), previous: null });
      return id;
    },
    readImport: async (scope, id) => {
      const found = await store.find(scope, id);
      if (found === undefined) throw importNotFound();
      return found;
    },
    replaceDraft: replaceDraft({ store, drafts }),
    beginQuestionnaire: beginQuestionnaire({ store, drafts }),
  };
};
