import type { Answer } from '../../definition';
import { evaluate, isTrue, type Condition } from '../../expression';
import type { Field } from '../../field';
import type { Step } from './steps';
import type { Options } from './values-that-matter';

export type Answers = Record<string, Answer>;

/** Steps still allowed; shared by all walks of one proof, so that a monster takes no more than its time. */
export interface Budget {
  left: number;
}

export interface Walk {
  readonly steps: readonly Step[];
  /** Answers to try, one entry for each step. */
  readonly options: readonly Options[];
  readonly budget: Budget;
  /** Somebody comes to the end of the steps with these answers. Returns true when enough is known. */
  readonly onArrival: (answers: Answers) => boolean;
  /** Somebody's way ends before. */
  readonly onEnd: () => void;
}

/** Walks every way there is; false when it was stopped because the budget was spent. */
export const walkAllWays = (walk: Walk): boolean => walkFrom(walk, 0, {}) !== 'spent';

type Outcome = 'walked' | 'enough' | 'spent';

const walkFrom = (walk: Walk, index: number, answers: Answers): Outcome => {
  const step = walk.steps[index];
  if (walk.budget.left <= 0) return 'spent';
  walk.budget.left -= 1;
  if (step === undefined) return walk.onArrival(answers) ? 'enough' : 'walked';
  if (!allHold(step.conditions, answers)) return walkFrom(walk, index + 1, answers);
  const { field } = step;
  if (field === null) {
    walk.onEnd();
    return 'walked';
  }
  if (field.kind === 'calculated') return walkWith(walk, index, answers, calculated(field, answers));
  for (const value of walk.options[index]?.values ?? []) {
    if (!isAccepted(field, value, answers)) continue;
    const outcome = walkWith(walk, index, answers, value);
    if (outcome !== 'walked') return outcome;
  }
  return 'walked';
};

const walkWith = (walk: Walk, index: number, answers: Answers, value: Answer | undefined): Outcome => {
  const code = walk.steps[index]?.field?.code ?? '';
  if (value === undefined) return walkFrom(walk, index + 1, answers);
  answers[code] = value;
  const outcome = walkFrom(walk, index + 1, answers);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- one object serves all ways; copies would cost the most
  delete answers[code];
  return outcome;
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
