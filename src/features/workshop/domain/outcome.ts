import type { MeetingId } from './meeting';
import type { ProposalId } from './participant';

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
