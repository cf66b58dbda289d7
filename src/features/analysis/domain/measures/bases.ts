import { isAnswered, type States } from '../columns/column';

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

/** @param members places of the group's respondents in the column */
export const countBases = (states: States, members: Uint32Array): Bases => {
  const byState = new Uint32Array(100);
  for (const at of members) {
    const state = states[at] ?? 96;
    byState[state] = (byState[state] ?? 0) + 1;
  }
  const count = (state: number): number => byState[state] ?? 0;
  const answered = [...byState.keys()].filter(isAnswered).reduce((sum, state) => sum + count(state), 0);
  return {
    asked: answered + count(99),
    answered,
    valid: count(0),
    dontKnow: count(98),
    notApplicable: count(97),
    leftEmpty: count(99),
    notAsked: count(96),
    notReached: count(95),
  };
};
