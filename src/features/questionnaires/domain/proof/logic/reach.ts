import type { CompiledVersion } from '../../compile-version';
import type { AnswerSheet } from '../../definition';
import { partsOf, type Expression } from '../../expression';
import { stepsBefore, stepsOf, type Step, type Target } from './steps';
import { usagesIn } from './usage';
import { valuesThatMatter, type Options } from './values-that-matter';
import { allHold, answersOf, searchWays, walkAllWays, type Budget, type Walk, type Walker } from './walk';

/** What can happen at a place of the questionnaire. */
export interface Reach {
  /** Somebody comes there. */
  readonly arrives: boolean;
  /** For somebody who comes there, the conditions hold. */
  readonly holds: boolean;
  /** For somebody who comes there, they do not. */
  readonly fails: boolean;
  /** Somebody's way ends before. */
  readonly endsBefore: boolean;
  /** False when not every way could be walked: what was not seen may still exist. */
  readonly isComplete: boolean;
}

/** A version made ready for questions about its ways. */
export interface Ways {
  readonly compiled: CompiledVersion;
  readonly steps: readonly Step[];
  readonly budget: Budget;
  readonly known: Map<string, Reach>;
}

/** Effort for all questions about one questionnaire together, and for one of them. */
const MOST_FOR_ALL = 600_000;
export const MOST_FOR_ONE = 60_000;
/** Effort of a search for what is common, before every way is walked. */
const FIRST_LOOK = 1_000;

export const waysThrough = (compiled: CompiledVersion): Ways => ({
  compiled,
  steps: stepsOf(compiled),
  budget: { left: MOST_FOR_ALL },
  known: new Map(),
});

/** Walks the ways that matter to a target until both answers are seen, or there are no more ways. */
export const reachOf = (ways: Ways, target: Target): Reach => {
  const steps = stepsBefore(ways.steps, target);
  const key = JSON.stringify([target.conditions, steps.filter(({ field }) => field === null).length]);
  const known = ways.known.get(key);
  if (known !== undefined) return known;
  const reach = reachAmong(ways, steps, target);
  ways.known.set(key, reach);
  return reach;
};

/** Answers that lead somebody to a target for whom its conditions hold, or do not; null when there are none or none is found. */
export const answersTo = (ways: Ways, target: Target, holds: boolean): AnswerSheet | null => {
  const steps = stepsBefore(ways.steps, target);
  const { options } = optionsFor(ways.compiled, steps, target.conditions);
  const found: Walker[] = [];
  const onArrival = (walker: Walker): boolean => {
    if (allHold(target.conditions, walker.answers) !== holds) return false;
    found.push(walker);
    return true;
  };
  const walk = { steps, options, about: target.conditions, onArrival, onEnd: () => undefined };
  walkWithin(ways.budget, FIRST_LOOK, (budget) => searchWays({ ...walk, budget }));
  if (found.length === 0) walkWithin(ways.budget, MOST_FOR_ONE, (budget) => walkAllWays({ ...walk, budget }));
  return found[0] === undefined ? null : answersOf(found[0]);
};

/** What can happen as if every question before were asked of everyone: what the conditions say by themselves. */
export const reachByItself = (ways: Ways, { position, conditions }: Target): Reach => {
  const mentioned = stepsBefore(ways.steps, { position, conditions });
  const codes = new Set(usagesIn(conditions).keys());
  const free = mentioned
    .filter(({ field }) => field !== null && codes.has(field.code))
    .map((step) => ({ ...step, conditions: [] }));
  return reachAmong(ways, free, { position, conditions });
};

export const reachAmong = (ways: Ways, steps: readonly Step[], { conditions }: Target): Reach => {
  const seen = { arrives: false, holds: false, fails: false, endsBefore: false };
  if (ways.budget.left <= 0) return { ...seen, isComplete: false };
  const { options, isComplete } = optionsFor(ways.compiled, steps, conditions);
  const onArrival = ({ answers }: Walker): boolean => {
    seen.arrives = true;
    if (allHold(conditions, answers)) seen.holds = true;
    else seen.fails = true;
    return seen.holds && seen.fails;
  };
  const onEnd = (): void => {
    seen.endsBefore = true;
  };
  const walk: Omit<Walk, 'budget'> = { steps, options, about: conditions, onArrival, onEnd };
  walkWithin(ways.budget, FIRST_LOOK, (budget) => searchWays({ ...walk, budget }));
  if (seen.holds && seen.fails) return { ...seen, isComplete: true };
  const isWalked = walkWithin(ways.budget, MOST_FOR_ONE, (budget) => walkAllWays({ ...walk, budget }));
  return { ...seen, isComplete: isWalked && isComplete() };
};

/** One walk takes its share of the budget and no more. */
export const walkWithin = (budget: Budget, most: number, walk: (budget: Budget) => boolean): boolean => {
  const share = Math.min(most, budget.left);
  const own: Budget = { left: share };
  const isWalked = walk(own);
  budget.left -= share - own.left;
  return isWalked;
};

export interface StepOptions {
  /** The answers to try at a step, by its number; worked out when somebody comes there. */
  readonly options: (index: number) => Options;
  /** Whether every answer at every step behaves like one of those that are tried. */
  readonly isComplete: () => boolean;
}

/** The answers that matter at each step, to the steps themselves and to further conditions. */
export const optionsFor = (
  { fieldByCode }: CompiledVersion,
  steps: readonly Step[],
  conditions: readonly Expression[],
): StepOptions => {
  const expressions = [...steps.flatMap((step) => step.expressions), ...conditions];
  const usages = usagesIn(expressions);
  const known = new Map<number, Options>();
  const options = (index: number): Options => {
    const field = steps[index]?.field ?? null;
    const found = known.get(index) ?? (field === null ? NOTHING_ASKED : valuesThatMatter(field, usages, fieldByCode));
    known.set(index, found);
    return found;
  };
  return {
    options,
    isComplete: () => steps.every((_step, index) => options(index).isComplete) && !expressions.some(looksAtTheDay),
  };
};

const NOTHING_ASKED: Options = { values: [], isComplete: true };

/** What day it will be, nobody knows before launch. */
const looksAtTheDay = (expression: Expression): boolean =>
  (expression.kind === 'call' && expression.name === 'today') || partsOf(expression).some(looksAtTheDay);
