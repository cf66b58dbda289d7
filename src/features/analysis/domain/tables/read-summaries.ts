import {
  adjustHolm,
  differenceFromSums,
  meanFromSums,
  meanInterval,
  pairsOfGroups,
  welchTest,
  wilsonInterval,
  type GroupSums,
  type Interval,
} from '../../../../statistics';
import type { Category } from '../variables/variable';
import type { CellSums } from './count-cells';
import { MOST_COMPARED, significantLetters, type CellsToRead } from './read-cells';
import type { SummaryCell, SummaryKind, SummaryRow } from './table';

/** Value of each row of the block; null: in no mean. */
export type Points = readonly (number | null)[];

export type SummaryContext = Pick<CellsToRead, 'letters' | 'sampleSize' | 'level' | 'isWeighted'>;

/** Means, balances and boxes of a scale, from the counts of its points. */
export const summariesOfScale = (
  categories: readonly Category[],
  cells: CellSums,
  context: SummaryContext,
): readonly SummaryRow[] => {
  const points: Points = categories.map(({ value, missing }) => (missing === null ? value : null));
  const known = points.filter((point) => point !== null).toSorted((a, b) => a - b);
  if (known.length < 3) return [];
  const [least = 0, second = 0] = known;
  const [beforeLast = 0, most = 0] = known.slice(-2);
  const boxed = (from: number, to: number): Points =>
    points.map((point) => (point === null ? null : Number(point >= from && point <= to)));
  const row = (kind: SummaryKind, of: Points): SummaryRow => ({
    kind,
    cells: meansOf(sumsByColumn(cells, of), context),
  });
  const box = (kind: SummaryKind, of: Points): SummaryRow => {
    const groups = sumsByColumn(cells, of);
    const { cells: means } = row(kind, of);
    return {
      kind,
      cells: means.map((cell, at) => ({ ...cell, interval: shareInterval(groups[at], cell, context) })),
    };
  };
  const isRecommendation = known.length === 11 && least === 0 && most === 10;
  return [
    row('mean', points),
    { kind: 'median', cells: mediansOf(points, cells) },
    ...(isRecommendation ? [row('recommendation', points.map(scoreOf))] : []),
    ...(isRecommendation ? [] : [box('top-two', boxed(beforeLast, most)), box('bottom-two', boxed(least, second))]),
  ];
};

/** Wilson's interval of a share, which stays inside 0 to 1; with weights of as many answers as would be as precise. */
const shareInterval = (
  group: GroupSums | undefined,
  { value, se }: Pick<SummaryCell, 'value' | 'se'>,
  { isWeighted }: SummaryContext,
): Interval | null => {
  if (group === undefined || value === null) return null;
  if (!isWeighted) return wilsonInterval(Math.round(group.x), group.n);
  const share = Math.min(1, Math.max(0, value));
  const kish = group.weightSquared > 0 ? group.weight ** 2 / group.weightSquared : group.n;
  const precise = se !== null && se > 0 ? (share * (1 - share)) / se ** 2 : kish;
  return wilsonInterval(share * precise, precise);
};

/** A promoter is worth 100, a detractor −100. */
const scoreOf = (point: number | null): number | null => {
  if (point === null) return null;
  if (point >= 9) return 100;
  return point >= 7 ? 0 : -100;
};

/** Sums of the points over the respondents of each column. */
export const sumsByColumn = (cells: CellSums, points: Points): readonly GroupSums[] =>
  Array.from({ length: cells.columns }, (_, column) => {
    const sums = { n: 0, weight: 0, weightSquared: 0, x: 0, xSquared: 0, weightSquaredX: 0, weightSquaredXSquared: 0 };
    points.forEach((point, row) => {
      if (point === null) return;
      const at = row * cells.columns + column;
      const [n = 0, weight = 0, squares = 0] = [cells.n[at], cells.weight[at], cells.weightSquared[at]];
      sums.n += n;
      sums.weight += weight;
      sums.weightSquared += squares;
      sums.x += weight * point;
      sums.xSquared += weight * point ** 2;
      sums.weightSquaredX += squares * point;
      sums.weightSquaredXSquared += squares * point ** 2;
    });
    return sums;
  });

/** Means with intervals and letters; of weighted answers by the design, otherwise by Student and Welch. */
export const meansOf = (groups: readonly GroupSums[], context: SummaryContext): readonly SummaryCell[] => {
  const pairs = context.isWeighted ? weightedPairs : welchPairs;
  const { signs, ps } = groups.length > MOST_COMPARED ? { signs: [], ps: [] } : pairs(groups, context);
  const letters = significantLetters(signs, adjustHolm(ps), { columns: groups.length, ...context });
  return groups.map((group, column) => ({
    ...meanOf(group, context),
    n: group.n,
    weighted: group.weight,
    higherThan: letters[column] ?? [],
  }));
};

const meanOf = (group: GroupSums, { isWeighted, sampleSize }: SummaryContext) => {
  if (isWeighted) {
    const found = meanFromSums(group, sampleSize);
    return {
      value: found?.mean ?? null,
      sd: found?.sd ?? null,
      se: found?.se ?? null,
      interval: found?.interval ?? null,
    };
  }
  const { n, mean, sd } = summaryFrom(group);
  return { value: mean, sd, se: sd === null ? null : sd / Math.sqrt(n), interval: meanInterval({ n, mean, sd }) };
};

/** n, mean and sample standard deviation of unweighted answers. */
export const summaryFrom = ({ n, x, xSquared }: GroupSums) => {
  const mean = n === 0 ? null : x / n;
  const squares = mean === null ? 0 : Math.max(0, xSquared - n * mean ** 2);
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
};

const welchPairs = (groups: readonly GroupSums[]) => {
  const tests = pairsOfGroups(groups.length).map(({ first, second }) => {
    const [a, b] = [groups[first], groups[second]];
    return a === undefined || b === undefined ? null : welchTest(summaryFrom(a), summaryFrom(b));
  });
  return { signs: tests.map((test) => test?.difference ?? 0), ps: tests.map((test) => test?.p ?? null) };
};

const weightedPairs = (groups: readonly GroupSums[], { sampleSize }: SummaryContext) => {
  const tests = pairsOfGroups(groups.length).map(({ first, second }) => {
    const [a, b] = [groups[first], groups[second]];
    return a === undefined || b === undefined ? null : differenceFromSums(a, b, sampleSize);
  });
  return { signs: tests.map((test) => test?.difference ?? 0), ps: tests.map((test) => test?.p ?? null) };
};

/** The point at which half of the weight is reached; midway to the next where it is hit exactly. */
const mediansOf = (points: Points, cells: CellSums): readonly SummaryCell[] =>
  Array.from({ length: cells.columns }, (_, column) => {
    const parts = points
      .flatMap((point, row) => {
        const at = row * cells.columns + column;
        return point === null ? [] : [{ point, n: cells.n[at] ?? 0, weight: cells.weight[at] ?? 0 }];
      })
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => a.point - b.point);
    const weighted = parts.reduce((sum, { weight }) => sum + weight, 0);
    const n = parts.reduce((sum, part) => sum + part.n, 0);
    return { n, weighted, value: middleOf(parts, weighted), sd: null, se: null, interval: null, higherThan: [] };
  });

const middleOf = (
  parts: readonly { readonly point: number; readonly weight: number }[],
  all: number,
): number | null => {
  let reached = 0;
  for (const [at, { point, weight }] of parts.entries()) {
    reached += weight;
    if (reached * 2 > all) return point;
    if (reached * 2 === all) return (point + (parts[at + 1]?.point ?? point)) / 2;
  }
  return null;
};
