import { adjustHolm } from '../compare/adjust-holm';
import { pairsOfGroups, type PairOfGroups } from '../compare/pairs';
import { chiSquareUpper } from '../distributions/chi-square';
import { assertSameLength, sum } from '../vector';
import { crossTabulate } from './cross-tabulate';
import { mcnemarTest } from './mcnemar-test';

export interface CochranQTest {
  /** Respondents. */
  readonly n: number;
  /** Yes answers per item. */
  readonly successes: readonly number[];
  /** Shares in [0, 1] per item; null when n = 0. */
  readonly shares: readonly (number | null)[];
  /** Null when no respondent answers differently to different items. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly pairs: readonly PairOfGroups[];
  /** Exact McNemar p per pair of items. */
  readonly pairwiseP: readonly number[];
  readonly pairwiseHolm: readonly (number | null)[];
}

/**
 * Cochran's Q: is the share of yes the same in several yes/no items answered by the same people?
 * Q = (k − 1)(k Σ Cⱼ² − N²) / (k N − Σ Rᵢ²), Cⱼ yes answers per item, Rᵢ per respondent, N in all.
 *
 * @param items one list of 0 and 1 per item, one entry per respondent in the same order
 * @returns     the test and exact McNemar tests of all pairs
 * @throws RangeError if there are fewer than two items, lengths differ or an entry is not 0 or 1
 * @source Cochran (1950), Biometrika 37, 256-266
 * @example cochranQTest([[1, 1, 1, 0], [1, 0, 0, 0], [0, 0, 1, 0]]).statistic // => 2.6667
 */
export const cochranQTest = (items: readonly ArrayLike<number>[]): CochranQTest => {
  const [first = []] = items;
  if (items.length < 2) throw new RangeError(`${items.length} items: need at least 2`);
  items.forEach((item, at) => {
    refuseOther(item, first.length, `items[${at}]`);
  });
  const [n, k] = [first.length, items.length];
  const successes = items.map(sum);
  const perRespondent = Array.from({ length: n }, (_, at) => sum(items.map((item) => item[at] ?? 0)));
  const total = sum(successes);
  const within = k * total - sum(perRespondent.map((count) => count ** 2));
  const between = k * sum(successes.map((count) => count ** 2)) - total ** 2;
  const statistic = within === 0 ? null : ((k - 1) * between) / within;
  const pairs = pairsOfGroups(k);
  const pairwiseP = pairs.map((pair) => exactP(items[pair.first] ?? [], items[pair.second] ?? []));
  return {
    n,
    successes,
    shares: successes.map((count) => (n === 0 ? null : count / n)),
    statistic,
    df: k - 1,
    p: statistic === null ? null : chiSquareUpper(statistic, k - 1),
    pairs,
    pairwiseP,
    pairwiseHolm: adjustHolm(pairwiseP),
  };
};

const exactP = (first: ArrayLike<number>, second: ArrayLike<number>): number =>
  mcnemarTest(crossTabulate(first, second, { rows: 2, columns: 2 })).exactP;

const refuseOther = (item: ArrayLike<number>, length: number, name: string): void => {
  assertSameLength(length, item, name);
  if (!Array.from(item).every((answer) => answer === 0 || answer === 1)) throw new RangeError(`${name}: need 0 or 1`);
};
