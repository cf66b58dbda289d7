import type { Variable, VariableSet } from '../variables/variable';

/** What each respondent answered, as a number; NaN where there is none: "don't know" and "does not apply" too. */
export type Points = Float64Array;

/** Null for variables without numbers: names, several answers, texts. */
export const pointsOf = (variable: Variable): Points | null => {
  if (variable.kind === 'number') return variable.values;
  if (variable.kind !== 'category') return null;
  const values = variable.categories.map(({ value, missing }) => (missing === null && value !== null ? value : NaN));
  return Float64Array.from(variable.places, (place) => (place < 0 ? NaN : (values[place] ?? NaN)));
};

/** Points of the scale, lowest first; none for anything else than categories with values. */
export const scalePoints = (variable: Variable): readonly number[] =>
  variable.kind === 'category'
    ? variable.categories
        .flatMap(({ value, missing }) => (missing === null && value !== null ? [value] : []))
        .toSorted((a, b) => a - b)
    : [];

/** Who counts, and how much. */
export interface Counted {
  /** 1 for those who count. */
  readonly members: Uint8Array;
  /** Null: everyone counts once. */
  readonly weights: Float64Array | null;
  /** Respondents with a weight in the whole set: the sample that a design-based error looks at. */
  readonly sampleSize: number;
}

/**
 * @param filtered members of the filter; null: everyone
 * @param weight   name of a weight; weights of one change nothing
 */
export const countedBy = (set: VariableSet, filtered: Uint8Array | null, weight: string | null): Counted => {
  const everyone = filtered ?? new Uint8Array(set.n).fill(1);
  const variable = weight === null ? undefined : set.variables.get(weight);
  if (variable?.kind !== 'number' || variable.values.every((value) => value === 1))
    return { members: everyone, weights: null, sampleSize: set.n };
  const weights = variable.values;
  return {
    members: everyone.map((member, at) => (member === 1 && (weights[at] ?? NaN) > 0 ? 1 : 0)),
    weights,
    sampleSize: weights.reduce((count, value) => count + Number(value > 0), 0),
  };
};
