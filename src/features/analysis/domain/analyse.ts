import { recommendationSummary } from '../../../statistics';
import { isAnswered, type CodedColumn, type Column } from './columns/column';
import { compareGroups } from './compare-groups';
import { keyOf, type AnswerSource, type Base } from './dataset';
import { measureDistribution } from './measures/distribution';
import { measureMultipleChoice } from './measures/multiple-choice';
import { measureRanking } from './measures/ranking';
import { measureRecommendation } from './measures/recommendation';
import { isInRemainder, measureRemainder } from './measures/remainder';
import { sourcesOf, type Question } from './questions/question';
import type { MeasuredQuestion, QuestionResult } from './results';
import { split, type View } from './view';

type Asked<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

/** Answers to one question in a view: measured, disclosed, compared, with what must be said of earlier versions. */
export const analyse = (view: View, question: Question): QuestionResult => ({
  ...measure(view, question),
  notices: view.dataset.notices(sourcesOf(question)),
});

const measure = (view: View, question: Question): MeasuredQuestion => {
  switch (question.kind) {
    case 'ratings':
      return analyseRatings(view, question);
    case 'choice': {
      const column = coded(view, question.sources);
      const result = split(view, baseOf(view, question, question.sources), (members) =>
        measureDistribution(column, members),
      );
      return { kind: 'choice', question, choices: column.choices, ...result };
    }
    case 'multiple': {
      const column = expectKind(view.dataset.column(question.sources), 'multiple');
      const result = split(view, baseOf(view, question, question.sources), (members) =>
        measureMultipleChoice(column, members),
      );
      return { kind: 'multiple', question, choices: column.choices, ...result };
    }
    case 'recommendation':
      return analyseRecommendation(view, question);
    case 'ranking': {
      const column = expectKind(view.dataset.column(question.sources), 'ranking');
      const result = split(view, baseOf(view, question, question.sources), (members) =>
        measureRanking(column, members),
      );
      return { kind: 'ranking', question, choices: column.choices, most: column.most, ...result };
    }
    case 'remainder':
      return analyseRemainder(view, question);
  }
};

const analyseRatings = (view: View, question: Asked<'ratings'>): MeasuredQuestion => {
  const rows = question.rows.map((row) => {
    const column = coded(view, row.sources);
    const result = split(view, baseOf(view, question, row.sources), (members) => measureDistribution(column, members));
    return { row, choices: column.choices, ...result };
  });
  const comparisons = compareGroups(
    rows.map(({ row, groups }) => ({ row: row.id, groups })),
    (_counts, { mean }) => mean,
  );
  return {
    kind: 'ratings',
    question,
    choices: rows[0]?.choices ?? [],
    rows: rows.map(({ row, total, groups }) => ({ row, total, groups })),
    comparisons,
  };
};

const analyseRecommendation = (view: View, question: Asked<'recommendation'>): MeasuredQuestion => {
  const column = coded(view, question.sources);
  const result = split(view, baseOf(view, question, question.sources), (members) =>
    measureRecommendation(column, members),
  );
  const comparisons = compareGroups([{ row: question.id, groups: result.groups }], (counts) =>
    recommendationSummary(counts),
  );
  return { kind: 'recommendation', question, ...result, comparisons };
};

const analyseRemainder = (view: View, question: Asked<'remainder'>): MeasuredQuestion => {
  const whole = expectKind(view.dataset.column(question.whole), 'number');
  const part = expectKind(view.dataset.column(question.part), 'number');
  const base = {
    key: `${keyOf(question.part)}/${keyOf(question.whole)}`,
    isIn: (at: number) => isInRemainder(whole, part, at),
    isAboutInstitution: question.isAboutInstitution,
    isSensitive: view.dataset.isSensitive([...question.part, ...question.whole]),
  };
  return { kind: 'remainder', question, ...split(view, base, (members) => measureRemainder(whole, part, members)) };
};

/** Everyone who gave any answer to these fields. */
const baseOf = ({ dataset }: View, { isAboutInstitution }: Question, sources: readonly AnswerSource[]): Base => {
  const { states } = dataset.column(sources);
  return {
    key: keyOf(sources),
    isIn: (at) => isAnswered(states[at] ?? 96),
    isAboutInstitution,
    isSensitive: dataset.isSensitive(sources),
  };
};

const coded = ({ dataset }: View, sources: readonly AnswerSource[]): CodedColumn =>
  expectKind(dataset.column(sources), 'coded');

const expectKind = <Kind extends Column['kind']>(
  column: Column,
  kind: Kind,
): Extract<Column, { readonly kind: Kind }> => {
  if (column.kind !== kind) throw new Error(`Expected a ${kind} column, found ${column.kind}`);
  return column as Extract<Column, { readonly kind: Kind }>;
};
