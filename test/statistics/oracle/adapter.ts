/** One reference result computed with R; the fields are described in the oracle's README. */
export interface OracleEntry {
  readonly id: string;
  readonly method: string;
  readonly dataset: string | null;
  readonly variables: Readonly<Record<string, string | readonly string[] | null>>;
  readonly filter: readonly { readonly var: string; readonly op: string; readonly value?: unknown }[] | null;
  readonly weights: string | null;
  readonly missing: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
  readonly tolerance_class: string;
  readonly note?: string;
  readonly target_method?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** A variable of the code book. */
export interface OracleVariable {
  readonly name: string;
  readonly scale: string;
  /** Codes in the order used for tables and ordinal scores; empty when the code book lists none. */
  readonly codes: readonly (number | string)[];
}

/** A data set after the entry's filter; a missing value is null. */
export interface OracleData {
  readonly rows: number;
  /** Numbers of a numeric variable. */
  numbers(name: string): readonly (number | null)[];
  /** Codes of a categorical variable, as the code book types them. */
  codes(name: string): readonly (number | string | null)[];
  variable(name: string): OracleVariable;
  /** Weights of the entry (frequency variable or weight); all 1 when there are none. */
  weights(): readonly (number | null)[];
  /** The same data without rows in which one of these variables (or the weight) is missing. */
  complete(names: readonly string[]): OracleData;
}

/**
 * Computes one method with our functions and returns it under the oracle's field names. A field of the reference that the
 * adapter does not return fails the entry. `data` is null when the input stands in `params`.
 */
export type OracleAdapter = (entry: OracleEntry, data: OracleData | null) => Readonly<Record<string, unknown>>;

/** A degenerate case: what a careful program reports. */
export interface DegenerateOutcome {
  readonly status: 'value' | 'value_with_warning' | 'undefined' | 'error';
  readonly values: Readonly<Record<string, unknown>> | null;
}

export type DegenerateAdapter = (input: Readonly<Record<string, unknown>>, entry: OracleEntry) => DegenerateOutcome;

export interface OracleTopic {
  readonly methods: Readonly<Record<string, OracleAdapter>>;
  /** By `target_method` of the entries in reference/degenerate.json. */
  readonly degenerate: Readonly<Record<string, DegenerateAdapter>>;
}
