import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { DatasetName } from '../datasets';
import type { DisclosedTable, TableRequest } from '../domain/tables';

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
  /** Power sums of the values in groups of respondents, by which one changed answer is found again. */
  readonly sums: readonly (readonly [zeroth: number, first: number])[];
}

/** What was found when a frozen table was made again at its own cut. */
export interface Recheck {
  readonly frozen: FrozenTable;
  /** All numbers are the same to the last digit. */
  readonly isSame: boolean;
  readonly differences: readonly NumberDifference[];
  /** What changed behind the numbers, named. */
  readonly causes: readonly ChangeCause[];
}

/** One number of a table that is not what was told. */
export interface NumberDifference {
  /** `blocks.0.rows.2.cells.1.share`. */
  readonly path: string;
  readonly told: number | string | boolean | null;
  readonly found: number | string | boolean | null;
}

export type ChangeCause =
  /** `respondents`: numbers of the responses in question, as far as they can be told. */
  | { readonly kind: 'answers'; readonly variable: string; readonly respondents: readonly number[] }
  | { readonly kind: 'definition'; readonly variable: string }
  | { readonly kind: 'weight'; readonly variable: string }
  | { readonly kind: 'gone'; readonly variable: string }
  | { readonly kind: 'number-of-respondents'; readonly told: number; readonly found: number };

/** A frozen table beside the same request asked of all answers there are now. */
export interface TableToday {
  readonly frozen: FrozenTable;
  /** Null when it cannot be asked any more; the reason is in `Recheck`. */
  readonly today: {
    readonly table: DisclosedTable;
    readonly dataCut: string | null;
    readonly respondents: number;
  } | null;
  /** Shares and means shown in both: how many there are, how many moved, and the largest move. */
  readonly moved: { readonly numbers: number; readonly changed: number; readonly largest: number };
}
