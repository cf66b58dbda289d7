import type { ExpressionFault } from '../../../questionnaires/domain';

export type DerivationFaultKind =
  /** Of sources: nothing can be worked out. */
  | 'source-gone'
  | 'source-kind'
  | 'chain-too-deep'
  | 'too-heavy'
  | 'cycle'
  /** Of what was typed. */
  | 'name-form'
  | 'name-taken'
  | 'label-empty'
  | 'label-long'
  | 'no-groups'
  | 'too-many-groups'
  | 'group-label'
  | 'group-code'
  | 'group-code-repeated'
  | 'group-value'
  | 'group-unused'
  | 'unassigned'
  | 'band-number'
  | 'band-order'
  | 'band-overlap'
  | 'items-few'
  | 'items-differ'
  | 'least'
  | 'no-options'
  | 'answer-labels'
  | 'expression-empty'
  | 'reference-unknown'
  | 'reference-text'
  | 'answer-unknown'
  | 'own-answer'
  | 'today'
  | ExpressionFault;

/** Why a definition cannot be taken, or a variable not worked out; sentences stand in `variables:fault.<kind>`. */
export interface DerivationFault {
  readonly kind: DerivationFaultKind;
  /** Which part of the definition: `name`, `group-2`, `assignment-0`, `band-1`, `items`, `expression` … */
  readonly field: string;
  /** In an expression, counted from 1. */
  readonly character?: number;
  readonly details: Readonly<Record<string, string | number>>;
}

export const faultOf = (
  kind: DerivationFaultKind,
  field: string,
  details: DerivationFault['details'] = {},
): DerivationFault => ({ kind, field, details });
