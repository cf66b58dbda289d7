import type { EvaluationId, VersionId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { QuestionnaireDefinition } from './domain';

/** A questionnaire as one evaluation asks it: never changed, only followed by a next version. */
export interface PublishedVersion {
  readonly id: VersionId;
  readonly evaluationId: EvaluationId;
  readonly code: string;
  readonly version: number;
  readonly definition: QuestionnaireDefinition;
  /** SHA-256 of the canonical JSON of the definition, hexadecimal. */
  readonly hash: string;
  readonly publishedAt: Date;
}

type VersionDocument = Omit<PublishedVersion, 'id'> & { _id: VersionId };

const DUPLICATE_KEY = 11_000;

const toVersion = ({ _id: id, ...rest }: VersionDocument): PublishedVersion => ({ id, ...rest });

export type QuestionnairesStore = ReturnType<typeof createQuestionnairesStore>;

export const createQuestionnairesStore = (connection: Connection) => {
  const versions = connection.collection<VersionDocument>('questionnaireVersions');
  return {
    ensureIndexes: async (): Promise<void> => {
      await versions.createIndex({ evaluationId: 1, code: 1, version: 1 }, { unique: true }, {});
    },

    /** True when written, false when this evaluation has that version already. */
    addOnce: async ({ id, ...rest }: PublishedVersion): Promise<boolean> => {
      try {
        await versions.insertOne({ _id: id, ...rest });
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY) return false;
        throw error;
      }
    },

    find: async (id: VersionId): Promise<PublishedVersion | undefined> => {
      const found = await versions.findOne({ _id: id });
      return found === null ? undefined : toVersion(found);
    },

    /** By code, newest version first. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly PublishedVersion[]> =>
      (await versions.find({ evaluationId }).sort({ code: 1, version: -1 }).toArray()).map(toVersion),
  };
};
