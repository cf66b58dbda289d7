import { NONE, OTHER } from '../source/default-texts';
import type { SourceChoice, SourceText } from '../source/source-form';
import { get, isObject, isTrueAt, listAt, localised, numberAt, textAt, type JsonObject } from './json-value';

/** `"a"`, `3` or `{ "value": "a", "text": "Odpowiedź" }`. */
export const choiceOf = (value: unknown): SourceChoice => {
  if (!isObject(value)) return { code: String(value), label: localised(value) };
  const code = textAt(value, 'value');
  const text = get(value, 'text');
  return { code, label: text === undefined ? { pl: code } : localised(text) };
};

export const choicesOf = (element: JsonObject): readonly SourceChoice[] => [
  ...listAt(element, 'choices').map(choiceOf),
  ...(isTrueAt(element, 'hasOther') || isTrueAt(element, 'showOtherItem')
    ? [{ code: 'other', label: textOr(element, 'otherText', OTHER), other: true as const }]
    : []),
  ...(isTrueAt(element, 'hasNone') || isTrueAt(element, 'showNoneItem')
    ? [{ code: 'none', label: textOr(element, 'noneText', NONE) }]
    : []),
];

const textOr = (element: JsonObject, key: string, otherwise: SourceText): SourceText =>
  get(element, key) === undefined ? otherwise : localised(get(element, key));

/** Points of a scale: numbers where the values are numbers, else their order. */
export const pointsOf = (values: readonly unknown[]): readonly SourceChoice[] =>
  values.map(choiceOf).map((choice, at, all) => ({
    ...choice,
    value: all.every(({ code }) => /^-?\d{1,6}$/.test(code)) ? Number(choice.code) : at + 1,
  }));

const MOST_POINTS = 20;

/** Points of a rating. */
export const ratingPoints = (element: JsonObject): readonly SourceChoice[] => {
  const own = listAt(element, 'rateValues');
  if (own.length > 0) return pointsOf(own);
  const least = numberAt(element, 'rateMin') ?? 1;
  const step = Math.max(1, numberAt(element, 'rateStep') ?? 1);
  const most = numberAt(element, 'rateMax') ?? least + (numberAt(element, 'rateCount') ?? 5) - 1;
  const count = Math.max(0, Math.min(MOST_POINTS, Math.floor((most - least) / step) + 1));
  return pointsOf(Array.from({ length: count }, (_, at) => least + at * step));
};
