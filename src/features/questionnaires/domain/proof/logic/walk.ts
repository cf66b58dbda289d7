import type { Answer } from '../../definition';
import { evaluate, isTrue, referencesOf, type Condition } from '../../expression';
import type { Field } from '../../field';
import type { Step } from './steps';
import type { Options } from './values-that-matter';

export type Answers = Readonly<Record<string, Answer>>;

/** Effort still allowed; shared by all walks of one proof, so that a monster takes no more than its time. */
export interface Budget {
  left: number;
}

/** Somebody on their way. */
export interface Walker {
  /** Answers that something ahead still looks at. */
  readonly answers: Answers;
  /** All answers, the last one first. */
  readonly trail: Trail | null;
}

interface Trail {
  readonly code: string;
  readonly value: Answer;
  readonly before: Trail | null;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** Answers to try at a step, by its number. */
  readonly options: (index: number) => Options;
  /** What is asked about those who arrive. */
  readonly about: readonly Condition[];
  readonly budget: Budget;
  /** Somebody comes to the end of the steps. Returns true when enough is known. */
  readonly onArrival: (walker: Walker) => boolean;
  /** Somebody's way ends before. */
  readonly onEnd: () => void;
}

/**
 * Walks every way there is; false when it was stopped because the budget was spent. Walkers whose answers differ only where
 * nothing ahead looks go on as one, so a long chain of conditions takes no longer than its links.
 */
export const walkAllWays = (walk: Walk): boolean => {
  const { steps, options, budget } = walk;
  const lookedAt = lookedAtAfter(walk);
  let walkers: readonly Walker[] = [{ answers: {}, trail: null }];
  for (const [index, step] of steps.entries()) {
    const next = new Map<string, Walker>();
    const kept = lookedAt[index] ?? [];
    const effort = step.effort + kept.length / 4;
    for (const walker of walkers)
      for (const { answers, trail } of goOn(walk, step, options(index), walker)) {
        if (budget.left <= 0) return false;
        budget.left -= effort;
        const answersAhead = keep(answers, kept);
        const key = JSON.stringify(answersAhead);
        if (!next.has(key)) next.set(key, { answers: answersAhead, trail });
      }
    walkers = [...next.values()];
  }
  for (const walker of walkers) if (walk.onArrival(walker)) break;
  return true;
};

/** Follows single ways to their end until enough is known: finds quickly what is common. False when the budget was spent. */
export const searchWays = (walk: Walk): boolean => searchFrom(walk, 0, {}, null) !== 'spent';

type Outcome = 'walked' | 'enough' | 'spent';

/** One object of answers serves all ways; copies would cost the most. */
const searchFrom = (walk: Walk, index: number, answers: Record<string, Answer>, trail: Trail | null): Outcome => {
  const step = walk.steps[index];
  if (step === undefined) return walk.onArrival({ answers, trail }) ? 'enough' : 'walked';
  if (walk.budget.left <= 0) return 'spent';
  walk.budget.left -= step.effort;
  if (!allHold(step.conditions, answers)) return searchFrom(walk, index + 1, answers, trail);
  const { field } = step;
  if (field === null) {
    walk.onEnd();
    return 'walked';
  }
  for (const value of valuesAt(field, walk.options(index), answers)) {
    if (!isAccepted(field, value, answers)) continue;
    if (value !== undefined) answers[field.code] = value;
    const next = value === undefined ? trail : { code: field.code, value, before: trail };
    const outcome = searchFrom(walk, index + 1, answers, next);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- one object of answers serves all ways
    delete answers[field.code];
    if (outcome !== 'walked') return outcome;
  }
  return 'walked';
};

const valuesAt = (field: Field, options: Options, answers: Answers): Options['values'] =>
  field.kind === 'calculated' ? [calculated(field, answers)] : options.values;

/** Those who go on after a step: one for each answer, none where the way ends or no answer is accepted. */
const goOn = (walk: Walk, step: Step, options: Options, walker: Walker): readonly Walker[] => {
  const { field, conditions } = step;
  if (!allHold(conditions, walker.answers)) return [walker];
  if (field === null) {
    walk.onEnd();
    return [];
  }
  return valuesAt(field, options, walker.answers)
    .filter((value) => isAccepted(field, value, walker.answers))
    .map((value) => (value === undefined ? walker : withAnswer(walker, field.code, value)));
};

const withAnswer = ({ answers, trail }: Walker, code: string, value: Answer): Walker => ({
  answers: { ...answers, [code]: value },
  trail: { code, value, before: trail },
});

/** All answers somebody gave on their way. */
export const answersOf = ({ trail }: Walker): Answers => {
  const answers: [string, Answer][] = [];
  for (let at = trail; at !== null; at = at.before) answers.push([at.code, at.value]);
  return Object.fromEntries(answers.reverse());
};

/** After each step: codes of the answers that something ahead looks at. */
const lookedAtAfter = ({ steps, about }: Walk): readonly (readonly string[])[] => {
  const ahead = new Set(about.flatMap(referencesOf));
  return steps
    .toReversed()
    .map(({ references }) => {
      const codes = [...ahead];
      for (const code of references) ahead.add(code);
      return codes;
    })
    .reverse();
};

const keep = (answers: Answers, codes: readonly string[]): Answers => {
  const kept: Record<string, Answer> = {};
  for (const code of codes) {
    const answer = answers[code];
    if (answer !== undefined) kept[code] = answer;
  }
  return kept;
};

export const allHold = (conditions: readonly Condition[], answers: Answers): boolean =>
  conditions.every((condition) => isTrue(condition, answers));

type CalculatedField = Extract<Field, { kind: 'calculated' }>;

/** As the engine works it out. */
export const calculated = ({ expression }: CalculatedField, answers: Answers): Answer | undefined => {
  const value = evaluate(expression, answers);
  if (typeof value === 'string') return value === '' ? undefined : value;
  const number = Number(value);
  return Number.isFinite(number) ? Number(number.toPrecision(12)) + 0 : undefined;
};

/** Whether the engine would take this answer, given the earlier ones. */
export const isAccepted = (field: Field, value: Answer | undefined, answers: Answers): boolean => {
  if (value === undefined || (typeof value === 'object' && 'missing' in value)) return true;
  if (field.kind === 'number') {
    const bound = field.notAbove === null ? undefined : answers[field.notAbove];
    if (typeof bound === 'number' && typeof value === 'number' && value > bound) return false;
  }
  return field.constraint === null || isTrue(field.constraint, answers, { own: value });
};
