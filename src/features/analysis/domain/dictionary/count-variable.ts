import { LEFT_EMPTY, STATES, type Variable } from '../variables/variable';

/** Respondents of a data set by what they did with one variable: not for eyes. */
export interface VariableCounts {
  readonly all: number;
  /** Gave an answer, "don't know" and "does not apply" chosen from a list included: the base of percentages. */
  readonly answered: number;
  /** By state: not reached, not asked, does not apply, don't know, left empty. */
  readonly states: readonly number[];
  /** By category; several answers may add up to more than those who answered. */
  readonly categories: readonly number[];
}

export const countVariable = (variable: Variable): VariableCounts => {
  const list = variable.kind === 'category' ? variable.places : variable.states;
  const counts = countPlaces(list);
  const states = STATES.map((state) => counts.get(state) ?? 0);
  const missing = states.reduce((sum, count) => sum + count, 0);
  return {
    all: list.length,
    answered: list.length - missing,
    states,
    categories: categoryCounts(variable, counts),
  };
};

const LOWEST = -LEFT_EMPTY;

const countPlaces = (list: Int16Array | Int8Array): { readonly get: (place: number) => number | undefined } => {
  const counts = new Uint32Array(LOWEST + 32_768);
  for (let at = 0; at < list.length; at += 1) {
    const slot = (list[at] ?? 0) + LOWEST;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return { get: (place) => counts[place + LOWEST] };
};

const categoryCounts = (
  variable: Variable,
  places: { readonly get: (place: number) => number | undefined },
): readonly number[] => {
  if (variable.kind === 'category') return variable.categories.map((_, place) => places.get(place) ?? 0);
  if (variable.kind !== 'set') return [];
  const { bits, wordsEach, states, categories } = variable;
  const counts = new Uint32Array(wordsEach * 32);
  for (let at = 0; at < states.length; at += 1)
    for (let word = 0; word < wordsEach; word += 1) {
      let rest = bits[at * wordsEach + word] ?? 0;
      while (rest !== 0) {
        const option = word * 32 + 31 - Math.clz32(rest & -rest);
        counts[option] = (counts[option] ?? 0) + 1;
        rest &= rest - 1;
      }
    }
  return categories.map((_, option) => counts[option] ?? 0);
};
