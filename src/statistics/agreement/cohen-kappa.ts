import { mapCells, sumCells, tableMargins, type Counts } from '../association/contingency-table';
import { normalTwoSided, zCritical } from '../distributions/normal';
import type { Interval } from '../interval';
import { dot, sum } from '../vector';

/** How much partial agreement counts: not at all, falling linearly, or with the square of the distance. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface CohenKappa {
  readonly n: number;
  /** Weighted share of agreement. */
  readonly observed: number;
  /** The same if the two raters were independent. */
  readonly expected: number;
  /** (observed − expected) / (1 − expected); null when expected = 1: both use one category only. */
  readonly kappa: number | null;
  /** Not assuming independence: for the interval. */
  readonly standardError: number | null;
  /** Under independence: for the test. */
  readonly standardErrorUnderIndependence: number | null;
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly interval: Interval | null;
}

/**
 * Cohen's kappa: agreement of two raters beyond what independent raters would reach by chance. Weighted forms, for
 * ordered categories, count neighbouring categories as partial agreement: 1 − |i − j|/(k − 1), or its square.
 *
 * @param counts     square table of two raters, the same categories in rows and columns
 * @param weights    of partial agreement
 * @param confidence of the interval, probability in (0, 1)
 * @returns          kappa in [−1, 1]; null when the table is empty
 * @throws RangeError if the table is not square, a count is negative or not finite, or confidence is outside (0, 1)
 * @source Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327; R: vcd::Kappa
 * @example cohenKappa([[20, 5], [10, 15]])?.kappa // => 0.4
 */
export const cohenKappa = (
  counts: Counts,
  weights: KappaWeights = 'unweighted',
  confidence = 0.95,
): CohenKappa | null => {
  const critical = zCritical(confidence);
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  if (rowTotals.length !== columnTotals.length) throw new RangeError('Need a square table');
  if (n === 0) return null;
  const credit = mapCells(counts, (_, i, j) => creditOf(weights, Math.abs(i - j), counts.length - 1));
  const parts = { n, credit, shares: shareOf(counts, n), rows: rowTotals, columns: columnTotals };
  const observed = sumCells(counts, (count, i, j) => count * (credit[i]?.[j] ?? 0)) / n;
  const expected = sum(credit.map((row, i) => (rowTotals[i] ?? 0) * dot(row, columnTotals))) / n ** 2;
  if (expected >= 1) return { n, observed, expected, ...UNDEFINED };

  const kappa = (observed - expected) / (1 - expected);
  const { standardError, standardErrorUnderIndependence } = standardErrors(parts, observed, expected);
  const z = standardErrorUnderIndependence === 0 ? null : kappa / standardErrorUnderIndependence;
  return {
    n,
    observed,
    expected,
    kappa,
    standardError,
    standardErrorUnderIndependence,
    z,
    p: z === null ? null : normalTwoSided(z),
    interval: { low: kappa - critical * standardError, high: kappa + critical * standardError },
  };
};

const UNDEFINED = {
  kappa: null,
  standardError: null,
  standardErrorUnderIndependence: null,
  z: null,
  p: null,
  interval: null,
};

const creditOf = (weights: KappaWeights, distance: number, largest: number): number => {
  switch (weights) {
    case 'unweighted':
      return distance === 0 ? 1 : 0;
    case 'linear':
      return distance === 0 ? 1 : 1 - distance / largest;
    case 'quadratic':
      return distance === 0 ? 1 : 1 - (distance / largest) ** 2;
  }
};

interface Parts {
  readonly n: number;
  readonly credit: Counts;
  readonly shares: Counts;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const standardErrors = (
  { n, credit, shares, rows, columns }: Parts,
  observed: number,
  expected: number,
): { readonly standardError: number; readonly standardErrorUnderIndependence: number } => {
  const rowCredit = credit.map((row) => dot(row, columns) / n);
  const columnCredit = credit.map(
    (_, j) =>
      dot(
        credit.map((row) => row[j] ?? 0),
        rows,
      ) / n,
  );
  const margin = (i: number, j: number): number => (rowCredit[i] ?? 0) + (columnCredit[j] ?? 0);
  const creditAt = (i: number, j: number): number => credit[i]?.[j] ?? 0;
  const around = sumCells(
    shares,
    (share, i, j) => share * (creditAt(i, j) * (1 - expected) - margin(i, j) * (1 - observed)) ** 2,
  );
  const variance = around - (observed * expected - 2 * expected + observed) ** 2;
  const independent = sumCells(
    shares,
    (_, i, j) => ((rows[i] ?? 0) / n) * ((columns[j] ?? 0) / n) * (creditAt(i, j) - margin(i, j)) ** 2,
  );
  return {
    standardError: Math.sqrt(Math.max(0, variance) / n) / (1 - expected) ** 2,
    standardErrorUnderIndependence: Math.sqrt(Math.max(0, independent - expected ** 2) / n) / (1 - expected),
  };
};

const shareOf = (counts: Counts, n: number): Counts => mapCells(counts, (count) => count / n);
