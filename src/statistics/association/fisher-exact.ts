import { logFactorials } from '../distributions/log-factorial';
import { seededRandom } from '../resampling/seeded-random';
import { tableMargins, withoutEmptyCategories, type Counts } from './contingency-table';
import { exactTableP, MOST_WAYS } from './exact-table-p';
import { randomTable } from './random-table';

/** Fisher's test of a table of any size, and how its p was found. */
export type FisherTest =
  | { readonly kind: 'exact'; readonly n: number; readonly p: number }
  | {
      readonly kind: 'simulated';
      readonly n: number;
      readonly p: number;
      /** Of p, because of the finite number of tables. */
      readonly standardError: number;
      readonly tables: number;
      readonly seed: number;
    };

/** Random tables drawn when there are too many to visit them all. */
const TABLES = 10_000;
const MOST_ANSWERS = 1_000_000;

/**
 * Fisher's exact test of a table of any size (Freeman and Halton): how often tables with the same totals would be as
 * improbable as the observed one, or more. When there are too many tables to visit, p is estimated from 10,000 random
 * ones with the given seed, and the result says so: (1 + as improbable) / (1 + drawn).
 *
 * @param counts contingency table, whole numbers, at most 1,000,000 answers: beyond, chiSquareTest serves
 * @param seed   whole number, for the simulation
 * @param mostWays to fill a column, tried before tables are drawn: fewer for a page that people wait for
 * @returns      p and its origin; null when fewer than two rows or columns have answers
 * @throws RangeError if a count is negative or not whole, or there are too many answers
 * @source Freeman & Halton (1951), Biometrika 38, 141-149; tolerance 1e-7 as in R: fisher.test(t)
 * @example fisherExact([[3, 1], [1, 3]], 1) // => { kind: 'exact', n: 8, p: 0.485714 }
 */
export const fisherExact = (counts: Counts, seed: number, mostWays = MOST_WAYS): FisherTest | null => {
  const { counts: used } = withoutEmptyCategories(counts);
  if (!used.flat().every(Number.isInteger)) throw new RangeError('Counts are whole numbers');
  const { n, rowTotals, columnTotals } = tableMargins(used);
  if (n > MOST_ANSWERS) throw new RangeError(`${n} answers: at most ${MOST_ANSWERS}`);
  if (rowTotals.length < 2 || columnTotals.length < 2) return null;
  const factorials = logFactorials(n);
  const p = exactTableP(used, factorials, mostWays);
  return p === null ? simulated(used, factorials, seed) : { kind: 'exact', n, p };
};

const simulated = (counts: Counts, factorials: Float64Array, seed: number): FisherTest => {
  const { n, rowTotals, columnTotals } = tableMargins(counts);
  const random = seededRandom(seed);
  const logarithmOf = (table: Counts): number =>
    table.reduce((total, row) => row.reduce((part, count) => part + (factorials[count] ?? 0), total), 0);
  const limit = logarithmOf(counts) - 1e-7;
  let improbable = 0;
  for (let table = 0; table < TABLES; table += 1)
    if (logarithmOf(randomTable({ rowTotals, columnTotals, factorials }, random)) >= limit) improbable += 1;
  const p = (improbable + 1) / (TABLES + 1);
  return { kind: 'simulated', n, p, standardError: Math.sqrt((p * (1 - p)) / TABLES), tables: TABLES, seed };
};
