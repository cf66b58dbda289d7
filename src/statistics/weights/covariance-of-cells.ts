import type { SurveyDesign } from './survey-design';
import { covarianceOfTotals, stratumFactor } from './variance-of-totals';

/**
 * Design-based covariance matrix of the estimated cell totals of a table, Σw over the rows of each cell. A row touches
 * one cell only, so one pass over the rows does, however many cells there are.
 *
 * @param cellOf cell index of each row; −1 = outside the domain
 * @param cells  how many cells there are
 * @param design how the sample was drawn
 * @returns      cells × cells in row-major order; null when a stratum has a single unit
 * @source as covarianceOfTotals
 */
export const covarianceOfCells = (cellOf: Int32Array, cells: number, design: SurveyDesign): Float64Array | null => {
  if (design.calibrations.length > 0) return denseCovariance(cellOf, cells, design);
  const factors: number[] = [];
  for (const stratum of design.strata) {
    const factor = stratumFactor(stratum);
    if (factor === null) return null;
    factors.push(factor);
  }
  const sums = emptySums(cells, design.strata.length);
  const { rows, starts } = rowsByUnit(design);
  for (let unit = 0; unit < design.stratumOfUnit.length; unit++) {
    const stratum = design.stratumOfUnit[unit] ?? 0;
    gatherUnit(sums, cellOf, design.weights, rows, starts[unit] ?? 0, starts[unit + 1] ?? 0);
    addUnit(sums, stratum, factors[stratum] ?? 0);
  }
  subtractMeans(sums, design, factors);
  return sums.covariance;
};

/** Running sums, and the unit under way: the cells it touches and their weight. */
interface Sums {
  readonly cells: number;
  readonly covariance: Float64Array;
  /** Strata × cells. */
  readonly stratumTotals: Float64Array;
  readonly unitTotals: Float64Array;
  readonly touched: Int32Array;
  count: number;
}

const emptySums = (cells: number, strata: number): Sums => ({
  cells,
  covariance: new Float64Array(cells * cells),
  stratumTotals: new Float64Array(strata * cells),
  unitTotals: new Float64Array(cells),
  touched: new Int32Array(cells),
  count: 0,
});

/** Rows ordered by unit, by a counting sort; unit u holds rows[starts[u]] … rows[starts[u + 1] − 1]. */
const rowsByUnit = ({ unitOf, stratumOfUnit }: SurveyDesign) => {
  const starts = new Int32Array(stratumOfUnit.length + 1);
  for (let row = 0; row < unitOf.length; row++) {
    const unit = unitOf[row] ?? 0;
    starts[unit + 1] = (starts[unit + 1] ?? 0) + 1;
  }
  for (let unit = 0; unit < stratumOfUnit.length; unit++)
    starts[unit + 1] = (starts[unit + 1] ?? 0) + (starts[unit] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(unitOf.length);
  for (let row = 0; row < unitOf.length; row++) {
    const unit = unitOf[row] ?? 0;
    const at = next[unit] ?? 0;
    rows[at] = row;
    next[unit] = at + 1;
  }
  return { rows, starts };
};

const gatherUnit = (
  sums: Sums,
  cellOf: Int32Array,
  weights: Float64Array,
  rows: Int32Array,
  from: number,
  to: number,
): void => {
  const { unitTotals, touched } = sums;
  sums.count = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? 0;
    const cell = cellOf[row] ?? -1;
    const weight = weights[row] ?? 0;
    if (cell < 0 || weight === 0) continue;
    if (unitTotals[cell] === 0) touched[sums.count++] = cell;
    unitTotals[cell] = (unitTotals[cell] ?? 0) + weight;
  }
};

const addUnit = (
  { cells, covariance, stratumTotals, unitTotals, touched, count }: Sums,
  stratum: number,
  factor: number,
): void => {
  for (let i = 0; i < count; i++) {
    const a = touched[i] ?? 0;
    const x = unitTotals[a] ?? 0;
    stratumTotals[stratum * cells + a] = (stratumTotals[stratum * cells + a] ?? 0) + x;
    for (let j = 0; j < count; j++) {
      const b = touched[j] ?? 0;
      covariance[a * cells + b] = (covariance[a * cells + b] ?? 0) + factor * x * (unitTotals[b] ?? 0);
    }
  }
  for (let i = 0; i < count; i++) unitTotals[touched[i] ?? 0] = 0;
};

const subtractMeans = (
  { cells, covariance, stratumTotals }: Sums,
  { strata }: SurveyDesign,
  factors: readonly number[],
): void => {
  strata.forEach(({ units }, stratum) => {
    const scale = (factors[stratum] ?? 0) / units;
    for (let a = 0; a < cells; a++) {
      const x = scale * (stratumTotals[stratum * cells + a] ?? 0);
      for (let b = 0; b < cells; b++)
        covariance[a * cells + b] = (covariance[a * cells + b] ?? 0) - x * (stratumTotals[stratum * cells + b] ?? 0);
    }
  });
};

const denseCovariance = (cellOf: Int32Array, cells: number, design: SurveyDesign): Float64Array | null => {
  const columns = Array.from({ length: cells }, (_, cell) =>
    design.weights.map((weight, row) => (cellOf[row] === cell ? weight : 0)),
  );
  const covariance = covarianceOfTotals(columns, design);
  return covariance && Float64Array.from(covariance.flat());
};
