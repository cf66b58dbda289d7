import {
  evaluate,
  parseExpression,
  partsOf,
  referencesOf,
  type Answer,
  type Expression,
  type Value,
} from '../../../questionnaires/domain';
import { LEFT_EMPTY, type Variable } from '../variables/variable';
import type { Derivation } from './derivation';
import { judge } from './judge';
import type { Numbers } from './lazy-variable';
import { levelsOf, type Levels } from './levels';

type ByExpression = Extract<Derivation, { kind: 'expression' }>;
export type Lookup = (name: string) => Variable | undefined;

/** @param n respondents; an expression without references is the same for everyone */
export const numbersByExpression = ({ text }: ByExpression, lookup: Lookup, n: number): Numbers => {
  const values = new Float64Array(n);
  const states = new Int8Array(n);
  forEachResult(text, lookup, n, (at, result) => {
    values[at] = result.state === 0 ? result.number : NaN;
    states[at] = result.state === 0 && Number.isNaN(result.number) ? LEFT_EMPTY : result.state;
  });
  return { values, states };
};

export const placesByExpression = ({ text, groups }: ByExpression, lookup: Lookup, n: number): Int16Array => {
  const placeOf = new Map(groups.map(({ code }, place) => [code, place]));
  const places = new Int16Array(n);
  forEachResult(text, lookup, n, (at, { state, text: code }) => {
    places[at] = state === 0 ? (placeOf.get(code) ?? LEFT_EMPTY) : state;
  });
  return places;
};

/** Results that are in none of the groups, with how many respondents have them; the empty text is a plain "no answer". */
export const resultsWithoutGroup = (
  { text, groups }: ByExpression,
  lookup: Lookup,
  n: number,
): ReadonlyMap<string, number> => {
  const codes = new Set(groups.map(({ code }) => code));
  const counts = new Map<string, number>();
  forEachResult(text, lookup, n, (_, { state, text: code }) => {
    if (state === 0 && code !== '' && !codes.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  });
  return counts;
};

interface Result {
  readonly state: number;
  /** NaN for what is no number. */
  readonly number: number;
  readonly text: string;
}

const forEachResult = (
  text: string,
  lookup: Lookup,
  n: number,
  take: (respondent: number, result: Result) => void,
): void => {
  const expression = parseExpression(text);
  const sources = sourcesIn(expression, lookup);
  const results = resultsFor(sources);
  const keyAt = keyReader(sources);
  for (let at = 0; at < n; at += 1) {
    const key = keyAt(at);
    let result = results.get(key);
    if (result === undefined) {
      result = resultFor(expression, sources, at);
      results.set(key, result);
    }
    take(at, result);
  }
};

/** Combinations worth a place of their own in a list. */
const MOST_LISTED = 1_000_000;

interface KnownResults {
  get(key: number | string): Result | undefined;
  set(key: number | string, result: Result): unknown;
}

const resultsFor = (sources: readonly Source[]): KnownResults => {
  if (combinationsOf(sources) > MOST_LISTED) return new Map<number | string, Result>();
  const list = new Array<Result | undefined>(combinationsOf(sources));
  return {
    get: (key) => list[Number(key)],
    set: (key, result) => (list[Number(key)] = result),
  };
};

interface Source {
  readonly code: string;
  readonly levels: Levels;
}

const sourcesIn = (expression: Expression, lookup: Lookup): readonly Source[] =>
  referencesOf(expression).flatMap((code) => {
    const variable = lookup(code);
    return variable === undefined ? [] : [{ code, levels: levelsOf(variable) }];
  });

/** Combinations as one number where they fit, else as a text. */
const keyReader = (sources: readonly Source[]): ((respondent: number) => number | string) => {
  if (combinationsOf(sources) <= Number.MAX_SAFE_INTEGER)
    return (at) => {
      let key = 0;
      for (const { levels } of sources) key = key * levels.count + levels.levelAt(at);
      return key;
    };
  return (at) => sources.map(({ levels }) => levels.levelAt(at)).join();
};

const combinationsOf = (sources: readonly Source[]): number =>
  sources.reduce((product, { levels }) => product * levels.count, 1);

const resultFor = (expression: Expression, sources: readonly Source[], respondent: number): Result => {
  const sheet: Record<string, Answer> = {};
  const states = new Map<string, number>();
  for (const { code, levels } of sources) {
    const level = levels.levelAt(respondent);
    const answer = levels.answerOf(level);
    if (answer === undefined) states.set(code, levels.stateOf(level));
    else sheet[code] = answer;
  }
  const judged = judge(expression, { sheet, states });
  if (judged.kind === 'missing') return { state: judged.state, number: NaN, text: '' };
  return { state: 0, number: numberOf(judged.value), text: textOf(judged.value) };
};

const numberOf = (value: Value): number => {
  if (typeof value === 'boolean') return Number(value);
  const number =
    typeof value === 'number'
      ? value
      : evaluate({ kind: 'call', name: 'number', arguments: [{ kind: 'text', text: value }] }, {});
  return typeof number === 'number' && Number.isFinite(number) ? number : NaN;
};

/** Yes and no are the codes 1 and 0. */
const textOf = (value: Value): string => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return value;
  return Number.isFinite(value) ? String(value) : '';
};

/** Parts of the expression times combinations of answers it would be worked out for, at most. */
export const workOf = (expression: Expression, lookup: Lookup, n: number): number => {
  const parts = countParts(expression);
  if (parts * n <= 1_000_000) return parts * n;
  return parts * Math.min(n, combinationsOf(sourcesIn(expression, lookup)));
};

const countParts = (expression: Expression): number =>
  partsOf(expression).reduce((sum, part) => sum + countParts(part), 1);
