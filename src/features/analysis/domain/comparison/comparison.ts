import type { FilterCondition } from '../tables/table';
import type { HiddenReason } from '../tables/hidden-columns';
import type { Variable } from '../variables/variable';
import type { Compared } from './contrast';
import type { Estimate } from './estimate';
import type { Measure, Range } from './measure';

/** Smallest differences that matter. */
export interface Margins {
  /** Points of a five-point scale; other scales in proportion to their length. */
  readonly mean: number;
  /** Share, 0 to 1. */
  readonly share: number;
  /** Points of the balance of recommendations. */
  readonly recommendation: number;
}

export const MARGINS: Margins = { mean: 0.3, share: 0.1, recommendation: 15 };

/** Against whom each group is held: every other group, or all others together. */
export type Against = 'pairs' | 'rest';

/** Comparisons corrected together: all items of the overview, or those of one question. */
export type Family = 'page' | 'question';

export interface ComparisonRequest {
  /** Name of the category variable whose groups are compared. */
  readonly unit: string;
  readonly filter: readonly FilterCondition[];
  /** Name of the weight variable; null = every respondent counts once. */
  readonly weight: string | null;
  readonly against: Against;
  readonly family: Family;
  readonly margins: Margins;
}

/** `few`: fewer than ten in the base, of whom no mean or share is told. `none`: nobody answered. */
export type UnseenReason = Exclude<HiddenReason, null> | 'few' | 'none';

export type ComparedGroup = {
  readonly code: string;
  readonly label: string;
} & ({ readonly seen: true; readonly estimate: Estimate } | { readonly seen: false; readonly reason: UnseenReason });

/** `different`, `same` (practically), `unknown` (too few answers to tell), `hidden` (too few people to show). */
export type Verdict = 'different' | 'same' | 'unknown' | 'hidden';

/** Code of "everybody else" in a contrast. */
export const REST = '*';

export interface Contrast {
  /** Code of a group. */
  readonly first: string;
  /** Code of a group, or `REST`. */
  readonly second: string;
  readonly verdict: Verdict;
  /** Null where one of the two may not be shown. */
  readonly found: Found | null;
}

export interface Found extends Compared {
  /** Holm, over the family; null where nothing was tested. */
  readonly adjustedP: number | null;
  /** The same of the equivalence test. */
  readonly adjustedEquivalenceP: number | null;
  readonly isSmall: boolean;
}

export interface ComparedItem {
  readonly about: MeasureAbout;
  /** Smallest difference that matters, in the unit of the measure. */
  readonly margin: number;
  /** All groups together; null where that would tell of a hidden one. */
  readonly region: Estimate | null;
  readonly groups: readonly ComparedGroup[];
  readonly contrasts: readonly Contrast[];
  /** How many tests were corrected together with those of this item. */
  readonly tests: number;
  /** Pairs of shown groups whose 95% intervals do not overlap. */
  readonly apart: readonly (readonly [string, string])[];
}

/** What was compared, without the answers. */
export interface MeasureAbout {
  readonly variable: string;
  readonly label: string;
  readonly origin: Variable['origin'];
  readonly code: string;
  readonly kind: Measure['kind'];
  readonly answer: string | null;
  readonly range: Range | null;
  /** Words of the ends of the scale. */
  readonly ends: readonly [string, string] | null;
}

declare const disclosed: unique symbol;

/** A comparison that may be seen; the only one that pages and files accept. */
export interface DisclosedComparison {
  readonly [disclosed]: true;
  readonly request: ComparisonRequest;
  readonly smallestGroup: number;
  readonly unit: { readonly variable: string; readonly label: string };
  readonly units: readonly { readonly code: string; readonly label: string }[];
  readonly items: readonly ComparedItem[];
}
