import { isAnswered, isMissing } from './check-answer';
import type { CompiledItem, CompiledVersion } from './compile-version';
import type { Answer, AnswerSheet, MissingCode } from './definition';
import { referencesOf, type Expression } from './expression';
import type { Field } from './field';
import { pathThrough } from './path';

/**
 * A sheet with every field of the version, each silence with its reason: 96 routing did not ask it, 99 asked and left
 * empty, 95 the respondent left before it. A field behind the break-off is 96 when the answers given rule it out already.
 * A calculated value that comes to nothing was not asked of anyone: 96, or 95 when an answer it needs was not reached.
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
  const reasonFor = (item: CompiledItem, field: Field): MissingCode => {
    if (path.asked.has(field.code)) return field.page > reachedPage ? 95 : 99;
    return dependsOnUnreached(expressionsOf(item, field), sheet) ? 95 : 96;
  };
  let behindEnd: MissingCode | null = null;
  for (const item of compiled.items) {
    for (const field of item.fields) {
      const answer = path.answers[field.code];
      sheet[field.code] = isAnswered(field, answer) ? answer : { missing: behindEnd ?? reasonFor(item, field) };
    }
    if (item === path.end) behindEnd = dependsOnUnreached([item.shownIf], sheet) ? 95 : 96;
  }
  return sheet;
};

const expressionsOf = (item: CompiledItem, field: Field): readonly (Expression | null)[] => [
  item.shownIf,
  field.shownIf,
  field.kind === 'calculated' ? field.expression : null,
];

/** Whether it could still have come out otherwise: an expression looks at an answer that the respondent did not come to. */
const dependsOnUnreached = (expressions: readonly (Expression | null)[], sheet: AnswerSheet): boolean =>
  expressions
    .flatMap((expression) => (expression === null ? [] : referencesOf(expression)))
    .some((code) => {
      const answer = sheet[code];
      return isMissing(answer) && answer.missing === 95;
    });
