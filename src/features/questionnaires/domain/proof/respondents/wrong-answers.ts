import { readPage } from '../../read-page';
import type { CompiledVersion } from '../../compile-version';
import type { AnswerSheet } from '../../definition';
import type { Field } from '../../field';
import { isAnswerChoice } from '../is-answer-choice';
import { askedOn } from './fill-in-page';
import { printNumber, type Posted } from './honest-answer';

/** What came of wrong answers, that ought to be refused. */
export interface Refusals {
  readonly tried: number;
  /** Codes of the fields where a wrong answer was taken: a fault of the questionnaire or of the engine. */
  readonly letThrough: readonly string[];
}

/** Sends a page with nothing but wrong answers, each kind in turn. */
export const sendWrongAnswers = (compiled: CompiledVersion, page: number, answers: AnswerSheet): Refusals => {
  const asked = askedOn(compiled, page, answers);
  const wrong = asked.map((field) => ({ field, posted: wrongAnswersTo(field) }));
  const kinds = Math.max(0, ...wrong.map(({ posted }) => posted.length));
  const letThrough: string[] = [];
  let tried = 0;
  for (let kind = 0; kind < kinds; kind += 1) {
    const sent = wrong.flatMap(({ field, posted }) =>
      posted.slice(kind, kind + 1).map((answer) => ({ field, answer })),
    );
    const form: Record<string, Posted> = Object.fromEntries(asked.map(({ code }) => [code, '']));
    for (const { field, answer } of sent) form[field.code] = answer;
    const { issues, answers: taken } = readPage(compiled, page, form, answers);
    const refused = new Set(issues.flatMap(({ field, item }) => [field, item]));
    tried += sent.length;
    for (const { field } of sent)
      if (!refused.has(field.code) && !refused.has(field.item.code) && field.code in taken) letThrough.push(field.code);
  }
  return { tried, letThrough: [...new Set(letThrough)] };
};

const UNKNOWN = 'nie-ma-takiej-odpowiedzi';

/** Answers that no rule allows: unknown ones, too many, too large, no numbers. */
const wrongAnswersTo = (field: Field): readonly Posted[] => {
  switch (field.kind) {
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return [UNKNOWN, [...field.choices.keys()].slice(0, 2)];
    case 'ranking':
      return [UNKNOWN, ...tooMany(field).map((codes) => codes.join(','))];
    case 'multiple':
      return [UNKNOWN, ...tooMany(field)];
    case 'number':
      return ['dużo', printNumber(field.most + 1), printNumber(field.least - 1), ...(field.whole ? ['0,5'] : [])];
    case 'part':
      return ['dużo', '-1'];
    case 'territory':
      return [UNKNOWN];
    case 'date':
      return ['32.13.2026'];
    case 'email':
      return ['bez-malpy.example.org'];
    case 'open':
    case 'other-text':
      return ['x'.repeat(field.longest + 1)];
    case 'calculated':
      return [];
  }
};

const tooMany = ({
  choices,
  most,
}: Extract<Field, { kind: 'multiple' | 'ranking' }>): readonly (readonly string[])[] => {
  const together = [...choices.values()].filter((choice) => isAnswerChoice(choice) && choice.exclusive !== true);
  return together.length > most ? [together.slice(0, most + 1).map(({ code }) => code)] : [];
};
