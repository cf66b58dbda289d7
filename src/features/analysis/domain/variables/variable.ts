import type { Criterion, Item, ScaleCode } from '../../../questionnaires/domain';

/** How a variable may be used: names, an order, counts and measures, or nothing to be tabulated. */
export type MeasureLevel = 'nominal' | 'ordinal' | 'binary' | 'interval' | 'ratio' | 'count';
export type TechnicalUse = 'weight' | 'stratum' | 'cluster' | 'fpc' | 'id' | 'text';

export interface Category {
  readonly code: string;
  readonly label: string;
  /** Number of a scale point; null for names and for "don't know". */
  readonly value: number | null;
  /** Chosen, but no point of the scale: "nie dotyczy" (97), "trudno powiedzieć" (98). In the base of percentages only. */
  readonly missing: 97 | 98 | null;
}

/** Where a variable comes from: what the proof of a number shows, and what tells items of one battery. */
export type VariableOrigin =
  | {
      readonly kind: 'item';
      /** Code of the item in the newest version: rows of a battery share it. */
      readonly item: string;
      /** Wording of the question; the label of a battery row is its statement after it. */
      readonly wording: string;
      /** Statement of the battery row; null for a question of its own. */
      readonly row: string | null;
      readonly itemKind: Item['kind'];
      /** Scale of the house, `AGREE5`; null for choices of its own. */
      readonly scale: ScaleCode | null;
      readonly criterion: Criterion | null;
      /** Same meaning in several questionnaires: `overall-rating`. */
      readonly comparisonCode: string | null;
    }
  /** Known without being asked: institution, subregion, client type. */
  | { readonly kind: 'dimension' }
  /** Column of an imported wave, and the question of ours that it corresponds to. */
  | { readonly kind: 'wave'; readonly match?: WaveMatch }
  /** Made of others; `version` counts its changes from 1. */
  | { readonly kind: 'derived'; readonly version: number; readonly from: readonly string[] }
  | { readonly kind: 'weight'; readonly version: number };

/** What somebody decided when a wave was taken in. */
export interface WaveMatch {
  /** Questionnaire and field of ours. */
  readonly questionnaire: string;
  readonly field: string;
  readonly comparisonCode: string | null;
  /** `same`: same wording and scale; `recoded`: answers were turned into ours; `apart`: must not be compared. */
  readonly comparability: 'same' | 'recoded' | 'apart';
  /** Why somebody decided otherwise than the rules; null: by the rules. */
  readonly reason: string | null;
}

interface VariableBase {
  /** Unique in its data set: a field code, or a column of an imported wave. */
  readonly name: string;
  readonly label: string;
  readonly origin?: VariableOrigin;
  readonly level: MeasureLevel | TechnicalUse;
  /** Shown for everyone together only: no columns, no filter. */
  readonly sensitive?: true;
}

/** One category for each respondent: its place in the list, or a missing state as a negative number, −95 to −99. */
export interface CategoryVariable extends VariableBase {
  readonly kind: 'category';
  readonly categories: readonly Category[];
  readonly places: Int16Array;
}

/** Several marks for each respondent: option k of respondent i is bit k of its words. */
export interface SetVariable extends VariableBase {
  readonly kind: 'set';
  readonly categories: readonly Category[];
  readonly wordsEach: number;
  readonly bits: Uint32Array;
  /** 0 = answered, otherwise −95 to −99. */
  readonly states: Int8Array;
  /** The best few in order; absent where the marks have none. */
  readonly ranking?: RankedMarks;
}

export interface RankedMarks {
  /** Places that could be given. */
  readonly most: number;
  /** By option: the place that each respondent gave it, from 1; 0 = none. */
  readonly places: readonly Uint8Array[];
}

export interface NumberVariable extends VariableBase {
  readonly kind: 'number';
  /** NaN where nothing was answered. */
  readonly values: Float64Array;
  /** 0 = answered, otherwise −95 to −99. */
  readonly states: Int8Array;
}

/** Texts stay outside the memory of numbers; only whether there is one is kept. */
export interface TextVariable extends VariableBase {
  readonly kind: 'text';
  readonly states: Int8Array;
}

export type Variable = CategoryVariable | SetVariable | NumberVariable | TextVariable;

/** All variables of one wave or questionnaire, one place for each respondent. */
export interface VariableSet {
  readonly n: number;
  readonly variables: ReadonlyMap<string, Variable>;
}

/** 95 not reached, 96 not asked, 97 does not apply, 98 don't know, 99 left empty. */
export const STATES = [-95, -96, -97, -98, -99] as const;
export const NOT_REACHED = -95;
export const NOT_ASKED = -96;
export const LEFT_EMPTY = -99;

export const isMarked = ({ bits, wordsEach }: SetVariable, respondent: number, option: number): boolean =>
  ((bits[respondent * wordsEach + (option >>> 5)] ?? 0) & (1 << (option & 31))) !== 0;
