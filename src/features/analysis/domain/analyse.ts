import { recommendationSummary } from '../../../statistics';
import type { CodedColumn, Column } from './columns/column';
import { compareGroups } from './compare-groups';
import { keyOf, type AnswerSource } from './dataset';
import type { Measured } from './disclosure/disclose';
import { measureDistribution } from './measures/distribution';
import { measureMultipleChoice } from './measures/multiple-choice';
import { measureRanking } from './measures/ranking';
import { measureRecommendation } from './measures/recommendation';
import { measureRemainder, remainderByPlace, respondentsByPlace } from './measures/remainder';
import { sourcesOf, type Question } from './questions/question';
import type { MeasuredQuestion, QuestionResult } from './results';
import type { Base } from './tallies/counted';
import { answeredBy, sumTally } from './tallies/tally';
import { split, type View } from './view';

type Asked<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

/** Answers to one question in a view: measured, disclosed, compared, with what must be said of earlier versions. */
export const analyse = (view: View, question: Question): QuestionResult => ({
  ...measure(view, question),
  isSensitive: view.dataset.isSensitive(sourcesOf(question)),
  notices: view.dataset.notices(sourcesOf(question)),
});

const measure = (view: View, question: Question): MeasuredQuestion => {
  switch (question.kind) {
    case 'ratings':
      return analyseRatings(view, question);
    case 'choice': {
      const column = coded(view, question.sources);
      const result = splitTally(view, question, question.sources, (sums) => measureDistribution(column, sums));
      return { kind: 'choice', question, choices: column.choices, ...result };
    }
    case 'multiple': {
      const { choices } = expectKind(view.dataset.column(question.sources), 'multiple');
      const result = splitTally(view, question, question.sources, measureMultipleChoice);
      return { kind: 'multiple', question, choices, ...result };
    }
    case 'recommendation':
      return analyseRecommendation(view, question);
    case 'ranking': {
      const column = expectKind(view.dataset.column(question.sources), 'ranking');
      const result = splitTally(view, question, question.sources, (sums) => measureRanking(column, sums));
      return { kind: 'ranking', question, choices: column.choices, most: column.most, ...result };
    }
    case 'remainder':
      return analyseRemainder(view, question);
  }
};

const analyseRatings = (view: View, question: Asked<'ratings'>): MeasuredQuestion => {
  const rows = question.rows.map((row) => {
    const column = coded(view, row.sources);
    const result = splitTally(view, question, row.sources, (sums) => measureDistribution(column, sums));
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
  const result = splitTally(view, question, question.sources, (sums) => measureRecommendation(column, sums));
  const comparisons = compareGroups([{ row: question.id, groups: result.groups }], (counts) =>
    recommendationSummary(counts),
  );
  return { kind: 'recommendation', question, ...result, comparisons };
};

const analyseRemainder = (view: View, question: Asked<'remainder'>): MeasuredQuestion => {
  const key = `${keyOf(question.part)}/${keyOf(question.whole)}`;
  const columns = [
    expectKind(view.dataset.column(question.whole), 'number'),
    expectKind(view.dataset.column(question.part), 'number'),
  ] as const;
  const base: Base = {
    key,
    countIn: (counted) => respondentsByPlace(remainderByPlace(counted, key, columns)),
    isAboutInstitution: question.isAboutInstitution,
    isSensitive: view.dataset.isSensitive([...question.part, ...question.whole]),
  };
  const sums = remainderByPlace(view.counted, key, columns);
  return { kind: 'remainder', question, ...split(view, base, (places) => measureRemainder(sums, places)) };
};

/** Splits a question whose answers have been counted by place. */
const splitTally = <Counts, Estimates>(
  view: View,
  { isAboutInstitution }: Question,
  sources: readonly AnswerSource[],
  measure: (sums: Uint32Array) => Measured<Counts, Estimates>,
) => {
  const tally = view.counted.tally(sources);
  const base: Base = {
    key: keyOf(sources),
    countIn: (counted) => answeredBy(counted.tally(sources)),
    isAboutInstitution,
    isSensitive: view.dataset.isSensitive(sources),
  };
  return split(view, base, (places) => measure(sumTally(tally, places)));
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
