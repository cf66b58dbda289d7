import { referencesOf } from '../../expression';
import type { Field } from '../../field';
import { isAnswerChoice } from '../is-answer-choice';
import type { Step } from '../logic/steps';
import { usagesIn } from '../logic/usage';

/** One answer that steers the way: `K1` = `pes`. */
export interface Steer {
  readonly item: string;
  /** Codes of the choices that lead the same way. */
  readonly choices: readonly string[];
}

/** More kinds of respondents than this do not fit a table that anyone reads. */
const MOST_GROUPS = 12;
const MOST_STEERS = 2;

type ChoiceField = Extract<Field, { choices: unknown }>;

/**
 * Kinds of respondents: those who answer alike the one or two questions on which most of the routing hangs, asked of
 * everyone. Choices that no condition mentions lead the same way.
 */
export const groupsBySteers = (steps: readonly Step[]): readonly (readonly Steer[])[] => {
  const sets = steeringFields(steps).map((field) => steersOf(field, steps));
  return sets.reduce<readonly (readonly Steer[])[]>(
    (groups, steers) => {
      const crossed = groups.flatMap((group) => steers.map((steer) => [...group, steer]));
      return crossed.length <= MOST_GROUPS ? crossed : groups;
    },
    [[]],
  );
};

const steeringFields = (steps: readonly Step[]): readonly ChoiceField[] => {
  const order = steps.map(({ field }) => field);
  return steps
    .flatMap(({ field, conditions }) =>
      field !== null && (field.kind === 'single' || field.kind === 'consent') && conditions.length === 0 ? [field] : [],
    )
    .map((field) => ({ field, weight: itemsSteeredBy(field, steps) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_STEERS)
    .map(({ field }) => field)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

const itemsSteeredBy = ({ code }: Field, steps: readonly Step[]): number => {
  const steered = steps.filter(
    ({ field, conditions }) => field?.kind !== 'other-text' && conditions.flatMap(referencesOf).includes(code),
  );
  return new Set(steered.map(({ item }) => item)).size;
};

const steersOf = (field: ChoiceField, steps: readonly Step[]): readonly Steer[] => {
  const conditions = steps.flatMap((step) => (step.field?.kind === 'other-text' ? [] : step.expressions));
  const mentioned = usagesIn(conditions).get(field.code)?.texts ?? new Set();
  const codes = [...field.choices.values()].filter(isAnswerChoice).map(({ code }) => code);
  const others = codes.filter((code) => !mentioned.has(code));
  return [
    ...codes.filter((code) => mentioned.has(code)).map((code) => ({ item: field.code, choices: [code] })),
    ...(others.length === 0 ? [] : [{ item: field.code, choices: others }]),
  ];
};
