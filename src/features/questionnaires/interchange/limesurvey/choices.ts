import { DECREASED, FEMALE, INCREASED, MALE, NO, OTHER, SAME, UNCERTAIN, YES } from '../source/default-texts';
import type { SourceChoice, SourceText } from '../source/source-form';
import type { LimeAnswer, LimeQuestion, LimeSurvey } from './lime-survey';

const choice = (code: string, label: SourceText, value?: number): SourceChoice => ({ code, label, value });
const points = (most: number): readonly SourceChoice[] =>
  Array.from({ length: most }, (_, at) => choice(String(at + 1), { pl: String(at + 1) }, at + 1));

/** Lists that LimeSurvey brings along, by the letter of the question's type. */
export const BUILT_IN: Readonly<Record<string, readonly SourceChoice[]>> = {
  '5': points(5),
  A: points(5),
  B: points(10),
  Y: [choice('Y', YES), choice('N', NO)],
  G: [choice('F', FEMALE), choice('M', MALE)],
  C: [choice('Y', YES, 1), choice('N', NO, 2), { ...choice('U', UNCERTAIN), missing: 98 }],
  E: [choice('I', INCREASED, 3), choice('S', SAME, 2), choice('D', DECREASED, 1)],
};

/** LimeSurvey's own code of "other". */
export const OTHER_CODE = '-oth-';

export const otherChoice = (attributes: ReadonlyMap<string, string>): SourceChoice => {
  const text = attributes.get('other_replace_text');
  return { code: OTHER_CODE, label: text === undefined ? OTHER : { pl: text }, other: true };
};

export const answerChoices = (survey: LimeSurvey, question: LimeQuestion, scale = '0'): readonly SourceChoice[] =>
  survey
    .answersOf(question.id)
    .filter((answer) => answer.scale === scale)
    .map(({ code, text }) => choice(code, text));

/** Points of a scale need values: the digits of `A1`, `A2` … where every code has them, else their order. */
export const scalePoints = (answers: readonly LimeAnswer[]): readonly SourceChoice[] => {
  const numbers = answers.map(({ code }) => /^[A-Za-z]*0*(\d{1,6})$/.exec(code)?.[1]);
  const areAll = numbers.every((number) => number !== undefined) && new Set(numbers).size === numbers.length;
  return answers.map(({ code, text }, at) => choice(code, text, areAll ? Number(numbers[at]) : at + 1));
};
