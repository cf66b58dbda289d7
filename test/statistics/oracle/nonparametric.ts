import {
  dunnTest,
  friedmanTest,
  kruskalWallisTest,
  mannWhitneyTest,
  pairwiseMannWhitneyTests,
  signTest,
  signedRankTest,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';
import {
  completeNumbers,
  fromOne,
  grouped,
  groupedInput,
  nameOf,
  namesOf,
  pairNames,
  required,
} from './support/prepare';

/** First minus second variable, or the variable minus the hypothesis. */
const differencesOf = (entry: OracleEntry, data: OracleData | null): readonly number[] => {
  const a = nameOf(entry, 'a');
  const b = entry.variables['b'];
  const names = typeof b === 'string' ? [a, b] : [a];
  const complete = required(data).complete(names);
  const [first = [], second] = names.map((name) => completeNumbers(complete, name));
  const mu = (entry.params['mu'] as number | undefined) ?? 0;
  return first.map((value, at) => value - (second?.[at] ?? mu));
};

const wilcoxon: OracleAdapter = (entry, data) => {
  const test = signedRankTest(differencesOf(entry, data));
  return {
    n_pairs: test.n,
    n_zero_differences: test.zeros,
    n_used: test.nUsed,
    has_ties: test.hasTies,
    V_positive_rank_sum: test.positiveRankSum,
    negative_rank_sum: test.negativeRankSum,
    z_no_continuity: test.z,
    p_normal_no_continuity: test.p,
    p_normal_continuity: test.pWithContinuity,
    p_exact: test.exactP,
    rank_biserial: test.rankBiserial,
    effect_r_z_over_sqrt_n_used: test.rOfUsed,
    effect_r_z_over_sqrt_n_pairs: test.rOfAll,
  };
};

const sign: OracleAdapter = (entry, data) => {
  const { exactP, z, p, ...counts } = signTest(differencesOf(entry, data));
  return { ...counts, p_exact: exactP, z_continuity: z, p_normal_continuity: p };
};

const mannWhitney: OracleAdapter = (entry, data) => {
  const [first = [], second = []] = grouped(entry, data).values;
  const test = mannWhitneyTest(first, second);
  return {
    n1: test.sizes[0],
    n2: test.sizes[1],
    rank_sum_1: test.rankSums[0],
    mean_rank_1: test.meanRanks[0],
    mean_rank_2: test.meanRanks[1],
    U1: test.firstLarger,
    U2: test.secondLarger,
    U_min: Math.min(test.firstLarger, test.secondLarger),
    has_ties: test.hasTies,
    z_no_continuity: test.z,
    p_normal_no_continuity: test.p,
    p_normal_continuity: test.pWithContinuity,
    p_exact_twice_smaller_tail: test.exact?.twiceSmallerTail ?? null,
    p_exact_distance_from_mean: test.exact?.distanceFromMean ?? null,
    cliffs_delta: test.cliffsDelta,
    rank_biserial: test.cliffsDelta,
    common_language_A: test.commonLanguage,
    effect_r_z_over_sqrt_n: test.r,
  };
};

const kruskalWallis: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const test = kruskalWallisTest(values);
  return {
    n: test.n,
    groups,
    group_n: test.sizes,
    mean_ranks: test.meanRanks,
    medians: test.medians,
    H: test.statistic,
    H_without_tie_correction: test.statisticWithoutTies,
    df: test.df,
    p: test.p,
    epsilon_squared: test.epsilonSquared,
    eta_squared_H: test.etaSquared,
  };
};

const dunn: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const test = dunnTest(values);
  return {
    groups,
    pairs: pairNames(groups),
    z: test.z,
    p: test.p,
    p_bonferroni: test.bonferroni,
    p_holm: test.holm,
    p_benjamini_hochberg: test.benjaminiHochberg,
  };
};

const pairwiseWilcoxon: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const test = pairwiseMannWhitneyTests(values);
  return { pairs: pairNames(groups), p: test.p, p_holm: test.holm, p_bonferroni: test.bonferroni };
};

const friedman: OracleAdapter = (entry, data) => {
  const names = namesOf(entry, 'items');
  const complete = required(data).complete(names);
  const test = friedmanTest(names.map((name) => completeNumbers(complete, name)));
  return {
    n: test.n,
    k: names.length,
    mean_ranks: test.meanRanks,
    chi2: test.statistic,
    df: test.df,
    p: test.p,
    kendall_w: test.kendallW,
    pairs: fromOne(test.pairs),
    pairwise_z: test.pairwiseZ,
    pairwise_p: test.pairwiseP,
    pairwise_p_bonferroni: test.pairwiseBonferroni,
  };
};

export const nonparametric: OracleTopic = {
  methods: {
    wilcoxon_signed_rank: wilcoxon,
    sign_test: sign,
    mann_whitney: mannWhitney,
    kruskal_wallis: kruskalWallis,
    dunn,
    pairwise_wilcoxon: pairwiseWilcoxon,
    friedman,
  },
  degenerate: {
    wilcoxon_signed_rank: (input) => {
      const [a, b] = [input['a'] as readonly number[], input['b'] as readonly number[]];
      const test = signedRankTest(a.map((value, at) => value - (b[at] ?? 0)));
      return {
        status: test.p === null ? 'undefined' : 'value',
        values: { n_used: test.nUsed, V: test.positiveRankSum, p: test.p },
      };
    },
    mann_whitney: (input) => {
      const test = mannWhitneyTest(input['x'] as readonly number[], input['y'] as readonly number[]);
      return {
        status: test.z === null ? 'undefined' : 'value',
        values: { U1: test.firstLarger, cliffs_delta: test.cliffsDelta, z_no_continuity: test.z, p: test.p },
      };
    },
    kruskal_wallis: (input) => {
      const test = kruskalWallisTest(groupedInput(input));
      return { status: test.p === null ? 'undefined' : 'value', values: { H: test.statistic, p: test.p } };
    },
    friedman: (input) => {
      const rows = input['rows'] as readonly (readonly number[])[];
      const test = friedmanTest((rows[0] ?? []).map((_, item) => rows.map((row) => row[item] ?? NaN)));
      return { status: test.statistic === null ? 'undefined' : 'value', values: { chi2: test.statistic } };
    },
  },
};
