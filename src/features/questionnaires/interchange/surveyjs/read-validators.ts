import type { SourceText } from '../source/source-form';
import { get, isObject, listAt, localised, numberAt, textAt, type JsonObject } from './json-value';
import { placeOf, type SurveyJsContext } from './survey-js-context';
import { translateSurveyJs } from './translate-expression';

/** What the validators of an element ask for. */
export interface Validated {
  readonly least?: number;
  readonly most?: number;
  readonly longest?: number;
  readonly chosen?: number;
  readonly isEmail?: true;
  readonly isNumeric?: true;
  readonly constraint?: string;
  readonly text?: SourceText;
}

export const readValidators = (context: SurveyJsContext, element: JsonObject): Validated =>
  listAt(element, 'validators').reduce<Validated>((all, validator) => {
    if (!isObject(validator)) return all;
    const one = readValidator(context, element, validator);
    if (one === null) {
      context.remarks.refused('validator', placeOf(element), { type: textAt(validator, 'type') });
      return all;
    }
    const constraint = [all.constraint, one.constraint].filter((each) => each !== undefined).join(' and ');
    const text = get(validator, 'text') === undefined ? {} : { text: localised(get(validator, 'text')) };
    return { ...all, ...one, ...text, ...(constraint === '' ? {} : { constraint }) };
  }, {});

const readValidator = (context: SurveyJsContext, element: JsonObject, validator: JsonObject): Validated | null => {
  switch (textAt(validator, 'type').replace(/validator$/, '')) {
    case 'numeric':
      return { isNumeric: true, ...limit('least', validator, 'minValue'), ...limit('most', validator, 'maxValue') };
    case 'text':
      return limit('longest', validator, 'maxLength');
    case 'answercount':
      return limit('chosen', validator, 'maxCount');
    case 'email':
      return { isEmail: true };
    case 'regex':
      return regex(textAt(validator, 'regex'));
    case 'expression': {
      const name = textAt(element, 'name');
      const constraint = translateSurveyJs(textAt(validator, 'expression'), context.kindOf);
      return constraint === null ? null : { constraint: constraint.replaceAll(`\${${name}}`, '.') };
    }
    default:
      return null;
  }
};

const limit = (key: 'least' | 'most' | 'longest' | 'chosen', validator: JsonObject, from: string): Validated => {
  const value = numberAt(validator, from);
  return value === undefined ? {} : { [key]: value };
};

/** The engine judges the pattern; one with an apostrophe cannot stand in an expression. */
const regex = (pattern: string): Validated | null =>
  pattern === '' || pattern.includes("'") ? null : { constraint: `regex(., '${pattern}')` };
