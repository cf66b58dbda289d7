import type { Answer } from '../../definition';
import type { Field } from '../../field';
import { numbersThatMatter } from './numbers-that-matter';
import { setsThatMatter } from './sets-that-matter';
import type { Usage, Usages } from './usage';

/** Answers of which each possible one behaves like one of these; undefined is silence. */
export interface Options {
  readonly values: readonly (Answer | undefined)[];
  /** False where these are only examples: a way that is not found may still exist. */
  readonly isComplete: boolean;
}

const UNUSED: Usage = {
  texts: new Set(),
  numbers: new Set(),
  peers: new Set(),
  isCounted: false,
  isEntangled: false,
};

/** The answers to a field that expressions can tell apart. */
export const valuesThatMatter = (field: Field, usages: Usages, fieldByCode: ReadonlyMap<string, Field>): Options => {
  const usage = usages.get(field.code) ?? UNUSED;
  const { values, isComplete } = givenAnswers(field, usage, usages, fieldByCode);
  return { values: [...values, ...silences(field)], isComplete };
};

interface Given {
  readonly values: readonly Answer[];
  readonly isComplete: boolean;
}

const givenAnswers = (field: Field, usage: Usage, usages: Usages, fieldByCode: ReadonlyMap<string, Field>): Given => {
  switch (field.kind) {
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return { values: choicesThatMatter(field, usage), isComplete: true };
    case 'multiple':
    case 'ranking':
      return setsThatMatter(field, usage);
    case 'number':
    case 'part': {
      const { numbers, isComplete } = numbersThatMatter(field, usages, fieldByCode);
      return { values: numbers, isComplete };
    }
    case 'territory':
      return texts(usage, (text) => field.isPlace(text, field.level), '#');
    case 'open':
    case 'other-text':
      return texts(usage, (text) => text.length <= field.longest, 'tekst');
    case 'email':
      return texts(usage, () => true, 'adres@example.org');
    case 'date':
      return texts(usage, () => true, field.earliest ?? field.latest ?? '2026-06-15');
    case 'calculated':
      return { values: [], isComplete: true };
  }
};

type ChoiceField = Extract<Field, { kind: 'single' | 'row' | 'scale0to10' | 'consent' }>;

/** Each choice that is mentioned, and one of the others; all of them where order or calculation comes in. */
const choicesThatMatter = ({ choices }: ChoiceField, usage: Usage): readonly Answer[] => {
  const codes = [...choices.values()].filter(({ missing }) => missing === undefined).map(({ code }) => code);
  if (usage.isEntangled || usage.numbers.size > 0 || usage.peers.size > 0) return codes;
  const other = codes.find((code) => !usage.texts.has(code));
  return [...codes.filter((code) => usage.texts.has(code)), ...(other === undefined ? [] : [other])];
};

/** Texts it is compared with, and one that is none of them. */
const texts = (usage: Usage, isAllowed: (text: string) => boolean, other: string): Given => ({
  values: [...[...usage.texts].filter((text) => text !== '' && isAllowed(text)), other],
  isComplete: !usage.isEntangled && usage.numbers.size === 0 && usage.peers.size === 0,
});

/** Silence and "trudno powiedzieć" are the same to every expression. */
const silences = (field: Field): readonly (Answer | undefined)[] => {
  if (field.kind === 'calculated') return [];
  if (!field.required) return [undefined];
  const missing =
    'choices' in field ? [...field.choices.values()].find((choice) => choice.missing)?.missing : undefined;
  return missing === undefined ? [] : [{ missing }];
};
