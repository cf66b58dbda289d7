import type { Category, CategoryVariable, NumberVariable, SetVariable, Variable } from '../variables/variable';

/** What is compared of a variable: a mean, a share or the balance of recommendations. */
export type Measure = {
  /** `mean`, `recommendation`, `top-two`, `bottom-two` or `share:code`; unique for its variable. */
  readonly code: string;
  readonly kind: 'mean' | 'share' | 'recommendation';
  /** Answer whose share it is; null for means, balances and boxes. */
  readonly answer: string | null;
  /** Ends of the scale; null for numbers without ends. */
  readonly range: Range | null;
} & (
  | { readonly variable: CategoryVariable; /** Value of each category; null: in no base. */ readonly points: Points }
  | { readonly variable: SetVariable; readonly option: number }
  | { readonly variable: NumberVariable }
);

export interface Range {
  readonly least: number;
  readonly most: number;
}

export type Points = readonly (number | null)[];

/** Everything that may be compared of a variable, the most telling first; empty: nothing. */
export const measuresOf = (variable: Variable): readonly Measure[] => {
  if (TECHNICAL.has(variable.level)) return [];
  switch (variable.kind) {
    case 'text':
      return [];
    case 'number':
      return [{ code: 'mean', kind: 'mean', answer: null, range: null, variable }];
    case 'set':
      return variable.categories.flatMap(({ code, label, missing }, option) =>
        missing === null ? [{ ...shareOf(code, label), variable, option }] : [],
      );
    case 'category':
      return ofCategories(variable);
  }
};

const TECHNICAL: ReadonlySet<string> = new Set(['weight', 'stratum', 'cluster', 'fpc', 'id', 'text']);

const shareOf = (code: string, label: string) => ({
  code: `share:${code}`,
  kind: 'share' as const,
  answer: label,
  range: SHARES,
});

const SHARES: Range = { least: 0, most: 1 };
const BALANCE: Range = { least: -100, most: 100 };

const ofCategories = (variable: CategoryVariable): readonly Measure[] => {
  const { categories } = variable;
  const points = categories.map(({ value, missing }) => (missing === null ? value : null));
  const known = points.filter((point) => point !== null).toSorted((a, b) => a - b);
  if (known.length < 3) return sharesOf(variable);
  const [least = 0, second = 0] = known;
  const [beforeLast = 0, most = 0] = known.slice(-2);
  const mean: Measure = { code: 'mean', kind: 'mean', answer: null, range: { least, most }, variable, points };
  const box = (code: string, from: number, to: number): Measure => ({
    code,
    kind: 'share',
    answer: null,
    range: SHARES,
    variable,
    points: boxPoints(categories, from, to),
  });
  if (known.length === 11 && least === 0 && most === 10) {
    const balance: Measure = {
      code: 'recommendation',
      kind: 'recommendation',
      answer: null,
      range: BALANCE,
      variable,
      points: points.map(scoreOf),
    };
    return [balance, mean];
  }
  return [mean, box('top-two', beforeLast, most), box('bottom-two', least, second)];
};

/** Of all who answered, "don't know" included (domain 3.6, rule 1). */
const boxPoints = (categories: readonly Category[], from: number, to: number): Points =>
  categories.map(({ value, missing }) => Number(missing === null && value !== null && value >= from && value <= to));

/** A promoter is worth 100, a detractor −100. */
const scoreOf = (point: number | null): number | null => {
  if (point === null) return null;
  if (point >= 9) return 100;
  return point >= 7 ? 0 : -100;
};

const sharesOf = (variable: CategoryVariable): readonly Measure[] =>
  variable.categories.flatMap(({ code, label, missing }, place) =>
    missing === null
      ? [{ ...shareOf(code, label), variable, points: variable.categories.map((_, at) => Number(at === place)) }]
      : [],
  );

/**
 * The one measure by which a variable stands in the overview; null for questions with several answers without an order, which
 * are compared answer by answer on their own page.
 */
export const mainMeasureOf = (variable: Variable): Measure | null => {
  const [first, ...others] = measuresOf(variable);
  if (first === undefined) return null;
  if (first.kind !== 'share') return first;
  return variable.kind === 'category' && others.length === 1 ? first : null;
};
