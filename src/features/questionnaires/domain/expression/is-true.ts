import type { Answer, AnswerSheet } from '../definition';
import type { Comparison, Condition, Value } from './expression';

/** Whether the condition holds for these answers. A missing answer of any kind compares as an empty text. */
export const isTrue = (condition: Condition, answers: AnswerSheet): boolean => {
  switch (condition.kind) {
    case 'compare':
      return compare(condition.comparison, plainValue(condition.left, answers), plainValue(condition.right, answers));
    case 'selected':
      return codesIn(answers[condition.code]).includes(condition.choice);
    case 'not':
      return !isTrue(condition.condition, answers);
    case 'and':
      return isTrue(condition.left, answers) && isTrue(condition.right, answers);
    case 'or':
      return isTrue(condition.left, answers) || isTrue(condition.right, answers);
  }
};

const plainValue = (value: Value, answers: AnswerSheet): string | number => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'count-selected':
      return codesIn(answers[value.code]).length;
    case 'answer': {
      const answer = answers[value.code];
      return typeof answer === 'number' ? answer : codesIn(answer).join(' ');
    }
  }
};

/** Chosen codes, one or many; none for a missing answer. */
const codesIn = (answer: Answer | undefined): readonly string[] => {
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  return isList(answer) ? answer : [];
};

const isList = (answer: Answer | undefined): answer is readonly string[] => Array.isArray(answer);

/** Two texts are equal as texts; as soon as one side is a number, both are compared as numbers, and no text is no number. */
const compare = (comparison: Comparison, left: string | number, right: string | number): boolean => {
  if (comparison === '=') return isSame(left, right);
  if (comparison === '!=') return !isSame(left, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  switch (comparison) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

const isSame = (left: string | number, right: string | number): boolean =>
  typeof left === 'string' && typeof right === 'string' ? left === right : numberOf(left) === numberOf(right);

const numberOf = (value: string | number): number => (value === '' ? NaN : Number(value));
