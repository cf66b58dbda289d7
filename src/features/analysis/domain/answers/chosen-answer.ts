import type { CompiledVersion } from '../../../questionnaires/domain';
import type { CodedColumn, Column, MultipleColumn } from '../columns/column';
import type { Dataset } from '../dataset';
import type { AnswerFilter } from '../dimensions';
import { planQuestions } from '../questions/plan-questions';
import { latestOf, planRemoved } from '../questions/plan-removed';
import type { Question } from '../questions/question';
import type { AnswerSplit } from '../tallies/counted';

/** One answer by which everything else can be filtered. */
export interface ChosenAnswer {
  readonly question: Extract<Question, { readonly kind: 'choice' | 'multiple' }>;
  /** The answer as printed. */
  readonly label: string;
  readonly split: AnswerSplit;
  /** Its value in the split. */
  readonly value: number;
}

/** Every question that a page of results tells of, those no longer asked after the others. */
export const questionsOfPage = (dataset: Dataset, versions: readonly CompiledVersion[]): readonly Question[] => [
  ...planQuestions(latestOf(versions)),
  ...planRemoved(dataset, versions),
];

/**
 * The answer that a filter names; null where the page has no such answer, or where it is to a sensitive question: nobody is
 * told apart by these.
 */
export const chosenAnswer = (
  dataset: Dataset,
  versions: readonly CompiledVersion[],
  filter: AnswerFilter,
): ChosenAnswer | null => {
  const question = questionsOfPage(dataset, versions).find(({ id }) => id === filter.question);
  if (question?.kind !== 'choice' && question?.kind !== 'multiple') return null;
  if (dataset.isSensitive(question.sources)) return null;
  const column = dataset.column(question.sources);
  if (column.kind !== 'coded' && column.kind !== 'multiple') return null;
  const place = column.choices.findIndex(({ code }) => code === filter.choice);
  const choice = column.choices[place];
  if (choice === undefined) return null;
  const { id } = question;
  return column.kind === 'coded'
    ? { question, label: choice.label, split: splitByChoice(id, column), value: place }
    : { question, label: choice.label, split: splitByMark(`${id}:${choice.code}`, column, place), value: 0 };
};

const NOT_REACHED = 95;
const NOT_ASKED = 96;

/** One value for each choice. */
const splitByChoice = (key: string, { choices, values, states }: CodedColumn): AnswerSplit => ({
  key,
  answers: choices.length,
  values: readValues(states, choices.length, (at) => values[at] ?? 0),
});

/** Chosen, or answered otherwise. */
const splitByMark = (key: string, { marks, states }: MultipleColumn, option: number): AnswerSplit => ({
  key,
  answers: 2,
  values: readValues(states, 2, (at) => (marks[option]?.[at] === 1 ? 0 : 1)),
});

const readValues = (states: Column['states'], answers: number, valueAt: (at: number) => number): Uint16Array => {
  const values = new Uint16Array(states.length);
  for (let at = 0; at < values.length; at += 1) {
    const state = states[at] ?? NOT_ASKED;
    if (state === 0) values[at] = valueAt(at);
    else values[at] = state === NOT_REACHED || state === NOT_ASKED ? answers + 1 : answers;
  }
  return values;
};
