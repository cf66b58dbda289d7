import { faultOf, faultOfSilence, isAnswered } from './check-answer';
import type { CompiledVersion } from './compile-version';
import type { AnswerSheet } from './definition';
import type { Field } from './field';
import { issueAt, unknownField, type Fault, type Issue } from './issue';
import { pathThrough, type Path } from './path';
import { faultOfBoundAt } from './read-page';

/** Everything wrong with a whole sheet, in the order of asking: what stands between a respondent and the last "Wyślij". */
export const checkSheet = (compiled: CompiledVersion, answers: AnswerSheet): readonly Issue[] => {
  const path = pathThrough(compiled, answers);
  const asked = compiled.fields.filter((field) => path.asked.has(field.code));
  return [
    ...asked.flatMap((field) => {
      const fault = faultAt(compiled, field, path);
      return fault === null ? [] : [issueAt(field, fault)];
    }),
    ...Object.keys(answers)
      .filter((code) => !compiled.fieldByCode.has(code))
      .map(unknownField),
  ];
};

const faultAt = (compiled: CompiledVersion, field: Field, path: Path): Fault | null => {
  const answer = path.answers[field.code];
  if (!isAnswered(field, answer)) return faultOfSilence(field);
  return faultOf(field, answer) ?? faultOfBoundAt(compiled, field, answer, path);
};
