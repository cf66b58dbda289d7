import {
  bartlettSphericity,
  kaiserMeyerOlkin,
  mlFactors,
  oblimin,
  obliminRaw,
  principalAxisFactors,
  principalComponents,
  varimax,
  type Loadings,
  type ObliqueSolution,
} from '../../../src/statistics';
import type { OracleAdapter, OracleTopic } from './adapter';
import { columnsOf, itemsOf } from './items';

const kmoBartlett: OracleAdapter = (entry, data) => {
  const items = itemsOf(entry, data);
  const kmo = kaiserMeyerOlkin(items);
  const bartlett = bartlettSphericity(items);
  return {
    n: kmo?.n,
    k: items.length,
    kmo_overall: kmo?.overall,
    msa: kmo?.items,
    determinant: bartlett?.determinant,
    bartlett_chi2: bartlett?.chiSquare,
    bartlett_df: bartlett?.df,
    bartlett_p: bartlett?.p,
    bartlett_log10_p: bartlett?.log10P,
  };
};

const pca: OracleAdapter = (entry, data) => {
  const components = entry.params['n_components'] as number;
  const result = principalComponents(itemsOf(entry, data), components);
  const rotated = result && varimax(result.loadings);
  return {
    n: result?.n,
    eigenvalues: result?.eigenvalues,
    pct_variance: result?.percentOfVariance,
    cumulative_pct: result?.cumulativePercent,
    n_eigenvalues_gt_1: result?.eigenvaluesAboveOne,
    n_components: components,
    loadings_unrotated: result?.loadings,
    communalities: result?.communalities,
    loadings_varimax: rotated?.loadings,
    ss_loadings_varimax: rotated?.sumsOfSquares,
  };
};

const oblique = (solution: ObliqueSolution | null) => ({
  pattern: solution?.pattern,
  phi: solution?.factorCorrelations,
  structure: solution?.structure,
  criterion: solution?.criterion,
  gradient_norm: solution?.gradient,
});

const rotations = (loadings: Loadings | undefined) => {
  if (!loadings) return {};
  const orthogonal = varimax(loadings);
  return {
    varimax: { loadings: orthogonal.loadings, ss_loadings: orthogonal.sumsOfSquares },
    oblimin_kaiser: oblique(oblimin(loadings)),
    oblimin_raw: oblique(obliminRaw(loadings)),
  };
};

const paf: OracleAdapter = (entry, data) => {
  const factors = entry.params['n_factors'] as number;
  const result = principalAxisFactors(itemsOf(entry, data), factors);
  return {
    n: result?.n,
    n_factors: factors,
    initial_communalities_smc: result?.initialCommunalities,
    communalities: result?.communalities,
    eigenvalues_reduced: result?.eigenvalues,
    loadings_unrotated: result?.loadings,
    ...rotations(result?.loadings),
  };
};

const ml: OracleAdapter = (entry, data) => {
  const factors = entry.params['n_factors'] as number;
  const result = mlFactors(itemsOf(entry, data), factors);
  return {
    n: result?.n,
    n_factors: factors,
    uniquenesses: result?.uniquenesses,
    communalities: result?.communalities,
    loadings_unrotated: result?.loadings,
    objective: result?.objective,
    chi2_bartlett_corrected: result?.test?.chiSquare,
    df: result?.test?.df,
    p: result?.test?.p,
    ...rotations(result?.loadings),
  };
};

export const factorAnalysis: OracleTopic = {
  methods: { kmo_bartlett: kmoBartlett, pca, factor_analysis_paf: paf, factor_analysis_ml: ml },
  degenerate: {
    kmo_bartlett: (input) => {
      const items = columnsOf((input as { rows: number[][] }).rows);
      const kmo = kaiserMeyerOlkin(items);
      const bartlett = bartlettSphericity(items);
      return {
        status: kmo ? 'value' : 'undefined',
        values: {
          determinant: bartlett?.determinant ?? null,
          kmo_overall: kmo?.overall ?? null,
          bartlett_chi2: bartlett?.chiSquare ?? null,
        },
      };
    },
  },
};
