import { ExpressionError, parseExpression, printExpression, type Expression } from '../../domain';

/** Limits that our items hold as numbers and XLSForm as a constraint. */
export interface Limits {
  least?: number;
  most?: number;
  /** Code of another number. */
  notAbove?: string;
  longest?: number;
  /** Choices that may be marked. */
  chosen?: number;
  earliest?: string;
  latest?: string;
  /** Choices that exclude all others. */
  exclusive?: string[];
}

export type LimitKind = keyof Limits;

export interface SplitConstraint {
  readonly limits: Limits;
  /** What is left of the constraint. */
  readonly rest: string | undefined;
}

/** Takes the limits out of a constraint that are joined by `and`; anything else stays a constraint. */
export const splitConstraint = (constraint: string, wanted: readonly LimitKind[], isWhole = false): SplitConstraint => {
  if (constraint === '') return { limits: {}, rest: undefined };
  const parts = conjunctsOf(constraint);
  const limits: Limits = {};
  const rest = parts.filter((part) => !take(part, limits, wanted, isWhole));
  if (rest.length === parts.length) return { limits, rest: constraint };
  return { limits, rest: rest.length === 0 ? undefined : printExpression(rest.reduce(joined)) };
};

const joined = (left: Expression, right: Expression): Expression => ({ kind: 'and', left, right });

const conjunctsOf = (constraint: string): readonly Expression[] => {
  try {
    return conjuncts(parseExpression(constraint.replace(/\bdate\(\s*('[^']*'|"[^"]*")\s*\)/g, '$1')));
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
};

const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? [...conjuncts(expression.left), ...conjuncts(expression.right)] : [expression];

/** Whether the part was one of the wanted limits; then it stands in `limits`. */
const take = (part: Expression, limits: Limits, wanted: readonly LimitKind[], isWhole: boolean): boolean => {
  const limit = exclusiveIn(part) ?? (part.kind === 'compare' ? comparisonLimit(turned(part), isWhole) : null);
  if (limit === null || !wanted.includes(limit.kind)) return false;
  if (limit.kind === 'exclusive') {
    limits.exclusive = [...(limits.exclusive ?? []), limit.choice];
    return true;
  }
  if (limits[limit.kind] !== undefined) return false;
  Object.assign(limits, { [limit.kind]: limit.value });
  return true;
};

type Comparison = Extract<Expression, { kind: 'compare' }>;
type Limit =
  | { readonly kind: 'exclusive'; readonly choice: string }
  | { readonly kind: Exclude<LimitKind, 'exclusive'>; readonly value: number | string };

const MIRROR = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** `10 >= .` as `. <= 10`. */
const turned = (comparison: Comparison): Comparison =>
  isOwn(comparison.left)
    ? comparison
    : { ...comparison, left: comparison.right, right: comparison.left, comparison: MIRROR[comparison.comparison] };

const isOwn = (expression: Expression): boolean =>
  expression.kind === 'own' || (expression.kind === 'call' && expression.arguments[0]?.kind === 'own');

const comparisonLimit = ({ left, right, comparison }: Comparison, isWhole: boolean): Limit | null => {
  if (left.kind === 'call') return callLimit(left.name, comparison, right);
  if (left.kind !== 'own') return null;
  if (right.kind === 'answer') return comparison === '<=' ? { kind: 'notAbove', value: right.code } : null;
  if (right.kind === 'text') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(right.text)) return null;
    if (comparison === '>=') return { kind: 'earliest', value: right.text };
    return comparison === '<=' ? { kind: 'latest', value: right.text } : null;
  }
  if (right.kind !== 'number') return null;
  if (comparison === '>=') return { kind: 'least', value: right.number };
  if (comparison === '<=') return { kind: 'most', value: right.number };
  if (comparison === '>' && isWhole) return { kind: 'least', value: Math.floor(right.number) + 1 };
  return comparison === '<' && isWhole ? { kind: 'most', value: Math.ceil(right.number) - 1 } : null;
};

const callLimit = (name: string, comparison: string, right: Expression): Limit | null => {
  const kind = { 'string-length': 'longest', 'count-selected': 'chosen' }[name] as 'longest' | 'chosen' | undefined;
  if (kind === undefined || right.kind !== 'number') return null;
  if (comparison === '<=') return { kind, value: right.number };
  return comparison === '<' ? { kind, value: right.number - 1 } : null;
};

/** `not(selected(., 'x') and count-selected(.) > 1)` */
const exclusiveIn = (part: Expression): Limit | null => {
  if (part.kind !== 'not' || part.condition.kind !== 'and') return null;
  const { left, right } = part.condition;
  const choice =
    left.kind === 'call' && left.name === 'selected' && left.arguments[0]?.kind === 'own'
      ? left.arguments[1]
      : undefined;
  const isSeveral =
    right.kind === 'compare' &&
    right.left.kind === 'call' &&
    right.left.name === 'count-selected' &&
    right.right.kind === 'number' &&
    ((right.comparison === '>' && right.right.number === 1) || (right.comparison === '>=' && right.right.number === 2));
  return choice?.kind === 'text' && isSeveral ? { kind: 'exclusive', choice: choice.text } : null;
};
