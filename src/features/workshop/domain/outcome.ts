import type { Dimension } from '../../evaluations/domain';
import type { Counted, MeetingId, MeetingRules, Turnout } from './meeting';
import type { ParticipantId, ProposalId } from './participant';

/** What the group made of a proposal (screen 21). */
export const OUTCOMES = ['accepted', 'to-analyse', 'postponed', 'rejected'] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

/** The result of a voting in words: a number of votes alone decides nothing. */
export interface Outcome {
  readonly proposal: ProposalId;
  readonly meetingId: MeetingId;
  readonly kind: OutcomeKind;
  /** Why, never empty; also how a tie or a missing quorum was settled. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** Grows with each change; earlier ones stay below. */
  readonly revision: number;
  readonly earlier: readonly Pick<Outcome, 'kind' | 'reason' | 'by' | 'at'>[];
}

/** One round of a voting that was closed. */
export interface VotingRound {
  /** From 1. */
  readonly number: number;
  readonly ballot: MeetingRules['ballot'];
  readonly votesEach: number;
  /** Why a further round was held; empty in the first one. */
  readonly reason: string;
  readonly closedAt: Date | null;
  /** Most votes first. */
  readonly result: readonly Counted[];
  readonly turnout: Turnout;
  /** Null where none was asked for; otherwise what was needed and whether it was there. */
  readonly quorum: { readonly isThere: boolean; readonly needed: number } | null;
  /** Options that share a place which the number of votes leaves open: the first one of an area, or the last sphere. */
  readonly ties: readonly Tie[];
}

export interface Tie {
  /** Null in a voting for spheres. */
  readonly dimension: Dimension | null;
  readonly options: readonly string[];
  readonly votes: number;
}

/** What somebody voted for where the group votes by name. */
export interface NamedBallot {
  /** Round of the voting, from 1. */
  readonly round: number;
  readonly participant: ParticipantId;
  readonly name: string;
  readonly institution: string;
  readonly choices: readonly string[];
}
