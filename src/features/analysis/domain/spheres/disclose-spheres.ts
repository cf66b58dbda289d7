import {
  adjustHolm,
  meanInterval,
  pairsOfGroups,
  welchTest,
  wilsonInterval,
  type Interval,
} from '../../../../statistics';
import { LEAST_FOR_PERCENT, LEAST_WITHOUT_WARNING } from '../disclosure/disclose';
import { placeRanges, type PlaceRange } from '../priorities/place-ranges';
import type { SphereQuestion } from './find-questions';
import type { RankersOrigin, SphereGroup } from './group-rankers';
import { agreementOf, type Agreement, type MeasuredGroup, type MeasuredSphere } from './measure-spheres';

declare const disclosed: unique symbol;

/** Rankings that may be seen; only this file makes them. */
export interface DisclosedSpheres {
  readonly [disclosed]: true;
  readonly smallestGroup: number;
  /** Points for the first place. */
  readonly most: number;
  readonly spheres: readonly { readonly code: string; readonly label: string; readonly isOther: boolean }[];
  readonly groups: readonly ShownGroup[];
  /** Between the groups, by their mean points; null with fewer than two groups. */
  readonly agreement: Agreement | null;
  /** Groups compared sphere by sphere, Holm's correction over all comparisons. */
  readonly differences: readonly SphereDifference[];
}

export type ShownGroup = {
  readonly group: SphereGroup;
  readonly origin: RankersOrigin;
  readonly questions: readonly SphereQuestion[];
} & (
  | { readonly level: 'missing' | 'hidden' }
  /** Five to nine people: mentions, no means. */
  | { readonly level: 'counts'; readonly n: number; readonly spheres: readonly (CountedSphere | null)[] }
  | {
      readonly level: 'estimates';
      readonly n: number;
      readonly silent: number;
      readonly hasSmallBase: boolean;
      /** In the order of `spheres` above; null: fewer people than the smallest group chose it. */
      readonly spheres: readonly (ShownSphere | null)[];
      readonly agreement: Agreement | null;
    }
);

export interface CountedSphere {
  readonly any: number;
}

export interface ShownShare {
  readonly count: number;
  readonly share: number;
  readonly interval: Interval | null;
}

export interface ShownSphere {
  /** Mean Borda points. */
  readonly borda: number;
  /** 95%; null when everyone gave the same points. */
  readonly interval: Interval | null;
  /** Among the spheres that are shown; null for "other". */
  readonly places: PlaceRange | null;
  readonly any: ShownShare;
  /** Null: hidden, because few people put it first or because others could be worked out from it. */
  readonly first: ShownShare | null;
}

export interface SphereDifference {
  readonly sphere: string;
  readonly groups: readonly [SphereGroup, SphereGroup];
  /** Points of the first group minus those of the second. */
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
  readonly adjustedP: number;
}

export const discloseSpheres = (
  groups: readonly MeasuredGroup[],
  most: number,
  smallestGroup: number,
): DisclosedSpheres => {
  const shown = groups.map((group) => showGroup(group, smallestGroup));
  return {
    smallestGroup,
    most,
    spheres: (groups[0]?.spheres ?? []).map(({ code, label, isOther }) => ({ code, label, isOther })),
    groups: shown,
    agreement: agreementBetween(groups),
    differences: differencesBetween(groups, shown),
  } as unknown as DisclosedSpheres;
};

const showGroup = (measured: MeasuredGroup, smallestGroup: number): ShownGroup => {
  const { group, origin, questions, n, silent, agreement } = measured;
  const about = { group, origin, questions };
  if (n === 0) return { ...about, level: 'missing' };
  if (n < smallestGroup) return { ...about, level: 'hidden' };
  const isFew = ({ any }: MeasuredSphere): boolean => any > 0 && any < smallestGroup;
  if (n < LEAST_FOR_PERCENT) {
    const spheres = measured.spheres.map((sphere) => (isFew(sphere) ? null : { any: sphere.any }));
    return { ...about, level: 'counts', n, spheres };
  }
  const places = placesOf(measured.spheres.map((sphere) => (sphere.isOther || isFew(sphere) ? null : sphere)));
  const isFirstHidden = hideFirst(measured.spheres, smallestGroup);
  return {
    ...about,
    level: 'estimates',
    n,
    silent,
    hasSmallBase: n < LEAST_WITHOUT_WARNING,
    agreement,
    spheres: measured.spheres.map((sphere, at) =>
      isFew(sphere)
        ? null
        : {
            borda: sphere.points.mean ?? 0,
            interval: meanInterval(sphere.points),
            places: places[at] ?? null,
            any: shareOf(sphere.any, n),
            first: isFirstHidden[at] === true ? null : shareOf(sphere.first, n),
          },
    ),
  };
};

const shareOf = (count: number, n: number): ShownShare => ({
  count,
  share: count / n,
  interval: wilsonInterval(count, n),
});

/** Places of the spheres that are shown; null for the others. */
const placesOf = (spheres: readonly (MeasuredSphere | null)[]): readonly (PlaceRange | null)[] => {
  const known = spheres.flatMap((sphere, at) => (sphere === null ? [] : [{ at, interval: rangeOf(sphere) }]));
  const ranges = placeRanges(known.map(({ interval }) => interval));
  const places: (PlaceRange | null)[] = spheres.map(() => null);
  known.forEach(({ at }, place) => {
    places[at] = ranges[place] ?? null;
  });
  return places;
};

const rangeOf = ({ points }: MeasuredSphere): Interval => {
  const mean = points.mean ?? 0;
  return meanInterval(points) ?? { low: mean, high: mean };
};

/**
 * First places add up to everyone: where those that are hidden together are fewer than the smallest group, the next
 * smallest is hidden with them.
 */
const hideFirst = (spheres: readonly MeasuredSphere[], smallestGroup: number): readonly boolean[] => {
  const isFew = (count: number): boolean => count > 0 && count < smallestGroup;
  const hidden = spheres.map(({ first, any }) => isFew(first) || isFew(any));
  let together = spheres.reduce((sum, { first }, at) => sum + (hidden[at] === true ? first : 0), 0);
  const rest = spheres
    .map(({ first }, at) => ({ first, at }))
    .filter(({ first, at }) => first > 0 && hidden[at] !== true)
    .toSorted((a, b) => a.first - b.first);
  for (const { first, at } of rest) {
    if (!isFew(together)) break;
    hidden[at] = true;
    together += first;
  }
  return hidden;
};

const areShown = ({ n }: MeasuredGroup): boolean => n >= LEAST_FOR_PERCENT;

const agreementBetween = (groups: readonly MeasuredGroup[]): Agreement | null => {
  const shown = groups.filter(areShown);
  const [first] = shown;
  if (first === undefined || shown.length < 2) return null;
  return agreementOf(
    first.spheres.flatMap(({ isOther }, at) =>
      isOther ? [] : [shown.map(({ spheres }) => spheres[at]?.points.mean ?? 0)],
    ),
  );
};

const differencesBetween = (
  groups: readonly MeasuredGroup[],
  shown: readonly ShownGroup[],
): readonly SphereDifference[] => {
  const known = groups.flatMap((group, at) => {
    const seen = shown[at];
    return seen?.level === 'estimates' ? [{ group, seen: seen.spheres }] : [];
  });
  const found = pairsOfGroups(known.length).flatMap(({ first, second }) => {
    const [a, b] = [known[first], known[second]];
    if (a === undefined || b === undefined) return [];
    return a.group.spheres.flatMap((sphere, at) => {
      const other = b.group.spheres[at];
      if (sphere.isOther || other === undefined || a.seen[at] === null || b.seen[at] === null) return [];
      const test = welchTest(sphere.points, other.points);
      return test === null ? [] : [{ sphere: sphere.code, groups: [a.group.group, b.group.group] as const, ...test }];
    });
  });
  const ps = adjustHolm(found.map(({ p }) => p));
  return found.map(({ sphere, groups: pair, difference, interval, p }, at) => ({
    sphere,
    groups: pair,
    difference,
    interval,
    p,
    adjustedP: ps[at] ?? 1,
  }));
};
