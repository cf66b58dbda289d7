import { normalTwoSided } from '../distributions/normal';
import { concordance, excess, type Concordance } from './concordance';
import { sumCells, transpose, type Counts } from './contingency-table';
import type { OrdinalCoefficient } from './ordinal-coefficient';

export interface SomersD {
  /** Column question explained by the row question; null when the row question does not vary. */
  readonly columnDependent: OrdinalCoefficient | null;
  /** Row question explained by the column question; null when the column question does not vary. */
  readonly rowDependent: OrdinalCoefficient | null;
  /** Over the arithmetic mean of both denominators; null when neither varies. */
  readonly symmetric: number | null;
}

/**
 * Somers' d: concordant minus discordant pairs, as a share of the pairs not tied on the explaining question.
 *
 * @param counts contingency table of two ordered questions
 * @returns      coefficients in [−1, 1]
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Somers (1962), American Sociological Review 27, 799-811; Brown & Benedetti (1977), JASA 72, 309-315
 * @example somersD([[20, 10, 0], [10, 10, 10]]).columnDependent?.value // => 0.4444
 */
export const somersD = (counts: Counts): SomersD => {
  const parts = concordance(counts);
  const mean = (parts.untiedRows + parts.untiedColumns) / 2;
  return {
    columnDependent: dependentColumn(counts, parts),
    rowDependent: dependentColumn(transpose(counts), concordance(transpose(counts))),
    symmetric: mean === 0 ? null : (2 * (parts.concordantPairs - parts.discordantPairs)) / mean,
  };
};

const dependentColumn = (counts: Counts, parts: Concordance): OrdinalCoefficient | null => {
  const { n, rowTotals, untiedRows, spread } = parts;
  if (untiedRows === 0) return null;
  const difference = 2 * (parts.concordantPairs - parts.discordantPairs);
  const squares = sumCells(
    counts,
    (count, i, j) => count * (untiedRows * excess(parts, i, j) - difference * (n - (rowTotals[i] ?? 0))) ** 2,
  );
  const value = difference / untiedRows;
  const underIndependence = (2 / untiedRows) * Math.sqrt(spread);
  return {
    value,
    standardError: (2 / untiedRows ** 2) * Math.sqrt(squares),
    standardErrorUnderIndependence: underIndependence,
    z: underIndependence === 0 ? null : value / underIndependence,
    p: underIndependence === 0 ? null : normalTwoSided(value / underIndependence),
  };
};
