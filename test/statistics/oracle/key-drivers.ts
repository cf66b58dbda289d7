import {
  importancePerformance,
  keyDrivers,
  pearsonCorrelation,
  standardisedCoefficients,
  surveyDesign,
  surveyMean,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';

const prepare = (entry: OracleEntry, all: OracleData | null) => {
  const [y, drivers] = [entry.variables['y'] as string, [entry.variables['x'] as string | string[]].flat()];
  const data = all!.complete([y, ...drivers]);
  return {
    names: drivers,
    outcome: data.numbers(y) as number[],
    drivers: drivers.map((name) => data.numbers(name) as number[]),
  };
};

const drivers: OracleAdapter = (entry, all) => {
  const { names, outcome, drivers: columns } = prepare(entry, all);
  const result = keyDrivers(outcome, columns);
  const found = result?.drivers ?? [];
  return {
    n: result?.n,
    drivers: names,
    r2: result?.r2,
    lmg: found.map(({ lmg }) => lmg),
    lmg_pct: found.map(({ lmgPercent }) => lmgPercent),
    johnson_relative_weight: found.map(({ relativeWeight }) => relativeWeight),
    johnson_pct: found.map(({ relativeWeightPercent }) => relativeWeightPercent),
    first_r2: found.map(({ alone }) => alone),
    last_delta_r2: found.map(({ last }) => last),
    standardized_beta: found.map(({ standardisedCoefficient }) => standardisedCoefficient),
    pratt: found.map(({ pratt }) => pratt),
    zero_order_r: found.map(({ correlation }) => correlation),
  };
};

const map: OracleAdapter = (entry, all) => {
  const { names, outcome, drivers: columns } = prepare(entry, all);
  const ones = outcome.map(() => 1);
  const importance =
    entry.params['importance'] === 'pearson'
      ? columns.map((column) => pearsonCorrelation(column, outcome)!.r)
      : (standardisedCoefficients([ones, ...columns], outcome).slice(1) as number[]);
  const performance = columns.map((column) => surveyMean(column, surveyDesign({ weights: ones }))!.mean);
  const result = importancePerformance(importance, performance);
  return {
    n: outcome.length,
    drivers: names,
    importance,
    performance,
    importance_threshold: result?.importanceThreshold,
    performance_threshold: result?.performanceThreshold,
    quadrant: result?.quadrants,
  };
};

export const keyDriversTopic: OracleTopic = {
  methods: { key_drivers: drivers, importance_performance: map },
  degenerate: {},
};
