import type { EvaluationId, Id } from '../../../platform/ids';
import type { ConclusionId } from '../../findings/domain';
import type { MeetingId, Member } from './meeting';

export type MinutesId = Id<'minutes'>;

/** `draft`: being written; `for-approval`: sent to the members; `approved`: nobody changes it any more. */
export type MinutesState = 'draft' | 'for-approval' | 'approved';

/** What silence until the day means, as members were told when they were asked. */
export const SILENCE_RULES = ['consents', 'abstains'] as const;
export type SilenceRule = (typeof SILENCE_RULES)[number];

/** Protokół of a meeting: versions that were sent to members, each frozen with a code. */
export interface Minutes {
  readonly id: MinutesId;
  readonly evaluationId: EvaluationId;
  readonly meetingId: MeetingId;
  readonly meetingNumber: number;
  readonly state: MinutesState;
  /** Version that members are asked about, from 1; 0 while it is a draft. */
  readonly version: number;
  /** Calendar day until which members may speak; null while it is a draft. */
  readonly until: string | null;
  readonly words: MinutesWords;
  /** Oldest first. */
  readonly versions: readonly MinutesVersion[];
  readonly approval: MinutesApproval | null;
  readonly revision: number;
}

/** What a person writes; everything else comes from the records of the meeting. */
export interface MinutesWords {
  /** Notes of the discussion of each conclusion. */
  readonly discussion: readonly { readonly conclusion: ConclusionId; readonly text: string }[];
  readonly remarks: string;
  readonly nextMeeting: string;
  readonly writtenBy: string;
}

/** A version as it was sent: its text is frozen. */
export interface MinutesVersion {
  readonly version: number;
  readonly until: string;
  readonly silence: SilenceRule;
  /** Readable, by which the frozen text is found; and the text's hash. */
  readonly code: string;
  readonly hash: string;
  /** What is not the same as in the version before; empty in the first. */
  readonly changes: string;
  /** Whose voice is asked for. */
  readonly asked: readonly Member[];
  readonly sentBy: string;
  readonly sentAt: Date;
  /** Of the form: sent twice, it is one version. */
  readonly key: string;
}

/** How it ended: the frozen text with everyone's voices in it. */
export interface MinutesApproval extends Pick<MinutesVersion, 'code' | 'hash'> {
  readonly by: string;
  readonly at: Date;
}

/** What a member says of one version. */
export interface MinutesVoice {
  readonly version: number;
  /** Of the meeting's list; of an account `konto:` and its id. */
  readonly member: string;
  readonly name: string;
  readonly kind: 'approved' | 'remark';
  /** A remark's words. */
  readonly text: string;
  /** What was done with a remark; null: not yet. */
  readonly answer: MinutesAnswer | null;
  readonly at: Date;
  /** The moderator, who wrote down what somebody without an address said; null: the person spoke. */
  readonly recordedBy: string | null;
  /** What the same person said of the version before changing it, oldest first. */
  readonly earlier: readonly Pick<MinutesVoice, 'kind' | 'text' | 'at' | 'answer'>[];
  readonly revision: number;
}

export interface MinutesAnswer {
  readonly isTaken: boolean;
  /** Never empty. */
  readonly text: string;
}

/** How the voices of one version stand; those of accounts are apart, they are not on the list. */
export interface Standing {
  readonly asked: number;
  readonly approved: readonly string[];
  readonly remarked: readonly string[];
  readonly silent: readonly string[];
  /** Remarks that nobody answered yet, whichever version they are about. */
  readonly unanswered: number;
  /** Remarks on this version that call for another one. */
  readonly taken: number;
}

export const ACCOUNT_VOICE = 'konto:';

/** @param voices of all versions */
export const standingOf = (
  { asked, version }: Pick<MinutesVersion, 'asked' | 'version'>,
  voices: readonly MinutesVoice[],
): Standing => {
  const own = voices.filter((voice) => voice.version === version);
  const kindOf = new Map(own.map(({ member, kind }) => [member, kind]));
  const named = (kind: MinutesVoice['kind'] | undefined): readonly string[] =>
    asked.filter(({ id }) => kindOf.get(id) === kind).map(({ name }) => name);
  const isRemark = ({ kind }: MinutesVoice): boolean => kind === 'remark';
  return {
    asked: asked.length,
    approved: named('approved'),
    remarked: named('remark'),
    silent: named(undefined),
    unanswered: voices.filter((voice) => isRemark(voice) && voice.answer === null).length,
    taken: own.filter((voice) => isRemark(voice) && voice.answer?.isTaken === true).length,
  };
};

/** Why the approval cannot be closed yet; null: it can. */
export type ClosingObstacle = 'unanswered' | 'taken' | 'too-early' | 'too-few';

/**
 * Remarks are answered first, and what was taken of them is in another version; then either everybody has spoken or the day has passed. Where
 * silence is no consent, more than half of those asked must approve.
 */
export const closingObstacle = (
  { until, silence }: Pick<MinutesVersion, 'until' | 'silence'>,
  { asked, approved, silent, unanswered, taken }: Standing,
  today: string,
): ClosingObstacle | null => {
  if (unanswered > 0) return 'unanswered';
  if (taken > 0) return 'taken';
  if (silent.length > 0 && today <= until) return 'too-early';
  return silence === 'abstains' && asked > 0 && 2 * approved.length <= asked ? 'too-few' : null;
};
