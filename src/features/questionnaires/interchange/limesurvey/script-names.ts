import type { LimeQuestion, LimeSurvey } from './lime-survey';
import type { ScriptName } from './translate-script';

export const MULTIPLE = new Set(['M', 'P']);
export const TABLES = new Set(['F', 'A', 'B', 'C', 'E', 'H']);
export const SEVERAL = new Set(['K', 'Q']);

/** Name of a row or of one of several fields: LimeSurvey's own, `K1_SQ001`. */
export const rowName = (question: LimeQuestion, row: LimeQuestion): string => `${question.code}_${row.code}`;
export const otherName = ({ code }: LimeQuestion): string => `${code}_other`;

/** All names that scripts of the survey may mention. */
export const scriptNames = (
  survey: LimeSurvey,
  questions: readonly LimeQuestion[],
): ((name: string) => ScriptName | null) => {
  const names = new Map<string, ScriptName>();
  for (const question of questions) {
    names.set(question.code, { kind: 'answer', code: question.code });
    names.set(otherName(question), { kind: 'answer', code: otherName(question) });
    for (const row of survey.subquestionsOf(question.id)) {
      const name = rowName(question, row);
      if (MULTIPLE.has(question.type)) names.set(name, { kind: 'box', code: question.code, choice: row.code });
      else names.set(name, { kind: 'answer', code: name });
    }
  }
  return (name) => names.get(name) ?? null;
};
