import { binomialLower } from '../distributions/binomial';
import { chiSquareUpper } from '../distributions/chi-square';
import { tableMargins, type Counts } from './contingency-table';

export interface McNemarTest {
  readonly n: number;
  /** Yes at first, no at second. */
  readonly onlyFirst: number;
  /** No at first, yes at second. */
  readonly onlySecond: number;
  /** (b − c)² / (b + c), 1 degree of freedom; null when nobody changed. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** With Edwards' correction (|b − c| − 1)², R's default; null when nobody changed. */
  readonly edwards: { readonly statistic: number; readonly p: number } | null;
  /** Two-sided binomial; 1 when nobody changed. */
  readonly exactP: number;
  /** Exact with half the probability of the observed outcome: less conservative. */
  readonly midP: number;
  /** b / c; Infinity when c = 0, null when nobody changed. */
  readonly oddsRatio: number | null;
  /** Share of yes at first minus share of yes at second; null when n = 0. */
  readonly difference: number | null;
}

/**
 * McNemar's test: did as many people change from yes to no as from no to yes? For two yes/no answers of the same people.
 *
 * @param counts 2 × 2, whole numbers: rows yes and no at first, columns yes and no at second
 * @returns      the test in its usual forms
 * @throws RangeError if the table is not 2 × 2 of whole numbers ≥ 0
 * @source McNemar (1947); Edwards (1948); Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13, 91 (mid-p)
 * @example mcnemarTest([[43, 101], [60, 96]]).p // => 0.00123249
 */
export const mcnemarTest = (counts: Counts): McNemarTest => {
  if (counts.length !== 2 || counts[0]?.length !== 2) throw new RangeError('Need a 2 × 2 table');
  if (!counts.flat().every(Number.isInteger)) throw new RangeError('Counts are whole numbers');
  const { n } = tableMargins(counts);
  const [[, b = 0] = [], [c = 0] = []] = counts;
  const changed = b + c;
  const smaller = Math.min(b, c);
  const upTo = (count: number): number => (count < 0 ? 0 : binomialLower(count, changed, 0.5));
  const statistic = changed === 0 ? null : (b - c) ** 2 / changed;
  const corrected = Math.max(0, Math.abs(b - c) - 1) ** 2 / changed;
  return {
    n,
    onlyFirst: b,
    onlySecond: c,
    statistic,
    p: statistic === null ? null : chiSquareUpper(statistic, 1),
    edwards: changed === 0 ? null : { statistic: corrected, p: chiSquareUpper(corrected, 1) },
    exactP: b === c ? 1 : Math.min(1, 2 * upTo(smaller)),
    midP: b === c ? 1 : Math.min(1, upTo(smaller) + upTo(smaller - 1)),
    oddsRatio: changed === 0 ? null : b / c,
    difference: n === 0 ? null : (b - c) / n,
  };
};
