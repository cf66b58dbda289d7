/** A question as it is printed: wording, places to answer, and the codes by which answers are keyed in. */
export interface PaperQuestion {
  readonly kind: 'paper-question';
  /** Field name: `K1`. */
  readonly code: string;
  readonly text: string;
  /** How to answer and whom it concerns, each a sentence. */
  readonly hints: readonly string[];
  readonly answer: PaperAnswer;
}

export type PaperAnswer =
  | { readonly kind: 'none' }
  /** One mark in a circle, several in squares, or the place in an order written into squares. */
  | { readonly kind: 'choices'; readonly mark: 'circle' | 'square'; readonly choices: readonly PaperChoice[] }
  | { readonly kind: 'grid'; readonly columns: readonly PaperColumn[]; readonly rows: readonly PaperRow[] }
  /** Numbers beside rows; `closing` says what they add up to. */
  | { readonly kind: 'numbers'; readonly rows: readonly PaperRow[]; readonly unit: string; readonly closing: string }
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'boxes'; readonly count: number; readonly unit: string };

export interface PaperChoice {
  readonly code: string;
  readonly label: string;
  /** A line to write on: "inna, jaka?". */
  readonly hasLine: boolean;
}

export interface PaperColumn {
  readonly code: string;
  readonly label: string;
}

export interface PaperRow {
  readonly code: string;
  readonly text: string;
}
