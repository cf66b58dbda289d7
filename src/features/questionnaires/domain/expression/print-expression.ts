import type { Expression } from './expression';

/** The expression as text, with no more parentheses than it needs: reading it again gives the same expression. */
export const printExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'text':
      return quoted(expression.text);
    case 'number':
      return String(expression.number);
    case 'answer':
      return referenceTo(expression.code);
    case 'own':
      return '.';
    case 'selected':
      return `selected(${referenceTo(expression.code)}, ${quoted(expression.choice)})`;
    case 'count-selected':
      return `count-selected(${referenceTo(expression.code)})`;
    case 'not':
      return `not(${printExpression(expression.condition)})`;
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`;
    case 'minus':
      return `-${printInside(expression, expression.value, 0)}`;
    case 'compare':
      return printBetween(expression, expression.comparison);
    case 'arithmetic':
      return printBetween(expression, expression.operator);
    case 'and':
    case 'or':
      return printBetween(expression, expression.kind);
  }
};

type TwoSided = Extract<Expression, { left: unknown }>;

const printBetween = (expression: TwoSided, sign: string): string =>
  `${printInside(expression, expression.left, 0)} ${sign} ${printInside(expression, expression.right, 1)}`;

/** Operators of one strength are read from the left, so the right side needs parentheses already when it is as strong. */
const printInside = (outer: Expression, inner: Expression, extra: number): string =>
  strengthOf(inner) < strengthOf(outer) + extra ? `(${printExpression(inner)})` : printExpression(inner);

const strengthOf = (expression: Expression): number => {
  switch (expression.kind) {
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'compare':
      return expression.comparison === '=' || expression.comparison === '!=' ? 3 : 4;
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? 5 : 6;
    case 'minus':
      return 7;
    case 'number':
      return expression.number < 0 ? 7 : 8;
    case 'text':
    case 'answer':
    case 'own':
    case 'selected':
    case 'count-selected':
    case 'not':
    case 'call':
      return 8;
  }
};

const referenceTo = (code: string): string => `\${${code}}`;

/** A text that was read holds at most one kind of quotes. */
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);
