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
  readonly approved: { readonly by: string; readonly at: Date } | null;
  /** Grows with each change; a form sent from an older one is refused with both texts kept. */
  readonly revision: number;
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
}

/** `a:J5` of the matrix: an item of a questionnaire of the evaluation. */
export interface ItemReference {
  /** Code of the questionnaire, which is that of its data set. */
  readonly questionnaire: string;
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
      readonly unit: string;
      readonly source: string;
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

/** `value` in units of the measure: shares 0 to 1, means in points of the scale, NPS -100 to 100. */
export interface Threshold {
  readonly comparison: 'at-least' | 'at-most';
  readonly value: number;
}

/** "Spełnione" and "niespełnione" only when the whole 95% interval is on one side of the threshold. */
export type Verdict = 'met' | 'not-met' | 'undecided';
