import {
  designMatrix,
  discrimination,
  durbinWatson,
  linearRegression,
  logisticRegression,
  ordinalLogit,
  robustErrors,
  standardisedCoefficients,
  varianceInflation,
  type Predictor,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';

type Code = number | string;

const listOf = (value: unknown): string[] =>
  value === undefined || value === null ? [] : [value as string | string[]].flat();

/** Categories in code-book order, unused ones dropped. */
const categoriesOf = (data: OracleData, name: string): Code[] => {
  const used = new Set(data.codes(name));
  return data.variable(name).codes.filter((code) => used.has(code));
};

const prepare = (entry: OracleEntry, all: OracleData | null) => {
  const [y, x] = [entry.variables['y'] as string, listOf(entry.variables['x'])];
  const data = all!.complete([y, ...x]);
  const categorical = listOf(entry.params['categorical']);
  const predictors = x.map((name): Predictor =>
    categorical.includes(name)
      ? { name, codes: data.codes(name) as Code[], categories: categoriesOf(data, name) }
      : { name, values: data.numbers(name) as number[] },
  );
  const weights = data.weights() as number[];
  return { data, y, ...designMatrix(predictors), isWeighted: weights.some((weight) => weight !== 1), weights };
};

const ols: OracleAdapter = (entry, all) => {
  const { data, y: name, terms, columns, isWeighted, weights } = prepare(entry, all);
  const raw = data.numbers(name) as number[];
  const y = entry.params['transform'] === 'log' ? raw.map(Math.log) : raw;
  const model = linearRegression(columns, y, isWeighted ? { weights } : {});
  const w = isWeighted ? weights : undefined;
  return {
    n: model.n,
    terms,
    estimate: model.coefficients.map(({ estimate }) => estimate),
    se: model.coefficients.map(({ se }) => se),
    t: model.coefficients.map(({ t }) => t),
    p: model.coefficients.map(({ p }) => p),
    ci95_lower: model.coefficients.map(({ interval }) => interval?.low),
    ci95_upper: model.coefficients.map(({ interval }) => interval?.high),
    standardized_beta: isWeighted ? null : standardisedCoefficients(columns, y),
    r2: model.r2,
    adj_r2: model.adjustedR2,
    F: model.f,
    df1: model.df1,
    df2: model.df2,
    F_p: model.p,
    sigma: model.sigma,
    rss: model.residualSumOfSquares,
    loglik: model.logLikelihood,
    aic: model.aic,
    bic: model.bic,
    vif_columns: varianceInflation(columns, w),
    se_hc0: robustErrors(columns, y, 'HC0', w),
    se_hc1: robustErrors(columns, y, 'HC1', w),
    se_hc3: robustErrors(columns, y, 'HC3', w),
    durbin_watson: isWeighted ? null : durbinWatson(model.residuals),
  };
};

const logistic: OracleAdapter = (entry, all) => {
  const { data, y: name, terms, columns, isWeighted, weights } = prepare(entry, all);
  const success = listOf(entry.params['success']).map(String);
  const y = data.codes(name).map((code) => Number(success.includes(String(code))));
  const model = logisticRegression(columns, y, { weights });
  const told = model && !isWeighted ? discrimination(model.probabilities, y) : null;
  return {
    n: model?.n,
    events: model?.events,
    terms,
    estimate: model?.coefficients.map(({ estimate }) => estimate),
    se: model?.coefficients.map(({ se }) => se),
    z: model?.coefficients.map(({ z }) => z),
    wald_chi2: model?.coefficients.map(({ wald }) => wald),
    p: model?.coefficients.map(({ p }) => p),
    ci95_lower_wald: model?.coefficients.map(({ interval }) => interval?.low),
    ci95_upper_wald: model?.coefficients.map(({ interval }) => interval?.high),
    odds_ratio: model?.coefficients.map(({ oddsRatio }) => oddsRatio),
    null_deviance: model?.nullDeviance,
    residual_deviance: model?.deviance,
    loglik: model?.logLikelihood,
    aic: model?.aic,
    lr_chi2: model?.likelihoodRatio?.chiSquare,
    lr_df: model?.likelihoodRatio?.df,
    lr_p: model?.likelihoodRatio?.p,
    mcfadden_r2: model?.mcFaddenR2,
    cox_snell_r2: model?.coxSnellR2,
    nagelkerke_r2: model?.nagelkerkeR2,
    tjur_r2: told?.tjurR2 ?? null,
    auc: told?.auc ?? null,
    'accuracy_at_0.5': told?.accuracy ?? null,
  };
};

const ordinal: OracleAdapter = (entry, all) => {
  const { data, y: name, terms, columns, weights } = prepare(entry, all);
  const levels = categoriesOf(data, name);
  const y = data.codes(name).map((code) => levels.indexOf(code!));
  const model = ordinalLogit(columns.slice(1), y, levels.length, weights);
  const thresholds = model?.thresholds.map(({ estimate }) => estimate);
  const estimates = model?.coefficients.map(({ estimate }) => estimate);
  return {
    n: model?.n,
    levels,
    threshold_names: levels.slice(1).map((level, at) => `${levels[at]}|${level}`),
    thresholds,
    thresholds_se: model?.thresholds.map(({ se }) => se),
    terms: terms.slice(1),
    estimate: estimates,
    se: model?.coefficients.map(({ se }) => se),
    z: model?.coefficients.map(({ z }) => z),
    p: model?.coefficients.map(({ p }) => p),
    odds_ratio: model?.coefficients.map(({ oddsRatio }) => oddsRatio),
    loglik: model?.logLikelihood,
    loglik_null: model?.nullLogLikelihood,
    aic: model?.aic,
    lr_chi2: model?.likelihoodRatio.chiSquare,
    lr_df: model?.likelihoodRatio.df,
    lr_p: model?.likelihoodRatio.p,
    mcfadden_r2: model?.mcFaddenR2,
    polr_estimate: estimates,
    polr_thresholds: thresholds,
    max_abs_gradient: model?.gradient,
  };
};

export const regression: OracleTopic = {
  methods: { ols, logistic, ordinal_logit: ordinal },
  degenerate: {
    ols: (input) => {
      const { y, ...x } = input as Record<string, number[]>;
      const { columns } = designMatrix(Object.entries(x).map(([name, values]) => ({ name, values })));
      const model = linearRegression(columns, y!);
      const estimate = model.coefficients.map((coefficient) => coefficient.estimate);
      const inflation = varianceInflation(columns);
      return {
        status: estimate.includes(null) ? 'value_with_warning' : 'value',
        values: { estimate, r2: model.r2, vif: inflation.includes(Infinity) ? 'Infinity' : inflation },
      };
    },
    logistic: (input) => {
      const { y, ...x } = input as Record<string, number[]>;
      const { columns } = designMatrix(Object.entries(x).map(([name, values]) => ({ name, values })));
      const model = logisticRegression(columns, y!);
      return {
        status: model ? 'value' : 'undefined',
        values: {
          estimate: model?.coefficients.map(({ estimate }) => estimate) ?? null,
          se: model?.coefficients.map(({ se }) => se) ?? null,
        },
      };
    },
  },
};
