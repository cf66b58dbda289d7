import { adjustBenjaminiHochberg } from '../../../src/statistics/compare/adjust-benjamini-hochberg';
import { adjustBenjaminiYekutieli } from '../../../src/statistics/compare/adjust-benjamini-yekutieli';
import { adjustBonferroni } from '../../../src/statistics/compare/adjust-bonferroni';
import { adjustHochberg } from '../../../src/statistics/compare/adjust-hochberg';
import { adjustHolm } from '../../../src/statistics/compare/adjust-holm';
import { betaQuantile } from '../../../src/statistics/distributions/beta';
import { binomialLower } from '../../../src/statistics/distributions/binomial';
import { chiSquareQuantile, chiSquareUpper } from '../../../src/statistics/distributions/chi-square';
import { fQuantile, fUpper } from '../../../src/statistics/distributions/f';
import { hypergeometricLower } from '../../../src/statistics/distributions/hypergeometric';
import { incompleteBeta } from '../../../src/statistics/distributions/incomplete-beta';
import { noncentralTLower } from '../../../src/statistics/distributions/noncentral-t';
import { normalLower } from '../../../src/statistics/distributions/normal';
import { normalQuantile } from '../../../src/statistics/distributions/normal-quantile';
import { rankSumLower } from '../../../src/statistics/distributions/rank-sum';
import { signedRankLower } from '../../../src/statistics/distributions/signed-rank';
import {
  studentizedRangeQuantile,
  studentizedRangeUpper,
} from '../../../src/statistics/distributions/studentized-range';
import { tLower, tQuantile } from '../../../src/statistics/distributions/student-t';
import type { OracleTopic } from './adapter';

interface Arguments {
  readonly q: number;
  readonly p: number;
  readonly df: number;
  readonly df1: number;
  readonly df2: number;
  readonly shape1: number;
  readonly shape2: number;
  readonly size: number;
  readonly prob: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly nmeans: number;
  readonly ncp?: number;
}

/** R's names; chi-square, F and the studentized range are asked for upper tails, the others for lower ones. */
const FUNCTIONS: Readonly<Record<string, (given: Arguments) => number>> = {
  pnorm: ({ q }) => normalLower(q),
  qnorm: ({ p }) => normalQuantile(p),
  pt: ({ q, df, ncp }) => (ncp === undefined ? tLower(q, df) : noncentralTLower(q, df, ncp)),
  qt: ({ p, df }) => tQuantile(p, df),
  pchisq: ({ q, df }) => chiSquareUpper(q, df),
  qchisq: ({ p, df }) => chiSquareQuantile(p, df),
  pf: ({ q, df1, df2 }) => fUpper(q, df1, df2),
  qf: ({ p, df1, df2 }) => fQuantile(p, df1, df2),
  pbeta: ({ q, shape1, shape2 }) => incompleteBeta(q, shape1, shape2),
  qbeta: ({ p, shape1, shape2 }) => betaQuantile(p, shape1, shape2),
  ptukey: ({ q, nmeans, df }) => studentizedRangeUpper(q, nmeans, df),
  qtukey: ({ p, nmeans, df }) => studentizedRangeQuantile(p, nmeans, df),
  pbinom: ({ q, size, prob }) => binomialLower(q, size, prob),
  pwilcox: ({ q, m, n }) => rankSumLower(q, m, n),
  psignrank: ({ q, n }) => signedRankLower(q, n),
  phyper: ({ q, m, n, k }) => hypergeometricLower(q, m + n, m, k),
};

type Probabilities = readonly (number | null)[];

const adjusted = (p: Probabilities): Readonly<Record<string, Probabilities>> => ({
  bonferroni: adjustBonferroni(p),
  holm: adjustHolm(p),
  hochberg: adjustHochberg(p),
  benjamini_hochberg: adjustBenjaminiHochberg(p),
  benjamini_yekutieli: adjustBenjaminiYekutieli(p),
});

export const distributions: OracleTopic = {
  methods: {
    distribution: ({ params }) => ({
      value: FUNCTIONS[params['fun'] as string]?.(params['args'] as Arguments),
    }),
    p_adjust: ({ params }) => adjusted(params['p'] as Probabilities),
  },
  degenerate: {
    p_adjust: (input) => ({ status: 'value', values: adjusted(input['p'] as Probabilities) }),
  },
};
