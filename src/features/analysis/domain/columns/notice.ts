/**
 * What a reader must know of a question that has not always been asked like this. `wording`: earlier answers are in the
 * result, given to other words. `scale`, `different`: earlier answers are left out, because the answers to choose from, or
 * the kind of question, were others. `removed`: the question is no longer asked.
 */
export interface VersionNotice {
  readonly kind: 'wording' | 'scale' | 'different' | 'removed';
  readonly questionnaire: string;
  /** Field as printed: `J4`. */
  readonly code: string;
  /** The version that changed or dropped it. */
  readonly version: number;
  /** Calendar day on which that version was published; null where nobody recorded it. */
  readonly publishedOn: string | null;
  /**
   * Answers to earlier versions, over the whole evaluation whatever the filter; null where they, or the others, are too few
   * to be told.
   */
  readonly earlier: number | null;
}
