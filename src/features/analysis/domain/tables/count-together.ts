import { wilsonInterval, type Interval } from '../../../../statistics';
import type { DisclosedBlock } from './disclose-table';
import type { NamedVariable } from './named-variable';

/** Answers of one column counted together, of everyone who was asked and answered. */
export interface CountedTogether {
  /** Unweighted. */
  readonly n: number;
  readonly share: number;
  readonly interval: Interval | null;
}

/**
 * Two or more answers as one, from their counts: rounded percentages are never added up. With weights the interval is that of as
 * many answers as would be as precise. Null where the column has no percentages, or one person may have given several answers.
 */
export const countTogether = (block: DisclosedBlock, codes: readonly string[], at: number): CountedTogether | null => {
  const base = block.bases[at];
  const rows = block.rows.filter(({ code }) => codes.includes(code));
  const cells = rows.flatMap(({ cells: ofRow }) => ofRow[at] ?? []);
  if (base == null || rows.length !== codes.length || cells.length !== codes.length || codes.length === 0) return null;
  const [only] = cells;
  if (only === undefined || cells.some(({ share }) => share === null)) return null;
  if (cells.length === 1) return { n: only.n, share: only.share ?? 0, interval: only.interval };
  if (block.kind !== 'category' || base.weighted <= 0) return null;
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const isWeighted = cells.some((cell) => cell.weighted !== cell.n);
  if (!isWeighted) return { n, share: n / base.n, interval: wilsonInterval(n, base.n) };
  const share = Math.min(1, cells.reduce((sum, { weighted }) => sum + weighted, 0) / base.weighted);
  return { n, share, interval: wilsonInterval(share * base.effectiveN, base.effectiveN) };
};

/** The two ends of a scale. */
export interface ScaleEnds {
  /** Codes of the points, the lowest first. */
  readonly points: readonly string[];
  readonly top: readonly string[];
  readonly bottom: readonly string[];
}

const FEWEST_POINTS = 3;
const RECOMMENDATION_POINTS = 11;

/** Null where the rows are no scale, or its points are merged; of 0 to 10 the ends are not two points each. */
export const scaleEndsOf = (
  { rows, kind }: Pick<DisclosedBlock, 'rows' | 'kind'>,
  { categories }: Pick<NamedVariable, 'categories'>,
): ScaleEnds | null => {
  const points = categories
    .filter(({ value, missing }) => value !== null && missing === null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
    .map(({ code }) => code);
  const isWhole = points.every((point) => rows.some(({ code }) => code === point));
  if (kind !== 'category' || points.length < FEWEST_POINTS || points.length >= RECOMMENDATION_POINTS || !isWhole)
    return null;
  return { points, top: points.slice(-2), bottom: points.slice(0, 2) };
};
