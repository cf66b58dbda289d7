import { analysisOfVariance } from '../../../src/statistics/compare/analysis-of-variance';
import { autocorrelation } from '../../../src/statistics/describe/autocorrelation';
import { summarise } from '../../../src/statistics/describe/summary';
import { linearRegression } from '../../../src/statistics/regression/linear-regression';
import type { OracleAdapter, OracleTopic } from './adapter';
import { completeNumbers, grouped, nameOf, required } from './support/prepare';

/** Our value under each name of NIST's certified and of the exactly recomputed one. */
const underBothNames = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => [
      [`certified_${name}`, value],
      [`exact_${name}`, value],
    ]),
  );

const univariate: OracleAdapter = (entry, data) => {
  const values = completeNumbers(required(data), nameOf(entry, 'var'));
  const { n, mean, sd } = summarise(values);
  return { n, ...underBothNames({ mean, sd, lag1_autocorrelation: autocorrelation(values) }) };
};

const anova: OracleAdapter = (entry, data) => {
  const table = analysisOfVariance(grouped(entry, data).values);
  return {
    n: table.n,
    df_between: table.dfBetween,
    df_within: table.dfWithin,
    p: table.p,
    ...underBothNames({
      ss_between: table.sumOfSquaresBetween,
      ss_within: table.sumOfSquaresWithin,
      F: table.statistic,
      R2: table.etaSquared,
      residual_sd: table.meanSquareWithin === null ? null : Math.sqrt(table.meanSquareWithin),
    }),
  };
};

const regression: OracleAdapter = (entry, data) => {
  const x = completeNumbers(required(data), nameOf(entry, 'x'));
  const model = linearRegression([x.map(() => 1), x], completeNumbers(required(data), nameOf(entry, 'y')));
  return {
    n: model.n,
    terms: ['(Intercept)', 'x'],
    ...underBothNames({
      estimate: model.coefficients.map(({ estimate }) => estimate),
      se: model.coefficients.map(({ se }) => se),
      residual_sd: model.sigma,
      R2: model.r2,
    }),
  };
};

export const nist: OracleTopic = {
  methods: { nist_univariate: univariate, nist_anova: anova, nist_linear_regression: regression },
  degenerate: {},
};
