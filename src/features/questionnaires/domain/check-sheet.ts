import { faultOf, faultOfSilence, isAnswered } from './check-answer';
import { faultBesideOthers, readSum } from './check-beside-others';
import type { CompiledItem, CompiledVersion } from './compile-version';
import type { AnswerSheet } from './definition';
import type { Field } from './field';
import { issueAt, issueAtSum, unknownField, type Fault, type Issue } from './issue';
import { pathThrough, type Path } from './path';

/** Everything wrong with a whole sheet, in the order of asking: what stands between a respondent and the last "Wyślij". */
export const checkSheet = (compiled: CompiledVersion, answers: AnswerSheet): readonly Issue[] => {
  const path = pathThrough(compiled, answers);
  return [
    ...compiled.items.flatMap((item) => issuesOf(compiled, item, path)),
    ...Object.keys(answers)
      .filter((code) => !compiled.fieldByCode.has(code))
      .map(unknownField),
  ];
};

const issuesOf = (compiled: CompiledVersion, item: CompiledItem, path: Path): readonly Issue[] => {
  if (!path.shown.has(item.item.code)) return [];
  const issues: Issue[] = [];
  for (const field of item.fields) {
    const fault = path.asked.has(field.code) ? faultAt(compiled, field, path) : null;
    if (fault !== null) issues.push(issueAt(field, fault));
  }
  if (item.item.kind !== 'sum' || issues.length > 0) return issues;
  const { fault } = readSum(item, path);
  return fault === null ? [] : [issueAtSum(item, fault)];
};

const faultAt = (compiled: CompiledVersion, field: Field, path: Path): Fault | null => {
  const answer = path.answers[field.code];
  if (!isAnswered(field, answer)) return faultOfSilence(field);
  return faultOf(field, answer) ?? faultBesideOthers(compiled, field, answer, path.answers);
};
