import {
  correlationMatrix,
  kendallCorrelation,
  midRanks,
  pairwiseCorrelations,
  partialCorrelation,
  pearsonCorrelation,
  spearmanCorrelation,
  type Interval,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';

const names = (entry: OracleEntry, role: string): string[] => [entry.variables[role] as string | string[]].flat();

const completeOf = (entry: OracleEntry, data: OracleData | null) => {
  const roles = Object.keys(entry.variables).flatMap((role) => names(entry, role));
  const complete = data!.complete(roles);
  return (role: string) => names(entry, role).map((name) => complete.numbers(name) as number[]);
};

const limits = (interval: Interval | null | undefined) => (interval ? [interval.low, interval.high] : null);

const correlation: OracleAdapter = (entry, data) => {
  const columns = completeOf(entry, data);
  const [x, y] = [columns('x')[0]!, columns('y')[0]!];
  const pearson = pearsonCorrelation(x, y);
  const spearman = spearmanCorrelation(x, y);
  const kendall = kendallCorrelation(x, y);
  return {
    n: pearson?.n,
    pearson_r: pearson?.r,
    pearson_t: pearson?.t,
    pearson_df: pearson?.df,
    pearson_p: pearson?.p,
    pearson_ci95_fisher_z: limits(pearson?.interval),
    covariance: pearson?.covariance,
    spearman_rho: spearman?.rho,
    spearman_t: spearman?.t,
    spearman_p_t: spearman?.p,
    spearman_ci95_fisher_z: limits(spearman?.fisherInterval),
    spearman_ci95_fieller: limits(spearman?.fiellerInterval),
    spearman_ci95_bonett_wright: limits(spearman?.interval),
    kendall_tau_b: kendall?.tauB,
    kendall_z_tie_corrected: kendall?.z,
    kendall_p_normal: kendall?.p,
    kendall_ci95_fieller: limits(kendall?.interval),
  };
};

const smallExact: OracleAdapter = (entry, data) => {
  const columns = completeOf(entry, data);
  const [x, y] = [columns('x')[0]!, columns('y')[0]!];
  const spearman = spearmanCorrelation(x, y);
  const kendall = kendallCorrelation(x, y);
  return {
    n: x.length,
    has_ties: kendall?.hasTies,
    pearson_p: pearsonCorrelation(x, y)?.p,
    spearman_S: spearman?.sumOfSquares,
    spearman_rho: spearman?.rho,
    spearman_p_r_default: spearman?.exactP ?? spearman?.p,
    kendall_tau: kendall?.tauB,
    kendall_p_r_default: kendall?.exactP ?? kendall?.p,
  };
};

const partial: OracleAdapter = (entry, data) => {
  const columns = completeOf(entry, data);
  const [x, y] = [columns('x')[0]!, columns('y')[0]!];
  const result = partialCorrelation(x, y, columns('given'));
  return {
    n: result?.n,
    zero_order: pearsonCorrelation(x, y)?.r,
    partial_r: result?.r,
    df: result?.df,
    t: result?.t,
    p: result?.p,
  };
};

const matrix: OracleAdapter = (entry, data) => {
  const listwise = completeOf(entry, data)('items');
  const pairwise = pairwiseCorrelations(names(entry, 'items').map((name) => data!.numbers(name)));
  return {
    n_listwise: listwise[0]!.length,
    n_pairwise: pairwise.n,
    pearson_pairwise: pairwise.r,
    p_pearson_pairwise: pairwise.p,
    pearson_listwise: correlationMatrix(listwise),
    spearman_listwise: correlationMatrix(listwise.map((column) => midRanks(column).ranks)),
  };
};

export const correlationTopic: OracleTopic = {
  methods: {
    correlation,
    correlation_small_exact: smallExact,
    partial_correlation: partial,
    correlation_matrix: matrix,
  },
  degenerate: {
    correlation: (input) => {
      const { x, y } = input as { x: number[]; y: number[] };
      const pearson = pearsonCorrelation(x, y);
      return {
        status: pearson?.p === null || !pearson ? 'undefined' : 'value',
        values: {
          pearson_r: pearson?.r ?? null,
          df: pearson?.df ?? null,
          p: pearson?.p ?? null,
          spearman_rho: spearmanCorrelation(x, y)?.rho ?? null,
          kendall_tau_b: kendallCorrelation(x, y)?.tauB ?? null,
        },
      };
    },
  },
};
