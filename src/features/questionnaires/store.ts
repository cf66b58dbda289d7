import type { EvaluationId, VersionId } from '../../platform/ids';
import { insertOnce, type Connection } from '../../platform/storage';
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
  /** Name of the person who published it; null for one that a program made. */
  readonly publishedBy: string | null;
  /** What has changed since the version before, in that person's words. */
  readonly note: string | null;
  /** Revision of the draft it was made from. */
  readonly sourceRevision: number | null;
  /** Since when nobody new may answer it; who has begun may finish. Null while it is open. */
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

type VersionDocument = Omit<PublishedVersion, 'id'> & {
  _id: VersionId;
  /** Present until the links follow what was done to the version: a crash in between leaves it for the next start. */
  unsettled?: true;
};

/** Versions of before this was recorded lack the facts about people. */
const toVersion = ({ _id: id, unsettled: _, ...rest }: VersionDocument): PublishedVersion => ({
  ...{ publishedBy: null, note: null, sourceRevision: null, closedAt: null, closedBy: null },
  id,
  ...rest,
});

export type QuestionnairesStore = ReturnType<typeof createQuestionnairesStore>;

export const createQuestionnairesStore = (connection: Connection) => {
  const versions = connection.collection<VersionDocument>('questionnaireVersions');
  return {
    ensureIndexes: async (): Promise<void> => {
      await versions.createIndex({ evaluationId: 1, code: 1, version: 1 }, { unique: true }, {});
    },

    /**
     * True when written, false when this evaluation has that version already. A version that a person published is
     * unsettled until the links lead to it.
     */
    addOnce: async ({ id, ...rest }: PublishedVersion): Promise<boolean> => {
      return insertOnce(
        versions.insertOne({ _id: id, ...rest, ...(rest.publishedBy === null ? {} : { unsettled: true }) }),
      );
    },

    find: async (id: VersionId): Promise<PublishedVersion | undefined> => {
      const found = await versions.findOne({ _id: id });
      return found === null ? undefined : toVersion(found);
    },

    /** By code, newest version first. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly PublishedVersion[]> =>
      (await versions.find({ evaluationId }).sort({ code: 1, version: -1 }).toArray()).map(toVersion),

    countOf: (evaluationId: EvaluationId): Promise<number> => versions.countDocuments({ evaluationId }),

    /** The first closing stays; a repetition changes nothing. */
    close: async (id: VersionId, closedAt: Date, closedBy: string): Promise<void> => {
      await versions.updateOne({ _id: id, closedAt: null }, { $set: { closedAt, closedBy, unsettled: true } });
    },

    reopen: async (id: VersionId): Promise<void> => {
      await versions.updateOne({ _id: id }, { $set: { closedAt: null, closedBy: null, unsettled: true } });
    },

    /** Those whose links may not have followed yet. */
    unsettled: async (): Promise<readonly PublishedVersion[]> =>
      (await versions.find({ unsettled: true }).sort({ _id: 1 }).toArray()).map(toVersion),

    /** The links follow this state; a later change of state stays unsettled. */
    markSettled: async ({ id, closedAt }: Pick<PublishedVersion, 'id' | 'closedAt'>): Promise<void> => {
      await versions.updateOne({ _id: id, closedAt }, { $unset: { unsettled: 1 } });
    },
  };
};
