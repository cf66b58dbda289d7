import { runAtOnce, type Steps } from '../../../platform/take-turns';
import type { CompiledVersion } from '../../questionnaires/domain';
import { analyse } from './analyse';
import { chosenAnswer, type ChosenAnswer } from './answers/chosen-answer';
import type { AnswerSource, Dataset } from './dataset';
import type { Dimensions, ResultsFilter } from './dimensions';
import type { Disclosed } from './disclosure/disclose';
import { coordinationQuestion, keyFigures, sizeOf, type KeyFigures } from './key-figures';
import { planQuestions } from './questions/plan-questions';
import { latestOf, planRemoved } from './questions/plan-removed';
import { SECTIONS, sourcesOf, type Question, type Section } from './questions/question';
import type { QuestionResult } from './results';
import { narrowView, openView, type View } from './view';

/** Everything a page of results says, disclosed. */
export interface Results extends Dimensions {
  readonly filter: ResultsFilter;
  /** Respondents in view. */
  readonly size: Disclosed<null, null>;
  /** Last day on which an answer came. */
  readonly dataCut: string | null;
  /** The answer by which everything is filtered, as printed; null = whatever answer. */
  readonly answer: { readonly codes: string; readonly label: string } | null;
  /** True when the answer tells apart too few people to be a filter. */
  readonly isAnswerRefused: boolean;
  /** Questions of other questionnaires, which nobody who gave the answer was asked. */
  readonly leftOut: number;
  /** Null when the group in view is too small to be shown. */
  readonly keyFigures: KeyFigures | null;
  readonly sections: readonly { readonly section: Section; readonly questions: readonly QuestionResult[] }[];
}

/**
 * @param versions every published version: the latest of each questionnaire says what is told and in which words; what it
 *                 no longer asks is told after that, as long as there are answers
 */
export const analyseAll = (dataset: Dataset, versions: readonly CompiledVersion[], filter: ResultsFilter): Results =>
  runAtOnce(analyseInSteps(dataset, versions, filter));

/**
 * The same, question by question.
 *
 * @throws RangeError if the filter names what the page does not have: the edge has checked it
 */
export function* analyseInSteps(
  dataset: Dataset,
  versions: readonly CompiledVersion[],
  filter: ResultsFilter,
): Steps<Results> {
  const { groups, subregions, clientTypes, dataCut } = dataset;
  const broad = openView(dataset, filter);
  const answer = filter.answer && chosenAnswer(dataset, versions, filter.answer);
  if (filter.answer !== null && answer === null) throw new RangeError('No such answer');
  yield;
  const view = answer === null ? broad : narrowView(broad, answer);
  const size = sizeOf(view);
  const shared = { groups, subregions, clientTypes, dataCut, filter, size, answer: answer && toldOf(answer) };
  if (size.level === 'hidden') {
    const isRefused = answer !== null && sizeOf(broad).level !== 'hidden';
    return { ...shared, isAnswerRefused: isRefused, leftOut: 0, keyFigures: null, sections: [] };
  }
  const latest = latestOf(versions);
  const planned = planQuestions(latest);
  const removedBefore = planRemoved(dataset, versions);
  const questions = planned.filter(isTold(answer));
  yield;
  // The question that filters is told as if it did not: its other answers are what one may click next.
  const viewFor = ({ id }: Question): View => (id === answer?.question.id ? broad : view);
  const asked = yield* analyseEach(viewFor, questions);
  const removed = yield* analyseEach(viewFor, removedBefore.filter(isTold(answer)));
  const results = [...asked, ...removed];
  const sections = SECTIONS.map((section) => ({
    section,
    questions: results.filter(({ question }) => question.section === section),
  }));
  return {
    ...shared,
    isAnswerRefused: false,
    leftOut: planned.length + removedBefore.length - results.length,
    keyFigures: keyFigures(view, asked, coordinationQuestion(questions, latest)),
    sections: sections.filter((section) => section.questions.length > 0),
  };
}

/** Who answered one questionnaire was asked nothing of another. */
const isTold =
  (answer: ChosenAnswer | null) =>
  (question: Question): boolean =>
    answer === null ||
    sourcesOf(question).some(({ questionnaire }) =>
      answer.question.sources.some((source) => source.questionnaire === questionnaire),
    );

const toldOf = ({ question, label }: ChosenAnswer): Results['answer'] => ({ codes: question.codes, label });

const talliedOf = (question: Question): readonly (readonly AnswerSource[])[] => {
  if (question.kind === 'ratings') return question.rows.map(({ sources }) => sources);
  return question.kind === 'remainder' ? [] : [question.sources];
};

function* analyseEach(
  viewFor: (question: Question) => View,
  questions: readonly Question[],
): Steps<readonly QuestionResult[]> {
  const results: QuestionResult[] = [];
  for (const question of questions) {
    const view = viewFor(question);
    // Counting many answers is the long part: row by row, so that no step is long.
    for (const sources of talliedOf(question)) {
      view.counted.tally(sources);
      yield;
    }
    results.push(analyse(view, question));
    yield;
  }
  return results;
}
