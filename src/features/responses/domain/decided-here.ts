import { isTrue, type AnswerSheet, type CompiledVersion, type Condition } from '../../questionnaires/domain';
import { dependsOnPage } from './calculations-on-page';

/**
 * The condition, where answers on this page decide it; null where they do not, or where earlier answers rule it out whatever
 * is answered here.
 *
 * @param answers those that count, as in `pathThrough(…).answers`
 */
export const decidedHere = (
  compiled: CompiledVersion,
  pageNumber: number,
  answers: AnswerSheet,
  condition: Condition | null,
): Condition | null => {
  if (condition === null || !dependsOnPage(compiled, pageNumber, condition)) return null;
  return mayHold(compiled, pageNumber, answers, condition) ? condition : null;
};

const mayHold = (
  compiled: CompiledVersion,
  pageNumber: number,
  answers: AnswerSheet,
  condition: Condition,
): boolean => {
  const part = (inner: Condition): boolean => mayHold(compiled, pageNumber, answers, inner);
  if (condition.kind === 'and') return part(condition.left) && part(condition.right);
  if (condition.kind === 'or') return part(condition.left) || part(condition.right);
  return dependsOnPage(compiled, pageNumber, condition) || isTrue(condition, answers, { today: compiled.today });
};
