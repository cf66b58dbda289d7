import { isMarked, type Variable, type VariableSet } from '../variables/variable';

/** Names of one question in two sets. */
export type SharedQuestion = readonly [first: string, second: string];

/** Fewer shared questions tell no respondent from another. */
const LEAST_SHARED = 2;
/** From here on two sets are taken for two versions of one. */
const MOSTLY = 0.8;
/** So many of the respondents must be told from all others by their answers. */
const DISTINCT = 0.5;

/**
 * When two sets hold mostly the same respondents, how many are in one only: few of them could be worked out by taking the
 * results of one from those of the other.
 *
 * @returns the smaller number of respondents by whom they differ, above 0; null where nothing can be worked out
 */
export const respondentsApart = (
  first: VariableSet,
  second: VariableSet,
  shared: readonly SharedQuestion[],
): number | null => {
  if (shared.length < LEAST_SHARED) return null;
  const [a, b] = [
    signatures(
      first,
      shared.map(([name]) => name),
    ),
    signatures(
      second,
      shared.map(([, name]) => name),
    ),
  ];
  const left = new Map<number, number>();
  for (const signature of a) left.set(signature, (left.get(signature) ?? 0) + 1);
  // Where many answer alike, two samples of strangers look the same.
  if (left.size < DISTINCT * first.n) return null;
  let common = 0;
  for (const signature of b) {
    const count = left.get(signature) ?? 0;
    if (count === 0) continue;
    left.set(signature, count - 1);
    common += 1;
  }
  if (common < MOSTLY * Math.min(first.n, second.n)) return null;
  const apart = [first.n - common, second.n - common].filter((count) => count > 0);
  return apart.length === 0 ? null : Math.min(...apart);
};

/** Questions that were matched with the same one of ours, or have the same name. */
export const sharedQuestions = (first: VariableSet, second: VariableSet): readonly SharedQuestion[] => {
  const others = new Map([...second.variables.values()].map((variable) => [keyOf(variable), variable.name]));
  return [...first.variables.values()].flatMap((variable) => {
    const other = others.get(keyOf(variable));
    return other === undefined ? [] : [[variable.name, other] as const];
  });
};

const keyOf = ({ name, origin }: Variable): string =>
  origin?.kind === 'wave' && origin.match !== undefined
    ? JSON.stringify([origin.match.questionnaire, origin.match.field])
    : name;

/** What each respondent answered, as a number: equal answers give equal numbers, others almost never. */
const signatures = ({ n, variables }: VariableSet, names: readonly string[]): Float64Array => {
  const [high, low] = [new Uint32Array(n).fill(2_166_136_261), new Uint32Array(n).fill(40_503)];
  for (const name of names) {
    const variable = variables.get(name);
    const codeAt = variable === undefined ? () => 0 : codesOf(variable);
    for (let at = 0; at < n; at += 1) {
      const code = codeAt(at);
      high[at] = Math.imul((high[at] ?? 0) ^ code, 16_777_619);
      low[at] = Math.imul((low[at] ?? 0) + code + 1, 2_654_435_761);
    }
  }
  return Float64Array.from(high, (value, at) => value * 2 ** 20 + ((low[at] ?? 0) >>> 12));
};

/** Of each respondent's answer; no answer of any kind is 0. */
const codesOf = (variable: Variable): ((at: number) => number) => {
  switch (variable.kind) {
    case 'category': {
      const codes = variable.categories.map(({ code, missing }) => (missing === null ? hashOf(code) : 0));
      return (at) => codes[variable.places[at] ?? -1] ?? 0;
    }
    case 'number':
      return (at) => {
        const value = variable.values[at] ?? NaN;
        return Number.isNaN(value) ? 0 : hashOf(String(value));
      };
    case 'set': {
      const codes = variable.categories.map(({ code }) => hashOf(code));
      return (at) => codes.reduce((sum, code, option) => (isMarked(variable, at, option) ? sum ^ code : sum), 0);
    }
    case 'text':
      return () => 0;
  }
};

const hashOf = (text: string): number => {
  let hash = 5381;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash, 33) ^ text.charCodeAt(at);
  return hash >>> 0;
};
