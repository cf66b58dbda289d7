import { isAnswered, faultOfBound, faultOfSilence } from './check-answer';
import { pageAt, type CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet } from './definition';
import type { Field } from './field';
import { issueAt, unknownField, type Fault, type Issue } from './issue';
import { pathThrough, type Path } from './path';
import { readField, type FieldReading } from './read-field';

/** A posted form: one text for each field, or several where a field is repeated. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

export interface PageReading {
  /** All answers so far, this page's as just sent; wrong ones are left out. */
  readonly answers: AnswerSheet;
  readonly issues: readonly Issue[];
  /** What was typed into the fields with an issue, for showing it again. */
  readonly typed: FormFields;
  /**
   * Fields of this page that only these answers bring up, and that the form did not hold yet: the page must be shown once
   * more. A form that shows them by itself posts their names, if only with an empty value.
   */
  readonly revealed: readonly string[];
}

/** Reads one posted page. Fields that routing hides are ignored, and so are fields of other pages. */
export const readPage = (
  compiled: CompiledVersion,
  pageNumber: number,
  formFields: FormFields,
  answersSoFar: AnswerSheet,
): PageReading => {
  const fields = pageAt(compiled, pageNumber).items.flatMap((item) => item.fields);
  const readings = new Map(fields.map((field) => [field.code, readField(field, postedAt(formFields, field.code))]));
  const sent = replaceAnswers(answersSoFar, fields, readings);
  const path = pathThrough(compiled, sent);
  const asked = fields.filter((field) => path.asked.has(field.code));
  const askedBefore = pathThrough(compiled, answersSoFar).asked;
  const revealed = asked.filter((field) => isRevealed(field, formFields, askedBefore)).map(({ code }) => code);

  const faults = new Map<string, Fault>();
  for (const field of asked) {
    const fault = revealed.includes(field.code) ? null : faultAt(compiled, field, readings, path);
    if (fault !== null) faults.set(field.code, fault);
  }
  return {
    answers: mergeAnswers(answersSoFar, asked, sent, faults),
    issues: [
      ...asked.flatMap((field) => issuesAt(field, faults)),
      ...Object.keys(formFields)
        .filter((code) => !compiled.fieldByCode.has(code))
        .map(unknownField),
    ],
    typed: typedAt(formFields, faults),
    revealed,
  };
};

type Readings = ReadonlyMap<string, FieldReading>;
type Faults = ReadonlyMap<string, Fault>;

const postedAt = (formFields: FormFields, code: string): string | readonly string[] | undefined =>
  Object.hasOwn(formFields, code) ? formFields[code] : undefined;

const isRevealed = (field: Field, formFields: FormFields, askedBefore: ReadonlySet<string>): boolean =>
  field.kind !== 'other-text' && !askedBefore.has(field.code) && !Object.hasOwn(formFields, field.code);

const replaceAnswers = (answersSoFar: AnswerSheet, fields: readonly Field[], readings: Readings): AnswerSheet => {
  const own = new Set(fields.map(({ code }) => code));
  const kept = Object.entries(answersSoFar).filter(([code]) => !own.has(code));
  const read = [...readings].flatMap(([code, reading]) =>
    reading.kind === 'answer' ? [[code, reading.answer] as const] : [],
  );
  return Object.fromEntries<Answer>([...kept, ...read]);
};

const faultAt = (compiled: CompiledVersion, field: Field, readings: Readings, path: Path): Fault | null => {
  const reading = readings.get(field.code);
  if (reading?.kind === 'fault') return reading.fault;
  const answer = path.answers[field.code];
  return isAnswered(field, answer) ? faultOfBoundAt(compiled, field, answer, path) : faultOfSilence(field);
};

export const faultOfBoundAt = (compiled: CompiledVersion, field: Field, answer: Answer, path: Path): Fault | null => {
  const boundText = field.kind === 'number' ? (compiled.fieldByCode.get(field.notAbove ?? '')?.text ?? '') : '';
  return faultOfBound(field, answer, path.answers, boundText);
};

/** Answers on branches that routing hides for now stay as they were: they count again if the branch returns. */
const mergeAnswers = (
  answersSoFar: AnswerSheet,
  asked: readonly Field[],
  sent: AnswerSheet,
  faults: Faults,
): AnswerSheet => {
  const merged = new Map(Object.entries(answersSoFar));
  for (const { code } of asked) {
    const answer = faults.has(code) ? undefined : sent[code];
    if (answer === undefined) merged.delete(code);
    else merged.set(code, answer);
  }
  return Object.fromEntries(merged);
};

const issuesAt = (field: Field, faults: Faults): readonly Issue[] => {
  const fault = faults.get(field.code);
  return fault === undefined ? [] : [issueAt(field, fault)];
};

const typedAt = (formFields: FormFields, faults: Faults): FormFields =>
  Object.fromEntries(Object.entries(formFields).filter(([code]) => faults.has(code)));
