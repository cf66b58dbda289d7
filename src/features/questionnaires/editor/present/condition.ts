import type { Translator } from '../../../../platform/i18n';
import type { Item } from '../../domain';
import { earlierItems, isComparison, isCount, type RowOperator } from '../../domain/edit';
import type { Desk } from '../../open-desk';
import { deskAddress } from '../../present-frame';
import { describeCondition } from '../../proof';
import { itemOfField, type TypedCondition, type TypedRow } from '../form/condition-form';
import { MOST_CONDITION_ROWS } from '../inputs';
import { caretLine, expressionSentence } from './issues';
import { itemLabel, itemNumbers } from './outline';

export interface ConditionIssue {
  readonly field: string;
  readonly fault: 'not-earlier' | 'not-a-number' | 'nothing-picked' | 'expression' | 'too-long';
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface ConditionState {
  readonly way: 'formularz' | 'wyrazenie';
  readonly typed: TypedCondition;
  readonly expression: string;
  readonly issues: readonly ConditionIssue[];
  readonly conflict: boolean;
  readonly focus: string | null;
}

const OPERATORS: readonly RowOperator[] = [
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
  'count-least',
  'count-most',
];

export const presentCondition = (translator: Translator, desk: Desk, item: Item, state: ConditionState) => {
  const { t } = translator;
  const { definition } = desk.draft;
  const earlier = earlierItems(definition, item.code);
  const number = itemNumbers(definition).get(item.code);
  const issues = state.issues.map((issue) => presentIssue(t, issue, state.expression));
  const back = `${deskAddress(desk)}/pytania/${item.code}`;
  return {
    heading: number === undefined ? item.code : t('editor:item.heading.question', { number }),
    question: itemLabel(t, item),
    back,
    action: `${back}/warunek`,
    way: state.way,
    current: describeCondition(translator, item.shownIf, definition),
    joining: (['all', 'any', 'none'] as const).map((value) => ({
      value,
      text: t(`editor:condition.joining.${value}`),
      isSelected: value === state.typed.joining,
    })),
    rows: state.typed.rows.map((row, index) => presentRow(t, row, index, earlier)),
    canAdd: state.typed.rows.length < MOST_CONDITION_ROWS,
    expression: state.expression,
    issues,
    errorOf: Object.fromEntries(issues.map((issue) => [issue.field, issue])),
    conflict: state.conflict ? t('editor:condition.conflict') : null,
    focus: state.focus,
  };
};

const presentIssue = (t: Translator['t'], { field, fault, details = {} }: ConditionIssue, expression: string) => ({
  field,
  text: fault === 'expression' ? expressionSentence(t, details) : t(`editor:condition.issue.${fault}`, details),
  caret: fault === 'expression' ? caretLine(expression.trim(), Number(details['character'])) : null,
});

const presentRow = (t: Translator['t'], row: TypedRow, index: number, earlier: readonly Item[]) => {
  const item = itemOfField(earlier, row.code);
  const choices = item !== undefined && 'choices' in item ? item.choices : [];
  const fields = earlier.flatMap(fieldsOf(t));
  const isKnown = row.code === '' || fields.some(({ value }) => value === row.code);
  return {
    index,
    number: index + 1,
    value: row.value,
    items: [
      { value: '', text: t('editor:condition.choose') },
      ...fields,
      ...(isKnown ? [] : [{ value: row.code, text: t('editor:choose.gone', { code: row.code }) }]),
    ].map((option) => ({ ...option, isSelected: option.value === row.code })),
    operators: OPERATORS.filter((operator) => operator === row.operator || fits(operator, item)).map((operator) => ({
      value: operator,
      text: t(`editor:condition.operator.${operator}`),
      isSelected: operator === row.operator,
    })),
    picks: [
      ...choices.map(({ code, label }) => ({ code, label })),
      ...row.picks
        .filter((code) => !choices.some((choice) => choice.code === code))
        .map((code) => ({ code, label: code })),
    ].map((choice) => ({ ...choice, isPicked: row.picks.includes(choice.code) })),
    takesNumber: item === undefined || item.kind === 'number' || item.kind === 'multiple' || isNumeric(row.operator),
  };
};

const isNumeric = (operator: string): boolean =>
  isComparison(operator as RowOperator) || isCount(operator as RowOperator);

/** Before an item is chosen, every operator is offered. */
const fits = (operator: RowOperator, item: Item | undefined): boolean => {
  if (item === undefined || operator === 'answered' || operator === 'unanswered') return true;
  if (operator === 'chosen' || operator === 'not-chosen') return 'choices' in item;
  if (isCount(operator)) return item.kind === 'multiple' || item.kind === 'ranking';
  return !('choices' in item) || item.kind === 'single' || item.kind === 'battery';
};

/** An item, or each row of a battery: what a condition can look at. */
const fieldsOf =
  (t: Translator['t']) =>
  (item: Item): readonly { readonly value: string; readonly text: string }[] =>
    'rows' in item
      ? item.rows.map(({ code, text }) => ({ value: code, text: `${code}. ${text}` }))
      : [{ value: item.code, text: `${item.code}. ${itemLabel(t, item)}` }];
