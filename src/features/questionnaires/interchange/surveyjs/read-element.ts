import { DEFAULT_LIMITS } from '../source/defaults';
import { NO, YES } from '../source/default-texts';
import { both } from '../source/expressions';
import type { SourceBody, SourceItem, SourceRow } from '../source/source-form';
import { get, isObject, isTrueAt, listAt, localised, numberAt, textAt, type JsonObject } from './json-value';
import { choicesOf, pointsOf, ratingPoints, choiceOf } from './read-choices';
import { conditionAt, placeOf, remarkOnKeys, type SurveyJsContext } from './survey-js-context';
import { readValidators, type Validated } from './read-validators';

/** An element of a page as one of our questions; null, with a remark, for kinds that are not here. */
export const readElement = (context: SurveyJsContext, element: JsonObject): SourceItem | null => {
  const place = placeOf(element);
  const type = textAt(element, 'type');
  if (get(element, 'visible') === false) context.remarks.refused('hidden', place);
  if (get(element, 'visible') === false) return null;
  const validated = readValidators(context, element);
  const body = bodyOf(context, element, type, validated);
  if (body === null || place.code === '') {
    context.remarks.refused(body === null ? 'type' : 'row-without-name', place, { type });
    return null;
  }
  remarkOnKeys(context, element);
  const title = get(element, 'title');
  const isRandom = [textAt(element, 'choicesOrder'), textAt(element, 'rowsOrder')].includes('random');
  return {
    code: place.code,
    place,
    text:
      body.kind === 'information'
        ? localised(get(element, 'html'))
        : title === undefined
          ? { pl: place.code }
          : localised(title),
    hint: localised(get(element, 'description')),
    required: isTrueAt(element, 'isRequired') ? true : undefined,
    shownIf: conditionAt(context, element, 'visibleIf'),
    constraint: validated.constraint,
    constraintText: validated.text,
    random: isRandom ? true : undefined,
    ...('choices' in body && body.choices.some(({ other }) => other) ? { otherName: `${place.code}-Comment` } : {}),
    ...body,
  };
};

const bodyOf = (
  context: SurveyJsContext,
  element: JsonObject,
  type: string,
  validated: Validated,
): SourceBody | null => {
  switch (type) {
    case 'text':
      return textBody(context, element, validated);
    case 'comment':
      return { kind: 'open', longest: longestOf(element, validated) };
    case 'radiogroup':
      return { kind: 'single', choices: choicesOf(element) };
    case 'dropdown':
      return { kind: 'single', choices: choicesOf(element), appearance: 'minimal' };
    case 'checkbox':
    case 'tagbox':
      return multiple(element, validated);
    case 'boolean':
      return { kind: 'single', choices: booleanChoices(element) };
    case 'rating':
      return rating(element);
    case 'matrix':
      return matrix(context, element);
    case 'ranking': {
      const choices = choicesOf(element);
      return { kind: 'ranking', choices, most: numberAt(element, 'maxSelectedChoices') ?? choices.length };
    }
    case 'html':
      return { kind: 'information' };
    case 'expression': {
      const expression = conditionAt(context, element, 'expression');
      return expression === undefined ? null : { kind: 'calculated', expression };
    }
    default:
      return null;
  }
};

const longestOf = (element: JsonObject, { longest }: Validated): number => {
  const most = longest ?? numberAt(element, 'maxLength') ?? 0;
  return Number.isInteger(most) && most > 0 && most <= 50_000 ? most : DEFAULT_LIMITS.longest;
};

const textBody = (context: SurveyJsContext, element: JsonObject, validated: Validated): SourceBody => {
  const inputType = textAt(element, 'inputType') || 'text';
  if (inputType === 'email' || validated.isEmail) return { kind: 'email' };
  if (inputType === 'date') return { kind: 'date', earliest: dayAt(element, 'min'), latest: dayAt(element, 'max') };
  if (inputType === 'number' || inputType === 'range' || validated.isNumeric)
    return number(context, element, validated);
  if (inputType !== 'text' && inputType !== 'tel' && inputType !== 'url')
    context.remarks.changed('input-type', placeOf(element), { type: inputType });
  return { kind: 'open', longest: longestOf(element, validated), oneLine: true };
};

const dayAt = (element: JsonObject, key: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(textAt(element, key))?.[0];

const number = (context: SurveyJsContext, element: JsonObject, { least, most }: Validated): SourceBody => {
  const limits = {
    least: least ?? numberAt(element, 'min'),
    most: most ?? numberAt(element, 'max'),
  };
  const whole = { least: limits.least ?? DEFAULT_LIMITS.least, most: limits.most ?? DEFAULT_LIMITS.most };
  if (limits.least === undefined || limits.most === undefined)
    context.remarks.changed('limits-added', placeOf(element), whole);
  return { kind: 'number', ...whole };
};

const multiple = (element: JsonObject, validated: Validated): SourceBody => ({
  kind: 'multiple',
  choices: choicesOf(element).map((choice) => (choice.code === 'none' ? { ...choice, exclusive: true } : choice)),
  most: validated.chosen ?? (numberAt(element, 'maxSelectedChoices') || undefined),
});

const booleanChoices = (element: JsonObject) => {
  const label = (key: string, otherwise: typeof YES) =>
    get(element, key) === undefined ? otherwise : localised(get(element, key));
  const code = (key: string, otherwise: string) => textAt(element, key) || otherwise;
  return [
    { code: code('valueTrue', 'true'), label: label('labelTrue', YES) },
    { code: code('valueFalse', 'false'), label: label('labelFalse', NO) },
  ];
};

/** 0 to 10 is a scale of its own; shorter ones are choices with values. */
const rating = (element: JsonObject): SourceBody => {
  const points = ratingPoints(element);
  const [low, high] = [localised(get(element, 'minRateDescription')), localised(get(element, 'maxRateDescription'))];
  if (points.map(({ value }) => value).join() === '0,1,2,3,4,5,6,7,8,9,10') return { kind: 'scale0to10', low, high };
  const ends = points.map((point, at) => {
    const end = at === 0 ? low : at === points.length - 1 ? high : {};
    return (end.pl ?? '') === '' ? point : { ...point, label: { pl: `${point.code} – ${end.pl ?? ''}` } };
  });
  return { kind: 'single', choices: ends };
};

const matrix = (context: SurveyJsContext, element: JsonObject): SourceBody => {
  const name = textAt(element, 'name');
  const rows = listAt(element, 'rows').map((row): SourceRow => {
    const { code, label } = choiceOf(row);
    const shownIf = isObject(row) ? conditionAt(context, row, 'visibleIf') : undefined;
    return { code: `${name}_${code}`, place: { ...placeOf(element), code: `${name}.${code}` }, text: label, shownIf };
  });
  return { kind: 'battery', choices: pointsOf(listAt(element, 'columns')), rows };
};

/** The condition of a page or panel joined to that of a question in it. */
export const within = (condition: string | undefined, item: SourceItem): SourceItem =>
  condition === undefined ? item : { ...item, shownIf: both(condition, item.shownIf) };
