import { meanControlLimits, shareControlLimits, type Interval } from '../../../../statistics';
import type { ComparedItem } from './comparison';
import type { Estimate } from './estimate';

/** Confidence of the inner and the outer limits. */
export const FUNNEL_LEVELS = [0.95, 0.998] as const;

export interface FunnelPoint {
  readonly code: string;
  readonly label: string;
  /** Answers; effective n of weighted ones. */
  readonly n: number;
  readonly value: number;
  readonly inner: Interval;
  readonly outer: Interval;
  readonly place: 'inside' | 'beyond-inner' | 'beyond-outer';
}

/** Groups against the value of the region: with fewer answers a group may lie farther from it by chance alone. */
export interface Funnel {
  readonly centre: number;
  /** How the limits were worked out. */
  readonly method: 'hypergeometric' | 'normal';
  readonly points: readonly FunnelPoint[];
  /** Limits at numbers of answers, rising. */
  readonly curve: readonly { readonly n: number; readonly inner: Interval; readonly outer: Interval }[];
}

/** @returns null where fewer than two groups are shown, or nobody differs from anybody */
export const funnelOf = (item: ComparedItem, isWeighted: boolean): Funnel | null => {
  const { region, about, groups } = item;
  const shown = groups.flatMap((group) => (group.seen ? [group] : []));
  if (region === null || shown.length < 2) return null;
  const isExact = about.kind === 'share' && !isWeighted;
  const limits = isExact ? exactLimits(region) : normalLimits(region, sdWithin(about.kind, region, shown));
  if (limits === null) return null;
  const points = shown.flatMap(({ code, label, estimate }) => {
    const n = isWeighted ? estimate.effectiveN : estimate.n;
    const found = limits(n);
    return found === null
      ? []
      : [{ code, label, n, value: estimate.value, ...found, place: placeOf(estimate.value, found) }];
  });
  const whole = isWeighted ? region.effectiveN : region.n;
  return {
    centre: region.value,
    method: isExact ? 'hypergeometric' : 'normal',
    points,
    curve: sizesFor(points, whole, isExact).flatMap((n) => {
      const found = limits(n);
      return found === null ? [] : [{ n, ...found }];
    }),
  };
};

type Limits = { readonly inner: Interval; readonly outer: Interval };

const placeOf = (value: number, { inner, outer }: Limits): FunnelPoint['place'] => {
  const isBeyond = ({ low, high }: Interval): boolean => value < low || value > high;
  if (isBeyond(outer)) return 'beyond-outer';
  return isBeyond(inner) ? 'beyond-inner' : 'inside';
};

const exactLimits = ({ n, value }: Estimate): ((size: number) => Limits | null) | null => {
  const successes = Math.round(value * n);
  if (successes === 0 || successes === n) return null;
  return (size) => {
    const [inner, outer] = shareControlLimits(
      { successes, n },
      Math.min(n, Math.max(1, Math.round(size))),
      FUNNEL_LEVELS,
    );
    return inner === undefined || outer === undefined ? null : { inner, outer };
  };
};

const normalLimits = ({ effectiveN, value }: Estimate, sd: number): ((size: number) => Limits | null) | null => {
  if (!(sd > 0)) return null;
  const whole = { n: effectiveN, mean: value, sd };
  return (size) => {
    const [inner, outer] = FUNNEL_LEVELS.map((level) => meanControlLimits(whole, Math.min(effectiveN, size), level));
    return inner && outer ? { inner, outer } : null;
  };
};

/** Within the groups, pooled; a real difference between them must not widen the limits. */
const sdWithin = (
  kind: ComparedItem['about']['kind'],
  region: Estimate,
  shown: readonly { readonly estimate: Estimate }[],
): number => {
  if (kind === 'share') return Math.sqrt(region.value * (1 - region.value));
  const parts = shown.flatMap(({ estimate: { n, sd } }) => (sd === null ? [] : [{ df: n - 1, sd }]));
  const df = parts.reduce((sum, part) => sum + part.df, 0);
  return df < 1 ? 0 : Math.sqrt(parts.reduce((sum, part) => sum + part.df * part.sd ** 2, 0) / df);
};

const STEPS = 48;

/** From well below the smallest group to somewhat above the largest, closer together where the limits bend. */
const sizesFor = (points: readonly { readonly n: number }[], whole: number, areWhole: boolean): readonly number[] => {
  const sizes = points.map(({ n }) => n);
  const from = Math.max(5, Math.min(...sizes) * 0.6);
  const to = Math.min(whole, Math.max(...sizes) * 1.15);
  const all = Array.from({ length: STEPS + 1 }, (_, step) => from * (to / from) ** (step / STEPS));
  return [...new Set(areWhole ? all.map(Math.round) : all)].filter((n) => n <= whole);
};
