import type { MultipleColumn } from '../columns/column';
import type { Disclosed, Measured } from '../disclosure/disclose';
import { countBases, type Bases } from './bases';
import { shareOf, type Share } from './share';

export interface MultipleChoiceCounts extends Bases {
  /** Respondents who chose each, in the order of the choices. */
  readonly choices: readonly number[];
  /** Ticks altogether: more than respondents, and never a base. */
  readonly mentions: number;
}

export interface MultipleChoiceEstimates {
  /** Of the respondents who answered; they may add up to more than 1. */
  readonly choices: readonly Share[];
  readonly mentionsPerRespondent: number;
}

export type MultipleChoice = Disclosed<MultipleChoiceCounts, MultipleChoiceEstimates>;

/** Choose all that apply: the base is respondents who were asked and ticked something, "none of these" included. */
export const measureMultipleChoice = (
  { marks, states }: MultipleColumn,
  members: Uint32Array,
): Measured<MultipleChoiceCounts, MultipleChoiceEstimates> => {
  const bases = countBases(states, members);
  const choices = marks.map((column) => countMarks(column, members));
  const mentions = choices.reduce((sum, count) => sum + count, 0);
  return {
    n: bases.answered,
    counts: { ...bases, choices, mentions },
    estimate: () => ({
      choices: choices.map((count) => shareOf(count, bases.answered)),
      mentionsPerRespondent: mentions / bases.answered,
    }),
  };
};

const countMarks = (column: Uint8Array, members: Uint32Array): number => {
  let count = 0;
  for (const at of members) count += column[at] ?? 0;
  return count;
};
