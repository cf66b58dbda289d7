import { columnLetters, columnProportionTests, type Counts } from '../../../src/statistics';
import type { OracleTopic } from './adapter';
import { tableOf } from './crosstabs';
import { fromOne } from './support/prepare';

export const columnTests: OracleTopic = {
  methods: {
    column_proportions: (entry, data) => {
      const { rows, cols, counts } = tableOf(entry, data);
      const tests = columnProportionTests(counts);
      return {
        rows,
        cols,
        counts,
        column_n: tests.columnTotals,
        pairs: fromOne(tests.pairs),
        z: tests.rows.map(({ z }) => z),
        p: tests.rows.map(({ p }) => p),
        p_bonferroni: tests.rows.map(({ bonferroni }) => bonferroni),
        p_holm: tests.rows.map(({ holm }) => holm),
        p_benjamini_hochberg: tests.rows.map(({ benjaminiHochberg }) => benjaminiHochberg),
        letters_bonferroni_05: columnLetters(tests, 0.05),
      };
    },
  },
  degenerate: {
    column_proportions: (input) => {
      const { testedPairs } = columnProportionTests(input['counts'] as Counts);
      return { status: testedPairs === 0 ? 'undefined' : 'value', values: { tested_pairs: testedPairs } };
    },
  },
};
