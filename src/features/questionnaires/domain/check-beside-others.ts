import { faultOfBound, isMissing } from './check-answer';
import type { CompiledItem, CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet } from './definition';
import { isTrue } from './expression';
import type { Field } from './field';
import type { Fault } from './issue';
import { pipeText } from './pipe-text';

/** What is wrong with an answer beside the others: a bound, or a constraint of the author's. */
export const faultBesideOthers = (
  compiled: CompiledVersion,
  field: Field,
  answer: Answer,
  answers: AnswerSheet,
): Fault | null => {
  const boundText = field.kind === 'number' ? (compiled.fieldByCode.get(field.notAbove ?? '')?.text ?? '') : '';
  return faultOfBound(field, answer, answers, boundText) ?? faultOfConstraint(compiled, field, answer, answers);
};

const faultOfConstraint = (
  compiled: CompiledVersion,
  field: Field,
  answer: Answer,
  answers: AnswerSheet,
): Fault | null => {
  if (field.constraint === null || isMissing(answer)) return null;
  if (isTrue(field.constraint, answers, { own: answer, today: compiled.today })) return null;
  return { kind: 'constraint', details: { text: pipeText(field.item.constraintText ?? '', answers, compiled) } };
};

export interface SumReading {
  readonly fault: Fault | null;
  /** Parts left empty beside parts that make up the whole: nothing is left for them. */
  readonly zeros: readonly string[];
}

/** Parts that are asked must make up the whole as soon as one is filled in. */
export const readSum = ({ item, fields }: CompiledItem, { asked, answers }: PathSoFar): SumReading => {
  const parts = fields.flatMap((field) => (field.kind === 'part' && asked.has(field.code) ? [field] : []));
  const [first] = parts;
  const filled = parts.flatMap(({ code }) => (typeof answers[code] === 'number' ? [answers[code]] : []));
  if (first === undefined) return NOTHING_TO_ADD;
  if (filled.length === 0)
    return item.required === true
      ? { fault: { kind: 'required', details: { total: first.total } }, zeros: [] }
      : NOTHING_TO_ADD;
  const sum = rounded(filled.reduce((total, value) => total + value, 0));
  const difference = rounded(Math.abs(first.total - sum));
  if (difference === 0)
    return { fault: null, zeros: parts.map(({ code }) => code).filter((code) => answers[code] === undefined) };
  const kind = sum < first.total ? 'sum-too-small' : 'sum-too-large';
  return { fault: { kind, details: { total: first.total, sum, difference } }, zeros: [] };
};

interface PathSoFar {
  readonly asked: ReadonlySet<string>;
  readonly answers: AnswerSheet;
}

const NOTHING_TO_ADD: SumReading = { fault: null, zeros: [] };

/** Six decimals can be typed; 33.3 + 33.3 + 33.4 is 100. */
const rounded = (value: number): number => Number(value.toFixed(6));
