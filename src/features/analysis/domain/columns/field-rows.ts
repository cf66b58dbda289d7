/**
 * Answers of many respondents to one field. Options and missing codes as in `variables/variable.ts`: −95 not reached, −96 not
 * asked, −97 does not apply, −98 don't know, −99 left empty; a missing option that is listed among the choices is a place.
 */
export type FieldRows = CodedRows | MultipleRows | RankingRows | NumberRows;

export interface CodedRows {
  readonly kind: 'coded';
  readonly places: Int16Array;
}

export interface MultipleRows {
  readonly kind: 'multiple';
  readonly wordsEach: number;
  /** Option k of respondent i is bit k of its words. */
  readonly bits: Uint32Array;
  /** 0 = marked something. */
  readonly states: Int8Array;
}

export interface RankingRows extends Omit<MultipleRows, 'kind'> {
  readonly kind: 'ranking';
  /** By option: its place from 1; 0 = none. */
  readonly places: readonly Uint8Array[];
}

export interface NumberRows {
  readonly kind: 'number';
  /** NaN where there is none. */
  readonly values: Float64Array;
  readonly states: Int8Array;
}

export const wordsFor = (options: number): number => Math.ceil(options / 32);

/** Codes that were named, and which one each respondent named; −1 = none. */
export interface NamedRows {
  readonly codes: readonly string[];
  readonly places: Int16Array;
}

/** What is known of every respondent beside the answers. */
export interface ProfileRows {
  /** Number of the response in its evaluation; ascending. */
  readonly numbers: Uint32Array;
  /** Days since 1970-01-01. */
  readonly days: Uint16Array;
  /** 1 = filled in to the end. */
  readonly complete: Uint8Array;
  /** The institution that was named; the code `''` where the questionnaire does not ask. */
  readonly institution: NamedRows;
  readonly subregion: NamedRows;
  readonly clientType: NamedRows;
}

/** Rows of one questionnaire version, in the order of their numbers. */
export interface Chunk extends ProfileRows {
  readonly n: number;
  readonly fields: ReadonlyMap<string, FieldRows>;
  /** How many answered each field, texts and days too; "don't know" is an answer. */
  readonly answered: ReadonlyMap<string, number>;
  /** Numbers of break-offs that these rows took the place of. */
  readonly replaced: readonly number[];
}
