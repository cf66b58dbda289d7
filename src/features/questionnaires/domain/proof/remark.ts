/** An error stands in the way of publishing; a warning is very likely a mistake; advice is a matter of judgement. */
export type Severity = 'error' | 'warning' | 'advice';

/** What is remarked, by severity. The sentence stands in the locale file under `proof:remark.<kind>`. */
const SEVERITIES = {
  /** A fault of the definition itself; `details.fault` is its kind. */
  fault: 'error',
  'impossible-condition': 'error',
  'contradicts-routing': 'error',
  'after-end': 'error',
  'constraint-impossible': 'error',
  'dead-end': 'error',
  'bound-never-asked': 'error',
  'always-true': 'warning',
  'always-true-here': 'advice',
  'not-checked': 'advice',
  'logic-waits': 'advice',
  'translation-missing': 'warning',
  'translation-outdated': 'warning',
  'long-sentence': 'advice',
  'long-easy-sentence': 'warning',
  'two-things': 'warning',
  negation: 'advice',
  'double-negation': 'warning',
  abbreviation: 'advice',
  'many-choices': 'advice',
  'many-rows': 'advice',
  'no-way-out': 'advice',
  'longer-than-promised': 'advice',
  'required-sensitive': 'warning',
  'no-exclusive': 'advice',
} as const satisfies Readonly<Record<string, Severity>>;

export type RemarkKind = keyof typeof SEVERITIES;

export type RemarkDetails = Readonly<Record<string, string | number>>;

/** Where a remark belongs: all null for the questionnaire as a whole. */
export interface RemarkPlace {
  /** Code of the item. */
  readonly item: string | null;
  /** Code of the field where it is one row or text of the item; otherwise the item's own. */
  readonly field: string | null;
  /** Page number, from 1. */
  readonly page: number | null;
}

/** Something to mend or to think about before launch, as data. */
export interface Remark extends RemarkPlace {
  readonly severity: Severity;
  readonly kind: RemarkKind;
  /** Values for the sentence. */
  readonly details: RemarkDetails;
}

export const NOWHERE: RemarkPlace = { item: null, field: null, page: null };

export const remark = (kind: RemarkKind, place: RemarkPlace, details: RemarkDetails = {}): Remark => ({
  severity: SEVERITIES[kind],
  kind,
  item: place.item,
  field: place.field,
  page: place.page,
  details,
});

/** What an item does well: shown beside the remarks, so that a check does not only scold. */
export type PraiseKind =
  | 'one-thing'
  | 'has-not-applicable'
  | 'has-dont-know'
  | 'has-exclusive'
  | 'short-sentences'
  | 'no-negation'
  | 'translated';

/** The check of one item: what to mend, and what is well. */
export interface ItemProof {
  readonly remarks: readonly Remark[];
  readonly praises: readonly PraiseKind[];
}
