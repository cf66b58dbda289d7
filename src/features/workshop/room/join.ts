import { createHash } from 'node:crypto';
import { newId } from '../../../platform/ids';
import { secretToken } from '../../../platform/random';
import { mayVoteIn, memberIn, TEXT_LIMITS, type Meeting, type Participant } from '../domain';
import type { RoomNeeds } from '../needs';
import { changedMeanwhile, guestsNotAllowed } from '../problems';

/** As a member of the list, or as a guest under a name and an institution of one's own. */
export type JoinWanted =
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'guest'; readonly name: string; readonly institution: string };

export interface Joined {
  readonly participant: Participant;
  /** What the device keeps; only its fingerprint is stored. */
  readonly secret: string;
}

/**
 * Lets somebody in. A member who joins again, with this or another device, is the same participant with the same votes.
 *
 * @throws Problem `workshop.guests-not-allowed` · `workshop.changed-meanwhile` when the member is no longer on the list
 */
export const joinMeeting =
  ({ room, meetings, hub, clock }: RoomNeeds) =>
  async (meeting: Meeting, wanted: JoinWanted): Promise<Joined> => {
    const secret = secretToken();
    const participant = await room.join(participantOf(meeting, wanted, clock.now()), fingerprint(secret));
    await meetings.touchTally(meeting.id);
    hub.changed(meeting.id, 'tally');
    return { participant, secret };
  };

const participantOf = (meeting: Meeting, wanted: JoinWanted, joinedAt: Date): Participant => {
  const base = { meetingId: meeting.id, joinedAt, leftAt: null };
  if (wanted.kind === 'guest') {
    if (!meeting.rules.guests) throw guestsNotAllowed();
    const { name, institution } = wanted;
    return {
      ...base,
      id: newId<'participant'>(),
      member: null,
      name: name.slice(0, TEXT_LIMITS.name),
      institution: institution.slice(0, TEXT_LIMITS.institution),
      mayVote: false,
    };
  }
  const member = meeting.members.find(({ id }) => id === wanted.member);
  if (member === undefined) throw changedMeanwhile();
  const { name, institution, mayVote } = member;
  return { ...base, id: memberIn(meeting.id, member.id), member: member.id, name, institution, mayVote };
};

/** Whoever holds the secret of a device is who joined with it, with the right to vote that the list gives now. */
export const findParticipant =
  ({ room }: Pick<RoomNeeds, 'room'>) =>
  async (meeting: Pick<Meeting, 'id' | 'members'>, secret: string | undefined): Promise<Participant | undefined> => {
    if (secret === undefined || secret === '') return undefined;
    const found = await room.findByKey(meeting.id, fingerprint(secret));
    return found === undefined ? undefined : { ...found, mayVote: mayVoteIn(meeting, found) };
  };

export const leaveMeeting =
  ({ room, clock }: Pick<RoomNeeds, 'room' | 'clock'>) =>
  (participant: Participant, secret: string): Promise<void> =>
    room.leave(participant.id, fingerprint(secret), clock.now());

const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
