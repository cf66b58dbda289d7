import type { Interval } from '../interval';
import { cellChances, cellRange, type CellChances, type FixedMargins } from './conditional-table';
import { tableMargins, type Counts } from './contingency-table';
import { expectedCounts } from './expected-counts';

export interface FisherTwoByTwo {
  readonly n: number;
  /** Sum over tables not more probable than the observed one (relative tolerance 1e-7). */
  readonly pTwoSided: number;
  /** For an odds ratio below 1. */
  readonly pLess: number;
  /** For an odds ratio above 1. */
  readonly pGreater: number;
  /** pGreater with half the probability of the observed table. */
  readonly midPGreater: number;
  /** ad / bc; Infinity when bc = 0, null when ad = 0 as well. */
  readonly oddsRatio: number | null;
  /** Conditional maximum likelihood, as R prints it; 0 or Infinity at the ends. */
  readonly conditionalOddsRatio: number;
  /** Exact, of the conditional odds ratio; 0 or Infinity when the cell is at an end. */
  readonly interval: Interval;
  readonly cellsExpectedBelowFive: number;
}

/**
 * Fisher's exact test of a 2 × 2 table: how often tables with the same totals would be at least as extreme by chance.
 * Needs no minimum of expected counts.
 *
 * @param counts     2 × 2, whole numbers
 * @param confidence of the interval, probability in (0, 1)
 * @returns          the test; null when a row or a column is empty: its totals leave one possible table only
 * @throws RangeError if the table is not 2 × 2 of whole numbers ≥ 0, or confidence is outside (0, 1)
 * @source Fisher (1935); Agresti (2013), Categorical Data Analysis, 3.5 and 16.6; R: fisher.test(t)
 * @example fisherExact2x2([[3, 1], [1, 3]])?.pTwoSided // => 0.485714
 */
export const fisherExact2x2 = (counts: Counts, confidence = 0.95): FisherTwoByTwo | null => {
  if (counts.length !== 2 || counts[0]?.length !== 2) throw new RangeError('Need a 2 × 2 table');
  if (!counts.flat().every(Number.isInteger)) throw new RangeError('Counts are whole numbers');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence = ${confidence}: need 0 < confidence < 1`);
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  if ([...rowTotals, ...columnTotals].includes(0)) return null;

  const margins = { firstRow: rowTotals[0] ?? 0, firstColumn: columnTotals[0] ?? 0, n };
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = counts;
  const underIndependence = cellChances(margins, 1);
  const pGreater = chanceFrom(underIndependence, a);
  return {
    n,
    pTwoSided: chanceOfNotMoreProbable(underIndependence, a),
    pLess: chanceUpTo(underIndependence, a),
    pGreater,
    midPGreater: pGreater - chanceOf(underIndependence, a) / 2,
    oddsRatio: a * d === 0 && b * c === 0 ? null : (a * d) / (b * c),
    conditionalOddsRatio: conditionalOddsRatio(margins, a),
    interval: intervalOfOddsRatio(margins, a, (1 - confidence) / 2),
    cellsExpectedBelowFive: (expectedCounts(counts) ?? []).flat().filter((expected) => expected < 5).length,
  };
};

const conditionalOddsRatio = (margins: FixedMargins, cell: number): number => {
  const { low, high } = cellRange(margins);
  if (cell === low) return 0;
  if (cell === high) return Infinity;
  return oddsRatioWhere(margins, cell, (chances) => meanOf(chances) - cell);
};

const intervalOfOddsRatio = (margins: FixedMargins, cell: number, tail: number): Interval => {
  const { low, high } = cellRange(margins);
  return {
    low: cell === low ? 0 : oddsRatioWhere(margins, cell, (chances) => chanceFrom(chances, cell) - tail),
    high: cell === high ? Infinity : oddsRatioWhere(margins, cell, (chances) => tail - chanceUpTo(chances, cell)),
  };
};

const MOST_STEPS = 100;

/** Chances this small beside the largest one cannot move a limit. */
const NEGLIGIBLE = 1e-25;

/** The odds ratio at which an increasing function of it crosses 0: false position (Illinois) on its logarithm. */
const oddsRatioWhere = (margins: FixedMargins, cell: number, rising: (chances: CellChances) => number): number => {
  const at = (logarithm: number): number => rising(cellChances(margins, Math.exp(logarithm), NEGLIGIBLE));
  let { low, high } = bracketOf(margins, cell, at);
  let [below, above, side] = [at(low), at(high), 0];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const middle = (low * above - high * below) / (above - below);
    const value = at(middle);
    if (Math.abs(value) < 1e-14 || middle <= low || middle >= high) return Math.exp(middle);
    if (value > 0) {
      if (side > 0) below /= 2;
      [high, above, side] = [middle, value, 1];
    } else {
      if (side < 0) above /= 2;
      [low, below, side] = [middle, value, -1];
    }
  }
  return Math.exp((low + high) / 2);
};

/** Log odds ratios on both sides of the root: outwards from the sample's, in its standard errors (Woolf). */
const bracketOf = (
  { firstRow, firstColumn, n }: FixedMargins,
  cell: number,
  at: (logarithm: number) => number,
): Interval => {
  const cells = [cell, firstRow - cell, firstColumn - cell, n - firstRow - firstColumn + cell].map(
    (part) => part + 0.5,
  );
  const [a = 1, b = 1, c = 1, d = 1] = cells;
  const centre = Math.log((a * d) / (b * c));
  const step = Math.sqrt(cells.reduce((sum, part) => sum + 1 / part, 0));
  let [down, up] = [step, step];
  while (centre - down > -600 && at(centre - down) > 0) down *= 2;
  while (centre + up < 600 && at(centre + up) < 0) up *= 2;
  return { low: centre - down, high: centre + up };
};

const chanceOf = ({ from, chances }: CellChances, cell: number): number => chances[cell - from] ?? 0;

const total = (chances: Float64Array): number =>
  Math.min(
    1,
    chances.reduce((sum, chance) => sum + chance, 0),
  );

const chanceUpTo = ({ from, chances }: CellChances, cell: number): number =>
  total(chances.subarray(0, Math.max(0, cell - from + 1)));

const chanceFrom = ({ from, chances }: CellChances, cell: number): number =>
  total(chances.subarray(Math.max(0, cell - from)));

const chanceOfNotMoreProbable = (cells: CellChances, cell: number): number => {
  const limit = chanceOf(cells, cell) * (1 + 1e-7);
  return total(cells.chances.filter((chance) => chance <= limit));
};

const meanOf = ({ from, chances }: CellChances): number =>
  chances.reduce((sum, chance, at) => sum + chance * (from + at), 0);
