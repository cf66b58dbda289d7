import type { Answer } from '../../../questionnaires/domain';
import { LEFT_EMPTY, STATES, type SetVariable, type Variable } from '../variables/variable';
import { chosenStates } from './states';

/** The different answers to one variable, numbered: an expression is worked out once for each combination, not each person. */
export interface Levels {
  readonly count: number;
  readonly levelAt: (respondent: number) => number;
  /** Undefined for a missing answer. */
  readonly answerOf: (level: number) => Answer | undefined;
  /** Zero for an answer. */
  readonly stateOf: (level: number) => number;
}

const FIRST_STATE = 95;

const known = new WeakMap<Variable, Levels>();

export const levelsOf = (variable: Variable): Levels => {
  const levels = known.get(variable) ?? makeLevels(variable);
  known.set(variable, levels);
  return levels;
};

const makeLevels = (variable: Variable): Levels => {
  switch (variable.kind) {
    case 'category': {
      const chosen = chosenStates(variable);
      const answers = variable.categories.length;
      const { places } = variable;
      return {
        count: answers + STATES.length,
        levelAt: (at) => {
          const place = places[at] ?? LEFT_EMPTY;
          return place >= 0 ? place : answers - place - FIRST_STATE;
        },
        answerOf: (level) => ((chosen[level] ?? -1) === 0 ? variable.categories[level]?.code : undefined),
        stateOf: (level) => (level < answers ? (chosen[level] ?? 0) : answers - level - FIRST_STATE),
      };
    }
    case 'number':
      return numbered(variable.states, (at) => variable.values[at] ?? NaN);
    case 'set':
      return numbered(variable.states, marksReader(variable));
    case 'text':
      return { count: 1, levelAt: () => 0, answerOf: () => undefined, stateOf: () => LEFT_EMPTY };
  }
};

const marksReader = (variable: SetVariable): ((respondent: number) => string) => {
  const { bits, wordsEach } = variable;
  const texts = new Map<string, string>();
  return (at) => {
    const key = bits.subarray(at * wordsEach, (at + 1) * wordsEach).join();
    const text = texts.get(key) ?? marksIn(variable, at);
    texts.set(key, text);
    return text;
  };
};

const SEPARATOR = '\u0000';

const marksIn = ({ categories, bits, wordsEach }: SetVariable, respondent: number): string =>
  categories
    .filter(
      ({ missing }, option) =>
        missing === null && ((bits[respondent * wordsEach + (option >>> 5)] ?? 0) & (1 << (option & 31))) !== 0,
    )
    .map(({ code }) => code)
    .join(SEPARATOR);

/** Levels of values met in the data, missing states first. */
const numbered = (states: Int8Array, valueAt: (respondent: number) => number | string): Levels => {
  const levelOf = new Map<number | string, number>();
  const values: (number | string)[] = [];
  const levels = new Uint32Array(states.length);
  for (let at = 0; at < levels.length; at += 1) {
    const state = states[at] ?? LEFT_EMPTY;
    if (state !== 0) {
      levels[at] = -state - FIRST_STATE;
      continue;
    }
    const value = valueAt(at);
    let level = levelOf.get(value);
    if (level === undefined) {
      level = STATES.length + values.length;
      levelOf.set(value, level);
      values.push(value);
    }
    levels[at] = level;
  }
  return {
    count: STATES.length + values.length,
    levelAt: (at) => levels[at] ?? 0,
    answerOf: (level) => {
      const value = values[level - STATES.length];
      if (typeof value !== 'string') return value;
      return value === '' ? [] : value.split(SEPARATOR);
    },
    stateOf: (level) => (level < STATES.length ? -level - FIRST_STATE : 0),
  };
};
