import type { CompiledItem, CompiledVersion } from '../../compile-version';
import { partsOf, referencesOf, type Condition, type Expression } from '../../expression';
import type { Field } from '../../field';

/** One event on the way of a respondent: a field that may be asked, or, without a field, a place where the way may end. */
export interface Step {
  readonly item: CompiledItem;
  readonly field: Field | null;
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  /** Everything it asks about answers, its own among them, and the codes of those answers. */
  readonly expressions: readonly Expression[];
  readonly references: readonly string[];
  /** What it costs to take it: it looks at so many answers. */
  readonly effort: number;
}

/** What may happen on the way, in the order of asking. */
export const stepsOf = (compiled: CompiledVersion): readonly Step[] => compiled.items.flatMap(stepsOfItem);

/** A question about those who come to a place: do these conditions hold there? */
export interface Target {
  /** How many steps lie before it. */
  readonly position: number;
  readonly conditions: readonly Condition[];
}

/**
 * The steps before a target that have a say in it: those it mentions, those that they depend on, and every end. One look
 * back is enough, because nothing mentions what comes later.
 */
export const stepsBefore = (steps: readonly Step[], { position, conditions }: Target): readonly Step[] => {
  const needed = new Set(conditions.flatMap(referencesOf));
  const found: Step[] = [];
  for (const step of steps.slice(0, position).reverse()) {
    if (step.field !== null && !needed.has(step.field.code)) continue;
    found.push(step);
    for (const code of step.references) needed.add(code);
  }
  return found.reverse();
};

const expressionsOf = (field: Field | null, conditions: readonly Condition[]): readonly Expression[] => {
  if (field === null) return conditions;
  const own: Expression = { kind: 'answer', code: field.code };
  return [
    ...conditions,
    ...(field.constraint === null ? [] : [withOwn(field.constraint, own)]),
    ...(field.kind === 'calculated' ? [field.expression] : []),
    ...(field.kind === 'number' && field.notAbove !== null
      ? [{ kind: 'compare', comparison: '<=', left: own, right: { kind: 'answer', code: field.notAbove } } as const]
      : []),
  ];
};

/** A constraint with the answer it is about called by its code. */
const withOwn = (expression: Expression, own: Expression): Expression => {
  if (partsOf(expression).length === 0) return expression.kind === 'own' ? own : expression;
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'arithmetic':
      return { ...expression, left: withOwn(expression.left, own), right: withOwn(expression.right, own) };
    case 'not':
      return { ...expression, condition: withOwn(expression.condition, own) };
    case 'minus':
      return { ...expression, value: withOwn(expression.value, own) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map((part) => withOwn(part, own)) };
    case 'text':
    case 'number':
    case 'answer':
    case 'own':
    case 'selected':
    case 'count-selected':
      return expression;
  }
};

const stepsOfItem = (item: CompiledItem): readonly Step[] => {
  const ends = item.item.kind === 'information' && item.item.ends === true;
  const conditions = conditionsOf(item.shownIf);
  const asks = item.fields.map((field) => stepOf(item, field, [...conditions, ...conditionsOf(field.shownIf)]));
  return ends ? [...asks, stepOf(item, null, conditions)] : asks;
};

const stepOf = (item: CompiledItem, field: Field | null, conditions: readonly Condition[]): Step => {
  const expressions = expressionsOf(field, conditions);
  const references = [...new Set(expressions.flatMap(referencesOf))].filter((code) => code !== field?.code);
  return { item, field, conditions, expressions, references, effort: 1 + references.length };
};

const conditionsOf = (condition: Condition | null): readonly Condition[] => (condition === null ? [] : [condition]);
