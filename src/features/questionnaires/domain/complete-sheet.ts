import { isAnswered, isMissing } from './check-answer';
import type { CompiledItem, CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet } from './definition';
import { referencesOf } from './expression';
import type { Field } from './field';
import { pathThrough } from './path';

/**
 * A sheet with every field of the version, each silence with its reason: 96 routing did not ask it, 99 asked and left
 * empty, 95 the respondent left before it. A field behind the break-off is 96 when the answers given rule it out already.
 *
 * @param reachedPage the furthest page the respondent sent; the last page of the version for a finished questionnaire
 */
export const completeSheet = (
  compiled: CompiledVersion,
  answers: AnswerSheet,
  { reachedPage }: { readonly reachedPage: number },
): AnswerSheet => {
  const path = pathThrough(compiled, answers);
  const sheet: Record<string, Answer> = {};
  for (const item of compiled.items)
    for (const field of item.fields) {
      const answer = path.answers[field.code];
      if (isAnswered(field, answer)) sheet[field.code] = answer;
      else if (!path.asked.has(field.code))
        sheet[field.code] = { missing: dependsOnUnreached(item, field, sheet) ? 95 : 96 };
      else sheet[field.code] = { missing: field.page > reachedPage ? 95 : 99 };
    }
  return sheet;
};

/** Whether routing could still have asked it: a condition looks at an answer that the respondent did not come to. */
const dependsOnUnreached = (item: CompiledItem, field: Field, sheet: AnswerSheet): boolean =>
  [item.shownIf, field.shownIf]
    .flatMap((condition) => (condition === null ? [] : referencesOf(condition)))
    .some((code) => {
      const answer = sheet[code];
      return isMissing(answer) && answer.missing === 95;
    });
