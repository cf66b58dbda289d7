import {
  evaluate,
  isTrue,
  partsOf,
  type AnswerSheet,
  type Expression,
  type Value,
} from '../../../questionnaires/domain';
import { strongerState } from './states';

/** What an expression comes to for one combination of answers, or why there is nothing. */
export type Judged =
  { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'missing'; readonly state: number };

export interface KnownAnswers {
  readonly sheet: AnswerSheet;
  /** Missing states of the answers that are missing. */
  readonly states: ReadonlyMap<string, number>;
}

/**
 * Works out an expression so that no missing answer turns into a value by itself:
 * - whatever needs a missing answer is missing, and of several the strongest state stands;
 * - `and` with something false is false, `or` with something true is true, whatever is missing beside it;
 * - `if` needs its condition and the branch it takes;
 * - `coalesce` passes over what is missing; `${A} = ''` and `${A} != ''` ask whether it is.
 * Values themselves are those of questionnaires: the same functions work them out.
 */
export const judge = (expression: Expression, known: KnownAnswers): Judged => {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'own':
      return valued(expression, known);
    case 'answer':
    case 'selected':
    case 'count-selected': {
      const state = known.states.get(expression.code);
      return state === undefined ? valued(expression, known) : { kind: 'missing', state };
    }
    case 'and':
    case 'or':
      return judgeBoth(expression, known);
    case 'compare':
      return asksForMissing(expression)
        ? judgeParts(expression, known, (judged) => judged ?? EMPTY_TEXT)
        : judgeParts(expression, known, (judged) => judged);
    case 'call':
      if (expression.name === 'if') return judgeIf(expression, known);
      if (expression.name === 'coalesce') return judgeCoalesce(expression, known);
      return judgeParts(expression, known, (judged) => judged);
    case 'not':
    case 'arithmetic':
    case 'minus':
      return judgeParts(expression, known, (judged) => judged);
  }
};

type Call = Extract<Expression, { kind: 'call' }>;
type Compare = Extract<Expression, { kind: 'compare' }>;

const EMPTY_TEXT: Expression = { kind: 'text', text: '' };

const valued = (expression: Expression, { sheet }: KnownAnswers): Judged => ({
  kind: 'known',
  value: evaluate(expression, sheet),
});

const asksForMissing = ({ comparison, left, right }: Compare): boolean =>
  (comparison === '=' || comparison === '!=') && [left, right].some((side) => side.kind === 'text' && side.text === '');

const literal = (value: Value): Expression => {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return { kind: 'call', name: String(value), arguments: [] };
};

/** The parts first, then the whole with the parts' values in their places. */
const judgeParts = (
  expression: Expression,
  known: KnownAnswers,
  read: (part: Expression | null) => Expression | null,
): Judged => {
  let state = 0;
  const parts = partsOf(expression).map((part) => {
    const judged = judge(part, known);
    const replaced = read(judged.kind === 'known' ? literal(judged.value) : null);
    if (replaced === null && judged.kind === 'missing') state = strongerState(state, judged.state);
    return replaced ?? EMPTY_TEXT;
  });
  return state === 0 ? valued(withParts(expression, parts), known) : { kind: 'missing', state };
};

const withParts = (expression: Expression, parts: readonly Expression[]): Expression => {
  const [first = EMPTY_TEXT, second = EMPTY_TEXT] = parts;
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'arithmetic':
      return { ...expression, left: first, right: second };
    case 'not':
      return { ...expression, condition: first };
    case 'minus':
      return { ...expression, value: first };
    case 'call':
      return { ...expression, arguments: parts };
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'selected':
    case 'count-selected':
      return expression;
  }
};

const judgeBoth = (expression: Extract<Expression, { kind: 'and' | 'or' }>, known: KnownAnswers): Judged => {
  const sides = [judge(expression.left, known), judge(expression.right, known)];
  const decides = expression.kind === 'or';
  let state = 0;
  for (const side of sides) {
    if (side.kind === 'missing') state = strongerState(state, side.state);
    else if (isTrue(literal(side.value), {}) === decides) return { kind: 'known', value: decides };
  }
  return state === 0 ? { kind: 'known', value: !decides } : { kind: 'missing', state };
};

const judgeIf = ({ arguments: [condition, then, otherwise] }: Call, known: KnownAnswers): Judged => {
  const judged = judge(condition ?? EMPTY_TEXT, known);
  if (judged.kind === 'missing') return judged;
  return judge((isTrue(literal(judged.value), {}) ? then : otherwise) ?? EMPTY_TEXT, known);
};

const judgeCoalesce = ({ arguments: given }: Call, known: KnownAnswers): Judged => {
  let state = 0;
  for (const part of given) {
    const judged = judge(part, known);
    if (judged.kind === 'missing') state = strongerState(state, judged.state);
    else if (evaluate({ kind: 'call', name: 'string-length', arguments: [literal(judged.value)] }, {}) !== 0)
      return judged;
  }
  return state === 0 ? { kind: 'known', value: '' } : { kind: 'missing', state };
};
