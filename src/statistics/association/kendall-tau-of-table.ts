import { normalTwoSided } from '../distributions/normal';
import { concordance, excess } from './concordance';
import { sumCells, type Counts } from './contingency-table';
import type { OrdinalCoefficient } from './ordinal-coefficient';

/**
 * Kendall's tau-b of a table: concordant minus discordant pairs over the geometric mean of the pairs untied on each
 * question. Reaches ±1 only in a square table.
 *
 * @param counts contingency table of two ordered questions
 * @returns      coefficient in [−1, 1]; null when a question does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Kendall (1945); Brown & Benedetti (1977), JASA 72, 309-315
 * @example kendallTauBOfTable([[20, 10], [10, 20]])?.value // => 0.3333
 */
export const kendallTauBOfTable = (counts: Counts): OrdinalCoefficient | null => {
  const parts = concordance(counts);
  const { n, rowTotals, columnTotals, untiedRows, untiedColumns, spread } = parts;
  if (untiedRows === 0 || untiedColumns === 0) return null;
  const width = Math.sqrt(untiedRows * untiedColumns);
  const value = (2 * (parts.concordantPairs - parts.discordantPairs)) / width;
  const squares = sumCells(counts, (count, i, j) => {
    const ties = (rowTotals[i] ?? 0) * untiedColumns + (columnTotals[j] ?? 0) * untiedRows;
    return count * (2 * width * excess(parts, i, j) + value * ties) ** 2;
  });
  const variance = squares - n ** 3 * value ** 2 * (untiedRows + untiedColumns) ** 2;
  const underIndependence = (2 * Math.sqrt(spread)) / width;
  return {
    value,
    standardError: Math.sqrt(Math.max(0, variance)) / width ** 2,
    standardErrorUnderIndependence: underIndependence,
    z: underIndependence === 0 ? null : value / underIndependence,
    p: underIndependence === 0 ? null : normalTwoSided(value / underIndependence),
  };
};

/**
 * Stuart's tau-c: concordant minus discordant pairs, scaled by m/((m − 1) n²/2) with m the smaller number of categories,
 * so that tables that are not square can reach ±1. Its two standard errors coincide.
 *
 * @param counts contingency table of two ordered questions, without empty categories
 * @returns      coefficient in [−1, 1]; null when a question does not vary
 * @throws RangeError if rows differ in length or a count is negative or not finite
 * @source Stuart (1953), Biometrika 40, 105-110; Brown & Benedetti (1977), JASA 72, 309-315
 * @example stuartTauC([[20, 10], [10, 20]])?.value // => 0.3333
 */
export const stuartTauC = (counts: Counts): OrdinalCoefficient | null => {
  const { n, rowTotals, columnTotals, concordantPairs, discordantPairs, ...parts } = concordance(counts);
  if (parts.untiedRows === 0 || parts.untiedColumns === 0) return null;
  const smaller = Math.min(rowTotals.length, columnTotals.length);
  const scale = (2 * smaller) / ((smaller - 1) * n ** 2);
  const value = scale * (concordantPairs - discordantPairs);
  const standardError = scale * Math.sqrt(parts.spread);
  const z = standardError === 0 ? null : value / standardError;
  return {
    value,
    standardError,
    standardErrorUnderIndependence: standardError,
    z,
    p: z === null ? null : normalTwoSided(z),
  };
};
