import type { MeasureLevel, TechnicalUse } from './variable';

/** What the columns of an external wave mean. */
export interface Codebook {
  readonly dataset: string;
  readonly title: string;
  readonly source: string | null;
  /** Column that says how many respondents a row stands for; null: one. */
  readonly frequencyVariable: string | null;
  readonly variables: readonly CodebookVariable[];
}

export interface CodebookVariable {
  readonly name: string;
  readonly label: string;
  readonly type: 'integer' | 'number' | 'string';
  readonly scale: MeasureLevel | TechnicalUse;
  /** In the order of tables; empty: the values are what they are. */
  readonly values: readonly CodebookValue[];
  /** Codes that count as no answer, beside the empty field. */
  readonly missingCodes: readonly string[];
}

export interface CodebookValue {
  readonly code: string;
  readonly label: string;
  /** Chosen, but no point of the scale: "nie dotyczy" (97), "trudno powiedzieć" (98). */
  readonly missing?: 97 | 98;
}
