import {
  dependentItem,
  driverIntervals,
  fUpper,
  keyDrivers,
  seededRandom,
  varianceInflation,
  type Interval,
  type KeyDriver,
} from '../../../../statistics';
import type { Variable } from '../variables/variable';
import { estimateFrom, addTo, noSums, type Estimate } from './sums';
import { countComplete } from './choose-drivers';
import { placeRanges, type PlaceRange } from './place-ranges';
import { pointsOf } from './points';

export interface NamedVariable {
  readonly name: string;
  readonly label: string;
}

/** Who is in the analysis: those who answered the outcome and every driver. */
export interface DriverBase {
  readonly outcome: NamedVariable;
  readonly drivers: readonly NamedVariable[];
  /** Gave the outcome. */
  readonly answered: number;
  /** And a point for every driver. */
  readonly n: number;
  /** Fewest that this many drivers need. */
  readonly needed: number;
}

export interface DriverEstimate extends NamedVariable, Pick<KeyDriver, 'lmg' | 'lmgPercent' | 'relativeWeightPercent'> {
  readonly correlation: number;
  readonly standardisedCoefficient: number;
  /** Of lmgPercent, by the bootstrap. */
  readonly interval: Interval | null;
  readonly places: PlaceRange;
  /** Mean rating of the same respondents. */
  readonly rating: Estimate;
  /** Gave a point for this driver, the outcome or not. */
  readonly answered: number;
}

export type DriverRefusal =
  | { readonly reason: 'one-driver' | 'too-few' | 'too-many' }
  | { readonly reason: 'constant-outcome' | 'unsolved' }
  | { readonly reason: 'constant' | 'collinear'; readonly variable: NamedVariable };

export type DriverAnalysis =
  | ({ readonly kind: 'refused'; readonly base: DriverBase } & DriverRefusal)
  | {
      readonly kind: 'found';
      readonly base: DriverBase;
      readonly r2: number;
      readonly r2Interval: Interval | null;
      /** Do all drivers together explain more than chance would? */
      readonly test: { readonly f: number; readonly df1: number; readonly df2: number; readonly p: number };
      readonly resamples: number;
      readonly seed: number;
      /** The largest share first. */
      readonly drivers: readonly DriverEstimate[];
    };

/** Complete answers for each driver, and in all: below this, shares of R² are noise. */
const ANSWERS_PER_DRIVER = 5;
const FEWEST_ANSWERS = 30;
const MOST_DRIVERS = 12;
/** A driver that the others predict this well (R² of 0.9) cannot be told from them. */
const MOST_INFLATION = 10;
/** So that everybody finds the same intervals. */
const SEED = 20_130_410;

/** Which ratings go together with an outcome, and how much: shares of R² by Lindeman, Merenda and Gold, unweighted. */
export const driveOutcome = (outcome: Variable, drivers: readonly Variable[], members: Uint8Array): DriverAnalysis => {
  const columns = [outcome, ...drivers].map((variable) => pointsOf(variable) ?? new Float64Array());
  const complete = completeRows(columns, members);
  const base: DriverBase = {
    outcome: nameOf(outcome),
    drivers: drivers.map(nameOf),
    answered: countComplete(columns.slice(0, 1), members),
    n: complete[0]?.length ?? 0,
    needed: Math.max(FEWEST_ANSWERS, ANSWERS_PER_DRIVER * drivers.length),
  };
  const refusal = refusalOf(base, complete);
  if (refusal !== null) return { kind: 'refused', base, ...refusal };
  const [y = [], ...xs] = complete;
  const found = keyDrivers(y, xs);
  if (found === null || found.r2 === 0) return { kind: 'refused', base, reason: 'unsolved' };
  const intervals = driverIntervals(y, xs, { random: seededRandom(SEED) });
  const places = placeRanges(
    found.drivers.map(({ lmgPercent }, at) => intervals?.lmgPercent[at] ?? { low: lmgPercent, high: lmgPercent }),
  );
  return {
    kind: 'found',
    base,
    r2: found.r2,
    r2Interval: intervals?.r2 ?? null,
    test: testOf(found.r2, found.n, drivers.length),
    resamples: intervals?.resamples ?? 0,
    seed: SEED,
    drivers: found.drivers
      .map((driver, at) => ({
        ...(base.drivers[at] ?? nameOf(outcome)),
        lmg: driver.lmg,
        lmgPercent: driver.lmgPercent,
        relativeWeightPercent: driver.relativeWeightPercent,
        correlation: driver.correlation,
        standardisedCoefficient: driver.standardisedCoefficient,
        interval: intervals?.lmgPercent[at] ?? null,
        places: places[at] ?? { first: 1, last: drivers.length },
        rating: meanOf(xs[at] ?? []),
        answered: countComplete(columns.slice(at + 1, at + 2), members),
      }))
      .toSorted((a, b) => b.lmg - a.lmg),
  };
};

/** The F test of the whole regression; an exact fit is beyond doubt. */
const testOf = (r2: number, n: number, df1: number) => {
  const df2 = n - df1 - 1;
  const f = r2 >= 1 ? Infinity : r2 / df1 / ((1 - r2) / df2);
  return { f, df1, df2, p: fUpper(f, df1, df2) };
};

const nameOf = ({ name, label, origin }: Variable): NamedVariable => ({
  name,
  label: origin?.kind === 'item' ? (origin.row ?? label) : label,
});

/** Each column, of those members alone who have a point in every one. */
const completeRows = (columns: readonly Float64Array[], members: Uint8Array): readonly number[][] => {
  const rows = columns.map((): number[] => []);
  for (let at = 0; at < members.length; at += 1) {
    if (members[at] !== 1 || columns.some((column) => Number.isNaN(column[at] ?? NaN))) continue;
    columns.forEach((column, place) => rows[place]?.push(column[at] ?? 0));
  }
  return rows;
};

const refusalOf = ({ n, needed, drivers }: DriverBase, complete: readonly number[][]): DriverRefusal | null => {
  if (drivers.length < 2) return { reason: 'one-driver' };
  if (drivers.length > MOST_DRIVERS) return { reason: 'too-many' };
  if (n < needed) return { reason: 'too-few' };
  const [y = [], ...xs] = complete;
  if (y.every((value) => value === y[0])) return { reason: 'constant-outcome' };
  const fault = dependentItem(xs);
  const variable = fault && drivers[fault.item];
  if (variable) return { reason: fault.fault, variable };
  const inflation = varianceInflation([new Array<number>(n).fill(1), ...xs]);
  const worst = inflation.findIndex((factor) => factor === null || factor > MOST_INFLATION);
  const inflated = drivers[worst];
  return inflated === undefined ? null : { reason: 'collinear', variable: inflated };
};

const meanOf = (values: readonly number[]): Estimate => {
  const sums = noSums();
  for (const value of values) addTo(sums, value, 1);
  const found = estimateFrom(sums, null);
  return { mean: found?.mean ?? 0, interval: found?.interval ?? null };
};
