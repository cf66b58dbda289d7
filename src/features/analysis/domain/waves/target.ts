import type { Variable } from '../variables/variable';

/** A question of ours to which a column of a wave may correspond. */
export interface Target {
  readonly questionnaire: string;
  readonly field: string;
  readonly variable: Variable;
}

/** `owes-clients/Z3`: how forms and drafts name a target. */
export const targetKey = ({ questionnaire, field }: Pick<Target, 'questionnaire' | 'field'>): string =>
  `${questionnaire}/${field}`;

/** Everything by which the target is known: its label, and the statement of a battery row without its question. */
export const wordingsOf = ({ label, origin }: Pick<Variable, 'label' | 'origin'>): readonly string[] =>
  origin?.kind === 'item' && origin.row !== null ? [label, origin.row] : [label];

export const comparisonCodeOf = ({ origin }: Pick<Variable, 'origin'>): string | null => {
  if (origin?.kind === 'item') return origin.comparisonCode;
  return origin?.kind === 'wave' ? (origin.match?.comparisonCode ?? null) : null;
};
