import type { EvaluationId, Id } from '../../../platform/ids';
import type { Dimension } from '../../evaluations/domain';
import type { Addressee, RecommendationId } from '../../findings/domain';
import type { GroupId } from './group';
import type { MeetingId } from './meeting';
import type { ProposalId } from './participant';

export type AgreementId = Id<'agreement'>;

/** Ustalenie: who does what by when, decided at a meeting. What became of it is kept by the chapter of cooperation. */
export interface Agreement {
  readonly id: AgreementId;
  readonly groupId: GroupId;
  readonly evaluationId: EvaluationId;
  readonly meetingId: MeetingId;
  readonly meetingNumber: number;
  /** U1, U2, … in the evaluation, never used twice. */
  readonly number: number;
  /** In the imperative. */
  readonly text: string;
  readonly addressees: readonly Addressee[];
  /** Who answers for it; empty: not named yet. */
  readonly person: string;
  /** Calendar day. */
  readonly due: string;
  readonly dimension: Dimension | null;
  readonly origin: AgreementOrigin;
  readonly log: {
    readonly revision: number;
    readonly createdBy: string;
    readonly createdAt: Date;
    readonly changedAt: Date;
  };
}

export type AgreementOrigin =
  | { readonly kind: 'proposal'; readonly proposal: ProposalId }
  | { readonly kind: 'sphere'; readonly sphere: string }
  | { readonly kind: 'recommendation'; readonly recommendation: RecommendationId }
  | { readonly kind: 'discussion' };
