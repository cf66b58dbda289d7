import {
  calibrate,
  jackknife,
  postStratify,
  rake,
  rakeToShares,
  raoScottTest,
  surveyDesign,
  surveyLinearRegression,
  surveyLogisticRegression,
  surveyMean,
  surveyProportions,
  surveyQuantile,
  surveyRatio,
  surveyTable,
  surveyTotal,
  surveyTTest,
  surveyWaldTest,
  trimWeights,
  weightDiagnostics,
  type CalibrationMethod,
  type Margin,
  type SurveyDesign,
} from '../../../src/statistics';
import { designMatrix } from '../../../src/statistics/regression/design-matrix';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';

type Code = number | string;

interface DesignParams {
  readonly strata?: string;
  readonly ids?: readonly string[];
  readonly weights: string;
  readonly fpc?: readonly string[];
}

const numbersOf = (data: OracleData, name: string): number[] =>
  data.numbers(name).map((value) => {
    if (value === null) throw new Error(`${name} is missing in a row of the design`);
    return value;
  });

const labelsOf = (data: OracleData, name: string): Code[] => data.codes(name).map((code) => code ?? 'missing');

const designOf = (entry: OracleEntry, data: OracleData): SurveyDesign => {
  const { strata, ids, weights, fpc } = entry.params['design'] as DesignParams;
  return surveyDesign({
    weights: numbersOf(data, weights),
    ...(strata ? { strata: labelsOf(data, strata) } : {}),
    ...(ids?.[0] ? { clusters: labelsOf(data, ids[0]) } : {}),
    ...(fpc?.[0] ? { populationUnits: numbersOf(data, fpc[0]) } : {}),
  });
};

const variable = (entry: OracleEntry, role: string): string => entry.variables[role] as string;
const variables = (entry: OracleEntry, role: string): string[] => [entry.variables[role] as string | string[]].flat();

/** Categories in code-book order, unused ones dropped. */
const categoriesOf = (data: OracleData, name: string): Code[] => {
  const used = new Set(data.codes(name));
  return data.variable(name).codes.filter((code) => used.has(code));
};

const indexOf = (data: OracleData, name: string, categories: readonly Code[]): (number | null)[] =>
  data.codes(name).map((code) => (code === null ? null : categories.indexOf(code)));

const adapter =
  (compute: (entry: OracleEntry, data: OracleData, design: SurveyDesign) => Record<string, unknown>): OracleAdapter =>
  (entry, data) => {
    if (!data) throw new Error('Survey entries have data');
    return compute(entry, data, designOf(entry, data));
  };

const svyMean = adapter((entry, data, design) => {
  const result = surveyMean(data.numbers(variable(entry, 'var')), design);
  return {
    n_valid: result?.n,
    df: result?.df,
    estimate: [result?.mean],
    se: [result?.se],
    ci95_t_lower: [result?.interval?.low],
    ci95_t_upper: [result?.interval?.high],
    ci95_z_lower: [result?.normalInterval?.low],
    ci95_z_upper: [result?.normalInterval?.high],
    deff: [result?.deff],
    deff_vs_srs_with_replacement: [result?.deffWithReplacement],
    cv: [result?.coefficientOfVariation],
  };
});

const svyTotal = adapter((entry, data, design) => {
  const result = surveyTotal(data.numbers(variable(entry, 'var')), design);
  return {
    n_valid: result?.n,
    df: result?.df,
    estimate: [result?.total],
    se: [result?.se],
    ci95_t_lower: [result?.interval?.low],
    ci95_t_upper: [result?.interval?.high],
    ci95_z_lower: [result?.normalInterval?.low],
    ci95_z_upper: [result?.normalInterval?.high],
  };
});

const svyProportion = adapter((entry, data, design) => {
  const name = variable(entry, 'var');
  const codes = categoriesOf(data, name);
  const result = surveyProportions(indexOf(data, name, codes), codes.length, design);
  const all = result?.categories ?? [];
  return {
    n_valid: result?.n,
    df: result?.df,
    categories: codes,
    proportion: all.map(({ share }) => share),
    se: all.map(({ se }) => se),
    deff: all.map(({ deff }) => deff),
    total: all.map(({ total }) => total),
    se_total: all.map(({ totalSe }) => totalSe),
    ci95_logit_lower: all.map(({ logitInterval }) => logitInterval?.low),
    ci95_logit_upper: all.map(({ logitInterval }) => logitInterval?.high),
    ci95_korn_graubard_beta_lower: all.map(({ kornGraubardInterval }) => kornGraubardInterval?.low),
    ci95_korn_graubard_beta_upper: all.map(({ kornGraubardInterval }) => kornGraubardInterval?.high),
  };
});

const svyBy = adapter((entry, data, design) => {
  const by = variable(entry, 'by');
  const groups = categoriesOf(data, by);
  const codes = data.codes(by);
  const values = data.numbers(variable(entry, 'var'));
  const results = groups.map((group) =>
    surveyMean(
      values.map((value, row) => (codes[row] === group ? value : null)),
      design,
    ),
  );
  return {
    groups,
    estimate: results.map((result) => result?.mean),
    se: results.map((result) => result?.se),
    deff: results.map((result) => result?.deff),
  };
});

const svyRatio = adapter((entry, data, design) => {
  const result = surveyRatio(
    data.numbers(variable(entry, 'numerator')),
    data.numbers(variable(entry, 'denominator')),
    design,
  );
  return { ratio: result?.ratio, se: result?.se };
});

const svyQuantile = adapter((entry, data, design) => {
  const values = data.numbers(variable(entry, 'var'));
  const probs = entry.params['probs'] as number[];
  const read = (rule: 'inverse' | 'averaged' | 'hf6' | 'hf7') =>
    probs.map((p) => surveyQuantile(values, design, p, rule));
  return {
    probs,
    inverse_ecdf_math: read('inverse'),
    school: read('averaged'),
    hf2: read('averaged'),
    hf6: read('hf6'),
    hf7: read('hf7'),
  };
});

const svyChisq = adapter((entry, data, design) => {
  const [row, column] = [variable(entry, 'row'), variable(entry, 'col')];
  const [rows, cols] = [categoriesOf(data, row), categoriesOf(data, column)];
  const [rowOf, columnOf] = [indexOf(data, row, rows), indexOf(data, column, cols)];
  const table = surveyTable(rowOf, columnOf, design);
  const test = raoScottTest(rowOf, columnOf, design);
  const wald = surveyWaldTest(rowOf, columnOf, design);
  return {
    rows,
    cols,
    weighted_counts: rows.map((_, at) => [...table.weightedCounts.slice(at * cols.length, (at + 1) * cols.length)]),
    F_rao_scott: test?.f,
    ndf: test?.df1,
    ddf: test?.df2,
    p_F: test?.p,
    pearson_chi2_scaled: test?.chiSquare,
    chi2_df: test?.df,
    p_chisq_first_order: test?.firstOrderP,
    wald_F: [[wald?.f]],
    wald_p: [[wald?.p]],
    adjusted_wald_F: [[wald?.adjustedF]],
    adjusted_wald_p: [[wald?.adjustedP]],
  };
});

const svyTTest = adapter((entry, data, design) => {
  const group = variable(entry, 'group');
  const groups = categoriesOf(data, group);
  const test = surveyTTest(data.numbers(variable(entry, 'var')), indexOf(data, group, groups), design);
  return { groups, difference_second_minus_first: test?.difference, t: test?.t, df: test?.df, p: test?.p };
});

const svyGlm = adapter((entry, data, design) => {
  const predictors = variables(entry, 'x').map((name) => ({ name, values: numbersOf(data, name) }));
  const { terms, columns } = designMatrix(predictors);
  const y = variable(entry, 'y');
  const model =
    entry.params['family'] === 'binomial'
      ? surveyLogisticRegression(
          columns,
          data.codes(y).map((code) => (code === null ? null : Number(code === entry.params['success']))),
          design,
        )
      : surveyLinearRegression(columns, data.numbers(y), design);
  return {
    terms,
    estimate: model?.coefficients.map(({ estimate }) => estimate),
    se: model?.coefficients.map(({ se }) => se),
    t: model?.coefficients.map(({ t }) => t),
    p: model?.coefficients.map(({ p }) => p),
    df_residual: model?.df,
  };
});

const svyJackknife = adapter((entry, data, design) => {
  const result = jackknife(data.numbers(variable(entry, 'var')), design);
  return {
    type: design.strata.length > 1 ? 'JKn' : 'JK1',
    n_replicates: result?.replicates,
    mean: result?.mean,
    se_mean: result?.meanSe,
    total: result?.total,
    se_total: result?.totalSe,
  };
});

const weightFields = (weights: Float64Array) => {
  const summary = weightDiagnostics(weights);
  return {
    sum: summary?.sumOfWeights,
    min: summary?.min,
    max: summary?.max,
    sum_of_squares: summary?.sumOfSquares,
    kish_deff: summary?.deff,
    kish_effective_n: summary?.effectiveN,
    first_10: [...weights.slice(0, 10)],
  };
};

const calibratedFields = (entry: OracleEntry, data: OracleData, design: SurveyDesign | null) => {
  if (!design) throw new Error('No weights meet the totals');
  const values = data.numbers(variable(entry, 'var'));
  const mean = surveyMean(values, design);
  const total = surveyTotal(values, design);
  return {
    mean: mean?.mean,
    se_mean: mean?.se,
    total: total?.total,
    se_total: total?.se,
    weights: weightFields(design.weights),
  };
};

interface MarginParams {
  readonly variable: string;
  readonly codes: readonly Code[];
  readonly totals?: readonly number[];
  readonly shares?: readonly number[];
}

const marginOf = (data: OracleData, { variable: name, codes, totals, shares }: MarginParams): Margin => ({
  categoryOf: data.codes(name).map((code) => (code === null ? -1 : codes.indexOf(code))),
  targets: totals ?? shares ?? [],
});

const marginsOf = (entry: OracleEntry, data: OracleData): Margin[] =>
  (entry.params['margins'] as MarginParams[]).map((margin) => marginOf(data, margin));

const postStratification = adapter((entry, data, design) =>
  calibratedFields(entry, data, postStratify(design, marginOf(data, entry.params['population'] as MarginParams))),
);

const raking = adapter((entry, data, design) => calibratedFields(entry, data, rake(design, marginsOf(entry, data))));

const calibration = adapter((entry, data, design) => {
  const { categorical, levels, totals, calfun, bounds } = entry.params as {
    categorical: string[];
    levels: Record<string, Code[]>;
    totals: number[];
    calfun: 'linear' | 'raking' | 'logit';
    bounds?: [number, number];
  };
  const predictors = variables(entry, 'aux').map((name) =>
    categorical.includes(name)
      ? { name, codes: labelsOf(data, name), categories: levels[name] ?? [] }
      : { name, values: numbersOf(data, name) },
  );
  const { terms, columns } = designMatrix(predictors);
  const method: CalibrationMethod =
    calfun === 'logit' ? { kind: calfun, low: bounds![0], high: bounds![1] } : { kind: calfun };
  const calibrated = calibrate(design, columns, totals, method);
  const adjustments = calibrated && weightDiagnostics(calibrated.adjustments);
  return {
    ...calibratedFields(entry, data, calibrated),
    design_columns: terms.map((term) => term.replace(/\[(.*)\]$/, '$1')),
    g_min: adjustments?.min,
    g_max: adjustments?.max,
  };
});

const simpleRaking: OracleAdapter = (entry, all) => {
  const params = entry.params['margins'] as MarginParams[];
  const name = variable(entry, 'var');
  const data = all!.complete([name, ...params.map((margin) => margin.variable)]);
  const weights = rakeToShares(data.rows, marginsOf(entry, data));
  if (!weights) throw new Error('No weights meet the margins');
  const cells = params.map((margin) => data.codes(margin.variable));
  const values = data.numbers(name);
  return {
    n: data.rows,
    weights: weightFields(weights),
    cell_weights: Object.fromEntries(
      [...weights].map((weight, row) => [cells.map((codes) => codes[row]).join('|'), weight]),
    ),
    unweighted_mean: surveyMean(values, surveyDesign({ weights: values.map(() => 1) }))?.mean,
    weighted_mean: surveyMean(values, surveyDesign({ weights }))?.mean,
  };
};

const diagnostics: OracleAdapter = (_entry, all) => {
  const weights = all!.complete([]).weights() as number[];
  const result = weightDiagnostics(weights);
  return {
    n: result?.n,
    n_zero: result?.zeros,
    sum: result?.sumOfWeights,
    mean: result?.mean,
    min: result?.min,
    max: result?.max,
    cv2_population: result?.relativeVariance,
    kish_deff_all_rows: result?.deff,
    kish_deff_positive_rows: result?.deffWithWeight,
    kish_effective_n: result?.effectiveN,
    ratio_max_to_min_positive: result?.ratio,
  };
};

const trimming = adapter((entry, data, design) => {
  const { lower, upper } = entry.params as { lower: number; upper: number };
  const weights = trimWeights(design.weights, lower, upper);
  const mean = surveyMean(data.numbers(variable(entry, 'var')), { ...design, weights });
  return { weights: weightFields(weights), mean: mean?.mean, se_mean: mean?.se };
});

export const complexSurvey: OracleTopic = {
  methods: {
    svy_mean: svyMean,
    svy_total: svyTotal,
    svy_proportion: svyProportion,
    svy_by: svyBy,
    svy_ratio: svyRatio,
    svy_quantile: svyQuantile,
    svy_chisq: svyChisq,
    svy_ttest: svyTTest,
    svy_glm: svyGlm,
    svy_replicate_jackknife: svyJackknife,
    post_stratify: postStratification,
    rake: raking,
    calibrate: calibration,
    rake_simple: simpleRaking,
    weight_diagnostics: diagnostics,
    trim_weights: trimming,
  },
  degenerate: {
    rake: (input) => {
      const { sample, codes, shares } = input as { sample: Code[]; codes: Code[]; shares: number[] };
      try {
        const weights = rakeToShares(sample.length, [
          { categoryOf: sample.map((code) => codes.indexOf(code)), targets: shares },
        ]);
        return { status: weights ? 'value' : 'undefined', values: {} };
      } catch (problem) {
        if (problem instanceof RangeError) return { status: 'error', values: {} };
        throw problem;
      }
    },
    svy_mean: (input) => {
      const { x, stratum } = input as { x: number[]; stratum: string[] };
      const result = surveyMean(x, surveyDesign({ weights: x.map(() => 1), strata: stratum }));
      return {
        status: result?.se === null || !result ? 'undefined' : 'value',
        values: { mean: result?.mean ?? null, se: result?.se ?? null },
      };
    },
  },
};
