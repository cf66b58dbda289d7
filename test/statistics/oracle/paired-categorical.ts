import { bowkerTest, cochranQTest, crossTabulateWeighted, mcnemarTest, type Counts } from '../../../src/statistics';
import type { OracleAdapter, OracleEntry, OracleTopic } from './adapter';
import { squareTableOf } from './agreement';
import { completeWeights, fromOne, nameOf, namesOf, required, type Code } from './support/prepare';

/** 0 for the success of each variable, 1 for anything else. */
const isOther = (codes: readonly (Code | null)[], success: Code): readonly number[] =>
  codes.map((code) => (code === success ? 0 : 1));

const successOf = ({ params }: OracleEntry, at: number): Code => (params['success'] as readonly Code[])[at] ?? '';

const mcnemar: OracleAdapter = (entry, data) => {
  const names = [nameOf(entry, 'a'), nameOf(entry, 'b')];
  const complete = required(data).complete(names);
  const [a = [], b = []] = names.map((name, at) => isOther(complete.codes(name), successOf(entry, at)));
  const { counts } = crossTabulateWeighted(a, b, completeWeights(complete), { rows: 2, columns: 2 });
  const test = mcnemarTest(counts);
  return {
    n: test.n,
    counts,
    b: test.onlyFirst,
    c: test.onlySecond,
    chi2: test.statistic,
    p: test.p,
    chi2_edwards: test.edwards?.statistic ?? null,
    p_edwards: test.edwards?.p ?? null,
    p_exact_binomial: test.exactP,
    p_midp: test.midP,
    odds_ratio: test.oddsRatio,
    difference_of_proportions: test.difference,
  };
};

const bowker: OracleAdapter = (entry, data) => {
  const { categories, counts } = squareTableOf(entry, data);
  const test = bowkerTest(counts);
  return {
    n: test.n,
    categories,
    counts,
    chi2: test.statistic,
    df: test.df,
    p: test.p,
    df_without_empty_pairs: test.dfWithoutEmptyPairs,
    p_without_empty_pairs: test.pWithoutEmptyPairs,
  };
};

const cochranQ: OracleAdapter = (entry, data) => {
  const names = namesOf(entry, 'items');
  const complete = required(data).complete(names);
  const items = names.map((name, at) => complete.codes(name).map((code) => (code === successOf(entry, at) ? 1 : 0)));
  const test = cochranQTest(items);
  return {
    n: test.n,
    k: items.length,
    successes: test.successes,
    proportions: test.shares,
    Q: test.statistic,
    df: test.df,
    p: test.p,
    pairs: fromOne(test.pairs),
    pairwise_mcnemar_exact_p: test.pairwiseP,
    pairwise_mcnemar_exact_p_holm: test.pairwiseHolm,
  };
};

export const pairedCategorical: OracleTopic = {
  methods: { mcnemar, bowker_symmetry: bowker, cochran_q: cochranQ },
  degenerate: {
    mcnemar: (input) => {
      const test = mcnemarTest(input['counts'] as Counts);
      return {
        status: test.statistic === null ? 'undefined' : 'value',
        values: { chi2: test.statistic, p: test.p, p_exact_binomial: test.exactP },
      };
    },
  },
};
