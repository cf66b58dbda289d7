import { isAnswered, faultOfSilence } from './check-answer';
import { faultBesideOthers, readSum } from './check-beside-others';
import { pageAt, type CompiledItem, type CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet } from './definition';
import type { Field } from './field';
import { issueAt, issueAtSum, unknownField, type Fault, type Issue } from './issue';
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
  const { items } = pageAt(compiled, pageNumber);
  const fields = items.flatMap((item) => item.fields);
  const readings = new Map(fields.map((field) => [field.code, readField(field, postedAt(formFields, field.code))]));
  const sent = replaceAnswers(answersSoFar, fields, readings);
  const path = pathThrough(compiled, sent);
  const asked = fields.filter((field) => path.asked.has(field.code));
  const askedBefore = pathThrough(compiled, answersSoFar).asked;
  const revealed = asked.filter((field) => isRevealed(field, formFields, askedBefore)).map(({ code }) => code);

  const judge = (field: Field): Fault | null =>
    revealed.includes(field.code) ? null : faultAt(compiled, field, readings, path);
  const judged = items.map((item) => judgeItem(item, path, judge));
  const refused = new Set(judged.flatMap((item) => item.refused));
  const zeros = Object.fromEntries(judged.flatMap((item) => item.zeros.map((code) => [code, 0])));
  return {
    answers: mergeAnswers(answersSoFar, asked, { ...sent, ...zeros }, refused),
    issues: [
      ...judged.flatMap((item) => item.issues),
      ...Object.keys(formFields)
        .filter((code) => !compiled.fieldByCode.has(code))
        .map(unknownField),
    ],
    typed: typedAt(formFields, refused),
    revealed,
  };
};

type Readings = ReadonlyMap<string, FieldReading>;

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

interface JudgedItem {
  readonly issues: readonly Issue[];
  /** Fields whose answers do not count; what was typed there is shown again. */
  readonly refused: readonly string[];
  /** Parts of a sum for which nothing is left. */
  readonly zeros: readonly string[];
}

/** Parts of a sum stand and fall together: one wrong part leaves nothing to be added up. */
const judgeItem = (item: CompiledItem, path: Path, judge: (field: Field) => Fault | null): JudgedItem => {
  const faults = item.fields.flatMap((field) => {
    const fault = path.asked.has(field.code) ? judge(field) : null;
    return fault === null ? [] : [{ field, fault }];
  });
  const issues = faults.map(({ field, fault }) => issueAt(field, fault));
  const everyPart = item.fields.map(({ code }) => code);
  if (item.item.kind !== 'sum') return { issues, refused: faults.map(({ field }) => field.code), zeros: [] };
  if (issues.length > 0) return { issues, refused: everyPart, zeros: [] };
  const { fault, zeros } = readSum(item, path);
  return fault === null
    ? { issues, refused: [], zeros }
    : { issues: [issueAtSum(item, fault)], refused: everyPart, zeros: [] };
};

const faultAt = (compiled: CompiledVersion, field: Field, readings: Readings, path: Path): Fault | null => {
  const reading = readings.get(field.code);
  if (reading?.kind === 'fault') return reading.fault;
  const answer = path.answers[field.code];
  return isAnswered(field, answer) ? faultBesideOthers(compiled, field, answer, path.answers) : faultOfSilence(field);
};

/** Answers on branches that routing hides for now stay as they were: they count again if the branch returns. */
const mergeAnswers = (
  answersSoFar: AnswerSheet,
  asked: readonly Field[],
  sent: AnswerSheet,
  refused: ReadonlySet<string>,
): AnswerSheet => {
  const merged = new Map(Object.entries(answersSoFar));
  for (const { code } of asked) {
    const answer = refused.has(code) ? undefined : sent[code];
    if (answer === undefined) merged.delete(code);
    else merged.set(code, answer);
  }
  return Object.fromEntries(merged);
};

const typedAt = (formFields: FormFields, refused: ReadonlySet<string>): FormFields =>
  Object.fromEntries(Object.entries(formFields).filter(([code]) => refused.has(code)));
