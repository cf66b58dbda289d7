import type { EvaluationId, InvitationToken, VersionId } from '../../platform/ids';
import type { Connection } from '../../platform/storage';
import type { Invitation } from './domain';

interface InvitationDocument {
  _id: InvitationToken;
  evaluationId: EvaluationId;
  versionId: VersionId;
  kind: 'open' | 'personal';
  createdAt: Date;
  usedOn?: string;
}

const toInvitation = ({ _id: token, usedOn, kind, ...rest }: InvitationDocument): Invitation =>
  kind === 'open' ? { token, kind, ...rest } : { token, kind, ...rest, ...(usedOn === undefined ? {} : { usedOn }) };

export const createInvitationStore = (connection: Connection) => {
  const invitations = connection.collection<InvitationDocument>('invitations');
  return {
    ensureIndexes: async (): Promise<void> => {
      await invitations.createIndex({ evaluationId: 1 }, {}, undefined);
    },

    /** Repeatable: an invitation that exists already stays as it is. */
    add: async ({ token, ...rest }: Invitation): Promise<void> => {
      const known = await invitations.findOne({ _id: token });
      if (known === null) await invitations.insertOne({ _id: token, ...rest });
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
  };
};

export type InvitationStore = ReturnType<typeof createInvitationStore>;
