import type { CompiledVersion } from './compile-version';
import type { AnswerSheet } from './definition';
import type { FieldKind } from './field';
import { pathThrough } from './path';

/**
 * Seconds an answer takes. Our assumption, set so that the core client questionnaire (about 55 rows) comes to its 12
 * minutes (domain 2.2); to be replaced by medians once times are measured.
 */
const SECONDS: Readonly<Record<FieldKind, number>> = {
  single: 13,
  row: 9,
  scale0to10: 10,
  number: 15,
  territory: 15,
  multiple: 25,
  ranking: 75,
  open: 60,
  'other-text': 0,
  date: 12,
  email: 15,
  part: 12,
  consent: 15,
  calculated: 0,
};

export const secondsToAnswer = (kind: FieldKind): number => SECONDS[kind];

export interface PathEstimate {
  /** Fields to answer, texts beside a choice not counted. */
  readonly rows: number;
  /** Whole minutes, rounded up. */
  readonly minutes: number;
}

/** How much is left to answer from a page to the end, as far as the answers given decide the path. */
export const estimatePath = (compiled: CompiledVersion, answers: AnswerSheet, fromPage = 1): PathEstimate => {
  const { asked } = pathThrough(compiled, answers);
  const ahead = compiled.fields.filter((field) => asked.has(field.code) && field.page >= fromPage);
  const seconds = ahead.reduce((sum, { kind }) => sum + SECONDS[kind], 0);
  return { rows: ahead.filter(({ kind }) => kind !== 'other-text').length, minutes: Math.ceil(seconds / 60) };
};
