import type { NumberVariable, SetVariable, Variable } from '../variables/variable';
import { FIELD } from './power-sums';

/** Above all missing states, which are negative down to −99. */
const ABOVE_STATES = 100;

/** What a respondent answered, as an integer in [0, FIELD): another answer gives another number, but for numbers and sets one in 67 million. */
export const codeOf = (variable: Variable): ((place: number) => number) => {
  switch (variable.kind) {
    case 'category':
      return (place) => (variable.places[place] ?? 0) + ABOVE_STATES;
    case 'number':
      return codeOfNumber(variable);
    case 'set':
      return codeOfSet(variable);
    case 'text':
      return (place) => (variable.states[place] ?? 0) + ABOVE_STATES;
  }
};

const codeOfNumber = ({ values, states }: NumberVariable): ((place: number) => number) => {
  const bits = new DataView(new ArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  return (place) => {
    const state = states[place] ?? 0;
    if (state !== 0) return state + ABOVE_STATES;
    bits.setFloat64(0, values[place] ?? 0);
    return fold(fold(ABOVE_STATES, bits.getUint32(0)), bits.getUint32(4));
  };
};

const codeOfSet = ({ bits, wordsEach, states, ranking }: SetVariable): ((place: number) => number) => {
  const places = ranking?.places ?? [];
  return (place) => {
    let code = (states[place] ?? 0) + ABOVE_STATES;
    for (let word = 0; word < wordsEach; word += 1) code = fold(code, bits[place * wordsEach + word] ?? 0);
    for (const ranks of places) code = fold(code, ranks[place] ?? 0);
    return code;
  };
};

const MULTIPLIER = 1_000_003;

const fold = (code: number, next: number): number => (code * MULTIPLIER + next + 1) % FIELD;
