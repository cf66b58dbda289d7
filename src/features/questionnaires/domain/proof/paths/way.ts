import type { Random } from '../../../../../platform/random';
import type { CompiledVersion } from '../../compile-version';
import type { Answer } from '../../definition';
import type { Field } from '../../field';
import { isAnswerChoice } from '../is-answer-choice';
import { optionsFor } from '../logic/reach';
import { stepsBefore, stepsOf, type Step } from '../logic/steps';
import { allHold, calculated, isAccepted, type Answers } from '../logic/walk';
import type { Steer } from './steers';

/** A step that routing looks at, with the answers to try, fewest questions first where that can be told. */
export interface WayStep {
  readonly step: Step;
  readonly answers: readonly Answer[];
}

/** Every step that some condition looks at. */
export const waySteps = (compiled: CompiledVersion): readonly WayStep[] => {
  const all = stepsOf(compiled);
  const target = { position: all.length, conditions: all.flatMap(({ conditions }) => conditions) };
  const steps = stepsBefore(all, target).filter(({ field }) => field?.kind !== 'other-text');
  const { options } = optionsFor(compiled, steps, target.conditions);
  return steps.map((step, index) => ({
    step,
    answers: setsToMark(step.field) ?? options(index).values.flatMap((value) => answerIn(value)),
  }));
};

const answerIn = (value: Answer | undefined): readonly Answer[] =>
  value === undefined || (typeof value === 'object' && 'missing' in value) ? [] : [value];

/** Lists are marked by one, by a few and by all: as many blocks or rows as that brings. */
const setsToMark = (field: Field | null): readonly Answer[] | null => {
  if (field?.kind !== 'multiple' && field?.kind !== 'ranking') return null;
  const choices = [...field.choices.values()].filter(isAnswerChoice);
  const alone = choices.filter(({ exclusive }) => exclusive === true).map(({ code }) => [code]);
  const together = choices.filter(({ exclusive }) => exclusive !== true).map(({ code }) => code);
  const sizes = [1, 2, 3, Math.ceil(together.length / 2), together.length];
  const sets = [...new Set(sizes.map((size) => Math.min(size, field.most, together.length)))].map((size) =>
    together.slice(0, size),
  );
  return [...alone.slice(0, 1), ...sets].filter((set) => set.length > 0);
};

/** The answers of somebody who answers all they are asked, drawn by chance but for the steering ones. */
export const wayOf = (steps: readonly WayStep[], steers: readonly Steer[], random: Random): Answers => {
  const answers: Record<string, Answer> = {};
  for (const { step, answers: possible } of steps) {
    const { field, conditions } = step;
    if (!allHold(conditions, answers)) continue;
    if (field === null) return answers;
    const steer = steers.find(({ item }) => item === field.code);
    const allowed = (steer?.choices ?? possible).filter((value) => isAccepted(field, value, answers));
    const drawn =
      field.kind === 'calculated' ? calculated(field, answers) : allowed[Math.floor(random() * allowed.length)];
    if (drawn !== undefined) answers[field.code] = drawn;
  }
  return answers;
};
