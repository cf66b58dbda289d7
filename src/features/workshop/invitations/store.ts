import type { Mailbox } from '../../../platform/mail';
import { insertOnce, type Connection } from '../../../platform/storage';
import type { MeetingId } from '../domain';
import { invitationsBusy } from './problems';

/** What was written about a meeting, edition after edition. */
export interface InvitationRecord {
  /** Who answers come to: whoever sent the first invitation. Calendars know the meeting by this address. */
  readonly organizer: Mailbox;
  /** Of the newest edition, from 1. */
  readonly latest: number;
  readonly print: string;
}

interface InvitationDocument extends InvitationRecord {
  _id: MeetingId;
  changedAt: Date;
}

export type InvitationStore = ReturnType<typeof createInvitationStore>;

const MOST_TRIES = 5;

export const createInvitationStore = (connection: Connection) => {
  const invitations = connection.collection<InvitationDocument>('invitations');
  const find = async (id: MeetingId): Promise<InvitationRecord | undefined> => {
    const found = await invitations.findOne({ _id: id });
    if (found === null) return undefined;
    const { organizer, latest, print } = found;
    return { organizer, latest, print };
  };
  const begin = async (id: MeetingId, first: InvitationRecord, changedAt: Date): Promise<boolean> => {
    return insertOnce(invitations.insertOne({ _id: id, ...first, changedAt }));
  };
  const goOn = async (
    id: MeetingId,
    { latest }: InvitationRecord,
    print: string,
    changedAt: Date,
  ): Promise<boolean> => {
    const { matchedCount } = await invitations.updateOne(
      { _id: id, latest },
      { $set: { print, changedAt }, $inc: { latest: 1 } },
    );
    return matchedCount === 1;
  };
  return {
    find,

    /** The edition with this print: the newest one, or one more. */
    keep: async (id: MeetingId, print: string, organizer: Mailbox, at: Date): Promise<InvitationRecord> => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const found = await find(id);
        if (found?.print === print) return found;
        const first = { organizer, latest: 1, print };
        if (found === undefined) await begin(id, first, at);
        else await goOn(id, found, print, at);
      }
      throw invitationsBusy();
    },
  };
};
