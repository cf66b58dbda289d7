import type { BatteryRow, Choice, ChosenMissing } from '../../domain';
import { isFieldCode, LONGEST_CODE, nextChoiceCode, nextRowCodes } from '../../domain/edit';
import { LIMITS } from '../../domain/faults-of-size';
import { cleanExpression, cleanLine } from './clean-text';
import { fieldOf, type ChoiceForm, type ItemForm, type RowForm } from './item-form';
import type { FormIssue } from './item-of-form';
import { numberIn, within } from './read-fields';

const LONGEST_LABEL = 500;
const LONGEST_CONDITION = 2_000;
const CHOICE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** Lines that hold nothing are left out; a choice without a code gets the next free number. */
export const choicesOf = (form: ItemForm, issues: FormIssue[]): readonly Choice[] => {
  const lines = form.choices
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.code.trim() !== '' || line.label.trim() !== '');
  if (lines.length > LIMITS.choices)
    issues.push({ part: 'odpowiedzi', fault: 'too-many', details: { most: LIMITS.choices } });
  const taken = new Set(lines.map(({ line }) => line.code.trim()));
  const seen = new Set<string>();
  return lines.map(({ line, index }) => {
    const code = line.code.trim() === '' ? nextChoiceCode(taken) : line.code.trim();
    taken.add(code);
    if (!CHOICE_CODE.test(code)) issues.push({ part: 'odpowiedzi', index, fault: 'choice-shape' });
    if (seen.has(code)) issues.push({ part: 'odpowiedzi', index, fault: 'choice-twice', details: { code } });
    seen.add(code);
    return choiceOf(line, code, index, issues);
  });
};

const choiceOf = (line: ChoiceForm, code: string, index: number, issues: FormIssue[]): Choice => {
  const roles = line.role.split('+');
  const missing = roles.find((role) => role === '97' || role === '98' || role === '99');
  return {
    code,
    label: within('odpowiedzi', cleanLine(line.label), LONGEST_LABEL, issues, index),
    ...(line.value.trim() === '' ? {} : { value: valueOf(line.value, index, issues) }),
    ...(missing === undefined ? {} : { missing: Number(missing) as ChosenMissing }),
    ...(roles.includes('wyklucza') ? { exclusive: true as const } : {}),
    ...(roles.includes('inna') ? { other: true as const } : {}),
  };
};

const valueOf = (typed: string, index: number, issues: FormIssue[]): number => {
  const value = numberIn(typed);
  if (value === undefined) issues.push({ part: 'odpowiedzi', index, fault: 'not-a-number' });
  return value ?? 0;
};

/** Rows of a battery or of a sum; a row without a code gets the next letter after the item's code. */
export const rowsOf = (form: ItemForm, issues: FormIssue[]): readonly BatteryRow[] => {
  const lines = form.rows
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.code.trim() !== '' || line.text.trim() !== '');
  if (lines.length > LIMITS.rows) issues.push({ part: 'wiersze', fault: 'too-many', details: { most: LIMITS.rows } });
  const taken = new Set(lines.map(({ line }) => line.code.trim()));
  const seen = new Set<string>();
  return lines.map(({ line, index }) => {
    const [next = ''] = nextRowCodes(fieldOf(form, 'kod').trim(), 1, taken);
    const code = line.code.trim() === '' ? next : line.code.trim();
    taken.add(code);
    if (!isFieldCode(code))
      issues.push({ part: 'wiersze', index, fault: 'code-shape', details: { longest: LONGEST_CODE } });
    if (seen.has(code)) issues.push({ part: 'wiersze', index, fault: 'row-code-taken', details: { code } });
    seen.add(code);
    return rowOf(line, code, index, issues);
  });
};

const rowOf = (line: RowForm, code: string, index: number, issues: FormIssue[]): BatteryRow => {
  const shownIf = within('wiersze', cleanExpression(line.shownIf), LONGEST_CONDITION, issues, index);
  const comparisonCode = within('wiersze', cleanLine(line.comparison), LONGEST_LABEL, issues, index);
  return {
    code,
    text: within('wiersze', cleanLine(line.text), LONGEST_LABEL, issues, index),
    ...(shownIf === '' ? {} : { shownIf }),
    ...(comparisonCode === '' ? {} : { comparisonCode }),
  };
};
