import { sampleSizeOfTwoMeans } from '../../../src/statistics/compare/sample-size-of-two-means';
import { sampleSizeOfMean } from '../../../src/statistics/describe/sample-size-of-mean';
import { zCritical } from '../../../src/statistics/distributions/normal';
import { marginOfError } from '../../../src/statistics/proportion/margin-of-error';
import { sampleSizeOfShare, wholePeople } from '../../../src/statistics/proportion/sample-size-of-share';
import { sampleSizeOfTwoShares } from '../../../src/statistics/proportion/sample-size-of-two-shares';
import {
  finitePopulationFactor,
  finitePopulationMean,
  finitePopulationShare,
  textbookPopulationFactor,
} from '../../../src/statistics/weights/finite-population';
import type { DegenerateAdapter, OracleAdapter, OracleEntry, OracleTopic } from './adapter';
import { completeNumbers, nameOf, required } from './support/prepare';

const numberOf = ({ params }: OracleEntry, name: string): number => params[name] as number;

/** Optional parameters under our names, absent where the entry has none. */
const optional = ({ params }: OracleEntry) => ({
  ...(params['population'] === undefined ? {} : { population: params['population'] as number }),
  ...(params['deff'] === undefined ? {} : { designEffect: params['deff'] as number }),
  ...(params['response_rate'] === undefined ? {} : { responseShare: params['response_rate'] as number }),
});

const finitePopulation: OracleAdapter = (entry, data) => {
  const name = nameOf(entry, 'var');
  const values = completeNumbers(required(data).complete([name]), name);
  const [n, population] = [values.length, numberOf(entry, 'population')];
  const [level, threshold] = [numberOf(entry, 'level'), numberOf(entry, 'threshold')];
  const mean = finitePopulationMean(values, population, level);
  const reached = values.filter((value) => value >= threshold).length;
  const share = finitePopulationShare(reached, n, population, level);
  return {
    n,
    population,
    threshold,
    sampling_fraction: mean?.samplingShare,
    fpc_factor_1_minus_f: finitePopulationFactor(n, population),
    fpc_factor_N_minus_n_over_N_minus_1: textbookPopulationFactor(n, population),
    mean: mean?.mean,
    se_mean: mean?.se,
    mean_ci_t: [mean?.interval?.low, mean?.interval?.high],
    total: mean?.total,
    se_total: mean?.totalSe,
    proportion_ge_threshold: share?.share,
    se_proportion_n_minus_1: share?.se,
    se_proportion_textbook: share?.textbookSe,
    proportion_ci_normal_textbook: [share?.textbookInterval.low, share?.textbookInterval.high],
  };
};

const ofShare: OracleAdapter = (entry) => {
  const level = numberOf(entry, 'level');
  const size = sampleSizeOfShare({
    share: numberOf(entry, 'p'),
    margin: numberOf(entry, 'margin'),
    confidence: level,
    ...optional(entry),
  });
  return {
    z: zCritical(level),
    n_infinite: size.infinite,
    n_infinite_ceiling: size.infiniteWhole,
    n_finite: size.finite,
    n_finite_ceiling: size.finiteWhole,
    n_with_design_effect: size.withDesignEffect,
    n_to_invite: size.invitations,
  };
};

const ofMean: OracleAdapter = (entry) => {
  const level = numberOf(entry, 'level');
  const { sd, margin } = { sd: numberOf(entry, 'sd'), margin: numberOf(entry, 'margin') };
  const size = sampleSizeOfMean({ sd, margin, confidence: level, ...optional(entry) });
  return {
    z: zCritical(level),
    n_infinite: size.infinite,
    n_infinite_ceiling: wholePeople(size.infinite),
    n_finite: size.finite,
    n_finite_ceiling: size.finite && wholePeople(size.finite),
  };
};

const margin: OracleAdapter = (entry) => {
  const result = marginOfError({
    share: numberOf(entry, 'p'),
    n: numberOf(entry, 'n'),
    confidence: numberOf(entry, 'level'),
    ...optional(entry),
  });
  return {
    margin: result.margin,
    margin_with_fpc: result.inPopulation,
    margin_with_deff: result.withDesignEffect,
  };
};

const ofTwoShares: OracleAdapter = (entry) => {
  const [p1, p2] = [numberOf(entry, 'p1'), numberOf(entry, 'p2')];
  const size = sampleSizeOfTwoShares(p1, p2, numberOf(entry, 'alpha'), numberOf(entry, 'power'));
  return {
    n_per_group: size.perGroup,
    n_per_group_ceiling: wholePeople(size.perGroup),
    n_per_group_fleiss_continuity: size.perGroupWithContinuity,
    // The reference's formula lacks the factor 2 of two groups (R: pwr::pwr.2p.test gives twice as many).
    n_per_group_arcsine: size.oneGroupByArcsine,
    cohen_h: size.cohenH,
    r_power_prop_test_n: size.perGroup,
  };
};

const ofTwoMeans: OracleAdapter = (entry) => {
  const size = sampleSizeOfTwoMeans(numberOf(entry, 'd'), numberOf(entry, 'alpha'), numberOf(entry, 'power'));
  return {
    n_per_group_normal: size.byNormal,
    n_per_group_t: size.byT,
    n_per_group_t_strict: size.byTBothTails,
  };
};

const finitePopulationEdge: DegenerateAdapter = (input) => {
  const population = input['population'] as number;
  if (input['x'] === undefined) finitePopulationFactor(input['n'] as number, population);
  const mean = finitePopulationMean((input['x'] ?? []) as number[], population);
  return { status: 'value', values: { mean: mean?.mean, se_mean: mean?.se } };
};

export const sampleSize: OracleTopic = {
  methods: {
    fpc_estimates: finitePopulation,
    margin_of_error: margin,
    sample_size_mean: ofMean,
    sample_size_proportion: ofShare,
    sample_size_two_means: ofTwoMeans,
    sample_size_two_proportions: ofTwoShares,
  },
  degenerate: {
    fpc_estimates: finitePopulationEdge,
    sample_size_proportion: (input) => {
      const { p, margin, level } = input as Record<string, number>;
      const size = sampleSizeOfShare({ share: p ?? 0.5, margin: margin ?? 0, confidence: level ?? 0 });
      return { status: 'value', values: { n_infinite: size.infinite } };
    },
  },
};
