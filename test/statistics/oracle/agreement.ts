import {
  agreementCoefficients,
  cohenKappa,
  crossTabulateWeighted,
  fleissKappa,
  krippendorffAlpha,
  type CohenKappa,
  type Counts,
} from '../../../src/statistics';
import type { OracleAdapter, OracleData, OracleEntry, OracleTopic } from './adapter';
import {
  categorised,
  completeWeights,
  nameOf,
  namesOf,
  positionsAmong,
  required,
  rowsOf,
  type Code,
} from './support/prepare';

/** Two variables of the same categories against each other: those given, or all that occur in either. */
export const squareTableOf = (
  entry: OracleEntry,
  data: OracleData | null,
): { readonly categories: readonly Code[]; readonly counts: Counts } => {
  const [a, b] = [nameOf(entry, 'a'), nameOf(entry, 'b')];
  const complete = required(data).complete([a, b]);
  const used = new Set<Code>([a, b].flatMap((name) => categorised(complete, name).categories));
  const listed = required(data)
    .variable(a)
    .codes.filter((code) => used.has(code));
  const categories = (entry.params['categories'] as readonly Code[] | undefined) ?? listed;
  const [rows, columns] = [positionsAmong(complete, a, categories), positionsAmong(complete, b, categories)];
  const size = { rows: categories.length, columns: categories.length };
  return { categories, counts: crossTabulateWeighted(rows, columns, completeWeights(complete), size).counts };
};

const fieldsOf = (kappa: CohenKappa | null): Readonly<Record<string, unknown>> => ({
  observed: kappa?.observed,
  expected: kappa?.expected,
  kappa: kappa?.kappa,
  ase1: kappa?.standardError,
  ase0: kappa?.standardErrorUnderIndependence,
  z: kappa?.z,
  p: kappa?.p,
  ci95: kappa?.interval && [kappa.interval.low, kappa.interval.high],
});

const cohen: OracleAdapter = (entry, data) => {
  const { categories, counts } = squareTableOf(entry, data);
  const unweighted = cohenKappa(counts);
  const others = agreementCoefficients(counts);
  return {
    n: unweighted?.n,
    categories,
    counts,
    percent_agreement: others.percentAgreement,
    unweighted: fieldsOf(unweighted),
    linear: fieldsOf(cohenKappa(counts, 'linear')),
    quadratic: fieldsOf(cohenKappa(counts, 'quadratic')),
    scotts_pi: others.scottsPi,
    gwet_ac1: others.gwetAc1,
    max_kappa: others.largestKappa,
    kappa_per_category: others.categoryKappas,
  };
};

const fleiss: OracleAdapter = (entry, data) => {
  const names = namesOf(entry, 'raters');
  const categories = entry.params['categories'] as readonly Code[];
  const complete = required(data).complete(names);
  const positions = names.map((name) => positionsAmong(complete, name, categories));
  const ratings = Array.from({ length: complete.rows }, (_, row) =>
    categories.map((_category, at) => positions.filter((column) => column[row] === at).length),
  );
  const test = fleissKappa(ratings);
  return {
    subjects: test?.subjects,
    raters: test?.raters,
    categories,
    category_shares: test?.categoryShares,
    observed_agreement: test?.observedAgreement,
    expected_agreement: test?.expectedAgreement,
    kappa: test?.kappa,
    se0: test?.standardError,
    z: test?.z,
    p: test?.p,
    category_kappa: test?.categoryKappas,
    category_se0: test?.categoryStandardError,
    category_z: test?.categoryZs,
  };
};

const krippendorff: OracleAdapter = (entry, data) => {
  const names = namesOf(entry, 'raters');
  const units = rowsOf(required(data), names);
  const nominal = krippendorffAlpha(units, 'nominal');
  return {
    units: nominal.units,
    raters: names.length,
    units_with_pairs: nominal.unitsWithPairs,
    pairable_values: nominal.pairableValues,
    alpha_nominal: nominal.alpha,
    alpha_ordinal: krippendorffAlpha(units, 'ordinal').alpha,
    alpha_interval: krippendorffAlpha(units, 'interval').alpha,
    alpha_ratio: krippendorffAlpha(units, 'ratio').alpha,
    observed_disagreement_nominal: nominal.observedDisagreement,
    expected_disagreement_nominal: nominal.expectedDisagreement,
  };
};

export const agreement: OracleTopic = {
  methods: { cohen_kappa: cohen, fleiss_kappa: fleiss, krippendorff_alpha: krippendorff },
  degenerate: {
    cohen_kappa: (input) => {
      const counts = input['counts'] as Counts;
      const kappa = cohenKappa(counts)?.kappa ?? null;
      const { percentAgreement } = agreementCoefficients(counts);
      return { status: kappa === null ? 'undefined' : 'value', values: { percent_agreement: percentAgreement, kappa } };
    },
    krippendorff_alpha: (input) => {
      const { alpha, pairableValues } = krippendorffAlpha(input['rows'] as readonly (number | null)[][], 'nominal');
      return {
        status: alpha === null ? 'undefined' : 'value',
        values: { pairable_values: pairableValues, alpha_nominal: alpha },
      };
    },
  },
};
