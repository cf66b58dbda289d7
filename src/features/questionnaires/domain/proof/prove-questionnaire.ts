import type { QuestionnaireDefinition } from '../definition';
import type { Remark, Severity } from './remark';

/** What the check before launch found. */
export interface Proof {
  /** In the order of asking, those of the whole questionnaire first. */
  readonly remarks: readonly Remark[];
}

/** Everything to mend or to think about before launch. Any draft may be proved, however unfinished; nothing is thrown. */
export const proveQuestionnaire = (_definition: QuestionnaireDefinition): Proof => ({ remarks: [] });

export const countBySeverity = ({ remarks }: Proof): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity): number => remarks.filter((remark) => remark.severity === severity).length;
  return { error: count('error'), warning: count('warning'), advice: count('advice') };
};

/** Errors stand in the way of publishing; warnings and advice do not. */
export const mayBePublished = (proof: Proof): boolean => countBySeverity(proof).error === 0;
