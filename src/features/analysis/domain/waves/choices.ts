import type { WaveMatch } from '../variables/variable';

/** What becomes of a column. */
export interface ColumnChoice {
  readonly column: string;
  readonly use: 'match' | 'keep' | 'leave';
  /** `questionnaire/field` of a match. */
  readonly target: string | null;
}

/** What a cell that could not be read becomes. */
export interface CellFix {
  readonly column: string;
  /** As it stands in the file. */
  readonly text: string;
  readonly becomes:
    | { readonly kind: 'empty' }
    | { readonly kind: 'value'; readonly value: string }
    | { readonly kind: 'missing'; readonly state: 97 | 98 };
}

/** Which answer of ours a code of a column is; null: left empty. */
export interface RecodingChoice {
  readonly column: string;
  readonly from: string;
  readonly to: string | null;
}

/** Somebody knows better than the rules, and says why. */
export interface Decision {
  readonly column: string;
  readonly comparability: WaveMatch['comparability'];
  readonly reason: string;
}

/** Everything that was chosen so far; what is not named is as suggested. */
export interface WaveChoices {
  /** Questionnaire of ours that the wave is held against; null: the one that suits best. */
  readonly questionnaire: string | null;
  readonly columns: readonly ColumnChoice[];
  readonly fixes: readonly CellFix[];
  readonly recodings: readonly RecodingChoice[];
  readonly decisions: readonly Decision[];
}

export const NO_CHOICES: WaveChoices = { questionnaire: null, columns: [], fixes: [], recodings: [], decisions: [] };
