import type { CompiledItem } from '../../compile-version';
import type { Answer } from '../../definition';
import type { Field } from '../../field';
import { remark, type Remark, type RemarkPlace } from '../remark';
import { MOST_FOR_ONE, optionsFor, walkWithin, type Ways } from './reach';
import { stepsBefore, type Step, type Target } from './steps';
import { usagesIn } from './usage';
import { valuesThatMatter } from './values-that-matter';
import { allHold, answersOf, isAccepted, walkAllWays, type Answers, type Walker } from './walk';

/** What is contradictory in the validation of an item. */
export const validationRemarks = (ways: Ways, item: CompiledItem, place: RemarkPlace): readonly Remark[] =>
  ways.steps.flatMap((step, position) => {
    const { field } = step;
    if (step.item !== item || field === null || !hasDemands(field)) return [];
    return demandRemarks(ways, { ...step, field, position }, place);
  });

type Asking = Step & { readonly field: Field; readonly position: number };

const hasDemands = (field: Field): boolean =>
  field.constraint !== null || (field.kind === 'number' && field.notAbove !== null);

const demandRemarks = (ways: Ways, step: Asking, place: RemarkPlace): readonly Remark[] => {
  const { field } = step;
  const found = lookAtAnswers(ways, step);
  if (!found.isComplete || !found.isAsked) return [];
  if (!found.isAnswerable) return [remark('constraint-impossible', place)];
  const bound = field.kind === 'number' ? field.notAbove : null;
  return [
    ...(bound !== null && !found.isBound ? [remark('bound-never-asked', place, { other: bound })] : []),
    ...(found.stuckWith !== null && field.required ? [remark('dead-end', place, { example: found.stuckWith })] : []),
  ];
};

interface Found {
  isAsked: boolean;
  /** Somebody can give an answer that is accepted. */
  isAnswerable: boolean;
  /** Somebody was asked the number that bounds this one. */
  isBound: boolean;
  /** Earlier answers that leave no answer to give, as they are printed. */
  stuckWith: string | null;
  isComplete: boolean;
}

const lookAtAnswers = (ways: Ways, { field, conditions, expressions: demands, position }: Asking): Found => {
  const target: Target = { position, conditions: demands };
  const steps = stepsBefore(ways.steps, target);
  const { options, isComplete } = optionsFor(ways.compiled, steps, demands);
  const own = ownOptions(ways, steps, field, demands);
  const found: Found = { isAsked: false, isAnswerable: false, isBound: false, stuckWith: null, isComplete: false };
  const bound = field.kind === 'number' ? (field.notAbove ?? '') : '';
  const onArrival = (walker: Walker): boolean => {
    const { answers } = walker;
    if (!allHold(conditions, answers)) return false;
    found.isAsked = true;
    found.isBound ||= typeof answers[bound] === 'number';
    if (own.values.some((value) => value !== undefined && isAccepted(field, value, answers))) found.isAnswerable = true;
    else found.stuckWith ??= printAnswers(steps, answersOf(walker));
    return false;
  };
  const isWalked = walkWithin(ways.budget, MOST_FOR_ONE, (budget) =>
    walkAllWays({ steps, options, about: demands, budget, onArrival, onEnd: () => undefined }),
  );
  found.isComplete = isWalked && own.isComplete && isComplete();
  return found;
};

const ownOptions = (ways: Ways, steps: readonly Step[], field: Field, demands: Target['conditions']) =>
  valuesThatMatter(field, usagesFor(steps, demands), ways.compiled.fieldByCode);

const usagesFor = (steps: readonly Step[], demands: Target['conditions']) =>
  usagesIn([...steps.flatMap(({ expressions }) => expressions), ...demands]);

/** "K1 = pes, P6 = —": a dash where nothing was answered. */
const printAnswers = (steps: readonly Step[], answers: Answers): string =>
  steps
    .flatMap(({ field, conditions }) => (field !== null && allHold(conditions, answers) ? [field.code] : []))
    .map((code) => `${code} = ${printAnswer(answers[code])}`)
    .join(', ');

const printAnswer = (answer: Answer | undefined): string => {
  if (answer === undefined) return '—';
  if (typeof answer === 'object' && 'missing' in answer) return `(${answer.missing})`;
  return Array.isArray(answer) ? answer.join(' + ') : String(answer);
};
