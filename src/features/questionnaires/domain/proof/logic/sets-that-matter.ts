import type { Choice } from '../../definition';
import type { Field } from '../../field';
import type { Usage } from './usage';

type SetField = Extract<Field, { kind: 'multiple' | 'ranking' }>;

/** More mentioned choices than this make too many sets. */
const MOST_MENTIONED = 6;

export interface Sets {
  readonly values: readonly (readonly string[])[];
  readonly isComplete: boolean;
}

/**
 * Sets of choices that differ in a mentioned choice, or, where choices are counted, in their number. Exclusive choices stand
 * alone, and no set is larger than allowed.
 */
export const setsThatMatter = (field: SetField, usage: Usage): Sets => {
  const choices = [...field.choices.values()].filter(({ missing }) => missing === undefined);
  const together = choices.filter(({ exclusive }) => exclusive !== true).map(({ code }) => code);
  const isEachMentioned = usage.isEntangled || usage.peers.size > 0;
  const mentioned = together.filter((code) => isEachMentioned || usage.texts.has(code));
  const others = together.filter((code) => !mentioned.includes(code));
  const mostOthers = usage.isCounted || usage.numbers.size > 0 ? others.length : Math.min(1, others.length);
  const subsets = subsetsOf(mentioned.slice(0, MOST_MENTIONED));
  const sets = (mentioned.length > MOST_MENTIONED ? [...subsets, mentioned] : subsets).flatMap((subset) =>
    Array.from({ length: mostOthers + 1 }, (_, count) => [...subset, ...others.slice(0, count)]),
  );
  const alone = exclusivesThatMatter(choices, usage);
  return {
    values: [...alone, ...sets].filter((set) => set.length > 0 && set.length <= field.most),
    isComplete: mentioned.length <= MOST_MENTIONED && !looksAtOrder(field, usage),
  };
};

const exclusivesThatMatter = (choices: readonly Choice[], usage: Usage): readonly (readonly string[])[] => {
  const exclusives = choices.filter(({ exclusive }) => exclusive === true).map(({ code }) => code);
  const other = exclusives.find((code) => !usage.texts.has(code));
  return [...exclusives.filter((code) => usage.texts.has(code)), ...(other === undefined ? [] : [other])].map(
    (code) => [code],
  );
};

/** A text of several codes, or a function, may look at which choice comes first. */
const looksAtOrder = (field: SetField, usage: Usage): boolean =>
  (field.kind === 'ranking' && usage.isEntangled) || [...usage.texts].some((text) => text.includes(' '));

const subsetsOf = (codes: readonly string[]): readonly (readonly string[])[] =>
  codes.reduce<readonly (readonly string[])[]>(
    (subsets, code) => [...subsets, ...subsets.map((subset) => [...subset, code])],
    [[]],
  );
