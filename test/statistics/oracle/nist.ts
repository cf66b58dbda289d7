import { autocorrelation } from '../../../src/statistics/describe/autocorrelation';
import { summarise } from '../../../src/statistics/describe/summary';
import { linearRegression } from '../../../src/statistics/regression/linear-regression';
import type { OracleAdapter, OracleTopic } from './adapter';
import { completeNumbers, nameOf, required } from './support/prepare';

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
  methods: { nist_univariate: univariate, nist_linear_regression: regression },
  degenerate: {},
};
