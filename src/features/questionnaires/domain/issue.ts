import type { CompiledItem } from './compile-version';
import type { Field, FieldKind } from './field';

export type IssueKind =
  | 'required'
  | 'row-missing'
  | 'unknown-choice'
  | 'repeated-choice'
  | 'too-many'
  | 'not-a-number'
  | 'not-whole'
  | 'out-of-range'
  | 'above-other'
  | 'too-long'
  | 'not-a-date'
  | 'too-early'
  | 'too-late'
  | 'not-an-email'
  | 'email-without-at'
  | 'not-a-part'
  | 'sum-too-small'
  | 'sum-too-large'
  | 'constraint'
  | 'unknown-field';

/** What is wrong with an answer, before anyone says where. */
export interface Fault {
  readonly kind: IssueKind;
  /** Values for the sentence; `count` chooses its plural form. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Something the respondent has to mend, as data; its sentence stands in the locale file. */
export interface Issue extends Fault {
  readonly field: string;
  /** Item and page of the field; null for a field that the version does not have. */
  readonly item: string | null;
  readonly page: number | null;
  readonly fieldKind: FieldKind | null;
}

export const issueAt = (field: Field, { kind, details }: Fault): Issue => ({
  field: field.code,
  item: field.item.code,
  page: field.page,
  fieldKind: field.kind,
  kind,
  details,
});

/** About all parts of a sum together. */
export const issueAtSum = ({ item, page }: CompiledItem, { kind, details }: Fault): Issue => ({
  field: item.code,
  item: item.code,
  page,
  fieldKind: 'part',
  kind,
  details,
});

export const unknownField = (code: string): Issue => ({
  field: code,
  item: null,
  page: null,
  fieldKind: null,
  kind: 'unknown-field',
  details: {},
});

/** Key of the issue's sentence, to be filled with its details: `questionnaires:issues.too-many`. */
export const issueTextKey = ({ kind, fieldKind, details }: Issue): string => {
  if (kind === 'required') return `questionnaires:issues.required.${fieldKind ?? 'single'}`;
  if (kind === 'constraint' && details['text'] !== '') return 'questionnaires:issues.constraint-own';
  return `questionnaires:issues.${kind}`;
};
