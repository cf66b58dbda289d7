import type { Choice } from '../../questionnaires/domain';
import type { VersionNotice } from './columns/notice';
import type { Comparison, GroupResult } from './compare-groups';
import type { Distribution } from './measures/distribution';
import type { MultipleChoice } from './measures/multiple-choice';
import type { Ranking } from './measures/ranking';
import type { Recommendation } from './measures/recommendation';
import type { Remainder } from './measures/remainder';
import type { Question, RatedRow } from './questions/question';

/** One result for everyone in view and for each institution that the question concerns. */
export interface Split<Result> {
  readonly total: Result;
  readonly groups: readonly GroupResult<Result>[];
}

export interface RatedRowResult extends Split<Distribution> {
  readonly row: RatedRow;
}

type Of<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;
/** Narrows the question's kind without repeating its fields. */
type Asked<Kind extends Question['kind']> = Omit<Of<Kind>, 'kind'>;

/** A question with its answers, all disclosed, and what must be said of its earlier versions. */
export type QuestionResult = {
  readonly notices: readonly VersionNotice[];
  /** Told for the whole region only. */
  readonly isSensitive: boolean;
} & MeasuredQuestion;

export type MeasuredQuestion =
  | {
      readonly kind: 'ratings';
      readonly question: Asked<'ratings'>;
      readonly choices: readonly Choice[];
      readonly rows: readonly RatedRowResult[];
      readonly comparisons: readonly Comparison[];
    }
  | ({
      readonly kind: 'choice';
      readonly question: Asked<'choice'>;
      readonly choices: readonly Choice[];
    } & Split<Distribution>)
  | ({
      readonly kind: 'multiple';
      readonly question: Asked<'multiple'>;
      readonly choices: readonly Choice[];
    } & Split<MultipleChoice>)
  | ({
      readonly kind: 'recommendation';
      readonly question: Asked<'recommendation'>;
      readonly comparisons: readonly Comparison[];
    } & Split<Recommendation>)
  | ({
      readonly kind: 'ranking';
      readonly question: Asked<'ranking'>;
      readonly choices: readonly Choice[];
      readonly most: number;
    } & Split<Ranking>)
  | ({ readonly kind: 'remainder'; readonly question: Asked<'remainder'> } & Split<Remainder>);

export type RatingsResult = Extract<QuestionResult, { readonly kind: 'ratings' }>;
export type RecommendationResult = Extract<QuestionResult, { readonly kind: 'recommendation' }>;
export type RemainderResult = Extract<QuestionResult, { readonly kind: 'remainder' }>;
