import {
  analysisOfVariance,
  bartlettTest,
  brownForsytheAnalysisOfVariance,
  flignerKilleenTest,
  gamesHowellTest,
  jarqueBeraTest,
  leveneTest,
  meanDifference,
  oneSampleTTest,
  pairedTTest,
  pairwiseTTests,
  shapiroWilkTest,
  studentTest,
  summarise,
  tukeyTest,
  welchAnalysisOfVariance,
  welchTest,
  type Interval,
} from '../../../src/statistics';
import { tLower } from '../../../src/statistics/distributions/student-t';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';
import { completeNumbers, grouped, groupedInput, nameOf, pairNames, required } from './support/prepare';

const limits = (interval: Interval | null | undefined): readonly [number, number] | null =>
  interval ? [interval.low, interval.high] : null;

const valuesOf = (entry: OracleEntry, data: OracleData | null): readonly number[] => {
  const name = nameOf(entry, 'var');
  return completeNumbers(required(data).complete([name]), name);
};

const tOneSample: OracleAdapter = (entry, data) => {
  const mu = entry.params['mu'] as number;
  const summary = summarise(valuesOf(entry, data));
  const test = oneSampleTTest(summary, mu);
  return {
    ...summary,
    mu,
    t: test?.t,
    df: test?.df,
    p_two_sided: test?.p,
    p_greater: test?.pGreater,
    ci95_mean: limits(test?.interval),
    cohen_d: test?.cohenD,
  };
};

const tPaired: OracleAdapter = (entry, data) => {
  const names = [nameOf(entry, 'a'), nameOf(entry, 'b')];
  const complete = required(data).complete(names);
  const [a = [], b = []] = names.map((name) => completeNumbers(complete, name));
  const paired = pairedTTest(a, b);
  return {
    n: paired.n,
    mean_a: paired.first.mean,
    mean_b: paired.second.mean,
    mean_difference: paired.difference.mean,
    sd_difference: paired.difference.sd,
    correlation: paired.correlation,
    t: paired.test?.t,
    df: paired.test?.df,
    p: paired.test?.p,
    ci95: limits(paired.test?.interval),
    cohen_dz: paired.cohenDz,
    cohen_d_av: paired.cohenDav,
    cohen_d_av_pooled_var: paired.cohenDavOfVariances,
  };
};

const tIndependent: OracleAdapter = (entry, data) => {
  const [first = [], second = []] = grouped(entry, data).values;
  const [a, b] = [summarise(first), summarise(second)];
  const [student, welch] = [studentTest(a, b), welchTest(a, b)];
  return {
    n1: a.n,
    n2: b.n,
    mean1: a.mean,
    mean2: b.mean,
    sd1: a.sd,
    sd2: b.sd,
    difference: welch?.difference,
    student_t: student?.t,
    student_df: student?.df,
    student_p: student?.p,
    student_ci95: limits(student?.interval),
    welch_t: welch?.t,
    welch_df: welch?.df,
    welch_p: welch?.p,
    welch_ci95: limits(welch?.interval),
    welch_p_less: welch && tLower(welch.t, welch.df),
  };
};

const anovaOneway: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const table = analysisOfVariance(values);
  return {
    n: table.n,
    groups,
    group_n: table.groups.map(({ n }) => n),
    means: table.groups.map(({ mean }) => mean),
    sds: table.groups.map(({ sd }) => sd),
    ss_between: table.sumOfSquaresBetween,
    ss_within: table.sumOfSquaresWithin,
    df_between: table.dfBetween,
    df_within: table.dfWithin,
    ms_between: table.meanSquareBetween,
    ms_within: table.meanSquareWithin,
    F: table.statistic,
    p: table.p,
    eta_squared: table.etaSquared,
    omega_squared: table.omegaSquared,
    epsilon_squared: table.epsilonSquared,
    cohen_f: table.cohenF,
  };
};

const anovaWelch: OracleAdapter = (entry, data) => {
  const groups = grouped(entry, data).values.map(summarise);
  const [welch, brownForsythe] = [welchAnalysisOfVariance(groups), brownForsytheAnalysisOfVariance(groups)];
  return {
    F: welch?.statistic,
    df1: welch?.df1,
    df2: welch?.df2,
    p: welch?.p,
    brown_forsythe_F: brownForsythe?.statistic,
    brown_forsythe_df1: brownForsythe?.df1,
    brown_forsythe_df2: brownForsythe?.df2,
    brown_forsythe_p: brownForsythe?.p,
  };
};

const tukeyHsd: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const test = tukeyTest(values.map(summarise));
  return {
    pairs: pairNames(groups),
    difference: test?.pairs.map(({ difference }) => difference),
    q: test?.pairs.map(({ q }) => q),
    df: test?.df,
    k: groups.length,
    q_crit_95: test?.critical,
    lower: test?.pairs.map(({ interval }) => interval.low),
    upper: test?.pairs.map(({ interval }) => interval.high),
    p: test?.pairs.map(({ p }) => p),
  };
};

const gamesHowell: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const pairs = gamesHowellTest(values.map(summarise));
  return {
    pairs: pairNames(groups),
    difference: pairs.map((pair) => pair?.difference),
    q: pairs.map((pair) => pair?.q),
    df: pairs.map((pair) => pair?.df),
    p: pairs.map((pair) => pair?.p),
    lower: pairs.map((pair) => pair?.interval.low),
    upper: pairs.map((pair) => pair?.interval.high),
  };
};

const pairwiseT: OracleAdapter = (entry, data) => {
  const { groups, values } = grouped(entry, data);
  const tests = pairwiseTTests(values.map(summarise));
  return {
    pairs: pairNames(groups),
    t_pooled_sd: tests.t,
    df: tests.df,
    p_pooled_sd: tests.p,
    p_pooled_sd_bonferroni: tests.bonferroni,
    p_pooled_sd_holm: tests.holm,
    p_pooled_sd_bh: tests.benjaminiHochberg,
    p_welch: tests.welchP,
    p_welch_holm: tests.welchHolm,
  };
};

const levene: OracleAdapter = (entry, data) => {
  const { values } = grouped(entry, data);
  const [mean, median] = [leveneTest(values, 'mean'), leveneTest(values, 'median')];
  const [bartlett, fligner] = [bartlettTest(values.map(summarise)), flignerKilleenTest(values)];
  return {
    levene_mean_F: mean?.statistic,
    df1: mean?.df1,
    df2: mean?.df2,
    levene_mean_p: mean?.p,
    brown_forsythe_median_F: median?.statistic,
    brown_forsythe_median_p: median?.p,
    bartlett_chi2: bartlett?.statistic,
    bartlett_df: bartlett?.df,
    bartlett_p: bartlett?.p,
    fligner_chi2: fligner?.statistic,
    fligner_p: fligner?.p,
  };
};

const normality: OracleAdapter = (entry, data) => {
  const values = valuesOf(entry, data);
  const [shapiroWilk, jarqueBera] = [shapiroWilkTest(values), jarqueBeraTest(values)];
  return {
    n: values.length,
    shapiro_w: shapiroWilk?.statistic,
    shapiro_p: shapiroWilk?.p,
    jarque_bera: jarqueBera?.statistic,
    jarque_bera_p: jarqueBera?.p,
  };
};

export const means: OracleTopic = {
  methods: {
    t_one_sample: tOneSample,
    t_paired: tPaired,
    t_independent: tIndependent,
    anova_oneway: anovaOneway,
    anova_welch: anovaWelch,
    tukey_hsd: tukeyHsd,
    games_howell: gamesHowell,
    pairwise_t: pairwiseT,
    levene,
    normality,
  },
  degenerate: {
    t_one_sample: (input) => {
      const test = oneSampleTTest(summarise(input['x'] as readonly number[]), input['mu'] as number);
      return { status: test === null ? 'undefined' : 'value', values: { t: test?.t ?? null, p: test?.p ?? null } };
    },
    t_independent: (input) => {
      const [a, b] = [summarise(input['x'] as readonly number[]), summarise(input['y'] as readonly number[])];
      const [student, welch, effect] = [studentTest(a, b), welchTest(a, b), meanDifference(a, b)];
      return {
        status: student === null || welch === null ? 'undefined' : 'value',
        values: {
          difference: effect?.difference,
          student_t: student?.t ?? null,
          welch_t: welch?.t ?? null,
          cohen_d: effect?.cohenD ?? null,
        },
      };
    },
    anova_oneway: (input) => {
      const table = analysisOfVariance(groupedInput(input));
      return {
        status: table.p === null ? 'undefined' : 'value',
        values: { df_within: table.dfWithin, ss_within: table.sumOfSquaresWithin, F: table.statistic, p: table.p },
      };
    },
  },
};
