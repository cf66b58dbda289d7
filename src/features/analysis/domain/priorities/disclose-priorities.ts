import type { Quadrant } from '../../../../statistics';
import type { ImportancePairs } from './find-pairs';
import { drawMap, type ImportanceMap } from './draw-map';
import type { DriverAnalysis } from './drive-outcome';
import type { HiddenBecause } from './protect-groups';
import { adjustGaps, type MeasuredPair } from './measure-pairs';
import { LEAST_FOR_PERCENT, LEAST_WITHOUT_WARNING } from '../disclosure/disclose';
import type { Estimate, TestedEstimate } from './sums';

declare const disclosed: unique symbol;

/** Bears witness that disclosure control was applied; only this file makes it. */
interface Disclosed {
  readonly [disclosed]: true;
  readonly smallestGroup: number;
}

export type ShownAspect =
  | { readonly kind: 'hidden'; readonly label: string; readonly because: Exclude<HiddenBecause, null> }
  /** Between the smallest group and ten people: how many, no means. */
  | { readonly kind: 'few'; readonly label: string; readonly n: number }
  | {
      readonly kind: 'shown';
      readonly label: string;
      /** Names of the variables. */
      readonly variables: { readonly importance: string; readonly performance: string };
      readonly n: number;
      readonly weighted: number;
      readonly effectiveN: number;
      readonly hasSmallBase: boolean;
      readonly importance: Estimate;
      readonly performance: Estimate;
      readonly gap: TestedEstimate;
      /** Holm's correction over all aspects shown. */
      readonly adjustedP: number | null;
      readonly quadrant: Quadrant | null;
      /** Its number on the map; null without a map. */
      readonly number: number | null;
    };

/** The only form in which stated importance leaves the domain. */
export interface DisclosedPairs extends Disclosed {
  readonly questions: Pick<ImportancePairs, 'importance' | 'performance'>;
  readonly isWeighted: boolean;
  /** The largest gap first, hidden ones last. */
  readonly aspects: readonly ShownAspect[];
  readonly map: ImportanceMap | null;
}

/** Key drivers that may be seen: an analysis needs thirty people, but a group may have to protect another. */
export type DisclosedDrivers = Disclosed &
  ({ readonly kind: 'hidden'; readonly because: Exclude<HiddenBecause, null> } | DriverAnalysis);

export interface PairsToDisclose {
  readonly pairs: ImportancePairs;
  readonly measured: readonly MeasuredPair[];
  /** What the other groups say of showing each aspect. */
  readonly hidden: readonly HiddenBecause[];
  readonly isWeighted: boolean;
}

export const disclosePairs = (
  { pairs, measured, hidden, isWeighted }: PairsToDisclose,
  smallestGroup: number,
): DisclosedPairs => {
  const known = measured.flatMap((pair, at) =>
    hidden[at] === null && pair.n >= Math.max(smallestGroup, LEAST_FOR_PERCENT) ? whole(pair) : [],
  );
  const ps = adjustGaps(known);
  const map = drawMap(
    known.map(({ aspect, importance, performance }) => ({ label: aspect.label, importance, performance })),
  );
  const shown = known.map((pair, at): ShownAspect => {
    const { importance: asked, performance: rated, label } = pair.aspect;
    const point = map?.points.find((one) => one.at === at);
    return {
      kind: 'shown',
      label,
      variables: { importance: asked, performance: rated },
      n: pair.n,
      weighted: pair.weighted,
      effectiveN: pair.effectiveN,
      hasSmallBase: pair.n < LEAST_WITHOUT_WARNING,
      importance: pair.importance,
      performance: pair.performance,
      gap: pair.gap,
      adjustedP: ps[at] ?? null,
      quadrant: point?.quadrant ?? null,
      number: point?.number ?? null,
    };
  });
  const others = measured.flatMap((pair, at) => notShown(pair, hidden[at] ?? null, smallestGroup));
  const { importance, performance } = pairs;
  return {
    smallestGroup,
    questions: { importance, performance },
    isWeighted,
    aspects: [...shown.toSorted((a, b) => gapOf(b) - gapOf(a)), ...others],
    map,
  } as unknown as DisclosedPairs;
};

type WholePair = MeasuredPair & { importance: Estimate; performance: Estimate; gap: TestedEstimate };

const whole = (pair: MeasuredPair): readonly WholePair[] =>
  pair.importance === null || pair.performance === null || pair.gap === null ? [] : [pair as WholePair];

const notShown = (
  { aspect, n }: MeasuredPair,
  hidden: HiddenBecause,
  smallestGroup: number,
): readonly ShownAspect[] => {
  const { label } = aspect;
  if (hidden !== null || n < smallestGroup) return [{ kind: 'hidden', label, because: hidden ?? 'too-few' }];
  return n < LEAST_FOR_PERCENT ? [{ kind: 'few', label, n }] : [];
};

const gapOf = (aspect: ShownAspect): number => (aspect.kind === 'shown' ? aspect.gap.mean : -Infinity);

export const discloseDrivers = (
  analysis: DriverAnalysis,
  hidden: HiddenBecause,
  smallestGroup: number,
): DisclosedDrivers => {
  const { n } = analysis.base;
  const because = n > 0 && n < smallestGroup ? 'too-few' : hidden;
  const shown = because === null ? analysis : { kind: 'hidden', because };
  return { ...shown, smallestGroup } as unknown as DisclosedDrivers;
};
