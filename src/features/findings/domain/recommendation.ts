import type { EvaluationId, Id } from '../../../platform/ids';
import type { ConclusionId } from './conclusion';
import type { WorkLog } from './finding';

export type RecommendationId = Id<'recommendation'>;

/** Rekomendacja: an action asked of somebody by a date (domain 4.4). */
export interface Recommendation {
  readonly id: RecommendationId;
  readonly evaluationId: EvaluationId;
  /** R1, R2, … never used twice. */
  readonly number: number;
  /** In the imperative: what is to be done. */
  readonly title: string;
  readonly text: string;
  readonly conclusions: readonly ConclusionId[];
  readonly addressees: readonly Addressee[];
  /** Sposób wdrożenia, one step a line. */
  readonly implementation: string;
  readonly due: Quarter | null;
  readonly recommendationClass: RecommendationClass | null;
  readonly subclass: RecommendationSubclass | null;
  /** Obszar tematyczny: "włączenie społeczne". */
  readonly area: string;
  readonly priority: Priority | null;
  readonly status: ImplementationStatus;
  /** Uzasadnienie decyzji adresata. */
  readonly statusReason: string;
  /** Oldest first. */
  readonly decisions: readonly StatusDecision[];
  readonly log: WorkLog;
}

/** An institution of the evaluation by its code, or another by its name: the managing authority, a powiat. */
export type Addressee =
  { readonly kind: 'institution'; readonly code: string } | { readonly kind: 'other'; readonly name: string };

export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

export const RECOMMENDATION_CLASSES = ['programme', 'horizontal', 'outside'] as const;
export type RecommendationClass = (typeof RECOMMENDATION_CLASSES)[number];
export const RECOMMENDATION_SUBCLASSES = ['operational', 'strategic'] as const;
export type RecommendationSubclass = (typeof RECOMMENDATION_SUBCLASSES)[number];
export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Stan wdrożenia, in the order of the table; `draft` is before the addressee is asked. */
export const IMPLEMENTATION_STATUSES = [
  'draft',
  'to-decide',
  'accepted',
  'in-progress',
  'implemented',
  'partly-implemented',
  'rejected',
  'outdated',
] as const;
export type ImplementationStatus = (typeof IMPLEMENTATION_STATUSES)[number];

export interface StatusDecision {
  readonly status: ImplementationStatus;
  readonly reason: string;
  readonly by: string;
  /** Institution of the person; null for the evaluator. */
  readonly institution: string | null;
  readonly at: Date;
  /** Of the report that it came with in the register of cooperation; absent where it came alone. */
  readonly report?: string;
}
