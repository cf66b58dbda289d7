import {
  cochranArmitageTest,
  cochranMantelHaenszelTest,
  crossTabulateWeighted,
  mantelHaenszelTest,
  type Counts,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';
import { categorised, completeWeights, nameOf, required, type Code } from './support/prepare';

const cochranArmitage: OracleAdapter = (entry, data) => {
  const [binary, ordinal] = [nameOf(entry, 'binary'), nameOf(entry, 'ordinal')];
  const complete = required(data).complete([binary, ordinal]);
  const groups = categorised(complete, ordinal);
  const answers = complete.codes(binary).map((code) => (code === entry.params['success'] ? 1 : 0));
  const size = { rows: groups.categories.length, columns: 2 };
  const { counts } = crossTabulateWeighted(groups.positions, answers, completeWeights(complete), size);
  const x = counts.map((row) => row[1] ?? 0);
  const n = counts.map((row) => (row[0] ?? 0) + (row[1] ?? 0));
  const scores = (entry.params['scores'] as readonly number[] | undefined) ?? counts.map((_, at) => at + 1);
  const test = cochranArmitageTest(x, n, scores);
  return {
    x,
    n,
    scores,
    chi2: test?.statistic,
    df: 1,
    p: test?.p,
    z: test?.z,
    chi2_mantel_n_minus_1: test?.mantel.statistic,
    p_mantel_n_minus_1: test?.mantel.p,
  };
};

interface Strata {
  readonly rows: readonly Code[];
  readonly cols: readonly Code[];
  readonly strata: readonly Code[];
  readonly tables: readonly Counts[];
}

const strataOf = (entry: OracleEntry, data: OracleData | null): Strata => {
  const names = ['row', 'col', 'stratum'].map((role) => nameOf(entry, role));
  const complete = required(data).complete(names);
  const [row, column, stratum] = names.map((name) => categorised(complete, name));
  if (!row || !column || !stratum) throw new Error('Three variables are needed');
  const weights = completeWeights(complete);
  const size = { rows: row.categories.length, columns: column.categories.length };
  const tables = stratum.categories.map((_, at) => {
    const rows = row.positions.map((position, index) => (stratum.positions[index] === at ? position : -1));
    return crossTabulateWeighted(rows, column.positions, weights, size).counts;
  });
  return { rows: row.categories, cols: column.categories, strata: stratum.categories, tables };
};

const mantelHaenszel: OracleAdapter = (entry, data) => {
  const { rows, cols, strata, tables } = strataOf(entry, data);
  const test = mantelHaenszelTest(tables);
  return {
    strata,
    rows,
    cols,
    tables,
    chi2_no_continuity: test.statistic,
    p_no_continuity: test.p,
    chi2_continuity: test.corrected?.statistic,
    p_continuity: test.corrected?.p,
    common_odds_ratio: test.commonOddsRatio,
    common_odds_ratio_ci95: test.interval && [test.interval.low, test.interval.high],
    breslow_day_chi2: test.homogeneity?.statistic,
    breslow_day_tarone_chi2: test.homogeneity?.tarone.statistic,
    breslow_day_df: test.homogeneity?.df,
    breslow_day_p: test.homogeneity?.p,
    breslow_day_tarone_p: test.homogeneity?.tarone.p,
  };
};

const cmh: OracleAdapter = (entry, data) => {
  const { rows, cols, strata, tables } = strataOf(entry, data);
  const { generalAssociation, rowMeans, correlation } = cochranMantelHaenszelTest(tables);
  return {
    rows,
    cols,
    strata,
    general_association_chi2: generalAssociation?.statistic,
    df: generalAssociation?.df,
    p: generalAssociation?.p,
    correlation_chi2: correlation?.statistic,
    correlation_p: correlation?.p,
    row_means_chi2: rowMeans?.statistic,
    row_means_df: rowMeans?.df,
  };
};

export const trend: OracleTopic = {
  methods: { cochran_armitage: cochranArmitage, mantel_haenszel_2x2xk: mantelHaenszel, cmh_general: cmh },
  degenerate: {
    mantel_haenszel_2x2xk: (input) => {
      const test = mantelHaenszelTest(input['tables'] as readonly Counts[]);
      const values = {
        chi2_no_continuity: test.statistic,
        p_no_continuity: test.p,
        common_odds_ratio: test.commonOddsRatio,
      };
      if (test.statistic === null) return { status: 'undefined', values };
      return { status: test.interval === null ? 'value_with_warning' : 'value', values };
    },
  },
};
