import { capitalised } from '../../platform/i18n';
import {
  isMissing,
  otherTextCode,
  type Answer,
  type AnswerSheet,
  type AskedItem,
  type Choice,
  type FormFields,
} from '../questionnaires/domain';

export interface ChoiceView {
  readonly code: string;
  readonly label: string;
  /** The label in the middle of a sentence, where it begins with a small letter. */
  readonly spoken: string | null;
  readonly isChosen: boolean;
  /** "Trudno powiedzieć": conditions see no answer in it. */
  readonly isMissing: boolean;
  /** Text beside "inna, jaka?". */
  readonly other: TextView | null;
}

export interface TextView {
  readonly name: string;
  readonly value: string;
  readonly error: string | null;
}

/** What the fields of a page hold at the moment: stored answers, or what was just typed, and what is wrong with it. */
export interface Filled {
  readonly answers: AnswerSheet;
  readonly typed: FormFields;
  readonly errors: ReadonlyMap<string, string>;
}

export const presentChoice = (
  filled: Filled,
  itemCode: string,
  choice: Choice,
  chosen: readonly string[],
): ChoiceView => {
  const name = otherTextCode(itemCode);
  return {
    code: choice.code,
    label: capitalised(choice.label),
    spoken: choice.label === capitalised(choice.label) ? null : choice.label,
    isChosen: chosen.includes(choice.code),
    isMissing: choice.missing !== undefined,
    other: choice.other === true ? { name, value: textOf(filled, name), error: filled.errors.get(name) ?? null } : null,
  };
};

const ZERO_TO_TEN: readonly Choice[] = Array.from({ length: 11 }, (_, value) => ({
  code: String(value),
  label: String(value),
}));

export const choicesOf = (item: AskedItem): readonly Choice[] => {
  if (item.kind === 'scale0to10') return ZERO_TO_TEN;
  if (item.kind === 'consent')
    return [
      { code: 'tak', label: item.agreeLabel },
      { code: 'nie', label: item.declineLabel },
    ];
  return 'choices' in item ? item.choices : [];
};

/** Codes chosen under a field, a "trudno powiedzieć" by its code again. */
export const chosenCodes = (
  { answers, typed }: Filled,
  code: string,
  choices: readonly Choice[],
): readonly string[] => {
  if (Object.hasOwn(typed, code)) return [typed[code] ?? []].flat().flatMap((text) => text.split(','));
  const answer = answers[code];
  if (isMissing(answer))
    return choices.filter(({ missing }) => missing === answer.missing).map((choice) => choice.code);
  return typeof answer === 'string' ? [answer] : isCodes(answer) ? answer : [];
};

const isCodes = (answer: Answer | undefined): answer is readonly string[] => Array.isArray(answer);

/** What a box for typing holds. */
export const textOf = ({ answers, typed }: Filled, code: string): string => {
  if (Object.hasOwn(typed, code)) return [typed[code] ?? []].flat()[0] ?? '';
  const answer = answers[code];
  if (typeof answer === 'number') return String(answer).replace('.', ',');
  return typeof answer === 'string' ? answer : '';
};
