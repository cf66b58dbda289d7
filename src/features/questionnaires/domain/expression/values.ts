import type { Answer } from '../definition';
import { dayNumber } from '../calendar-day';
import type { Comparison, Operator } from './expression';

/** What an expression comes to. No number is NaN, no text is the empty text. */
export type Value = string | number | boolean;

/** An answer as expressions see it: several codes joined by spaces; nothing for missing answers of any kind. */
export const valueOf = (answer: Answer | undefined): string | number =>
  typeof answer === 'number' ? answer : codesIn(answer).join(' ');

/** Chosen codes, one or many; none for a missing answer. */
export const codesIn = (answer: Answer | undefined): readonly string[] => {
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  return isList(answer) ? answer : [];
};

const isList = (answer: Answer | undefined): answer is readonly string[] => Array.isArray(answer);

const PLAIN_NUMBER = /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/;

/** A calendar day counts the days since 1970, as in ODK; any other text that is no number is NaN. */
export const numberOf = (value: Value): number => {
  if (typeof value !== 'string') return Number(value);
  return PLAIN_NUMBER.test(value) ? Number(value) : (dayNumber(value) ?? NaN);
};

/** Unlike XPath, no number is no text, and not the word NaN. */
export const textOf = (value: Value): string => {
  if (typeof value !== 'number') return String(value);
  return Number.isFinite(value) ? String(value) : '';
};

export const truthOf = (value: Value): boolean =>
  typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);

/** Two texts are equal as texts; as soon as one side is a number, both are compared as numbers, and no text is no number. */
export const compare = (comparison: Comparison, left: Value, right: Value): boolean => {
  switch (comparison) {
    case '=':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case '<':
      return numberOf(left) < numberOf(right);
    case '<=':
      return numberOf(left) <= numberOf(right);
    case '>':
      return numberOf(left) > numberOf(right);
    case '>=':
      return numberOf(left) >= numberOf(right);
  }
};

const isSame = (left: Value, right: Value): boolean => {
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (typeof left === 'boolean' || typeof right === 'boolean') return truthOf(left) === truthOf(right);
  return numberOf(left) === numberOf(right);
};

export const calculate = (operator: Operator, left: number, right: number): number => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case 'div':
      return left / right;
    case 'mod':
      return left % right;
  }
};
