import { dayNumber, printDay } from './calendar-day';
import type { Answer, AnswerSheet, MissingCode } from './definition';
import type { Choices, Field } from './field';
import type { Fault } from './issue';

export const isMissing = (answer: Answer | undefined): answer is { readonly missing: MissingCode } =>
  typeof answer === 'object' && 'missing' in answer;

/** Whether the respondent said something, "trudno powiedzieć" included. */
export const isAnswered = (field: Field, answer: Answer | undefined): answer is Answer => {
  if (answer === undefined || answer === '') return false;
  if (isMissing(answer)) return isChosenMissing(field, answer.missing);
  return !Array.isArray(answer) || answer.length > 0;
};

const isChosenMissing = (field: Field, missing: MissingCode): boolean =>
  'choices' in field && [...field.choices.values()].some((choice) => choice.missing === missing);

/** What is missing where an answer is required. Parts of a sum are asked for together, see `faultOfSum`. */
export const faultOfSilence = (field: Field): Fault | null => {
  if (!field.required || field.kind === 'part' || field.kind === 'calculated') return null;
  return field.kind === 'row'
    ? { kind: 'row-missing', details: { row: field.text } }
    : { kind: 'required', details: {} };
};

/** What is wrong with a given answer by itself; null when it is fine. */
export const faultOf = (field: Field, answer: Answer): Fault | null => {
  if (isMissing(answer)) return isChosenMissing(field, answer.missing) ? null : UNKNOWN_CHOICE;
  switch (field.kind) {
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return typeof answer === 'string' && isChoice(answer, field.choices) ? null : UNKNOWN_CHOICE;
    case 'multiple':
    case 'ranking':
      return isCodes(answer) ? faultOfCodes(answer, field) : UNKNOWN_CHOICE;
    case 'number':
      return typeof answer === 'number' ? faultOfNumber(answer, field) : notANumber(field);
    case 'territory':
      return typeof answer === 'string' && field.isPlace(answer, field.level) ? null : UNKNOWN_CHOICE;
    case 'part':
      return typeof answer === 'number' ? faultOfPart(answer, field) : notAPart(field);
    case 'date':
      return typeof answer === 'string' ? faultOfDay(answer, field) : NOT_A_DAY;
    case 'email':
      return typeof answer === 'string' ? faultOfEmail(answer) : NOT_AN_ADDRESS;
    case 'open':
    case 'other-text':
      return typeof answer === 'string' ? faultOfText(answer, field.longest) : UNKNOWN_CHOICE;
    case 'calculated':
      return null;
  }
};

/** A number that must not exceed an earlier one: "ile z nich istnieje" cannot be more than there were. */
export const faultOfBound = (field: Field, answer: Answer, answers: AnswerSheet, boundText: string): Fault | null => {
  if (field.kind !== 'number' || field.notAbove === null || typeof answer !== 'number') return null;
  const bound = answers[field.notAbove];
  if (typeof bound !== 'number' || answer <= bound) return null;
  return { kind: 'above-other', details: { limit: bound, question: boundText } };
};

type NumberField = Extract<Field, { kind: 'number' }>;

const UNKNOWN_CHOICE: Fault = { kind: 'unknown-choice', details: {} };

export const notANumber = (field: NumberField): Fault => ({ kind: 'not-a-number', details: rangeOf(field) });

const rangeOf = ({ least, most }: NumberField) => ({ least, most, example: Math.min(most, Math.max(least, 12)) });

const faultOfNumber = (value: number, field: NumberField): Fault | null => {
  if (!Number.isFinite(value)) return notANumber(field);
  if (value < field.least || value > field.most) return { kind: 'out-of-range', details: rangeOf(field) };
  return field.whole && !Number.isInteger(value) ? { kind: 'not-whole', details: rangeOf(field) } : null;
};

/** A part of a sum is nothing or more, and never more than the whole. */
const faultOfPart = (value: number, field: PartField): Fault | null =>
  Number.isFinite(value) && value >= 0 && value <= field.total ? null : notAPart(field);

type PartField = Extract<Field, { kind: 'part' }>;

export const notAPart = ({ total, text }: PartField): Fault => ({ kind: 'not-a-part', details: { total, row: text } });

export const NOT_A_DAY: Fault = { kind: 'not-a-date', details: {} };
const NOT_AN_ADDRESS: Fault = { kind: 'not-an-email', details: {} };

/** Limits as stored and as printed: each language takes its own. */
const faultOfDay = (day: string, { earliest, latest }: Extract<Field, { kind: 'date' }>): Fault | null => {
  const number = dayNumber(day);
  if (number === null) return NOT_A_DAY;
  if (earliest !== null && number < (dayNumber(earliest) ?? -Infinity))
    return { kind: 'too-early', details: { limit: earliest, day: printDay(earliest) } };
  if (latest !== null && number > (dayNumber(latest) ?? Infinity))
    return { kind: 'too-late', details: { limit: latest, day: printDay(latest) } };
  return null;
};

const LONGEST_ADDRESS = 254;

/** Pragmatic: something before the @, a domain with a dot after it, no spaces. Only a letter sent there knows more. */
const faultOfEmail = (address: string): Fault | null => {
  if (!address.includes('@')) return { kind: 'email-without-at', details: {} };
  if (address.length > LONGEST_ADDRESS) return NOT_AN_ADDRESS;
  const parts = address.split('@');
  const [name = '', domain = ''] = parts;
  const isDomain = domain.split('.').length > 1 && domain.split('.').every((label) => /^[\p{L}\d-]+$/u.test(label));
  return parts.length === 2 && /^[^\s,;<>()"]+$/.test(name) && isDomain ? null : NOT_AN_ADDRESS;
};

const faultOfCodes = (
  codes: readonly string[],
  { choices, most }: Extract<Field, { kind: 'multiple' | 'ranking' }>,
): Fault | null => {
  if (!codes.every((code) => isChoice(code, choices))) return UNKNOWN_CHOICE;
  if (new Set(codes).size < codes.length) return { kind: 'repeated-choice', details: {} };
  if (codes.length > 1 && codes.some((code) => choices.get(code)?.exclusive)) return tooMany(1, codes.length);
  return codes.length > most ? tooMany(most, codes.length) : null;
};

export const tooMany = (most: number, chosen: number): Fault => ({
  kind: 'too-many',
  details: { count: most, chosen },
});

const faultOfText = (text: string, longest: number): Fault | null =>
  text.length > longest ? { kind: 'too-long', details: { count: longest, length: text.length } } : null;

/** A choice that is stored as its code; those with a missing kind are stored as missing. */
const isChoice = (code: string, choices: Choices): boolean => {
  const choice = choices.get(code);
  return choice !== undefined && choice.missing === undefined;
};

const isCodes = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
