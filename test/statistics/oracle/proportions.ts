import { summaryOfCounts } from '../../../src/statistics/describe/summary-of-counts';
import type { Interval } from '../../../src/statistics/interval';
import { agrestiCoullInterval } from '../../../src/statistics/proportion/agresti-coull-interval';
import { boxCounts } from '../../../src/statistics/proportion/box-counts';
import { boxPercents } from '../../../src/statistics/proportion/box-percents';
import { clopperPearsonInterval } from '../../../src/statistics/proportion/clopper-pearson-interval';
import { cohenH } from '../../../src/statistics/proportion/cohen-h';
import { agrestiCaffoInterval, waldDifferenceInterval } from '../../../src/statistics/proportion/difference-intervals';
import { differenceTests } from '../../../src/statistics/proportion/difference-tests';
import { jeffreysInterval } from '../../../src/statistics/proportion/jeffreys-interval';
import { netPromoterDifference } from '../../../src/statistics/proportion/net-promoter-difference';
import { netPromoterPrecision } from '../../../src/statistics/proportion/net-promoter-precision';
import { newcombeInterval } from '../../../src/statistics/proportion/newcombe-interval';
import { oddsRatio, riskRatio } from '../../../src/statistics/proportion/ratio-of-shares';
import {
  recommendationCounts,
  type RecommendationScale,
} from '../../../src/statistics/proportion/recommendation-counts';
import { shareEstimate } from '../../../src/statistics/proportion/share-estimate';
import { sharesOf, type SharePair } from '../../../src/statistics/proportion/share-pair';
import { shareTest } from '../../../src/statistics/proportion/share-test';
import { waldInterval } from '../../../src/statistics/proportion/wald-interval';
import { weightedNetPromoterScore } from '../../../src/statistics/proportion/weighted-net-promoter-score';
import { wilsonContinuityInterval } from '../../../src/statistics/proportion/wilson-continuity-interval';
import { wilsonInterval } from '../../../src/statistics/proportion/wilson-interval';
import type { DegenerateAdapter, OracleAdapter, OracleEntry, OracleTopic } from './adapter';
import { completeNumbers, completeWeights, nameOf, required, type Code } from './support/prepare';

type Given = Parameters<OracleAdapter>;

const limits = (interval: Interval | null): readonly number[] | null => interval && [interval.low, interval.high];

const levelOf = ({ params }: OracleEntry): number => params['level'] as number;

const isSuccess = (entry: OracleEntry) => {
  const codes = entry.params['success'] as readonly Code[];
  return (code: Code | null): boolean => code !== null && codes.includes(code);
};

/** Successes and answers, all or of one group. */
const countOf = ([entry, data]: Given, group?: Code) => {
  const name = nameOf(entry, 'var');
  const names = group === undefined ? [name] : [name, nameOf(entry, 'group')];
  const complete = required(data).complete(names);
  const groups = group === undefined ? null : complete.codes(nameOf(entry, 'group'));
  const codes = complete.codes(name).filter((_, row) => groups === null || groups[row] === group);
  return { successes: codes.filter(isSuccess(entry)).length, n: codes.length };
};

const intervals = (x: number, n: number, level: number) => ({
  x,
  n,
  level,
  estimate: shareEstimate(x, n)?.share ?? null,
  se_wald: shareEstimate(x, n)?.se ?? null,
  wald: limits(waldInterval(x, n, level)),
  wilson: limits(wilsonInterval(x, n, level)),
  wilson_continuity: limits(wilsonContinuityInterval(x, n, level)),
  clopper_pearson: limits(clopperPearsonInterval(x, n, level)),
  agresti_coull: limits(agrestiCoullInterval(x, n, level)),
  jeffreys: limits(jeffreysInterval(x, n, level)),
});

const proportionInterval: OracleAdapter = (entry, data) => {
  const { successes, n } = countOf([entry, data]);
  return intervals(successes, n, levelOf(entry));
};

const proportionTest: OracleAdapter = (entry, data) => {
  const { successes, n } = countOf([entry, data]);
  const p0 = entry.params['p0'] as number;
  const test = shareTest(successes, n, p0);
  return {
    x: successes,
    n,
    p0,
    exact_p_two_sided: test?.exactP,
    exact_p_less: test?.exactPLess,
    exact_p_greater: test?.exactPGreater,
    z_score: test?.z,
    p_score: test?.p,
    chi2_continuity: test?.correctedChiSquare,
    p_continuity: test?.correctedP,
  };
};

const compared = (pair: SharePair, level: number) => {
  const [shares, tests] = [sharesOf(pair), differenceTests(pair)];
  const [risk, odds] = [riskRatio(pair, level), oddsRatio(pair, level)];
  return {
    x1: pair.first.successes,
    n1: pair.first.n,
    x2: pair.second.successes,
    n2: pair.second.n,
    p1: shares?.p1,
    p2: shares?.p2,
    difference: shares?.difference,
    level,
    newcombe_hybrid_score_ci: limits(newcombeInterval(pair, level)),
    wald_ci: limits(waldDifferenceInterval(pair, level)),
    agresti_caffo_ci: limits(agrestiCaffoInterval(pair, level)),
    z_pooled: tests?.pooled?.statistic ?? null,
    p_pooled: tests?.pooled?.p ?? null,
    z_unpooled: tests?.unpooled?.statistic ?? null,
    p_unpooled: tests?.unpooled?.p ?? null,
    chi2_yates: tests?.yates?.statistic ?? null,
    p_yates: tests?.yates?.p ?? null,
    cohen_h: shares && cohenH(shares.p1, shares.p2),
    risk_ratio: risk?.ratio,
    risk_ratio_ci_log: limits(risk?.interval ?? null),
    odds_ratio: odds?.ratio,
    odds_ratio_ci_log: limits(odds?.interval ?? null),
  };
};

const proportionDifference: OracleAdapter = (entry, data) => {
  const [one, two] = entry.params['groups'] as [Code, Code];
  return compared({ first: countOf([entry, data], one), second: countOf([entry, data], two) }, levelOf(entry));
};

/** Cut points of the entry; no bounds, because the reference applies the formula to other scales as well. */
const scaleOf = ({ params }: OracleEntry): RecommendationScale => ({
  lowest: -Infinity,
  highest: Infinity,
  promotersFrom: params['promoter_min'] as number,
  detractorsUpTo: params['detractor_max'] as number,
});

const scoresOf = ([entry, data]: Given, group?: Code): readonly number[] => {
  const name = nameOf(entry, 'var');
  const complete = required(data).complete(group === undefined ? [name] : [name, nameOf(entry, 'group')]);
  const groups = group === undefined ? null : complete.codes(nameOf(entry, 'group'));
  const shift = (entry.params['shift'] ?? 0) as number;
  return completeNumbers(complete, name)
    .filter((_, row) => groups === null || groups[row] === group)
    .map((score) => score + shift);
};

const recommendation = (counts: ReturnType<typeof recommendationCounts>, level: number) => {
  const precision = netPromoterPrecision(counts, level);
  return {
    n: precision?.n,
    promoters: counts.promoters,
    passives: counts.passives,
    detractors: counts.detractors,
    invalid_values: counts.invalid,
    pct_promoters: precision?.percentPromoters,
    pct_passives: precision?.percentPassives,
    pct_detractors: precision?.percentDetractors,
    nps: precision?.score,
    se_n: precision?.se,
    se_n_minus_1: precision?.sampleSe,
    level,
    ci_normal_se_n: limits(precision?.normalInterval ?? null),
    ci_t_se_n_minus_1: limits(precision?.tInterval ?? null),
    margin_of_error: precision?.marginOfError,
  };
};

const nps: OracleAdapter = (entry, data) =>
  recommendation(recommendationCounts(scoresOf([entry, data]), scaleOf(entry)), levelOf(entry));

const npsCompare: OracleAdapter = (entry, data) => {
  const [one, two] = entry.params['groups'] as [Code, Code];
  const level = levelOf(entry);
  const first = recommendationCounts(scoresOf([entry, data], one), scaleOf(entry));
  const second = recommendationCounts(scoresOf([entry, data], two), scaleOf(entry));
  const [before, after] = [netPromoterPrecision(first, level), netPromoterPrecision(second, level)];
  const test = netPromoterDifference(first, second, level);
  return {
    n1: before?.n,
    n2: after?.n,
    nps1: before?.score,
    nps2: after?.score,
    difference: test?.difference,
    se: test?.se,
    z: test?.z,
    p: test?.p,
    level,
    ci: limits(test?.interval ?? null),
  };
};

const npsWeighted: OracleAdapter = (entry, data) => {
  const name = nameOf(entry, 'var');
  const complete = required(data).complete([name]);
  const result = weightedNetPromoterScore(completeNumbers(complete, name), completeWeights(complete), scaleOf(entry));
  return {
    n_unweighted: result?.n,
    sum_weights: result?.sumOfWeights,
    pct_promoters: result?.percentPromoters,
    pct_detractors: result?.percentDetractors,
    nps: result?.score,
    se_linearized: result?.se,
    kish_effective_n: result?.effectiveN,
  };
};

const topBox: OracleAdapter = (entry, data) => {
  const name = nameOf(entry, 'var');
  const values = completeNumbers(required(data).complete([name]), name);
  const [k, scale] = [entry.params['k'] as number, entry.params['scale'] as number[]];
  const counts = scale.map((point) => values.filter((value) => value === point).length);
  const [boxes, percents] = [boxCounts(scale, counts, k), boxPercents(scale, counts, k)];
  return {
    n: values.length,
    k,
    top_codes: scale.slice(-k),
    bottom_codes: scale.slice(0, k),
    top_count: boxes.top,
    top_pct: percents?.top,
    top_wilson_ci: limits(wilsonInterval(boxes.top, values.length, levelOf(entry))),
    bottom_count: boxes.bottom,
    bottom_pct: percents?.bottom,
    bottom_wilson_ci: limits(wilsonInterval(boxes.bottom, values.length, levelOf(entry))),
    net_pct: percents?.net,
    mean: summaryOfCounts(scale, counts).mean,
    level: levelOf(entry),
  };
};

const proportionEdge: DegenerateAdapter = (input) => {
  const values = intervals(input['x'] as number, input['n'] as number, (input['level'] ?? 0.95) as number);
  return { status: values.estimate === null ? 'undefined' : 'value', values };
};

const differenceEdge: DegenerateAdapter = (input) => {
  const pair = {
    first: { successes: input['x1'] as number, n: input['n1'] as number },
    second: { successes: input['x2'] as number, n: input['n2'] as number },
  };
  const values = compared(pair, input['level'] as number);
  return { status: values.z_pooled === null ? 'undefined' : 'value', values };
};

const npsEdge: DegenerateAdapter = (input) => {
  const counts = recommendationCounts(input['x'] as number[]);
  const values = recommendation(counts, 0.95);
  const isDoubtful = counts.invalid > 0 || values.ci_t_se_n_minus_1 === null;
  return { status: isDoubtful ? 'value_with_warning' : 'value', values };
};

export const proportions: OracleTopic = {
  methods: {
    nps,
    nps_compare: npsCompare,
    nps_weighted: npsWeighted,
    proportion_ci: proportionInterval,
    proportion_ci_counts: (entry) =>
      intervals(entry.params['x'] as number, entry.params['n'] as number, levelOf(entry)),
    proportion_difference: proportionDifference,
    proportion_test: proportionTest,
    top_box: topBox,
  },
  degenerate: {
    nps: npsEdge,
    proportion_ci: proportionEdge,
    proportion_difference: differenceEdge,
  },
};
