import type { TableContext } from './table-context';
import type { AnswerStates } from './table';

/** Who was asked and who answered: of the respondents that the filter lets through. Negative numbers are states. */
export const countStates = (
  states: Int16Array | Int8Array,
  { filtered, members, weights: all }: Pick<TableContext, 'filtered' | 'members' | 'weights'>,
): AnswerStates => {
  // Nobody let through lacks a weight: there is none to look at.
  const weights = members === filtered ? null : all;
  const counts = new Uint32Array(100);
  let [answered, withoutWeight] = [0, 0];
  for (let at = 0; at < states.length; at += 1) {
    if (filtered !== null && filtered[at] === 0) continue;
    const state = states[at] ?? -99;
    if (state < 0) counts[-state] = (counts[-state] ?? 0) + 1;
    else if (weights !== null && !((weights[at] ?? NaN) >= 0)) withoutWeight += 1;
    else answered += 1;
  }
  return statesOf(counts, answered, withoutWeight);
};

/** @param counts by missing state: 95 stands for −95 */
export const statesOf = (counts: ArrayLike<number>, answered: number, withoutWeight: number): AnswerStates => {
  const count = (state: number): number => counts[state] ?? 0;
  return {
    answered,
    notReached: count(95),
    notAsked: count(96),
    notApplicable: count(97),
    dontKnow: count(98),
    leftEmpty: count(99),
    withoutWeight,
  };
};
