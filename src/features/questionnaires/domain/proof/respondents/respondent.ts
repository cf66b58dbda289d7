import type { Random } from '../../../../../platform/random';
import type { AnswerSheet } from '../../definition';

/**
 * How an invented respondent answers: by chance, with the first or the last that is possible, with exclusive answers, with
 * "inna, jaka?", with "trudno powiedzieć" or silence, leaving in the middle, with wrong answers first, or so that they come
 * to a certain place.
 */
export const STRATEGIES = [
  'any',
  'least',
  'most',
  'exclusive',
  'other',
  'missing',
  'break-off',
  'wrong',
  'sent',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** Somebody who does not exist. */
export interface Respondent {
  /** From 1. */
  readonly number: number;
  readonly strategy: Strategy;
  /** Answers they are sent with; the rest follows the strategy. */
  readonly given: AnswerSheet;
  readonly random: Random;
}
