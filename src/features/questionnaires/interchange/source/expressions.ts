import { ExpressionError, parseExpression, printExpression, type Expression } from '../../domain';
import type { ChoiceCodes } from './codes';

/** What a name in a condition of the file stands for. */
export interface Names {
  readonly codes: ReadonlyMap<string, string>;
  readonly choices: ReadonlyMap<string, ChoiceCodes>;
}

export type Translated =
  | { readonly expression: string }
  /** Why it cannot be read, and where. */
  | { readonly fault: Readonly<Record<string, string | number>> };

const REFERENCE = /\$\{\s*([^{}]*?)\s*\}/g;

/** A text in which `${K1}` repeats an answer, with the codes of our questionnaire. */
export const renamedReferences = (text: string, codes: Names['codes']): string =>
  text.includes('${') ? text.replace(REFERENCE, (all, name: string) => renamed(all, codes.get(name))) : text;

const renamed = (written: string, code: string | undefined): string => (code === undefined ? written : `\${${code}}`);

/**
 * A condition of the file with our codes. What needs no change stays letter by letter; what our subset does not have is a
 * fault.
 */
export const translateExpression = (written: string, names: Names): Translated => {
  const text = renamedReferences(written, names.codes).replace(/\bdate\(\s*('[^']*'|"[^"]*")\s*\)/g, '$1');
  try {
    const expression = parseExpression(text);
    if (names.choices.size === 0) return { expression: text };
    const changed = withChoices(expression, choicesByCode(names));
    return { expression: changed === expression ? text : printExpression(changed) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { fault: { ...error.details, reason: error.reason, character: error.character } };
  }
};

const choicesByCode = ({ codes, choices }: Names): ReadonlyMap<string, ChoiceCodes> =>
  new Map([...choices].map(([name, choiceCodes]) => [codes.get(name) ?? name, choiceCodes]));

/** The same expression, the very same object, unless a choice in it has another code now. */
const withChoices = (expression: Expression, choices: ReadonlyMap<string, ChoiceCodes>): Expression => {
  const inside = (part: Expression): Expression => withChoices(part, choices);
  const beside = (side: Expression, other: Expression): Expression => {
    const code = side.kind === 'text' && other.kind === 'answer' ? choices.get(other.code)?.get(side.text) : undefined;
    return code === undefined || side.kind !== 'text' || code === side.text ? inside(side) : { ...side, text: code };
  };
  switch (expression.kind) {
    case 'selected': {
      const choice = choices.get(expression.code)?.get(expression.choice) ?? expression.choice;
      return choice === expression.choice ? expression : { ...expression, choice };
    }
    case 'compare':
      return sides(expression, beside(expression.left, expression.right), beside(expression.right, expression.left));
    case 'and':
    case 'or':
    case 'arithmetic':
      return sides(expression, inside(expression.left), inside(expression.right));
    case 'not': {
      const condition = inside(expression.condition);
      return condition === expression.condition ? expression : { ...expression, condition };
    }
    case 'minus': {
      const value = inside(expression.value);
      return value === expression.value ? expression : { ...expression, value };
    }
    case 'call': {
      const parts = expression.arguments.map(inside);
      return parts.every((part, at) => part === expression.arguments[at])
        ? expression
        : { ...expression, arguments: parts };
    }
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'count-selected':
      return expression;
  }
};

type TwoSided = Extract<Expression, { left: unknown }>;

const sides = (expression: TwoSided, left: Expression, right: Expression): Expression =>
  left === expression.left && right === expression.right ? expression : { ...expression, left, right };

/** Both conditions hold; either may be absent. */
export const both = (first: string | undefined, second: string | undefined): string | undefined => {
  if (first === undefined || second === undefined) return first ?? second;
  return `${grouped(first)} and ${grouped(second)}`;
};

const grouped = (expression: string): string => (/\bor\b/.test(expression) ? `(${expression})` : expression);
