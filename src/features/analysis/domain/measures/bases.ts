import { slotOfState } from '../tallies/tally';

/**
 * Who is counted where. Of a group's respondents: `notReached` left before the question, `notAsked` were routed past
 * it, `asked` came to it. Of those asked, `leftEmpty` said nothing, `answered` said something: the base of percentages.
 * Of those who answered, `dontKnow` and `notApplicable` chose so; the others (`valid`) are the base of means.
 */
export interface Bases {
  readonly asked: number;
  readonly answered: number;
  readonly valid: number;
  readonly dontKnow: number;
  readonly notApplicable: number;
  readonly leftEmpty: number;
  readonly notAsked: number;
  readonly notReached: number;
}

/** @param sums the group's numbers in the question's tally */
export const basesOf = (sums: Uint32Array): Bases => {
  const count = (state: number): number => sums[slotOfState(state)] ?? 0;
  const [valid, dontKnow, notApplicable, leftEmpty] = [count(0), count(98), count(97), count(99)];
  const answered = valid + dontKnow + notApplicable;
  return {
    asked: answered + leftEmpty,
    answered,
    valid,
    dontKnow,
    notApplicable,
    leftEmpty,
    notAsked: count(96),
    notReached: count(95),
  };
};
