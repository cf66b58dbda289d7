import { pairsOfGroups } from '../../../../statistics';
import { LEAST_FOR_PERCENT } from '../disclosure/disclose';
import { REST, type ComparedGroup, type ComparedItem, type Margins, type MeasureAbout } from './comparison';
import type { ComparisonContext } from './context';
import { compareParts, type Compared } from './contrast';
import { estimateOf, summaryOf, type Part } from './estimate';
import { hideGroups } from './hide-groups';
import type { Measure } from './measure';
import type { Measured } from './measured';
import { partsOf, wholeOf } from './parts';

/** One item as it may be seen, before its tests are corrected with those of the family. */
export interface ItemDraft extends Omit<ComparedItem, 'contrasts' | 'tests'> {
  readonly contrasts: readonly DraftContrast[];
}

export interface DraftContrast {
  readonly first: string;
  readonly second: string;
  readonly sizes: readonly [number, number];
  /** Null where one of the two may not be seen. */
  readonly compared: Compared | null;
}

/** Works out first what may be seen; only that is estimated and compared. */
export const compareItem = (measured: Measured, context: ComparisonContext): ItemDraft => {
  const { request, smallestGroup, weighting, counting } = context;
  const { kind } = measured.measure;
  const hiding = hideGroups(measured, context);
  const parts = partsOf(measured);
  const groups = counting.units.units.map((unit, at): ComparedGroup => {
    const [part, reason] = [parts[at], hiding.groups[at] ?? null];
    const estimate = reason === null && part !== undefined ? estimateOf(kind, part, weighting) : null;
    if (estimate === null) return { ...unit, seen: false, reason: reason ?? 'none' };
    return { ...unit, seen: true, estimate };
  });
  const whole = wholeOf(measured, smallestGroup);
  const margin = marginOf(measured.measure, request.margins, whole);
  const pairs =
    request.against === 'pairs' ? pairsOfUnits(parts, groups) : againstRest(parts, groups, measured, context);
  return {
    about: aboutOf(measured.measure),
    margin,
    region: hiding.region === null ? estimateOf(kind, whole, weighting) : null,
    groups,
    apart: apartOf(groups),
    contrasts: pairs.map(({ first, second, both }) => ({
      first,
      second,
      sizes: both === null ? [0, 0] : [both[0].sums.n, both[1].sums.n],
      compared: both && compareParts(kind, both, margin, weighting),
    })),
  };
};

interface PairToCompare {
  readonly first: string;
  readonly second: string;
  readonly both: readonly [Part, Part] | null;
}

const pairsOfUnits = (parts: readonly Part[], groups: readonly ComparedGroup[]): readonly PairToCompare[] => {
  const asked = groups.flatMap((group, at) =>
    group.seen || group.reason !== 'none' ? [{ group, part: parts[at] }] : [],
  );
  return pairsOfGroups(asked.length).flatMap(({ first, second }) => {
    const [a, b] = [asked[first], asked[second]];
    if (a?.part === undefined || b?.part === undefined) return [];
    const isSeen = a.group.seen && b.group.seen;
    return [{ first: a.group.code, second: b.group.code, both: isSeen ? ([a.part, b.part] as const) : null }];
  });
};

const againstRest = (
  parts: readonly Part[],
  groups: readonly ComparedGroup[],
  measured: Measured,
  { smallestGroup }: ComparisonContext,
): readonly PairToCompare[] =>
  groups.flatMap((group, at) => {
    const part = parts[at];
    if (part === undefined || (!group.seen && group.reason === 'none')) return [];
    const rest = wholeOf(measured, smallestGroup, at);
    const isSeen = group.seen && rest.sums.n >= Math.max(smallestGroup, LEAST_FOR_PERCENT);
    return [{ first: group.code, second: REST, both: isSeen ? ([part, rest] as const) : null }];
  });

/** Points of the length of a five-point scale. */
const FIVE_POINTS = 4;

/** In the unit of the measure; of numbers without a scale in their standard deviations. */
const marginOf = ({ kind, range }: Measure, margins: Margins, whole: Part): number => {
  if (kind === 'share') return margins.share;
  if (kind === 'recommendation') return margins.recommendation;
  if (range !== null) return (margins.mean * (range.most - range.least)) / FIVE_POINTS;
  const { sd } = summaryOf(whole.sums);
  return margins.mean * (sd !== null && sd > 0 ? sd : 1);
};

const aboutOf = (measure: Measure): MeasureAbout => {
  const { variable, code, kind, answer, range } = measure;
  return {
    variable: variable.name,
    label: variable.label,
    origin: variable.origin,
    code,
    kind,
    answer,
    range,
    ends: 'points' in measure && kind === 'mean' ? endsOf(measure.variable) : null,
  };
};

const endsOf = ({ categories }: Extract<Measure, { readonly points: unknown }>['variable']): MeasureAbout['ends'] => {
  const points = categories
    .filter(({ value, missing }) => value !== null && missing === null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [first, last] = [points[0], points.at(-1)];
  return first === undefined || last === undefined ? null : [first.label, last.label];
};

/** Overlap is what keeps an order from being a ranking: the pairs whose intervals do not. */
const apartOf = (groups: readonly ComparedGroup[]): ComparedItem['apart'] =>
  pairsOfGroups(groups.length).flatMap(({ first, second }) => {
    const [a, b] = [groups[first], groups[second]];
    if (a?.seen !== true || b?.seen !== true || a.estimate.interval === null || b.estimate.interval === null) return [];
    const isApart =
      a.estimate.interval.high < b.estimate.interval.low || b.estimate.interval.high < a.estimate.interval.low;
    return isApart ? [[a.code, b.code] as const] : [];
  });
