import type { EvaluationId } from '../../../platform/ids';

/** An institution as an evaluation sees it: its place, short name and fixed colour and shape in every chart. */
export interface EvaluatedInstitution {
  /** Stable: `owes-polnoc`, `owes-poludnie`, `rops`. */
  readonly code: string;
  readonly kind: 'owes' | 'rops';
  readonly name: string;
  /** As in legends: `OWES Północ`. */
  readonly shortName: string;
  readonly series: 's1' | 's2' | 's3';
  /** Powiats it serves, TERC codes of four digits; empty for the whole region. */
  readonly powiats: readonly string[];
}

/** Preliminary until fieldwork ends and the evaluator closes the study; shown on every page. */
export type ResultState = 'preliminary' | 'final';

/** The top object: one evaluation of a region's support system, with the questionnaires it runs. */
export interface Evaluation {
  readonly id: EvaluationId;
  readonly title: string;
  /** For side bars and running heads: `System wsparcia ES 2026`. */
  readonly shortTitle: string;
  readonly commissioner: string;
  /** TERC code of the region: `26`. */
  readonly wojewodztwo: string;
  readonly regionName: string;
  readonly institutions: readonly EvaluatedInstitution[];
  /** First and last day of fieldwork, `2026-10-19`. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly resultState: ResultState;
  /** Day from which results are final; absent while they are preliminary, and where it is not known. */
  readonly finalOn?: string;
  /** Groups smaller than this are never shown. */
  readonly smallestGroup: number;
  /** True for generated data; pages and files then say so. */
  readonly demonstration: boolean;
}

/** Limits of `smallestGroup`: below 3 nobody is protected, above 10 little can be shown. */
export const SMALLEST_GROUP = { least: 3, most: 10, usual: 5 } as const;

/** Who changed the protection of small groups, when and to what. */
export interface ProtectionChange {
  readonly smallestGroup: number;
  readonly by: string;
  readonly at: Date;
}

/** Who closed the results, when, and of which day. */
export interface ResultsClosing {
  readonly on: string;
  readonly by: string;
  readonly at: Date;
}
