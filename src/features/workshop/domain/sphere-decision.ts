import type { EvaluationId, Id } from '../../../platform/ids';
import type { GroupId } from './group';

export type SphereDecisionId = Id<'sphere decision'>;

export const SPHERE_VERDICTS = ['preferred', 'postponed', 'not-preferred'] as const;
export type SphereVerdict = (typeof SPHERE_VERDICTS)[number];

/** Where jobs in the sphere are preferred: the whole region, or areas by their TERYT code and name. */
export type DecisionArea =
  | { readonly kind: 'region' }
  | { readonly kind: 'areas'; readonly areas: readonly { readonly code: string; readonly name: string }[] };

/** A decision of the group about one key development sphere. Never changed: another decision follows it. */
export interface SphereDecision {
  readonly id: SphereDecisionId;
  readonly groupId: GroupId;
  readonly evaluationId: EvaluationId;
  /** Number of the meeting in the evaluation; null: decided between meetings. */
  readonly meetingNumber: number | null;
  /** Code and name as in the questionnaire. */
  readonly sphere: string;
  readonly label: string;
  readonly verdict: SphereVerdict;
  /** Never empty. */
  readonly reason: string;
  /** Null where the sphere is not preferred. */
  readonly area: DecisionArea | null;
  /** First and last calendar day; `until` null: until another decision. Null as a whole where the sphere is postponed. */
  readonly valid: { readonly from: string; readonly until: string | null } | null;
  readonly by: string;
  readonly at: Date;
}

/** The last decision of each sphere, in the order of their first ones. */
export const currentDecisions = (decisions: readonly SphereDecision[]): readonly SphereDecision[] => {
  const last = new Map<string, SphereDecision>();
  for (const decision of decisions) last.set(decision.sphere, decision);
  return [...last.values()];
};
