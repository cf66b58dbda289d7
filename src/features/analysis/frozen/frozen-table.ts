import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { DatasetName } from '../datasets';
import type { PowerSums } from '../domain/frozen/power-sums';
import type { DisclosedTable, NamedVariable, TableRequest } from '../domain/tables';

/** A table ready for a report, with its words and its cut: counted now, or frozen. */
export interface GivenTable {
  /** Null while nobody was told. */
  readonly publication: PublicationId | null;
  readonly dataset: DatasetName;
  readonly request: TableRequest;
  readonly level: number;
  /** Answers up to this sequence number, and the calendar day of the last of them. */
  readonly cut: number;
  readonly dataCut: string | null;
  /** Respondents of the data set at the cut. */
  readonly respondents: number;
  /** As protected beside everything told before it. */
  readonly table: DisclosedTable;
  /** Of its row variables. */
  readonly wordings: readonly FrozenWording[];
  /** What its variables and their answers are called: rows, columns, filter and weight. */
  readonly names: readonly NamedVariable[];
}

/**
 * A published table as it was told, kept for good: all that is needed to print it, to prove it and to find out whether it still holds.
 * Plain JSON but for the date.
 */
export interface FrozenTable extends GivenTable {
  readonly publication: PublicationId;
  readonly evaluationId: EvaluationId;
  readonly digest: DataDigest;
  /** SHA-256 of what a `GivenTable` says, base64url. */
  readonly hash: string;
  readonly frozenAt: Date;
}

export interface FrozenWording {
  readonly variable: string;
  /** Code of the item: `J`. */
  readonly item: string;
  /** Full wording; of a battery also its statement. */
  readonly question: string;
  readonly statement: string | null;
  /** Version of the questionnaire; null for an imported wave. */
  readonly version: number | null;
}

/** Fingerprints of what the table was counted from, variable by variable: rows, columns, filter and weight. */
export interface DataDigest {
  readonly variables: readonly VariableDigest[];
}

export interface VariableDigest {
  readonly name: string;
  /** Of codes and labels, or of the rule of a derived variable or weight. */
  readonly definition: string;
  /** Of the values, by which one changed answer is found again. */
  readonly sums: PowerSums;
}

/** What was found when a frozen table was made again at its own cut. */
export interface Recheck {
  readonly frozen: FrozenTable;
  /** All numbers are the same to the last digit. */
  readonly isSame: boolean;
  readonly differences: readonly NumberDifference[];
  /** What changed behind the numbers, named; there may be some although no number moved. */
  readonly causes: readonly ChangeCause[];
}

/** One number of a table that is not what was told. */
export interface NumberDifference {
  /** `J5 4 instytucja:polnoc share`: block, row, column and what it is. */
  readonly place: string;
  readonly told: number | string | null;
  readonly found: number | string | null;
}

export type ChangeCause =
  /** Between these response numbers, both included; of an imported wave: rows of its file, from 1. */
  | {
      readonly kind: 'answers' | 'weight';
      readonly variable: string;
      readonly responses: readonly { readonly from: number; readonly to: number }[];
    }
  /** Other codes, labels or another version of a derived variable. */
  | { readonly kind: 'definition'; readonly variable: string }
  | { readonly kind: 'gone'; readonly variable: string }
  | { readonly kind: 'respondents'; readonly told: number; readonly found: number }
  /** The kept table itself is not the one that was told. */
  | { readonly kind: 'record' };

/** A frozen table beside the same request asked of all answers there are now. */
export interface TableToday {
  readonly frozen: FrozenTable;
  /** Null when it cannot be asked any more: a variable or a data set is gone, or the filter tells of few. */
  readonly today: GivenTable | null;
  /** Shares, means and scores shown in both: how many there are, how many moved, and the largest move. */
  readonly moved: { readonly numbers: number; readonly changed: number; readonly largest: number };
}
