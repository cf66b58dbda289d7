import type { Choice } from '../../../questionnaires/domain';
import type { FieldRows } from './field-rows';

/**
 * Why a cell holds no substantive answer, or 0 when it does: 95 not reached, 96 not asked, 97 does not apply,
 * 98 don't know, 99 left empty or refused. Kept apart from the values, so that no missing code is ever added up.
 */
export type States = Uint8Array;

interface ColumnBase {
  readonly states: States;
  /** The same answers as they are kept, questionnaire by questionnaire: for counting without making the arrays. */
  readonly parts: () => readonly ColumnPart[];
}

/** One questionnaire's respondents in a column. */
export interface ColumnPart {
  /** Place of the first of them. */
  readonly start: number;
  readonly n: number;
  /** Null where the questionnaire does not ask. */
  readonly rows: FieldRows | null;
  /** By option: its place among the choices of the column. */
  readonly choiceOf: Uint16Array;
  /** By option: 0, or the missing code that it stands for. */
  readonly stateOf: Uint8Array;
}

/** One choice per respondent: single, battery row, 0–10. `values` holds the index in `choices`, 0 where there is none. */
export interface CodedColumn extends ColumnBase {
  readonly kind: 'coded';
  readonly choices: readonly Choice[];
  readonly values: Uint16Array;
}

/** Any number of choices per respondent: one column of 0 and 1 for each. */
export interface MultipleColumn extends ColumnBase {
  readonly kind: 'multiple';
  readonly choices: readonly Choice[];
  readonly marks: readonly Uint8Array[];
}

/** The best few in order: for each choice the place given to it, from 1; 0 when it was not chosen. */
export interface RankingColumn extends ColumnBase {
  readonly kind: 'ranking';
  readonly choices: readonly Choice[];
  readonly most: number;
  readonly places: readonly Uint8Array[];
}

export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly values: Float64Array;
}

export type Column = CodedColumn | MultipleColumn | RankingColumn | NumberColumn;

/** Counted in the base of percentages: gave any answer, "don't know" and "does not apply" included. */
export const isAnswered = (state: number): boolean => state === 0 || state === 97 || state === 98;
