import type { AccountId, EvaluationId, Id } from '../../../platform/ids';
import type { ConclusionId } from '../../findings/domain';
import type { GroupId } from './group';
import type { Material, ResultsThen } from './material';

export type MeetingId = Id<'meeting'>;
export type VotingId = Id<'voting'>;

/** Stages of a meeting, in order (screen 13). */
export const STAGES = ['conclusions', 'proposals', 'voting', 'spheres', 'agreements'] as const;
export type Stage = (typeof STAGES)[number];

/** A meeting of the thematic group of ROPS and OWES. */
export interface Meeting {
  readonly id: MeetingId;
  readonly evaluationId: EvaluationId;
  readonly groupId: GroupId;
  /** From 1 in the evaluation. */
  readonly number: number;
  readonly title: string;
  /** Calendar day, and times of day `10:00`. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** One point a line. */
  readonly agenda: string;
  /** Conclusions that are put on the wall, in order. */
  readonly materials: readonly ConclusionId[];
  /** The same as they were when the meeting was opened; empty until then. */
  readonly frozen: readonly Material[];
  readonly results: ResultsThen | null;
  /** Places in `frozen` that were on the wall, in order of first showing. */
  readonly discussed: readonly number[];
  readonly rules: MeetingRules;
  /** People who may come; those with a voting right are the base of the quorum. */
  readonly members: readonly Member[];
  /** Six digits by which participants join; null before the meeting is opened and after it ends. */
  readonly code: string | null;
  readonly stage: Stage;
  /** Place in `materials` of what is on the wall. */
  readonly shown: number;
  readonly voting: Voting;
  /** Choice of key development spheres, among those and with those shares that were known when the meeting was opened. */
  readonly spheres: Voting;
  /** Rounds that another one followed, with what was counted, oldest first. */
  readonly earlierVotings: readonly EarlierVoting[];
  readonly sphereOptions: readonly SphereOption[];
  readonly openedAt: Date | null;
  readonly endedAt: Date | null;
  /** Called off before it was opened; absent or null: it was not. */
  readonly cancelled?: Cancellation | null;
  readonly led: { readonly by: AccountId; readonly name: string };
  readonly log: MeetingLog;
}

export interface Cancellation {
  /** Empty: nobody said why. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** A development sphere that participants may choose. */
export interface SphereOption {
  readonly code: string;
  readonly label: string;
  /** Share of clients who chose it at any place, with its base; null where it may not be told. */
  readonly clients: { readonly share: number; readonly n: number } | null;
}

export interface MeetingRules {
  readonly votesEach: number;
  readonly spheresEach: number;
  /** Secret: no record says who voted for what once voting is closed. */
  readonly ballot: 'secret' | 'named';
  /** Share of members with a voting right that must vote, 0 to 1; null: none is asked for. */
  readonly quorum: number | null;
  /** People who are on no list may join and propose, without a vote. */
  readonly guests: boolean;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly mayVote: boolean;
  /** Where invitations and minutes are sent; null: nowhere. */
  readonly email: string | null;
}

/** `closing`: no vote is taken any more, those on their way are still written. */
export type VotingState = 'waiting' | 'open' | 'closing' | 'closed';

export interface Voting {
  readonly id: VotingId;
  readonly state: VotingState;
  /** Numbers stay off the wall until the end. */
  readonly hidesCounts: boolean;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** What was counted at the end; null until then. */
  readonly result: readonly Counted[] | null;
  /** Who voted, of those who might. */
  readonly turnout: Turnout | null;
  /** What was promised when it was opened, whatever is changed in the meeting later; null until then. */
  readonly terms: VotingTerms | null;
  /** Of a further round: why it is held, among which options, and with how many votes; null in the first one. */
  readonly again: VotingAgain | null;
}

export interface VotingTerms extends Pick<MeetingRules, 'ballot' | 'quorum'> {
  readonly votesEach: number;
  /** What could be voted for, in order. */
  readonly options: readonly string[];
}

export interface VotingAgain {
  /** Never empty. */
  readonly reason: string;
  readonly by: string;
  readonly votesEach: number;
  /** Null: all that stand. */
  readonly among: readonly string[] | null;
}

/** Which of the two votings of a meeting: for proposals, or the choice of spheres. */
export type VotingName = 'voting' | 'spheres';

export interface EarlierVoting extends Voting {
  readonly name: VotingName;
}

export interface Counted {
  readonly option: string;
  readonly votes: number;
}

export interface Turnout {
  readonly voters: number;
  readonly eligible: number;
  readonly votes: number;
}

export interface MeetingLog {
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedAt: Date;
}
