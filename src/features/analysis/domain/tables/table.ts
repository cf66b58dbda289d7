import type { Interval } from '../../../../statistics';
import type { Merge } from './merges';
import type { Signatures } from './signatures';

/** What to tabulate: one block of rows for each row variable, one group of columns for each column variable. */
export interface TableRequest {
  readonly rows: readonly string[];
  /** `typ`, or `instytucja>typ`: client types within each institution. */
  readonly columns: readonly string[];
  /** Name of the weight variable; null = every respondent counts once. */
  readonly weight: string | null;
  readonly filter: readonly FilterCondition[];
  /** Categories shown as one, in rows and in columns; absent = none. */
  readonly merges?: readonly Merge[];
  /** What percentages of several answers are of; absent = respondents. */
  readonly base?: PercentBase;
}

export type PercentBase = 'respondents' | 'mentions';

/** Respondents whose answer is one of the codes. */
export interface FilterCondition {
  readonly variable: string;
  readonly codes: readonly string[];
}

/** A column of the table; the first is the total. */
export interface TableColumn {
  /** Null for the total. */
  readonly variable: string | null;
  readonly code: string | null;
  readonly label: string;
  /** `A`, `B`, …, `AA`; null for the total. */
  readonly letter: string | null;
  /** Codes of the categories that are merged in it; absent for a single one. */
  readonly merged?: readonly string[];
  /** The outer category of a nested column. */
  readonly within?: OuterCategory;
}

export interface OuterCategory {
  readonly variable: string;
  readonly code: string;
  readonly label: string;
  readonly merged?: readonly string[];
  /** Variable that divides it. */
  readonly inner: string;
}

/** All results of a request before disclosure control: not for eyes. */
export interface RawTable {
  readonly request: TableRequest;
  readonly columns: readonly TableColumn[];
  readonly blocks: readonly Block[];
  /** Respondents of the data set, and those the filter lets through. */
  readonly all: number;
  readonly filtered: number;
  /** Who stands in which columns, of the base of one row variable. */
  readonly signaturesOf: (variable: string) => Signatures;
  /** The same person by person: for each column, 1 for each respondent in its base. */
  readonly groupsOf: (variable: string) => readonly Uint8Array[];
}

/** The base of one column in one block. */
export interface ColumnBase {
  /** Respondents who were asked and answered, "don't know" included. */
  readonly n: number;
  readonly weighted: number;
  /** (Σw)²/Σw²; equals n without weights. */
  readonly effectiveN: number;
  /** Sum of weights of all marks, where percentages are of them. */
  readonly mentions?: number;
}

export interface Block {
  readonly variable: string;
  readonly label: string;
  readonly kind: 'category' | 'set' | 'number';
  /** What the percentages are of; number blocks have none. */
  readonly percentsOf: PercentBase;
  /** Shown for everyone together only. */
  readonly sensitive: boolean;
  readonly bases: readonly ColumnBase[];
  /** Of sums: whether one person has most of a column's; absent where nothing is summed. */
  readonly dominated?: readonly boolean[];
  /** Respondents of the block by what they did: these five are different things. */
  readonly asked: AnswerStates;
  readonly rows: readonly TableRow[];
  readonly summaries: readonly SummaryRow[];
  /** One for each column variable. */
  readonly tests: readonly BlockTest[];
}

/** Respondents that the filter lets through, by what happened to the question. */
export interface AnswerStates {
  readonly answered: number;
  readonly notReached: number;
  readonly notAsked: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
  readonly leftEmpty: number;
  /** Answered, but without a weight. */
  readonly withoutWeight: number;
}

export interface TableRow {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly n: number;
  readonly weighted: number;
  /** Of the column's base. */
  readonly share: number | null;
  /** Of the row's total within the column variable; null for the total column and for several answers. */
  readonly rowShare: number | null;
  /** Of everyone in the block's base of this column variable. */
  readonly totalShare: number | null;
  /** Of the share, 95%. */
  readonly interval: Interval | null;
  /** Adjusted residual; null where the column variable cannot be tested. */
  readonly residual: number | null;
  /** Letters of the columns of the same variable whose share is significantly smaller. */
  readonly higherThan: readonly string[];
  /** Of options put in order; absent for all others. */
  readonly ranking?: RankingOfCell;
}

export interface RankingOfCell {
  /** Share of the column's base that put it first. */
  readonly first: number | null;
  /** Mean Borda points of the column's base: as many for the first place as there are places, none for the unranked. */
  readonly points: number | null;
}

export type SummaryKind = 'mean' | 'median' | 'top-two' | 'bottom-two' | 'recommendation';

/** A mean, median or balance under the rows; its base leaves "don't know" out. */
export interface SummaryRow {
  readonly kind: SummaryKind;
  readonly cells: readonly SummaryCell[];
}

export interface SummaryCell {
  readonly n: number;
  readonly weighted: number;
  readonly value: number | null;
  readonly sd: number | null;
  readonly se: number | null;
  readonly interval: Interval | null;
  readonly higherThan: readonly string[];
}

/** Is the block related to a column variable? The kind says which test the data allowed. */
export type BlockTest = { readonly variable: string } & (
  | { readonly kind: 'none'; readonly reason: NoTestReason }
  | {
      readonly kind: 'chi-square';
      readonly statistic: number;
      readonly df: number;
      readonly p: number;
      readonly smallestExpected: number;
      readonly cramersV: number;
      /** Cohen's w = V √(smaller side − 1): what the words for the strength go by. */
      readonly cohensW: number;
    }
  | {
      readonly kind: 'exact';
      readonly p: number;
      /** Null when every table was visited. */
      readonly simulated: { readonly tables: number; readonly standardError: number } | null;
      readonly smallestExpected: number;
      readonly cramersV: number;
      readonly cohensW: number;
    }
  | {
      readonly kind: 'rao-scott';
      readonly f: number;
      readonly df1: number;
      readonly df2: number;
      readonly p: number;
      readonly chiSquare: number;
      readonly cramersV: number;
      readonly cohensW: number;
    }
  | {
      readonly kind: 'welch';
      readonly f: number;
      readonly df1: number;
      readonly df2: number;
      readonly p: number;
      /** Sum of squares between the groups over all, in [0, 1]; null where nothing varies. */
      readonly etaSquared: number | null;
    }
  /** Several answers: each option is compared on its own; the smallest p after Holm's correction over the options. */
  | { readonly kind: 'by-option'; readonly smallestP: number }
);

/** `hidden`: the statistic would tell of columns that are hidden; `mentions`: marks of one person depend on one another. */
export type NoTestReason =
  'one-group' | 'one-answer' | 'too-few' | 'too-large' | 'empty-cells' | 'pairs-only' | 'mentions' | 'hidden';
