import {
  chiSquareAssociation,
  chiSquareTest,
  chiSquareUpperLog10,
  columnPercents,
  concordance,
  crossTabulateWeighted,
  fisherExact,
  fisherExact2x2,
  goodmanKruskalGamma,
  goodmanKruskalLambda,
  goodmanKruskalTau,
  kendallTauBOfTable,
  likelihoodRatioTest,
  rowPercents,
  scoreCorrelation,
  somersD,
  stuartTauC,
  tableMargins,
  tableResiduals,
  totalPercents,
  uncertaintyCoefficient,
  type Counts,
  type DirectedAssociation,
} from '../../../src/statistics';
import type { DegenerateAdapter, OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';
import { categorised, completeWeights, nameOf, required, type Code } from './support/prepare';

/** The entry's table, categories in the code book's order without unused ones. */
export const tableOf = (
  entry: OracleEntry,
  data: OracleData | null,
  [rowRole, columnRole]: readonly [string, string] = ['row', 'col'],
): { readonly rows: readonly Code[]; readonly cols: readonly Code[]; readonly counts: Counts } => {
  const names = [nameOf(entry, rowRole), nameOf(entry, columnRole)] as const;
  const complete = required(data).complete(names);
  const row = categorised(complete, names[0]);
  const column = categorised(complete, names[1]);
  const size = { rows: row.categories.length, columns: column.categories.length };
  const { counts } = crossTabulateWeighted(row.positions, column.positions, completeWeights(complete), size);
  return { rows: row.categories, cols: column.categories, counts };
};

const crosstab: OracleAdapter = (entry, data) => {
  const { rows, cols, counts } = tableOf(entry, data);
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  return {
    n,
    rows,
    cols,
    counts,
    row_totals: rowTotals,
    col_totals: columnTotals,
    row_pct: rowPercents(counts),
    col_pct: columnPercents(counts),
    total_pct: totalPercents(counts),
  };
};

const chisqIndependence: OracleAdapter = (entry, data) => {
  const test = chiSquareTest(tableOf(entry, data).counts);
  return {
    n: test.n,
    chi2: test.statistic,
    df: test.df,
    p: test.p,
    min_expected: test.smallestExpected,
    cells_expected_lt_5: test.cellsExpectedBelowFive,
    pct_cells_expected_lt_5: test.percentExpectedBelowFive,
    chi2_yates: test.yates?.statistic ?? null,
    p_yates: test.yates?.p ?? null,
  };
};

const gTest: OracleAdapter = (entry, data) => {
  const test = likelihoodRatioTest(tableOf(entry, data).counts);
  return { n: test?.n, G: test?.statistic, df: test?.df, p: test?.p };
};

const residuals: OracleAdapter = (entry, data) => {
  const { rows, cols, counts } = tableOf(entry, data);
  const table = tableResiduals(counts);
  return {
    rows,
    cols,
    expected: table?.expected,
    raw: table?.raw,
    standardized_pearson: table?.pearson,
    adjusted: table?.adjusted,
  };
};

const nominalAssociation: OracleAdapter = (entry, data) => {
  const { counts } = tableOf(entry, data);
  const strength = chiSquareAssociation(counts);
  const lambda: DirectedAssociation = goodmanKruskalLambda(counts);
  const tau = goodmanKruskalTau(counts);
  const uncertainty = uncertaintyCoefficient(counts);
  return {
    n: strength?.n,
    chi2: strength?.statistic,
    phi_unsigned: strength?.phi,
    phi_signed_2x2: strength?.signedPhi,
    contingency_coefficient: strength?.contingencyCoefficient,
    cramers_v: strength?.cramersV,
    cramers_v_bias_corrected: strength?.cramersVBiasCorrected,
    tschuprows_t: strength?.tschuprowsT,
    lambda_row_dependent: lambda.rowDependent,
    lambda_col_dependent: lambda.columnDependent,
    lambda_symmetric: lambda.symmetric,
    goodman_kruskal_tau_row_dependent: tau.rowDependent,
    goodman_kruskal_tau_col_dependent: tau.columnDependent,
    uncertainty_row_dependent: uncertainty.rowDependent,
    uncertainty_col_dependent: uncertainty.columnDependent,
    uncertainty_symmetric: uncertainty.symmetric,
  };
};

const ordinalAssociation: OracleAdapter = (entry, data) => {
  const { counts } = tableOf(entry, data);
  const pairs = concordance(counts);
  const gamma = goodmanKruskalGamma(counts);
  const tauB = kendallTauBOfTable(counts);
  const tauC = stuartTauC(counts);
  const d = somersD(counts);
  const scores = scoreCorrelation(counts);
  return {
    n: pairs.n,
    concordant_pairs: pairs.concordantPairs,
    discordant_pairs: pairs.discordantPairs,
    gamma: gamma?.value,
    gamma_ase1: gamma?.standardError,
    gamma_ase0: gamma?.standardErrorUnderIndependence,
    gamma_z_ase0: gamma?.z,
    tau_b: tauB?.value,
    tau_b_ase1: tauB?.standardError,
    tau_b_ase0: tauB?.standardErrorUnderIndependence,
    tau_b_z_ase0: tauB?.z,
    tau_b_p_ase0: tauB?.p,
    tau_c: tauC?.value,
    tau_c_ase1: tauC?.standardError,
    somers_d_col_dependent: d.columnDependent?.value,
    somers_d_col_dependent_ase1: d.columnDependent?.standardError,
    somers_d_col_dependent_ase0: d.columnDependent?.standardErrorUnderIndependence,
    somers_d_row_dependent: d.rowDependent?.value,
    somers_d_row_dependent_ase1: d.rowDependent?.standardError,
    somers_d_row_dependent_ase0: d.rowDependent?.standardErrorUnderIndependence,
    somers_d_symmetric: d.symmetric,
    pearson_r_integer_scores: scores?.pearson,
    spearman_rho_midranks: scores?.spearman,
    linear_by_linear_chi2: scores?.linearByLinear.statistic,
    linear_by_linear_p: scores?.linearByLinear.p,
  };
};

const SEED = 1;

const fisher: OracleAdapter = (entry, data) => {
  const { counts } = tableOf(entry, data);
  const isTwoByTwo = counts.length === 2 && counts[0]?.length === 2;
  const test = isTwoByTwo ? fisherExact2x2(counts) : null;
  const exact = fisherExact(counts, SEED);
  return {
    n: exact?.n,
    counts,
    p_two_sided: test?.pTwoSided ?? exact?.p,
    p_less: test?.pLess,
    p_greater: test?.pGreater,
    midp_greater: test?.midPGreater,
    odds_ratio_sample: test?.oddsRatio,
    odds_ratio_conditional_mle: test?.conditionalOddsRatio,
    odds_ratio_conditional_ci95: test && [test.interval.low, test.interval.high],
  };
};

const degenerateChiSquare: DegenerateAdapter = (input) => {
  const given = input['counts'] as readonly number[] | Counts;
  const counts = (Array.isArray(given[0]) ? given : [given]) as Counts;
  const test = chiSquareTest(counts);
  const values = {
    chi2: test.statistic,
    df: test.df,
    p: test.p,
    log10_p: test.statistic === null ? null : chiSquareUpperLog10(test.statistic, test.df ?? 0),
    G: likelihoodRatioTest(counts)?.statistic ?? null,
    cramers_v: chiSquareAssociation(counts)?.cramersV ?? null,
  };
  if (test.statistic === null) return { status: 'undefined', values };
  const warned = test.isApproximationDoubtful || test.emptyRows.length > 0 || test.emptyColumns.length > 0;
  return { status: warned ? 'value_with_warning' : 'value', values };
};

const degenerateFisher: DegenerateAdapter = (input) => {
  const counts = input['counts'] as Counts;
  const test = fisherExact2x2(counts);
  const chiSquare = chiSquareTest(counts);
  if (test === null) return { status: 'undefined', values: null };
  const hasZeroCell = counts.flat().includes(0);
  return {
    status: chiSquare.isApproximationDoubtful || hasZeroCell ? 'value_with_warning' : 'value',
    values: {
      chi2: chiSquare.statistic,
      p: chiSquare.p,
      chi2_yates: chiSquare.yates?.statistic,
      p_yates: chiSquare.yates?.p,
      cells_expected_lt_5: test.cellsExpectedBelowFive,
      fisher_p_two_sided: test.pTwoSided,
      fisher_p_greater: test.pGreater,
      p_two_sided: test.pTwoSided,
      odds_ratio_sample: test.oddsRatio,
      odds_ratio_conditional_mle: test.conditionalOddsRatio,
      ci95_lower: test.interval.low,
      ci95_upper: test.interval.high,
    },
  };
};

export const crosstabs: OracleTopic = {
  methods: {
    crosstab,
    chisq_independence: chisqIndependence,
    g_test: gTest,
    residuals,
    nominal_association: nominalAssociation,
    ordinal_association: ordinalAssociation,
    fisher_exact: fisher,
  },
  degenerate: { chisq_independence: degenerateChiSquare, fisher_exact: degenerateFisher },
};
