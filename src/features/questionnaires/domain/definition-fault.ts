import type { FaultDetails } from './expression';

export type DefinitionFaultKind =
  // Size
  | 'too-many-pages'
  | 'too-many-items'
  | 'too-many-choices'
  | 'too-many-rows'
  | 'too-many-fields'
  | 'text-too-long'
  // Shape
  | 'nothing-asked'
  | 'page-twice'
  | 'page-empty'
  | 'code-twice'
  | 'comparison-code-twice'
  | 'code-form'
  | 'no-text'
  | 'too-few-choices'
  | 'choice-twice'
  | 'choice-code'
  | 'choice-without-label'
  | 'two-other-texts'
  | 'no-rows'
  | 'row-without-text'
  | 'point-without-value'
  | 'exclusive-in-single'
  | 'most-impossible'
  | 'missing-not-exclusive'
  | 'no-number-between'
  | 'no-text-short-enough'
  | 'not-a-day'
  | 'no-day-between'
  | 'total-not-positive'
  | 'consent-without-label'
  | 'constraint-without-answer'
  | 'repeat-empty'
  | 'repeat-in-repeat'
  | 'repeat-over'
  | 'repeat-most'
  // Expressions and references
  | 'expression'
  | 'own-outside-constraint'
  | 'reference-unknown'
  | 'reference-later'
  | 'reference-itself'
  | 'reference-cycle'
  | 'no-such-choice'
  | 'bound'
  | 'text-reference';

/** Something that keeps a definition from being asked, as data; its sentence is `questionnaires:fault.<kind>`. */
export interface DefinitionFault {
  /** Item or field it stands at; null for pages and the whole. */
  readonly code: string | null;
  readonly kind: DefinitionFaultKind;
  /** Values for the sentence. */
  readonly details: FaultDetails;
  /** Of an expression: where reading failed, from 1. */
  readonly character?: number;
}

export const fault = (code: string | null, kind: DefinitionFaultKind, details: FaultDetails = {}): DefinitionFault => ({
  code,
  kind,
  details,
});

type Translate = (key: string, values: FaultDetails) => string;

/** The sentence of a fault in the language of `t`; that of an expression tells the reason and the character. */
export const faultSentence = (t: Translate, { kind, details, character = 0 }: DefinitionFault): string => {
  if (kind !== 'expression') return t(`questionnaires:fault.${kind}`, details);
  const reason = t(`questionnaires:expression.${details['reason'] ?? ''}`, details);
  return t('questionnaires:fault.expression', { ...details, reason, character });
};
