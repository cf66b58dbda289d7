import type { Variable, VariableSet } from '../variables/variable';
import { adjustForMix } from './adjust-mix';
import type { Adjustment } from './adjustment';
import { REST, type ComparedItem, type ComparisonRequest, type Contrast } from './comparison';
import { contextOf } from './context';
import type { Estimate } from './estimate';
import { funnelOf, type Funnel } from './funnel';
import type { Measure } from './measure';
import { neededAnswers, type NeededAnswers } from './needed-answers';

declare const disclosed: unique symbol;

/** One item in depth; made only of what the comparison shows. */
export interface DisclosedDepth {
  readonly [disclosed]: true;
  readonly item: ComparedItem;
  readonly contrasts: readonly (Contrast & { readonly needed: NeededAnswers | null })[];
  readonly funnel: Funnel | null;
  /** Null where no variables of the mix were asked for. */
  readonly adjustment: Adjustment | null;
}

/** @param mix variables in which clients of the groups may differ */
export const depthOf = (
  set: VariableSet,
  what: Measure,
  item: ComparedItem,
  {
    request,
    smallestGroup,
    mix,
  }: {
    readonly request: ComparisonRequest;
    readonly smallestGroup: number;
    readonly mix: readonly Variable[];
  },
): DisclosedDepth => {
  const context = contextOf(set, request, smallestGroup);
  const estimates = new Map(
    item.groups.flatMap((group) => (group.seen ? [[group.code, group.estimate] as const] : [])),
  );
  return {
    item,
    contrasts: item.contrasts.map((contrast) => {
      const first = estimates.get(contrast.first);
      const second = contrast.second === REST ? restOf(item, contrast, first) : estimates.get(contrast.second);
      return { ...contrast, needed: first && second ? neededAnswers(item, contrast, [first, second]) : null };
    }),
    funnel: funnelOf(item, context.weighting !== null),
    adjustment: mix.length === 0 ? null : adjustForMix(what, item, mix, context),
  } as unknown as DisclosedDepth;
};

/** Everybody else spreads like the region. */
const restOf = ({ region }: ComparedItem, { found }: Contrast, first: Estimate | undefined): Estimate | undefined =>
  region === null || found === null || first === undefined
    ? undefined
    : { ...region, value: first.value - found.difference };
