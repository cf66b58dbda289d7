import type { AccountId, EvaluationId, Id } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import type { QuestionnaireDefinition } from '../domain';
import type { ImportReading } from './report';

export type ImportId = Id<'questionnaire import'>;

/** A file that was read and waits for its reader to decide. */
export interface QuestionnaireImport extends ImportReading {
  readonly id: ImportId;
  readonly by: AccountId;
  readonly at: Date;
  readonly evaluationId: EvaluationId;
  /** The questionnaire it is to replace; null when it becomes a new one. */
  readonly code: string | null;
  /** What its sender called it. */
  readonly fileName: string;
  /** What it replaced; null as long as nothing has been changed. */
  readonly previous: QuestionnaireDefinition | null;
}

export interface ImportScope {
  readonly by: AccountId;
  readonly evaluationId: EvaluationId;
  readonly code: string | null;
}

type ImportDocument = Omit<QuestionnaireImport, 'id'> & { _id: ImportId };

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const MOST_OF_ONE_PERSON = 20;

export type ImportStore = ReturnType<typeof createImportStore>;

export const createImportStore = (connection: Connection) => {
  const imports = connection.collection<ImportDocument>('questionnaireImports');
  return {
    ensureIndexes: async (): Promise<void> => {
      await imports.createIndex({ by: 1, at: -1 }, {}, undefined);
      await imports.createIndex({ at: 1 }, {}, undefined);
    },

    /** Keeps a reading, and lets go of what is old or too much. */
    add: async ({ id, ...reading }: QuestionnaireImport): Promise<void> => {
      await imports.insertOne({ _id: id, ...reading });
      await imports.deleteMany({ at: { $lt: new Date(reading.at.getTime() - KEPT_MS) } });
      const old = await imports.find({ by: reading.by }).sort({ at: -1, _id: 1 }).skip(MOST_OF_ONE_PERSON).toArray();
      if (old.length > 0) await imports.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    },

    /** Only its reader finds it, and only where it was read. */
    find: async ({ by, evaluationId, code }: ImportScope, id: string): Promise<QuestionnaireImport | undefined> => {
      const found = await imports.findOne({ _id: id as ImportId, by, evaluationId, code });
      if (found === null) return undefined;
      const { _id, ...reading } = found;
      return { id: _id, ...reading };
    },

    keepPrevious: async (id: ImportId, previous: QuestionnaireDefinition): Promise<void> => {
      await imports.updateOne({ _id: id }, { $set: { previous } });
    },

    remove: async (id: ImportId): Promise<void> => {
      await imports.deleteOne({ _id: id });
    },
  };
};
