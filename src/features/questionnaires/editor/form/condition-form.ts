import type { Item, QuestionnaireDefinition } from '../../domain';
import {
  earlierItems,
  expressionOfRows,
  isComparison,
  isCount,
  type ConditionForm,
  type ConditionRow,
  type Joining,
  type RowOperator,
} from '../../domain/edit';
import type { ConditionInput } from '../inputs';
import { MOST_CONDITION_ROWS } from '../inputs';
import type { ConditionIssue } from '../present/condition';
import { expressionFault } from './expression-issues';
import { numberIn } from './read-fields';

/** A row as it is typed: the number as text, the ticked answers apart. */
export interface TypedRow {
  readonly code: string;
  readonly operator: string;
  readonly value: string;
  readonly picks: readonly string[];
}

export interface TypedCondition {
  readonly joining: Joining;
  readonly rows: readonly TypedRow[];
}

const EMPTY_ROW: TypedRow = { code: '', operator: 'chosen', value: '', picks: [] };

export const formOfCondition = (form: ConditionForm | undefined): TypedCondition => {
  const rows = (form?.rows ?? []).map(({ code, operator, values }) => {
    const isNumber = isComparison(operator) || isCount(operator);
    return { code, operator, value: isNumber ? (values[0] ?? '') : '', picks: isNumber ? [] : values };
  });
  return { joining: form?.joining ?? 'all', rows: rows.length === 0 ? [EMPTY_ROW] : rows };
};

/** The rows as posted, with the one that a button adds or removes. */
export const postedCondition = (
  input: ConditionInput,
): { readonly typed: TypedCondition; readonly focus: string | null } => {
  const picks = input as unknown as Readonly<Record<string, readonly string[]>>;
  const rows = input.pytanie.slice(0, MOST_CONDITION_ROWS).map((code, index) => ({
    code,
    operator: input.operator[index] ?? 'chosen',
    value: input.wartosc[index] ?? '',
    picks: picks[`wybor-${index}`] ?? [],
  }));
  const joining = input.laczenie;
  const removed = /^usun-(\d)$/.exec(input.akcja)?.[1];
  if (removed !== undefined) {
    const left = rows.filter((_, index) => index !== Number(removed));
    return { typed: { joining, rows: left.length === 0 ? [EMPTY_ROW] : left }, focus: 'dodaj' };
  }
  if (input.akcja === 'dodaj' && rows.length < MOST_CONDITION_ROWS)
    return { typed: { joining, rows: [...rows, EMPTY_ROW] }, focus: `w-${rows.length}` };
  return {
    typed: { joining, rows },
    focus: input.akcja === 'odswiez' ? `w-${Math.max(0, rows.length - 1)}-wybor` : null,
  };
};

/** Ticks that belong to an item which was chosen before are gone with it. */
export const withoutForeignPicks = (
  definition: QuestionnaireDefinition,
  itemCode: string,
  typed: TypedCondition,
): TypedCondition => {
  const earlier = earlierItems(definition, itemCode);
  return {
    ...typed,
    rows: typed.rows.map((row) => {
      const item = itemOfField(earlier, row.code);
      const codes = new Set(item !== undefined && 'choices' in item ? item.choices.map(({ code }) => code) : []);
      return { ...row, picks: row.picks.filter((pick) => codes.has(pick)) };
    }),
  };
};

export interface ConditionReading {
  /** Empty: asked of everyone. */
  readonly shownIf: string;
  readonly issues: readonly ConditionIssue[];
}

const LONGEST_EXPRESSION = 2_000;

/** The condition that rows or an expression say, or what keeps it from being saved. */
export const readCondition = (
  definition: QuestionnaireDefinition,
  code: string,
  typed: TypedCondition | string,
): ConditionReading => {
  if (typeof typed === 'string') return readExpression(typed);
  const issues: ConditionIssue[] = [];
  const earlier = earlierItems(definition, code);
  const rows = typed.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.code !== '')
    .map(({ row, index }) => readRow(row, index, itemOfField(earlier, row.code), issues));
  return { shownIf: expressionOfRows({ joining: typed.joining, rows }, definition) ?? '', issues };
};

const readExpression = (text: string): ConditionReading => {
  if (text.length > LONGEST_EXPRESSION)
    return {
      shownIf: '',
      issues: [
        { field: 'f-wyrazenie', fault: 'too-long', details: { longest: LONGEST_EXPRESSION, length: text.length } },
      ],
    };
  const fault = text === '' ? undefined : expressionFault(text);
  if (fault === undefined) return { shownIf: text, issues: [] };
  const { details, ...where } = fault;
  return { shownIf: '', issues: [{ field: 'f-wyrazenie', fault: 'expression', details: { ...details, ...where } }] };
};

/** The item that a field belongs to: rows of a battery are looked at one by one. */
export const itemOfField = (items: readonly Item[], code: string): Item | undefined =>
  items.find((item) => item.code === code || ('rows' in item && item.rows.some((row) => row.code === code)));

const OPERATORS: readonly string[] = [
  'chosen',
  'not-chosen',
  'answered',
  'unanswered',
  'equal',
  'unequal',
  'below',
  'most',
  'above',
  'least',
  'count-most',
  'count-least',
] satisfies readonly RowOperator[];

const readRow = (
  { code, operator: typed, value, picks }: TypedRow,
  index: number,
  item: Item | undefined,
  issues: ConditionIssue[],
): ConditionRow => {
  const operator = (OPERATORS.includes(typed) ? typed : 'answered') as RowOperator;
  if (item === undefined) issues.push({ field: `w-${index}`, fault: 'not-earlier', details: { code } });
  if (isComparison(operator) || isCount(operator)) {
    const number = numberIn(value);
    if (number === undefined) issues.push({ field: `w-${index}-wartosc`, fault: 'not-a-number' });
    return { code, operator, values: [String(number ?? 0)] };
  }
  if (operator === 'answered' || operator === 'unanswered') return { code, operator, values: [] };
  if (picks.length === 0) issues.push({ field: `w-${index}-wybor`, fault: 'nothing-picked', details: { code } });
  return { code, operator, values: picks };
};
