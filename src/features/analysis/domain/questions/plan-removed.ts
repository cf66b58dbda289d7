import type { CompiledVersion } from '../../../questionnaires/domain';
import { isAnswered } from '../columns/column';
import type { Dataset } from '../dataset';
import { questionsOf } from './plan-questions';
import { sourcesOf, type Question } from './question';

/** The newest version of each questionnaire. */
export const latestOf = (versions: readonly CompiledVersion[]): readonly CompiledVersion[] => {
  const latest = new Map<string, CompiledVersion>();
  for (const version of versions) {
    const { code, version: number } = version.definition;
    if (number > (latest.get(code)?.definition.version ?? 0)) latest.set(code, version);
  }
  return [...latest.values()];
};

/**
 * Questions, or rows of a battery, that the newest version of their questionnaire no longer asks and that people have
 * answered: their results stay within reach. They are joined with nothing.
 */
export const planRemoved = (
  dataset: Pick<Dataset, 'column'>,
  versions: readonly CompiledVersion[],
): readonly Question[] =>
  latestOf(versions).flatMap((latest) => {
    const known = new Set(latest.fieldByCode.keys());
    return olderThan(latest, versions).flatMap((version) => {
      const removed = questionsOf(version).flatMap((question) => restOf(question, known, version));
      for (const code of version.fieldByCode.keys()) known.add(code);
      return removed.flatMap((question) => answeredPart(question, dataset));
    });
  });

/** Earlier versions of the same questionnaire, the newest first. */
const olderThan = ({ definition }: CompiledVersion, versions: readonly CompiledVersion[]) =>
  versions
    .filter((other) => other.definition.code === definition.code && other.definition.version < definition.version)
    .sort((a, b) => b.definition.version - a.definition.version);

/** What of a question no later version asks. */
const restOf = (
  question: Question,
  known: ReadonlySet<string>,
  { definition }: CompiledVersion,
): readonly Question[] => {
  const isGone = (field: string): boolean => !known.has(field);
  const id = `${question.id}-v${definition.version}`;
  if (question.kind === 'ratings') {
    const rows = question.rows.filter(({ sources }) => sources.every(({ field }) => isGone(field)));
    return rows.length === 0 ? [] : [{ ...question, id, rows }];
  }
  const own = question.kind === 'remainder' ? question.part : question.sources;
  return own.every(({ field }) => isGone(field)) ? [{ ...question, id }] : [];
};

const answeredPart = (question: Question, dataset: Pick<Dataset, 'column'>): readonly Question[] => {
  const hasAnswers = (part: Question): boolean =>
    sourcesOf(part).some((source) => dataset.column([source]).states.some(isAnswered));
  if (question.kind !== 'ratings') return hasAnswers(question) ? [question] : [];
  const rows = question.rows.filter((row) => hasAnswers({ ...question, rows: [row] }));
  return rows.length === 0 ? [] : [{ ...question, rows }];
};
