import type { Answer } from './definition';
import { readDay } from './calendar-day';
import { faultOf, NOT_A_DAY, notANumber, notAPart, tooMany } from './check-answer';
import type { Field } from './field';
import type { Fault } from './issue';

/** What was posted under one field: nothing, an answer, or something wrong. */
export type FieldReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Turns the texts posted under a field into its answer. Blank texts count as nothing. */
export const readField = (field: Field, posted: string | readonly string[] | undefined): FieldReading => {
  const texts = [posted ?? []].flat().filter((text) => text.trim() !== '');
  if (texts.length === 0) return { kind: 'empty' };
  const answer = answerFrom(field, texts);
  if (answer === '') return { kind: 'empty' };
  if (isFault(answer)) return { kind: 'fault', fault: answer };
  const fault = faultOf(field, answer);
  return fault === null ? { kind: 'answer', answer } : { kind: 'fault', fault };
};

const answerFrom = (field: Field, texts: readonly string[]): Answer | Fault => {
  const [first = ''] = texts;
  switch (field.kind) {
    case 'multiple':
      return answerFromCodes(field, unique(texts.map((text) => text.trim())));
    case 'ranking':
      return answerFromCodes(
        field,
        unique(
          first
            .split(',')
            .map((code) => code.trim())
            .filter((code) => code !== ''),
        ),
      );
    case 'number':
      return numberFrom(first) ?? notANumber(field);
    case 'part':
      return numberFrom(first.replace('%', '')) ?? notAPart(field);
    case 'date':
      return readDay(first) ?? NOT_A_DAY;
    case 'email':
      return cleanText(first);
    case 'calculated':
      return '';
    case 'open':
    case 'other-text':
      return cleanText(first);
    case 'single':
    case 'row':
    case 'scale0to10':
    case 'consent':
      return texts.length > 1 ? tooMany(1, texts.length) : answerFromCode(field, first.trim());
    case 'territory':
      return texts.length > 1 ? tooMany(1, texts.length) : first.trim();
  }
};

type FieldWithChoices = Extract<Field, { choices: unknown }>;

/** "Trudno powiedzieć" and the like are stored as the missing answer they mean. */
const answerFromCode = (field: FieldWithChoices, code: string): Answer => {
  const missing = field.choices.get(code)?.missing;
  return missing === undefined ? code : { missing };
};

/** An exclusive choice ("żadne z powyższych") clears the others. */
const answerFromCodes = (field: FieldWithChoices, codes: readonly string[]): Answer => {
  const exclusive = codes.find((code) => field.choices.get(code)?.exclusive);
  if (exclusive !== undefined) {
    const answer = answerFromCode(field, exclusive);
    return typeof answer === 'string' ? [answer] : answer;
  }
  const [only] = codes;
  const answer = codes.length === 1 && only !== undefined ? answerFromCode(field, only) : codes;
  return typeof answer === 'string' ? [answer] : answer;
};

/** `12`, `1 200`, `12,5`, `−3`: as people in Poland write numbers. */
const numberFrom = (text: string): number | null => {
  const plain = text.replace(/\s/g, '').replace('−', '-').replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
};

/** Line ends as one character, no control characters, nothing blank around. */
const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .trim();

const unique = (codes: readonly string[]): readonly string[] => [...new Set(codes)];

const isFault = (answer: Answer | Fault): answer is Fault => typeof answer === 'object' && 'kind' in answer;
