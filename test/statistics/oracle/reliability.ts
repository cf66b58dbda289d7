import { cronbachAlpha, itemAnalysis, mcdonaldOmega, splitHalf } from '../../../src/statistics';
import type { OracleAdapter, OracleTopic } from './adapter';
import { columnsOf, itemsOf } from './items';

/** The oracle writes one null where no item has a value. */
const anyOf = (values: readonly (number | null)[] = []) => (values.every((value) => value === null) ? null : values);

const alpha: OracleAdapter = (entry, data) => {
  const items = itemsOf(entry, data);
  const level = 0.95;
  const scale = cronbachAlpha(items, level);
  const analysis = itemAnalysis(items);
  const halves = splitHalf(items);
  return {
    n: scale?.n,
    k: scale?.items,
    alpha_raw: scale?.alpha,
    alpha_standardized: scale?.standardised,
    mean_interitem_r: scale?.meanCorrelation,
    median_interitem_r: scale?.medianCorrelation,
    level,
    feldt_ci: [scale?.interval?.low, scale?.interval?.high],
    guttman_lambda2: scale?.lambda2,
    guttman_lambda6: scale?.lambda6,
    scale_mean: analysis?.scaleMean,
    scale_sd: analysis?.scaleSd,
    item_mean: analysis?.items.map(({ mean }) => mean),
    item_sd: analysis?.items.map(({ sd }) => sd),
    item_total_uncorrected: analysis?.items.map(({ withTotal }) => withTotal),
    item_total_corrected: analysis?.items.map(({ withRest }) => withRest),
    smc: analysis?.items.map(({ smc }) => smc),
    alpha_if_deleted_raw: anyOf(analysis?.items.map(({ alphaWithout }) => alphaWithout)),
    alpha_if_deleted_standardized: anyOf(
      analysis?.items.map(({ standardisedAlphaWithout }) => standardisedAlphaWithout),
    ),
    split_half_r_first_second: halves?.r,
    spearman_brown_equal_length: halves?.spearmanBrown,
    guttman_split_half: halves?.guttman,
  };
};

const omega: OracleAdapter = (entry, data) => {
  const result = mcdonaldOmega(itemsOf(entry, data));
  return {
    n: result?.n,
    k: result?.items,
    omega_total_correlation: result?.standardised,
    omega_total_covariance: result?.omega,
    omega_total_covariance_observed_variance: result?.omegaOfObserved,
    loadings_standardized: result?.loadings,
    uniquenesses_standardized: result?.uniquenesses,
  };
};

export const reliability: OracleTopic = {
  methods: { cronbach_alpha: alpha, mcdonald_omega: omega },
  degenerate: {
    cronbach_alpha: (input) => {
      const { rows, k } = input as { rows?: number[][]; k?: number };
      const items = rows ? columnsOf(rows) : Array.from({ length: k! }, () => [1, 2, 3]);
      try {
        const result = cronbachAlpha(items);
        const negative = (result?.alpha ?? 0) < 0;
        return {
          status: result ? (negative ? 'value_with_warning' : 'value') : 'undefined',
          values: { alpha_raw: result?.alpha ?? null },
        };
      } catch (problem) {
        if (problem instanceof RangeError) return { status: 'error', values: {} };
        throw problem;
      }
    },
  },
};
