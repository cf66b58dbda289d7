import type { Disclosed, Measured } from '../disclosure/disclose';
import { STATES } from '../tallies/tally';
import { basesOf, type Bases } from './bases';
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
export const measureMultipleChoice = (sums: Uint32Array): Measured<MultipleChoiceCounts, MultipleChoiceEstimates> => {
  const bases = basesOf(sums);
  const choices = [...sums.subarray(STATES)];
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
