import type { EvaluationId, Id } from '../../../platform/ids';
import type { Criterion } from './criteria';

export type MatrixRowId = Id<'matrix row'>;

/** What the evaluation is commissioned to answer: one row for each evaluation question (domain 4.2). */
export interface EvaluationMatrix {
  readonly evaluationId: EvaluationId;
  /** Detailed objectives of the study, in order. */
  readonly objectives: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Thresholds and ways of judging were agreed on before the data; null: not yet. */
  readonly approved: Approval | null;
  /** Approvals and what was changed after the first of them, oldest first. */
  readonly log: readonly MatrixChange[];
  /** Grows with each change. A form that changes what somebody else has changed since is refused with both texts kept. */
  readonly revision: number;
  /** Of the matrix when its objectives were last changed. */
  readonly objectivesRevision: number;
}

/** Who agreed to the thresholds on which day, and who wrote that down when. */
export interface Approval {
  readonly by: string;
  /** A moment of the day of the agreement. */
  readonly at: Date;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface MatrixRow {
  readonly id: MatrixRowId;
  /** Place in `objectives`; null: of none. */
  readonly objective: number | null;
  readonly criterion: Criterion;
  /** Pytanie ewaluacyjne. */
  readonly question: string;
  /** Pytania pomocnicze. */
  readonly subQuestions: readonly string[];
  /** Wskaźnik i próg: what is measured, and from where on it is a success. */
  readonly indicator: Indicator;
  readonly threshold: Threshold | null;
  /** Źródło danych / grupa respondentów. */
  readonly sources: string;
  /** Metoda i technika badawcza. */
  readonly methods: string;
  /** Narzędzie i numer pytania. */
  readonly items: readonly ItemReference[];
  /** Sposób analizy. */
  readonly analysis: string;
  /** Odpowiedź, written after the study; empty until then. */
  readonly answer: string;
  /** Of the matrix when this row was last changed. */
  readonly revision: number;
}

/** What a form says of a row. */
export type MatrixRowDraft = Omit<MatrixRow, 'id' | 'revision'>;

/** `a:J5` of the matrix: an item of a questionnaire of the evaluation. */
export interface ItemReference {
  /** Code of the questionnaire, which is that of its data set. */
  readonly questionnaire: string;
  /** Of an item, with all its rows, or of one row of a battery. */
  readonly item: string;
}

export type Indicator =
  /** A number of a data set, computed. The names are those of a number's address: row, column, measure, weight. */
  | { readonly kind: 'number'; readonly label: string; readonly number: IndicatorNumber }
  /** From elsewhere (monitoring, registers): typed by a person, with its source. */
  | {
      readonly kind: 'typed';
      readonly label: string;
      readonly value: number | null;
      /** What the value should be today, on the way to the threshold. */
      readonly planned: number | null;
      /** `%`, `miejsc pracy`. */
      readonly unit: string;
      readonly source: string;
      /** Last calendar day of the time that it counts; before it is over nothing is decided. Null: it is whole. */
      readonly until: string | null;
    }
  /** Judged in words. */
  | { readonly kind: 'words'; readonly label: string };

/** As analysis' `NumberWanted`, which comes later in the story. */
export interface IndicatorNumber {
  readonly dataset: string;
  readonly row: { readonly variable: string; readonly codes: readonly string[] };
  readonly column: { readonly variable: string; readonly code: string } | null;
  readonly measure: string;
  readonly weight: string | null;
}

/** `value` in units of the measure: shares 0 to 1, means in points of the scale, NPS -100 to 100; typed ones as typed. */
export interface Threshold {
  readonly comparison: 'at-least' | 'at-most';
  readonly value: number;
}

/** "Spełnione" and "niespełnione" only when the whole 95% interval is on one side of the threshold. */
export type Verdict = 'met' | 'not-met' | 'undecided';

/** What is approved of a row: how its question will be judged. */
export type Judging = Pick<MatrixRow, 'criterion' | 'question' | 'indicator' | 'threshold' | 'analysis'>;

export type MatrixChange = { readonly by: string; readonly at: Date } & (
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'added'; readonly row: MatrixRowId; readonly after: Judging }
  | { readonly kind: 'removed'; readonly row: MatrixRowId; readonly before: Judging }
  | { readonly kind: 'changed'; readonly row: MatrixRowId; readonly before: Judging; readonly after: Judging }
);

/** Beyond these nobody reads a matrix, and a document of the store grows too large. */
export const MATRIX_LIMITS = {
  rows: 60,
  objectives: 20,
  subQuestions: 12,
  items: 200,
  /** Kept of the log; the oldest changes give way, approvals stay. */
  log: 500,
  /** Characters. */
  question: 600,
  text: 2_000,
  answer: 6_000,
  label: 300,
  name: 80,
} as const;
