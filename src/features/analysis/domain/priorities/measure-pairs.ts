import { adjustHolm } from '../../../../statistics';
import type { VariableSet } from '../variables/variable';
import type { Aspect } from './find-pairs';
import { pointsOf, type Counted } from './points';
import { addTo, estimateFrom, noSums, type Estimate, type TestedEstimate } from './sums';

/** One aspect as those see it who answered both questions about it. Before disclosure control. */
export interface MeasuredPair {
  readonly aspect: Aspect;
  readonly n: number;
  readonly weighted: number;
  /** (Σw)²/Σw²; equals n without weights. */
  readonly effectiveN: number;
  /** Those who answered only one of the two questions with a point of its scale. */
  readonly onlyOne: number;
  /** Null without respondents. */
  readonly importance: Estimate | null;
  readonly performance: Estimate | null;
  /** Importance minus performance, respondent by respondent. */
  readonly gap: TestedEstimate | null;
}

/** Importance, performance and the gap between them: the same respondents in all three. */
export const measurePairs = (set: VariableSet, aspects: readonly Aspect[], counted: Counted): readonly MeasuredPair[] =>
  aspects.map((aspect) => measurePair(set, aspect, counted));

const measurePair = (set: VariableSet, aspect: Aspect, { members, weights, sampleSize }: Counted): MeasuredPair => {
  const [important, rated] = bothOf(set, aspect);
  const [importance, performance, gap] = [noSums(), noSums(), noSums()];
  let onlyOne = 0;
  for (let at = 0; at < set.n; at += 1) {
    if (members[at] !== 1) continue;
    const [a, b] = [important[at] ?? NaN, rated[at] ?? NaN];
    if (Number.isNaN(a) || Number.isNaN(b)) {
      if (Number.isNaN(a) !== Number.isNaN(b)) onlyOne += 1;
      continue;
    }
    const weight = weights?.[at] ?? 1;
    addTo(importance, a, weight);
    addTo(performance, b, weight);
    addTo(gap, a - b, weight);
  }
  const size = weights === null ? null : sampleSize;
  return {
    aspect,
    n: gap.n,
    weighted: gap.weight,
    effectiveN: gap.n === 0 ? 0 : gap.weight ** 2 / gap.weightSquared,
    onlyOne,
    importance: estimateFrom(importance, size),
    performance: estimateFrom(performance, size),
    gap: estimateFrom(gap, size),
  };
};

const bothOf = (set: VariableSet, { importance, performance }: Aspect) =>
  [importance, performance].map((name) => {
    const variable = set.variables.get(name);
    const points = variable && pointsOf(variable);
    if (!points) throw new RangeError(`${name} has no points`);
    return points;
  }) as [Float64Array, Float64Array];

/** Members who answered both questions, by the place of their group; those in no group only in the total. */
export const countPairs = (
  set: VariableSet,
  aspect: Aspect,
  { members }: Counted,
  groups: { readonly places: Int16Array; readonly count: number } | null,
): { readonly total: number; readonly sizes: readonly number[] } => {
  const [important, rated] = bothOf(set, aspect);
  const sizes = new Array<number>(groups?.count ?? 0).fill(0);
  let total = 0;
  for (let at = 0; at < set.n; at += 1) {
    if (members[at] !== 1 || Number.isNaN(important[at]) || Number.isNaN(rated[at])) continue;
    total += 1;
    const place = groups?.places[at] ?? -1;
    if (place >= 0) sizes[place] = (sizes[place] ?? 0) + 1;
  }
  return { total, sizes };
};

/** p of the gaps, raised by Holm's method for looking at so many. */
export const adjustGaps = (pairs: readonly { readonly gap: TestedEstimate | null }[]): readonly (number | null)[] =>
  adjustHolm(pairs.map(({ gap }) => gap?.p ?? null));
