import { isMarked, LEFT_EMPTY, type Category, type SetVariable } from '../variables/variable';
import type { Derivation } from './derivation';
import type { Numbers } from './lazy-variable';

type Count = Extract<Derivation, { kind: 'count' }>;
type Mark = Extract<Derivation, { kind: 'mark' }>;

/** How many of the options a person marked. "Don't know" and "does not apply" are no zero. */
export const countMarks = ({ options }: Count, source: SetVariable): Numbers => {
  const n = source.states.length;
  const [wanted, silent] = [masksOf(source, options), silentOptions(source)];
  const values = new Float64Array(n);
  const states = new Int8Array(n);
  for (let at = 0; at < n; at += 1) {
    const state = source.states[at] ?? LEFT_EMPTY;
    const count = state === 0 ? countBits(source, wanted, at) : 0;
    const chosen = state === 0 && count === 0 ? silent.find(({ option }) => isMarked(source, at, option)) : undefined;
    states[at] = chosen === undefined ? state : -chosen.missing;
    values[at] = states[at] === 0 ? count : NaN;
  }
  return { values, states };
};

/** Yes, no, and what the source has that is chosen but no answer. */
export const markCategories = ({ yes, no }: Mark, source: SetVariable): readonly Category[] => [
  { code: '1', label: yes, value: 1, missing: null },
  { code: '0', label: no, value: 0, missing: null },
  ...silentOptions(source)
    .filter(({ missing }, at, all) => all.findIndex((other) => other.missing === missing) === at)
    .map(({ missing, label }) => ({ code: String(missing), label, value: null, missing })),
];

/** Whether a person marked at least one of the options. Everyone who answered is in the base, as in the source. */
export const markAny = (derivation: Mark, source: SetVariable): Int16Array => {
  const n = source.states.length;
  const [wanted, silent] = [masksOf(source, derivation.options), silentOptions(source)];
  const placeOf = new Map(markCategories(derivation, source).map(({ code }, place) => [code, place]));
  const result = new Int16Array(n);
  for (let at = 0; at < n; at += 1) {
    const state = source.states[at] ?? LEFT_EMPTY;
    if (state !== 0) {
      result[at] = state;
      continue;
    }
    if (countBits(source, wanted, at) > 0) continue;
    const chosen = silent.find(({ option }) => isMarked(source, at, option));
    result[at] = chosen === undefined ? 1 : (placeOf.get(String(chosen.missing)) ?? 1);
  }
  return result;
};

const masksOf = ({ categories, wordsEach }: SetVariable, options: readonly string[]): Uint32Array => {
  const masks = new Uint32Array(wordsEach);
  categories.forEach(({ code }, option) => {
    if (options.includes(code)) masks[option >>> 5] = (masks[option >>> 5] ?? 0) | (1 << (option & 31));
  });
  return masks;
};

const countBits = ({ bits, wordsEach }: SetVariable, masks: Uint32Array, respondent: number): number => {
  let count = 0;
  for (let word = 0; word < wordsEach; word += 1) {
    let rest = (bits[respondent * wordsEach + word] ?? 0) & (masks[word] ?? 0);
    for (; rest !== 0; rest &= rest - 1) count += 1;
  }
  return count;
};

const silentOptions = ({ categories }: SetVariable) =>
  categories.flatMap(({ missing, label }, option) => (missing === null ? [] : [{ option, missing, label }]));
