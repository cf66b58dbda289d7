import { recommendationSummary } from '../../../statistics';
import { isAnswered, type CodedColumn, type Column } from './columns/column';
import { compareGroups } from './compare-groups';
import { cellOf, keyOf, type AnswerSource, type Dataset } from './dataset';
import type { ResultsFilter } from './dimensions';
import { disclose, type Disclosed, type Measured } from './disclosure/disclose';
import { ALL } from './disclosure/lattice';
import { measureDistribution } from './measures/distribution';
import { measureMultipleChoice } from './measures/multiple-choice';
import { measureRanking } from './measures/ranking';
import { measureRecommendation } from './measures/recommendation';
import { isInRemainder, measureRemainder } from './measures/remainder';
import type { Question } from './questions/question';
import type { QuestionResult, Split } from './results';

/** A part of a dataset under one filter: the cell of everyone in view, and one cell per institution. */
export interface View {
  readonly dataset: Dataset;
  readonly cell: readonly number[];
  readonly members: Uint32Array;
  readonly groups: readonly {
    readonly code: string;
    readonly place: number;
    readonly cell: readonly number[];
    readonly members: Uint32Array;
  }[];
}

export const openView = (dataset: Dataset, filter: ResultsFilter): View => {
  const cell = cellOf(dataset, filter);
  const groups = dataset.groups.flatMap(({ code }, place) => {
    if (cell[0] !== ALL && cell[0] !== place) return [];
    const own = [place, ...cell.slice(1)];
    return [{ code, place, cell: own, members: dataset.members(own) }];
  });
  return { dataset, cell, members: dataset.members(cell), groups };
};

/** Answers to one question in a view: measured, disclosed, compared. */
export const analyse = (view: View, question: Question): QuestionResult => {
  switch (question.kind) {
    case 'ratings':
      return analyseRatings(view, question);
    case 'choice': {
      const column = coded(view, question.sources);
      return {
        kind: 'choice',
        question,
        choices: column.choices,
        ...split(view, question.sources, (members) => measureDistribution(column, members)),
      };
    }
    case 'multiple': {
      const column = expectKind(view.dataset.column(question.sources), 'multiple');
      return {
        kind: 'multiple',
        question,
        choices: column.choices,
        ...split(view, question.sources, (members) => measureMultipleChoice(column, members)),
      };
    }
    case 'recommendation': {
      const column = coded(view, question.sources);
      const result = split(view, question.sources, (members) => measureRecommendation(column, members));
      const comparisons = compareGroups([{ row: question.id, groups: result.groups }], (counts) =>
        recommendationSummary(counts),
      );
      return { kind: 'recommendation', question, ...result, comparisons };
    }
    case 'ranking': {
      const column = expectKind(view.dataset.column(question.sources), 'ranking');
      return {
        kind: 'ranking',
        question,
        choices: column.choices,
        most: column.most,
        ...split(view, question.sources, (members) => measureRanking(column, members)),
      };
    }
    case 'remainder':
      return analyseRemainder(view, question);
  }
};

type Asked<Kind extends Question['kind']> = Extract<Question, { readonly kind: Kind }>;

const analyseRatings = (view: View, question: Asked<'ratings'>): QuestionResult => {
  const rows = question.rows.map((row) => {
    const column = coded(view, row.sources);
    return {
      row,
      choices: column.choices,
      ...split(view, row.sources, (members) => measureDistribution(column, members)),
    };
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

const analyseRemainder = (view: View, question: Asked<'remainder'>): QuestionResult => {
  const whole = expectKind(view.dataset.column(question.whole), 'number');
  const part = expectKind(view.dataset.column(question.part), 'number');
  const isIn = (at: number): boolean => isInRemainder(whole, part, at);
  const key = `${keyOf(question.part)}/${keyOf(question.whole)}`;
  return {
    kind: 'remainder',
    question,
    ...splitBy(view, key, isIn, (members) => measureRemainder(whole, part, members)),
  };
};

const split = <Counts, Estimates>(
  view: View,
  sources: readonly AnswerSource[],
  measure: (members: Uint32Array) => Measured<Counts, Estimates>,
): Split<Disclosed<Counts, Estimates>> => {
  const { states } = view.dataset.column(sources);
  return splitBy(view, keyOf(sources), (at) => isAnswered(states[at] ?? 96), measure);
};

/** @param isIn who is in the base: groups that no one of the whole dataset is in were not asked and are left out */
const splitBy = <Counts, Estimates>(
  { dataset, cell, members, groups }: View,
  key: string,
  isIn: (at: number) => boolean,
  measure: (members: Uint32Array) => Measured<Counts, Estimates>,
): Split<Disclosed<Counts, Estimates>> => {
  const protection = dataset.protection(key, isIn);
  const { smallestGroup } = dataset.evaluation;
  return {
    total: disclose(measure(members), protection.isHidden(cell), smallestGroup),
    groups: groups
      .filter(({ place }) => protection.concerns(place))
      .map((group) => ({
        group: group.code,
        result: disclose(measure(group.members), protection.isHidden(group.cell), smallestGroup),
      })),
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
