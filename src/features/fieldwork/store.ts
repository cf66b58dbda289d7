import type { EvaluationId, InvitationToken, VersionId } from '../../platform/ids';
import { insertOnce, type Connection } from '../../platform/storage';
import type { Invitation } from './domain';

interface InvitationDocument {
  _id: InvitationToken;
  evaluationId: EvaluationId;
  versionId: VersionId;
  kind: 'open' | 'personal';
  createdAt: Date;
  usedOn?: string;
  closedAt?: Date;
}

/** The open link that was made for a questionnaire when it was first published: one, however often that is redone. */
interface OpenLinkDocument {
  /** Evaluation and code of the questionnaire. */
  _id: string;
  token: string;
}

const toInvitation = ({ _id: token, usedOn, kind, ...rest }: InvitationDocument): Invitation =>
  kind === 'open' ? { token, kind, ...rest } : { token, kind, ...rest, ...(usedOn === undefined ? {} : { usedOn }) };

export interface Move {
  readonly evaluationId: EvaluationId;
  readonly from: readonly VersionId[];
  readonly to: VersionId;
}

export const createInvitationStore = (connection: Connection) => {
  const invitations = connection.collection<InvitationDocument>('invitations');
  const openLinks = connection.collection<OpenLinkDocument>('openLinks');
  return {
    ensureIndexes: async (): Promise<void> => {
      await invitations.createIndex({ evaluationId: 1 }, {}, undefined);
    },

    /** Repeatable: an invitation that exists already stays as it is. */
    add: async ({ token, ...rest }: Invitation): Promise<void> => {
      await insertOnce(invitations.insertOne({ _id: token, ...rest }));
    },

    find: async (token: InvitationToken): Promise<Invitation | undefined> => {
      const found = await invitations.findOne({ _id: token });
      return found === null ? undefined : toInvitation(found);
    },

    /** The first day stays; a repetition changes nothing. */
    markUsed: async (token: InvitationToken, day: string): Promise<void> => {
      await invitations.updateOne(
        { _id: token, kind: 'personal', usedOn: { $exists: false } },
        { $set: { usedOn: day } },
      );
    },

    ofEvaluation: async (evaluationId: EvaluationId): Promise<readonly Invitation[]> =>
      (await invitations.find({ evaluationId }).sort({ createdAt: 1, _id: 1 }).toArray()).map(toInvitation),

    /** All that are unused, opened where they were closed. An open one is never marked as used. */
    leadTo: async ({ evaluationId, from, to }: Move): Promise<void> => {
      await invitations.updateMany(
        { evaluationId, versionId: { $in: [...from] }, usedOn: { $exists: false } },
        { $set: { versionId: to }, $unset: { closedAt: 1 } },
      );
    },

    close: async (evaluationId: EvaluationId, versions: readonly VersionId[], closedAt: Date): Promise<void> => {
      await invitations.updateMany(
        { evaluationId, versionId: { $in: [...versions] }, closedAt: { $exists: false } },
        { $set: { closedAt } },
      );
    },

    hasOpen: async (evaluationId: EvaluationId, versions: readonly VersionId[]): Promise<boolean> =>
      (await invitations.countDocuments({ evaluationId, versionId: { $in: [...versions] }, kind: 'open' })) > 0,

    /** The token of a questionnaire's own open link: the first that was proposed. */
    openTokenOf: async (evaluationId: EvaluationId, code: string, proposed: string): Promise<string> => {
      const _id = `${evaluationId}:${code}`;
      await insertOnce(openLinks.insertOne({ _id, token: proposed }));
      return (await openLinks.findOne({ _id }))?.token ?? proposed;
    },
  };
};

export type InvitationStore = ReturnType<typeof createInvitationStore>;
