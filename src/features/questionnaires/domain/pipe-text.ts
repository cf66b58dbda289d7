import { isMissing } from './check-answer';
import type { CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet } from './definition';
import type { Field } from './field';
import { otherTextCode } from './fields-of';
import { fillReferences } from './text-references';

/** How values without a label are written in the language of the page. */
export interface Wording {
  readonly number?: (value: number) => string;
  readonly day?: (day: string) => string;
  readonly place?: (terc: string) => string;
}

/** Stands where nothing was answered; for a text beside "inna, jaka?" that choice stands for itself. */
const GAP = '…';

/**
 * A text with each `${K2}` in it replaced by what was answered there, in the words of the questionnaire: "Jak oceniają
 * Państwo OWES Północ?".
 *
 * @param answers those that count, as in `pathThrough(…).answers`
 */
export const pipeText = (
  text: string,
  answers: AnswerSheet,
  compiled: CompiledVersion,
  wording: Wording = {},
): string =>
  fillReferences(text, (code) => {
    const field = compiled.fieldByCode.get(code);
    const answer = answers[code];
    const gap = field?.kind === 'other-text' ? field.text : GAP;
    if (field === undefined || answer === undefined || isMissing(answer)) return gap;
    return wordsFor(field, answer, answers, wording) || gap;
  });

const wordsFor = (field: Field, answer: Answer, answers: AnswerSheet, wording: Wording): string => {
  if (typeof answer === 'number') return wording.number?.(answer) ?? String(answer);
  const values = [answer].flat().map(String);
  if (field.kind === 'date') return values.map((day) => wording.day?.(day) ?? day).join('');
  if (field.kind === 'territory') return values.map((terc) => wording.place?.(terc) ?? terc).join('');
  if (!('choices' in field)) return values.join(', ');
  return values.map((code) => labelOf(field, code, answers)).join(', ');
};

type FieldWithChoices = Extract<Field, { choices: unknown }>;

/** Of "inna, jaka?" the text typed beside it. */
const labelOf = (field: FieldWithChoices, code: string, answers: AnswerSheet): string => {
  const choice = field.choices.get(code);
  const typed = choice?.other === true ? answers[otherTextCode(field.code)] : undefined;
  return typeof typed === 'string' && typed !== '' ? typed : (choice?.label ?? GAP);
};
