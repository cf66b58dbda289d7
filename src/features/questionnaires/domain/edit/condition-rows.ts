import type { Item, QuestionnaireDefinition } from '../definition';
import { parseExpression, printExpression, type Condition, type Expression } from '../expression';
import { allItems } from './locate';

/** What one row of the form asks of an earlier answer. */
export type RowOperator =
  | 'chosen'
  | 'not-chosen'
  | 'answered'
  | 'unanswered'
  | 'equal'
  | 'unequal'
  | 'below'
  | 'most'
  | 'above'
  | 'least'
  | 'count-most'
  | 'count-least';

export interface ConditionRow {
  readonly code: string;
  readonly operator: RowOperator;
  /** Codes of choices for `chosen` and `not-chosen`; one number for comparisons; otherwise empty. */
  readonly values: readonly string[];
}

/** How rows are joined: all must hold, one is enough, or none may hold. */
export type Joining = 'all' | 'any' | 'none';

export interface ConditionForm {
  readonly joining: Joining;
  readonly rows: readonly ConditionRow[];
}

const SIGNS = { equal: '=', unequal: '!=', below: '<', most: '<=', above: '>', least: '>=' } as const;
const COUNTS = { 'count-most': '<=', 'count-least': '>=' } as const;

export const isComparison = (operator: RowOperator): operator is keyof typeof SIGNS => operator in SIGNS;
export const isCount = (operator: RowOperator): operator is keyof typeof COUNTS => operator in COUNTS;

/** The expression that says what the rows say; undefined for no rows. */
export const expressionOfRows = (
  { joining, rows }: ConditionForm,
  definition: QuestionnaireDefinition,
): string | undefined => {
  const multiple = multipleCodes(definition);
  const clauses = rows.map((row) => expressionOfRow(row, multiple.has(row.code)));
  const joined = chain(joining === 'all' ? 'and' : 'or', clauses);
  if (joined === undefined) return undefined;
  return printExpression(joining === 'none' ? { kind: 'not', condition: joined } : joined);
};

const multipleCodes = (definition: QuestionnaireDefinition): ReadonlySet<string> =>
  new Set(
    allItems(definition)
      .filter(({ kind }) => kind === 'multiple' || kind === 'ranking')
      .map(({ code }) => code),
  );

const chain = (kind: 'and' | 'or', [first, ...rest]: readonly Expression[]): Expression | undefined =>
  first === undefined ? undefined : rest.reduce((left, right) => ({ kind, left, right }), first);

const expressionOfRow = ({ code, operator, values }: ConditionRow, isMultiple: boolean): Expression => {
  const answer: Expression = { kind: 'answer', code };
  const text = (value: string): Expression => ({ kind: 'text', text: value });
  const compare = (
    comparison: '=' | '!=' | '<' | '<=' | '>' | '>=',
    left: Expression,
    right: Expression,
  ): Expression => ({
    kind: 'compare',
    comparison,
    left,
    right,
  });
  if (operator === 'answered') return compare('!=', answer, text(''));
  if (operator === 'unanswered') return compare('=', answer, text(''));
  const number: Expression = { kind: 'number', number: Number(values[0] ?? 0) };
  if (isComparison(operator)) return compare(SIGNS[operator], answer, number);
  if (isCount(operator)) return compare(COUNTS[operator], { kind: 'count-selected', code }, number);
  const isDenied = operator === 'not-chosen';
  const clauses = values.map((value): Expression => {
    if (!isMultiple) return compare(isDenied ? '!=' : '=', answer, text(value));
    const selected: Expression = { kind: 'selected', code, choice: value };
    return isDenied ? { kind: 'not', condition: selected } : selected;
  });
  return chain(isDenied ? 'and' : 'or', clauses) ?? compare('!=', answer, text(''));
};

/** The rows that say what an expression says; undefined where rows cannot say it, or it cannot be read. */
export const rowsOfExpression = (text: string): ConditionForm | undefined => {
  const expression = readable(text);
  if (expression === undefined) return undefined;
  if (expression.kind === 'not' && expression.condition.kind !== 'selected') {
    const rows = rowsIn('or', expression.condition);
    return rows === undefined ? undefined : { joining: 'none', rows };
  }
  const alone = rowOf(expression);
  if (alone !== undefined) return { joining: 'all', rows: [alone] };
  const kind = expression.kind === 'or' ? 'or' : 'and';
  const rows = rowsIn(kind, expression);
  return rows === undefined ? undefined : { joining: kind === 'or' ? 'any' : 'all', rows };
};

const readable = (text: string): Condition | undefined => {
  try {
    return parseExpression(text);
  } catch {
    return undefined;
  }
};

const rowsIn = (kind: 'and' | 'or', expression: Expression): readonly ConditionRow[] | undefined => {
  const rows = partsIn(kind, expression).map(rowOf);
  return rows.every((row) => row !== undefined) ? mergedRows(rows, kind) : undefined;
};

/** `a and b and c` as a list. */
const partsIn = (kind: 'and' | 'or', expression: Expression): readonly Expression[] =>
  expression.kind === kind ? [...partsIn(kind, expression.left), ...partsIn(kind, expression.right)] : [expression];

/** One clause as one row: also a chain that speaks of one answer alone, "PES or NGO". */
const rowOf = (expression: Expression): ConditionRow | undefined => {
  if (expression.kind !== 'and' && expression.kind !== 'or') return plainRow(expression);
  const rows = rowsIn(expression.kind, expression);
  const [only] = rows ?? [];
  const operator = expression.kind === 'or' ? 'chosen' : 'not-chosen';
  return rows?.length === 1 && only?.operator === operator ? only : undefined;
};

const mergedRows = (rows: readonly ConditionRow[], kind: 'and' | 'or'): readonly ConditionRow[] => {
  const operator = kind === 'or' ? 'chosen' : 'not-chosen';
  const merged: ConditionRow[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    if (last !== undefined && last.code === row.code && last.operator === operator && row.operator === operator)
      merged[merged.length - 1] = { ...last, values: [...new Set([...last.values, ...row.values])] };
    else merged.push(row);
  }
  return merged;
};

const plainRow = (expression: Expression): ConditionRow | undefined => {
  if (expression.kind === 'selected') return { code: expression.code, operator: 'chosen', values: [expression.choice] };
  if (expression.kind === 'not' && expression.condition.kind === 'selected')
    return { code: expression.condition.code, operator: 'not-chosen', values: [expression.condition.choice] };
  if (expression.kind !== 'compare') return undefined;
  const { comparison, left, right } = expression;
  if (left.kind === 'count-selected' && right.kind === 'number') {
    const operator = comparison === '<=' ? 'count-most' : comparison === '>=' ? 'count-least' : undefined;
    return operator === undefined ? undefined : { code: left.code, operator, values: [String(right.number)] };
  }
  if (left.kind !== 'answer') return undefined;
  if (right.kind === 'number')
    return { code: left.code, operator: operatorOf(comparison), values: [String(right.number)] };
  if (right.kind !== 'text' || (comparison !== '=' && comparison !== '!=')) return undefined;
  if (right.text === '')
    return { code: left.code, operator: comparison === '=' ? 'unanswered' : 'answered', values: [] };
  return { code: left.code, operator: comparison === '=' ? 'chosen' : 'not-chosen', values: [right.text] };
};

const operatorOf = (comparison: (typeof SIGNS)[keyof typeof SIGNS]): keyof typeof SIGNS => {
  const names = { '=': 'equal', '!=': 'unequal', '<': 'below', '<=': 'most', '>': 'above', '>=': 'least' } as const;
  return names[comparison];
};

/** Items that an item's condition may look at: asked before it, with an answer; in a block those of the block, too. */
export const earlierItems = (definition: QuestionnaireDefinition, code: string): readonly Item[] => {
  const items = allItems(definition);
  const at = items.findIndex((item) => item.code === code);
  return items.slice(0, at < 0 ? undefined : at).filter(({ kind }) => kind !== 'information' && kind !== 'repeat');
};
