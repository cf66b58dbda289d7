import { tTwoSided } from '../distributions/student-t';
import { leastSquares } from '../regression/least-squares';
import { fitLogistic } from '../regression/fit-logistic';
import type { SurveyDesign } from './survey-design';
import { varianceOfTotal } from './variance-of-totals';

export interface SurveyCoefficient {
  /** null = the column is a linear combination of columns before it and was left out. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly t: number | null;
  /** Two-sided, t with the model's df. */
  readonly p: number | null;
}

export interface SurveyRegression {
  /** Rows without a missing value. */
  readonly n: number;
  readonly sumOfWeights: number;
  /** Design df − coefficients + 1. */
  readonly df: number;
  readonly coefficients: readonly SurveyCoefficient[];
}

/**
 * Linear regression of a survey outcome: weighted least squares, standard errors from the design (sandwich).
 *
 * @param columns design columns, one value per row, a column of ones included; null = missing
 * @param y       outcome; null = missing or outside the domain
 * @param design  how the sample was drawn
 * @returns       coefficients; null when fewer rows with weight than coefficients; standard errors null when a stratum
 *                has a single unit, p null when df < 1
 * @throws RangeError if lengths differ
 * @source Binder (1983), International Statistical Review 51, 279-292; R: survey::svyglm
 * @example surveyLinearRegression([[1, 1, 1, 1], [0, 0, 1, 1]], [1, 3, 4, 6], surveyDesign({ weights: [1, 1, 1, 1] }))?.coefficients[1]?.estimate // => 3
 */
export const surveyLinearRegression = (
  columns: readonly ArrayLike<number | null>[],
  y: ArrayLike<number | null>,
  design: SurveyDesign,
): SurveyRegression | null => {
  const cases = completeCases(columns, y, design);
  if (cases.withWeight < columns.length) return null;
  const { coefficients, residuals, inverse, kept } = leastSquares(cases.columns, cases.y, cases.weights);
  return inference({ cases, coefficients, residuals, inverse, kept }, design);
};

/**
 * Logistic regression of a yes/no survey outcome: weighted maximum likelihood, standard errors from the design.
 *
 * @param columns design columns, one value per row, a column of ones included; null = missing
 * @param y       1 = yes, 0 = no; null = missing or outside the domain
 * @param design  how the sample was drawn
 * @returns       coefficients on the logit scale; null when the groups are separated, so that no maximum exists, or fewer
 *                rows with weight than coefficients
 * @throws RangeError if lengths differ or y is not 0 or 1
 * @source Binder (1983); R: survey::svyglm(family = quasibinomial())
 * @example surveyLogisticRegression([[1, 1, 1, 1]], [0, 1, 1, 1], surveyDesign({ weights: [1, 1, 1, 1] }))?.coefficients[0]?.estimate // => 1.0986
 */
export const surveyLogisticRegression = (
  columns: readonly ArrayLike<number | null>[],
  y: ArrayLike<number | null>,
  design: SurveyDesign,
): SurveyRegression | null => {
  const cases = completeCases(columns, y, design);
  if (cases.withWeight < columns.length) return null;
  const fit = fitLogistic(cases.columns, cases.y, cases.weights);
  return (
    fit &&
    inference({ cases, ...fit, residuals: cases.y.map((value, row) => value - (fit.probabilities[row] ?? 0)) }, design)
  );
};

interface Cases {
  readonly columns: readonly Float64Array[];
  readonly y: Float64Array;
  /** 0 where a value is missing. */
  readonly weights: Float64Array;
  readonly n: number;
  readonly withWeight: number;
}

const completeCases = (
  columns: readonly ArrayLike<number | null>[],
  y: ArrayLike<number | null>,
  design: SurveyDesign,
): Cases => {
  for (const column of [...columns, y])
    if (column.length !== design.n) throw new RangeError(`${column.length} values for ${design.n} rows of the design`);
  const complete = design.weights.map((_, row) =>
    Number([...columns, y].every((column) => (column[row] ?? null) !== null)),
  );
  const weights = design.weights.map((weight, row) => weight * (complete[row] ?? 0));
  return {
    columns: columns.map((column) => Float64Array.from(column, (value) => value ?? 0)),
    y: Float64Array.from(y, (value) => value ?? 0),
    weights,
    n: complete.reduce((n, is) => n + is, 0),
    withWeight: weights.reduce((n, weight) => n + Number(weight > 0), 0),
  };
};

interface Fit {
  readonly cases: Cases;
  readonly coefficients: readonly (number | null)[];
  readonly residuals: Float64Array;
  readonly inverse: readonly (readonly number[])[];
  readonly kept: readonly number[];
}

/** Each coefficient is a total of the rows' influences w·e·(XᵀWX)⁻¹x; its variance is the variance of that total. */
const inference = ({ cases, coefficients, residuals, inverse, kept }: Fit, design: SurveyDesign): SurveyRegression => {
  const df = design.df - kept.length + 1;
  const influence = (at: number): Float64Array => {
    const row = inverse[kept.indexOf(at)] ?? [];
    return residuals.map((residual, person) => {
      const direction = kept.reduce(
        (total, column, j) => total + (row[j] ?? 0) * (cases.columns[column]?.[person] ?? 0),
        0,
      );
      return residual * (cases.weights[person] ?? 0) * direction;
    });
  };
  return {
    n: cases.n,
    sumOfWeights: cases.weights.reduce((total, weight) => total + weight, 0),
    df,
    coefficients: coefficients.map((estimate, at) => {
      const variance = estimate === null ? null : varianceOfTotal(influence(at), design);
      const se = variance === null ? null : Math.sqrt(variance);
      const t = estimate === null || se === null || se === 0 ? null : estimate / se;
      return { estimate, se, t, p: t === null || df < 1 ? null : tTwoSided(t, df) };
    }),
  };
};
