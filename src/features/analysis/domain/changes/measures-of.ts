import type { Category, Variable } from '../variables/variable';
import type { ChangeMeasure, ChangeSide } from './change';
import { sampleOfCategory, sampleOfNumber, sampleOfOption, type Sample } from './samples';

/** One number that a question gives, and the answers behind it. */
export interface Measure {
  readonly measure: ChangeMeasure;
  readonly category: { readonly code: string; readonly label: string } | null;
  readonly sample: Sample;
  /** Largest minus smallest value that it can take; null for numbers without limits. */
  readonly range: number | null;
}

const TECHNICAL: ReadonlySet<Variable['level']> = new Set(['weight', 'stratum', 'cluster', 'fpc', 'id', 'text']);

/**
 * The numbers that stand for a question: the mean of a scale or of numbers, the balance of recommendations, otherwise the
 * share of every answer. "Don't know" is in the base of shares and in no mean (domain 3.6).
 *
 * @param answers categories to count; absent: those of the variable itself
 */
export const measuresOf = (side: ChangeSide, answers?: readonly Category[]): readonly Measure[] => {
  const variable = side.set.variables.get(side.variable);
  if (variable === undefined || variable.kind === 'text' || TECHNICAL.has(variable.level)) return [];
  const weighing = weighingOf(side);
  if (variable.kind === 'number')
    return [{ measure: 'mean', category: null, sample: sampleOfNumber(variable, weighing), range: null }];
  const wanted = answers ?? variable.categories;
  if (variable.kind === 'category') {
    const scale = scaleOf(variable.categories, variable.level);
    if (scale !== null)
      return [
        {
          measure: scale.measure,
          category: null,
          sample: sampleOfCategory(variable, scale.pointOf, weighing),
          range: scale.range,
        },
      ];
    return onlyOneOfTwo(wanted).map(({ code, label }) => {
      const place = placeOf(variable.categories, { code, label });
      const chosen = variable.categories[place];
      const sample = sampleOfCategory(variable, (category) => Number(category === chosen), weighing);
      return { measure: 'share', category: { code, label }, sample, range: 1 };
    });
  }
  return wanted.map(({ code, label }) => ({
    measure: 'share',
    category: { code, label },
    sample: sampleOfOption(variable, placeOf(variable.categories, { code, label }), weighing),
    range: 1,
  }));
};

/** The categories of both waves in the order of the later, then those that only the earlier has. */
export const answersOfBoth = (later: Variable, earlier: Variable): readonly Category[] => {
  if (!('categories' in later) || !('categories' in earlier)) return [];
  const onlyEarlier = earlier.categories.filter((category) => placeOf(later.categories, category) < 0);
  return [...later.categories, ...onlyEarlier];
};

/** By code, otherwise by words; −1 when there is no such category. */
export const placeOf = (
  categories: readonly Category[],
  { code, label }: { readonly code: string; readonly label: string },
): number => {
  const byCode = categories.findIndex((category) => category.code === code);
  return byCode >= 0 ? byCode : categories.findIndex((category) => plain(category.label) === plain(label));
};

const plain = (text: string): string => text.trim().toLocaleLowerCase('pl').replace(/\s+/g, ' ');

/** Of two answers one says all. */
const onlyOneOfTwo = (categories: readonly Category[]): readonly Category[] =>
  categories.length === 2 ? categories.slice(0, 1) : categories;

interface Scale {
  readonly measure: 'mean' | 'recommendation';
  readonly pointOf: (category: Category) => number | null;
  readonly range: number;
}

const scaleOf = (categories: readonly Category[], level: Variable['level']): Scale | null => {
  const points = categories.flatMap(({ value, missing }) => (value !== null && missing === null ? [value] : []));
  if (points.length < 3 || level === 'nominal') return null;
  const pointOf = ({ value, missing }: Category): number | null => (missing === null ? value : null);
  const [least, most] = [Math.min(...points), Math.max(...points)];
  if (points.length !== 11 || least !== 0 || most !== 10) return { measure: 'mean', pointOf, range: most - least };
  return { measure: 'recommendation', pointOf: (category) => balancePoint(pointOf(category)), range: 200 };
};

/** A promoter is worth 100, a detractor −100. */
const balancePoint = (point: number | null): number | null => {
  if (point === null) return null;
  if (point >= 9) return 100;
  return point >= 7 ? 0 : -100;
};

/** Weights of one change nothing; who has no weight, or a negative one, cannot be counted. */
const weighingOf = ({ set, weight }: ChangeSide) => {
  const variable = weight === null ? undefined : set.variables.get(weight);
  const weights = variable?.kind === 'number' && variable.values.some((value) => value !== 1) ? variable.values : null;
  const sampleSize = weights === null ? set.n : weights.reduce((count, value) => count + Number(value >= 0), 0);
  return { weights, sampleSize };
};
