import type { Interval } from '../../../../statistics';
import type { Disclosed } from '../disclosure/disclose';
import type { VariableSet } from '../variables/variable';

/** A question as one wave asked it. */
export interface ChangeSide {
  readonly set: VariableSet;
  /** Name of the variable. */
  readonly variable: string;
  /** Name of the weight; null: every respondent counts once. */
  readonly weight: string | null;
}

/**
 * What is compared: a mean of scale points or of numbers; the balance of recommendations, in points from −100 to 100; the
 * share of one answer, from 0 to 1.
 */
export type ChangeMeasure = 'mean' | 'recommendation' | 'share';

/** One number of one wave. */
export interface ChangeEstimate {
  /** Σ weight of the base; its n without weights. */
  readonly weighted: number;
  /** (Σw)²/Σw²; n without weights. */
  readonly effectiveN: number;
  readonly value: number;
  /** Of the answers; null for shares. */
  readonly sd: number | null;
  /** 95%; null where the answers do not vary. */
  readonly interval: Interval | null;
}

/** Hidden below the smallest group, without an estimate below ten answers. */
export type DisclosedEstimate = Disclosed<null, ChangeEstimate | null>;

export type ChangeTest =
  | { readonly kind: 'welch'; readonly t: number; readonly df: number; readonly p: number }
  /** Weighted answers of two independent samples: linearised errors, degrees of freedom by Welch and Satterthwaite. */
  | { readonly kind: 'design'; readonly t: number; readonly df: number; readonly p: number }
  | { readonly kind: 'shares'; readonly z: number; readonly p: number }
  | { readonly kind: 'fisher'; readonly p: number };

/** Mann-Whitney on the points of a scale, beside the test of means. */
export interface RankTest {
  readonly z: number;
  readonly p: number;
  /** Chance that a later answer is higher minus chance that it is lower. */
  readonly cliffsDelta: number;
}

export type ChangeVerdict =
  | 'rise'
  | 'fall'
  /** The 90% interval lies inside the zone: practically the same. */
  | 'same'
  | 'not-significant'
  /** Nothing varies, so that nothing can be tested. */
  | 'untestable';

/** The later wave minus the earlier. */
export interface TestedDifference {
  readonly difference: number;
  /** 95%, not adjusted. */
  readonly interval: Interval | null;
  readonly test: ChangeTest | null;
  /** Holm, over all differences shown together. */
  readonly adjustedP: number | null;
  readonly ranks: RankTest | null;
  readonly effect: { readonly kind: 'hedges-g' | 'cohens-h'; readonly value: number } | null;
  /** Half the width of what is practically the same, in the unit of the difference; null where no range is known. */
  readonly zone: number | null;
  /** The 90% interval lies inside the zone (two one-sided tests at 5%). */
  readonly isEquivalent: boolean;
  readonly verdict: ChangeVerdict;
}

export type UntestedReason = 'hidden' | 'few-answers';

/** One number in two waves. */
export interface MeasuredChange {
  readonly measure: ChangeMeasure;
  /** Of a share. */
  readonly category: { readonly code: string; readonly label: string } | null;
  readonly earlier: DisclosedEstimate;
  readonly later: DisclosedEstimate;
  readonly tested: TestedDifference | null;
  /** Null where it is tested. */
  readonly untested: UntestedReason | null;
}

/** One number of one wave, named. */
export interface SideMeasure {
  readonly measure: ChangeMeasure;
  readonly category: { readonly code: string; readonly label: string } | null;
  readonly estimate: DisclosedEstimate;
}

/** Why two questions are not compared at all. */
export type BesideReason =
  'other-kind' | 'other-scale' | 'other-wording' | 'other-mode' | 'other-sample' | 'unknown-fieldwork' | 'decided';

declare const disclosed: unique symbol;

/** A question in two waves. The only form in which changes leave the domain. */
export type Change = (
  | { readonly kind: 'compared'; readonly measures: readonly MeasuredChange[] }
  /** Shown beside one another, without difference. */
  | {
      readonly kind: 'beside';
      readonly reasons: readonly BesideReason[];
      readonly earlier: readonly SideMeasure[];
      readonly later: readonly SideMeasure[];
    }
  /** No number can be made of texts, names or weights. */
  | { readonly kind: 'no-number' }
) & { readonly [disclosed]: true };

/** What a change says before it is vouched for. */
export type ChangeContents = Change extends infer One
  ? One extends Change
    ? Omit<One, typeof disclosed>
    : never
  : never;

/** Only this folder may say so. */
export const asDisclosed = (contents: ChangeContents): Change => contents as Change;
