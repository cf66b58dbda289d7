import type { Answer, AnswerSheet } from '../definition';
import { callFunction } from './call-function';
import type { Expression } from './expression';
import { calculate, codesIn, compare, numberOf, truthOf, valueOf, type Value } from './values';

/** What an expression may know beside the answers. */
export interface Moment {
  /** The answer a constraint is about. */
  readonly own?: Answer | undefined;
  /** The day of answering, `2026-11-21`; without it `today()` is empty. */
  readonly today?: string;
}

/**
 * What an expression comes to for these answers. XPath 1.0 and ODK, except:
 * - a missing answer of any kind is an empty text: equal to '', equal to no number, neither above nor below any;
 * - a number that is none (`1 div 0`, `number('')`) turns into an empty text, not into "NaN" or "Infinity";
 * - days are texts that count as days since 1970 where a number is wanted, so that `${D} <= today()` compares days;
 * - `sum`, `min` and `max` take a list of values, pass over empty ones, and of nothing make nothing;
 * - `regex` fits the whole text; its pattern is a text in the expression; see `pattern` for what it may hold;
 * - a text made by `concat` ends after 5,000 characters.
 */
export const evaluate = (expression: Expression, answers: AnswerSheet, moment: Moment = {}): Value => {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'number':
      return expression.number;
    case 'answer':
      return valueOf(answers[expression.code]);
    case 'own':
      return valueOf(moment.own);
    case 'count-selected':
      return codesIn(answers[expression.code]).length;
    case 'arithmetic': {
      const { operator, left, right } = expression;
      return calculate(operator, numberOf(evaluate(left, answers, moment)), numberOf(evaluate(right, answers, moment)));
    }
    case 'minus':
      return -numberOf(evaluate(expression.value, answers, moment));
    case 'call':
      return callFunction(expression, (part) => evaluate(part, answers, moment), moment.today ?? '');
    case 'compare':
    case 'selected':
    case 'not':
    case 'and':
    case 'or':
      return isTrue(expression, answers, moment);
  }
};

/** Whether the condition holds for these answers. A missing answer of any kind compares as an empty text. */
export const isTrue = (condition: Expression, answers: AnswerSheet, moment: Moment = {}): boolean => {
  switch (condition.kind) {
    case 'compare': {
      const { comparison, left, right } = condition;
      return compare(comparison, evaluate(left, answers, moment), evaluate(right, answers, moment));
    }
    case 'selected':
      return codesIn(answers[condition.code]).includes(condition.choice);
    case 'not':
      return !isTrue(condition.condition, answers, moment);
    case 'and':
      return isTrue(condition.left, answers, moment) && isTrue(condition.right, answers, moment);
    case 'or':
      return isTrue(condition.left, answers, moment) || isTrue(condition.right, answers, moment);
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'count-selected':
    case 'arithmetic':
    case 'minus':
    case 'call':
      return truthOf(evaluate(condition, answers, moment));
  }
};
