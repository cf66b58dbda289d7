import type { Expression } from './expression';
import { matchesPattern } from './pattern';
import { numberOf, textOf, truthOf, type Value } from './values';

type Call = Extract<Expression, { kind: 'call' }>;
type Evaluate = (part: Expression) => Value;

const LONGEST_TEXT = 5_000;

/** Functions that need not know where they stand; only `if` and `coalesce` leave arguments unread. */
export const callFunction = (call: Call, evaluate: Evaluate, today: string): Value => {
  const part = (at: number): Value => {
    const argument = call.arguments[at];
    return argument === undefined ? '' : evaluate(argument);
  };
  switch (call.name) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'today':
      return today;
    case 'if':
      return truthOf(part(0)) ? part(1) : part(2);
    case 'coalesce':
      return firstGiven(call, evaluate);
    default:
      return onTexts(call.name, part) ?? onNumbers(call.name, call.arguments.map(evaluate));
  }
};

const firstGiven = (call: Call, evaluate: Evaluate): Value => {
  for (const argument of call.arguments) {
    const value = evaluate(argument);
    if (textOf(value) !== '') return value;
  }
  return '';
};

const onTexts = (name: string, part: (at: number) => Value): Value | null => {
  const text = (at: number): string => textOf(part(at));
  switch (name) {
    case 'selected':
      return wordsIn(text(0)).includes(text(1));
    case 'selected-at':
      return wordsIn(text(0))[numberOf(part(1))] ?? '';
    case 'count-selected':
      return wordsIn(text(0)).length;
    case 'regex':
      return matchesPattern(text(1), text(0));
    case 'string-length':
      return Array.from(text(0)).length;
    case 'contains':
      return text(0).includes(text(1));
    case 'starts-with':
      return text(0).startsWith(text(1));
    default:
      return null;
  }
};

/** `round` rounds halves up, as XPath does; its second argument counts decimal places. */
const onNumbers = (name: string, values: readonly Value[]): Value => {
  const [first = '', second = 0] = values;
  const given = values.map(numberOf).filter((number) => !Number.isNaN(number));
  switch (name) {
    case 'concat':
      return values.map(textOf).join('').slice(0, LONGEST_TEXT);
    case 'number':
      return numberOf(first);
    case 'int':
      return Math.trunc(numberOf(first));
    case 'round':
      return roundTo(numberOf(first), numberOf(second));
    case 'sum':
      return given.length === 0 ? NaN : given.reduce((sum, number) => sum + number, 0);
    case 'min':
      return given.length === 0 ? NaN : Math.min(...given);
    case 'max':
      return given.length === 0 ? NaN : Math.max(...given);
    default:
      throw new RangeError(`No function is called ${name}`);
  }
};

const roundTo = (value: number, places: number): number => {
  const scale = 10 ** Math.max(0, Math.min(9, Math.trunc(places) || 0));
  return Math.round(Number((value * scale).toPrecision(15))) / scale;
};

const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
