import { extent } from '../../../src/statistics/describe/extent';
import { frequencyTable } from '../../../src/statistics/describe/frequency-table';
import { groupSummaries } from '../../../src/statistics/describe/group-summaries';
import { interquartileRange } from '../../../src/statistics/describe/interquartile-range';
import { kurtosis } from '../../../src/statistics/describe/kurtosis';
import { meanInterval } from '../../../src/statistics/describe/mean-interval';
import { median } from '../../../src/statistics/describe/median';
import { medianAbsoluteDeviation } from '../../../src/statistics/describe/median-absolute-deviation';
import { multipleResponse } from '../../../src/statistics/describe/multiple-response';
import { quantiles } from '../../../src/statistics/describe/quantile';
import { skewness } from '../../../src/statistics/describe/skewness';
import { spread } from '../../../src/statistics/describe/spread';
import { summarise } from '../../../src/statistics/describe/summary';
import { total } from '../../../src/statistics/describe/total';
import { trimmedMean } from '../../../src/statistics/describe/trimmed-mean';
import { tukeyHinges } from '../../../src/statistics/describe/tukey-hinges';
import { weightedFrequencyTable } from '../../../src/statistics/describe/weighted-frequency-table';
import { weightedQuantiles } from '../../../src/statistics/describe/weighted-quantile';
import { weightedSummary } from '../../../src/statistics/describe/weighted-summary';
import type { DegenerateAdapter, OracleAdapter, OracleTopic } from './adapter';
import { categorised, completeNumbers, completeWeights, grouped, nameOf, namesOf, required } from './support/prepare';

const valuesOf: (...given: Parameters<OracleAdapter>) => readonly number[] = (entry, data) => {
  const name = nameOf(entry, 'var');
  return completeNumbers(required(data).complete([name]), name);
};

const described = (values: readonly number[]) => {
  const [sd, skew, tails, ends] = [spread(values), skewness(values), kurtosis(values), extent(values)];
  return {
    n_valid: values.length,
    sum: total(values),
    mean: summarise(values).mean,
    variance: sd?.variance ?? null,
    sd: sd?.sd ?? null,
    sd_population: sd?.populationSd ?? null,
    se_mean: sd?.se ?? null,
    cv: sd?.coefficientOfVariation ?? null,
    median: median(values),
    min: ends?.min ?? null,
    max: ends?.max ?? null,
    range: ends?.range ?? null,
    mad_scaled: medianAbsoluteDeviation(values),
    skewness_type1: skew?.momentRatio ?? null,
    skewness_type2: skew?.corrected ?? null,
    skewness_type3: skew?.bySampleSd ?? null,
    kurtosis_excess_type1: tails?.momentRatio ?? null,
    kurtosis_excess_type2: tails?.corrected ?? null,
    kurtosis_excess_type3: tails?.bySampleSd ?? null,
    se_skewness: skew?.se ?? null,
    trimmed_mean_10pct_each_tail: trimmedMean(values, 0.1),
  };
};

const describe: OracleAdapter = (entry, data) => {
  const values = valuesOf(entry, data);
  const rows = required(data).rows;
  return { n_total: rows, n_missing: rows - values.length, ...described(values) };
};

const frequencies: OracleAdapter = (entry, data) => {
  const { categories, positions } = categorised(required(data), nameOf(entry, 'var'));
  const table = frequencyTable(positions, categories.length);
  return {
    n_total: table.n,
    n_valid: table.valid,
    n_missing: table.missing,
    categories,
    counts: table.counts,
    pct_of_total: table.percentOfAll,
    pct_of_valid: table.percentOfValid,
    cum_pct_of_valid: table.cumulativePercent,
  };
};

const frequenciesWeighted: OracleAdapter = (entry, data) => {
  const { categories, positions } = categorised(required(data), nameOf(entry, 'var'));
  const table = weightedFrequencyTable(positions, required(data).weights(), categories.length);
  return {
    n_unweighted_valid: table.n,
    n_missing_variable: table.missing,
    n_missing_weight: table.missingWeights,
    n_zero_weight_valid: table.zeroWeights,
    sum_weights_valid: table.sumOfWeights,
    sum_weights_all: table.sumOfAllWeights,
    categories,
    unweighted_counts: table.counts,
    weighted_counts: table.weightedCounts,
    weighted_pct_of_valid: table.percents,
    kish_effective_n: table.effectiveN,
    kish_deff: table.designEffect,
  };
};

const quantilesOf = (values: readonly number[], ps: readonly number[]) => ({
  n: values.length,
  probs: ps,
  type2: quantiles(values, ps, 2),
  type6: quantiles(values, ps, 6),
  type7: quantiles(values, ps, 7),
  iqr_type2: interquartileRange(values, 2),
  iqr_type6: interquartileRange(values, 6),
  iqr_type7: interquartileRange(values, 7),
});

const quantileTypes: OracleAdapter = (entry, data) => {
  const values = valuesOf(entry, data);
  const hinges = tukeyHinges(values);
  return {
    ...quantilesOf(values, entry.params['probs'] as number[]),
    tukey_hinges: hinges && [hinges.low, hinges.high],
  };
};

const meanIntervalT: OracleAdapter = (entry, data) => {
  const values = valuesOf(entry, data);
  const summary = summarise(values);
  const levels = entry.params['levels'] as number[];
  const intervals = levels.map((level) => meanInterval(summary, level));
  return {
    n: summary.n,
    mean: summary.mean,
    se: spread(values)?.se,
    df: summary.n - 1,
    levels,
    lower: intervals.map((interval) => interval?.low),
    upper: intervals.map((interval) => interval?.high),
  };
};

const meanByGroup: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const summaries = groupSummaries(values);
  return {
    groups,
    n: summaries.map(({ n }) => n),
    mean: summaries.map(({ mean }) => mean),
    sd: summaries.map(({ sd }) => sd),
    se: summaries.map(({ se }) => se),
    median: summaries.map((summary) => summary.median),
    min: summaries.map(({ min }) => min),
    max: summaries.map(({ max }) => max),
  };
};

const weightedPair: (...given: Parameters<OracleAdapter>) => readonly [readonly number[], readonly number[]] = (
  entry,
  data,
) => {
  const name = nameOf(entry, 'var');
  const complete = required(data).complete([name]);
  return [completeNumbers(complete, name), completeWeights(complete)];
};

const meanWeighted: OracleAdapter = (entry, data) => {
  const summary = weightedSummary(...weightedPair(entry, data));
  return {
    n_unweighted: summary.n,
    n_positive_weight: summary.positiveWeights,
    sum_weights: summary.sumOfWeights,
    mean: summary.mean,
    variance_frequency_weights: summary.frequencyVariance,
    sd_frequency_weights: summary.frequencySd,
    se_frequency_weights: summary.frequencySe,
    variance_population: summary.populationVariance,
    variance_reliability_weights: summary.reliabilityVariance,
    kish_effective_n: summary.effectiveN,
    se_kish: summary.kishSe,
    se_linearized: summary.linearisedSe,
  };
};

const quantileWeighted: OracleAdapter = (entry, data) => {
  const [values, weights] = weightedPair(entry, data);
  const probs = entry.params['probs'] as number[];
  const { inverse, averaged } = weightedQuantiles(values, weights, probs);
  return {
    n_unweighted: values.length,
    sum_weights: weightedSummary(values, weights).sumOfWeights,
    probs,
    inverse_ecdf: inverse,
    inverse_ecdf_averaged: averaged,
  };
};

const multipleResponses: OracleAdapter = (entry, data) => {
  const names = namesOf(entry, 'items');
  const selected = entry.params['selected_codes'] as (string | number)[];
  const complete = required(data).complete(names);
  const items = names.map((name, at) => complete.codes(name).map((code) => (code === selected[at] ? 1 : 0)));
  const result = multipleResponse(items);
  return {
    n_respondents: result.n,
    n_with_any: result.respondentsWithAny,
    total_responses: result.responses,
    counts: result.counts,
    pct_of_responses: result.percentOfResponses,
    pct_of_cases_with_any: result.percentOfRespondentsWithAny,
    pct_of_all_respondents: result.percentOfRespondents,
    mean_responses_per_case: result.responsesPerRespondent,
  };
};

const describeEdge: DegenerateAdapter = (input) => {
  const given = input['x'] as number[];
  const missing = (input['missing_codes'] ?? []) as number[];
  const values = given.filter((value) => !missing.includes(value));
  const result = described(values);
  const status =
    result.mean === null
      ? 'undefined'
      : result.sd === 0 && result.skewness_type2 === null
        ? 'value_with_warning'
        : 'value';
  return { status, values: { ...result, n_missing: given.length - values.length } };
};

const meanIntervalEdge: DegenerateAdapter = (input) => {
  const summary = summarise(input['x'] as number[]);
  const interval = meanInterval(summary);
  const se = spread(input['x'] as number[])?.se ?? null;
  return {
    status: interval === null ? 'undefined' : 'value',
    values: { ...summary, se, lower: interval?.low ?? null, upper: interval?.high ?? null },
  };
};

const frequenciesEdge: DegenerateAdapter = (input) => {
  const positions = (input['x'] as (number | null)[]).map((value) => value ?? -1);
  const table = frequencyTable(positions, 0);
  return {
    status: table.percentOfValid === null ? 'undefined' : 'value',
    values: { n_total: table.n, n_valid: table.valid, n_missing: table.missing },
  };
};

const frequenciesWeightedEdge: DegenerateAdapter = (input) => {
  const weights = input['w'] as number[];
  try {
    const table = weightedFrequencyTable([0, 1], weights, 2);
    return { status: 'value', values: { sum_weights: table.sumOfWeights } };
  } catch (error) {
    if (error instanceof RangeError) return { status: 'error', values: { sum_weights: total(weights) } };
    throw error;
  }
};

const meanWeightedEdge: DegenerateAdapter = (input) => {
  const { mean, effectiveN } = weightedSummary(input['x'] as number[], input['w'] as number[]);
  return { status: effectiveN < 2 ? 'value_with_warning' : 'value', values: { mean, kish_effective_n: effectiveN } };
};

export const descriptives: OracleTopic = {
  methods: {
    describe,
    frequencies,
    frequencies_weighted: frequenciesWeighted,
    mean_by_group: meanByGroup,
    mean_ci_t: meanIntervalT,
    mean_weighted: meanWeighted,
    multiple_response: multipleResponses,
    quantile_weighted: quantileWeighted,
    quantiles: quantileTypes,
  },
  degenerate: {
    describe: describeEdge,
    frequencies: frequenciesEdge,
    frequencies_weighted: frequenciesWeightedEdge,
    mean_ci_t: meanIntervalEdge,
    mean_weighted: meanWeightedEdge,
    quantiles: (input) => ({
      status: 'value',
      values: quantilesOf(input['x'] as number[], input['probs'] as number[]),
    }),
  },
};
