import type { Id } from '../../../platform/ids';
import type { MeetingId } from './meeting';

export type ParticipantId = Id<'participant'>;
export type ProposalId = Id<'proposal'>;

/** Somebody in the room or on a phone elsewhere; a member is there once, however many devices join. */
export interface Participant {
  readonly id: ParticipantId;
  readonly meetingId: MeetingId;
  /** Of the list of members; null for a guest. */
  readonly member: string | null;
  readonly name: string;
  readonly institution: string;
  readonly mayVote: boolean;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

/** A member is one participant, whatever device joins or paper is written down. */
export const memberIn = (meeting: MeetingId, member: string): ParticipantId => `${meeting}.${member}` as ParticipantId;

export const TEXT_LIMITS = { proposal: 140, comment: 500, name: 80, institution: 80 } as const;
