import type { EvaluationId, Id } from '../../../platform/ids';
import type { MeetingId } from './meeting';

export type MinutesId = Id<'minutes'>;

/** `draft`: being written; `for-approval`: sent to the members; `approved`: nobody changes it any more. */
export type MinutesState = 'draft' | 'for-approval' | 'approved';

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
  readonly revision: number;
}

/** What a member says of one version. */
export interface MinutesVoice {
  readonly version: number;
  /** Of the meeting's list. */
  readonly member: string;
  readonly name: string;
  readonly kind: 'approved' | 'remark';
  /** A remark's words. */
  readonly text: string;
  /** What was done with a remark; null: not yet. */
  readonly answer: { readonly isTaken: boolean; readonly text: string } | null;
  readonly at: Date;
}
