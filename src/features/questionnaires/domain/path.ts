import type { Answer, AnswerSheet, AskedItem } from './definition';
import { pageAt, type CompiledItem, type CompiledPage, type CompiledVersion } from './compile-version';
import { evaluate, isTrue, type Condition, type Expression, type Moment } from './expression';

/** The way of one respondent through a version, given the answers so far. */
export interface Path {
  /** Codes of the items that are shown, information included. */
  readonly shown: ReadonlySet<string>;
  /** Codes of the fields that are asked. */
  readonly asked: ReadonlySet<string>;
  /** Answers to fields that are asked; what was answered on an abandoned branch counts for nothing. */
  readonly answers: AnswerSheet;
  /** The text that ends the questionnaire for this respondent; null when nothing does before its last page. */
  readonly end: CompiledItem | null;
}

export const pathThrough = (compiled: CompiledVersion, answers: AnswerSheet): Path => {
  const shown = new Set<string>();
  const asked = new Set<string>();
  const counted: Record<string, Answer> = {};
  const moment: Moment = { today: compiled.today };
  for (const compiledItem of compiled.items) {
    const { item, shownIf, fields } = compiledItem;
    if (!holds(shownIf, counted, moment)) continue;
    let isShown = item.kind === 'information';
    for (const field of fields) {
      if (field.kind === 'calculated') {
        workOut(field.code, field.expression, counted, moment);
        continue;
      }
      if (!holds(field.shownIf, counted, moment)) continue;
      isShown = true;
      asked.add(field.code);
      const answer = answers[field.code];
      if (answer !== undefined) counted[field.code] = answer;
    }
    if (isShown) shown.add(item.code);
    if (item.kind === 'information' && item.ends) return { shown, asked, answers: counted, end: compiledItem };
  }
  return { shown, asked, answers: counted, end: null };
};

/** A condition that holds is stored as 1, one that does not as 0; what comes to nothing is no answer. */
const workOut = (code: string, expression: Expression, counted: Record<string, Answer>, moment: Moment): void => {
  const value = evaluate(expression, counted, moment);
  if (typeof value === 'string') {
    if (value !== '') counted[code] = value;
    return;
  }
  const number = Number(value);
  // Twelve digits: 0.1 + 0.2 is 0.3 for anyone who reads a questionnaire.
  if (Number.isFinite(number)) counted[code] = Number(number.toPrecision(12)) + 0;
};

/** The items of a page to show, batteries and sums with only the rows to show. */
export const visibleItems = (
  compiled: CompiledVersion,
  pageNumber: number,
  answers: AnswerSheet,
): readonly AskedItem[] => {
  const path = pathThrough(compiled, answers);
  return pageAt(compiled, pageNumber)
    .items.filter(({ item }) => path.shown.has(item.code))
    .map(({ item }) =>
      item.kind === 'battery' || item.kind === 'sum'
        ? { ...item, rows: item.rows.filter(({ code }) => path.asked.has(code)) }
        : item,
    );
};

/** Numbers of the pages that ask this respondent something, in order. */
export const pagesOnPath = (compiled: CompiledVersion, answers: AnswerSheet): readonly number[] => {
  const { shown } = pathThrough(compiled, answers);
  return compiled.pages.filter((page) => asksSomething(page, shown)).map(({ number }) => number);
};

/** The next page with something to ask; null after the last one. */
export const nextPage = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): number | null =>
  pagesOnPath(compiled, answers).find((number) => number > pageNumber) ?? null;

/** The page before with something to ask; null before the first one. */
export const previousPage = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): number | null =>
  pagesOnPath(compiled, answers).findLast((number) => number < pageNumber) ?? null;

/** Running numbers of the questions on the path, from 1, by item code: what respondents see as "Pytanie 8". */
export const questionNumbers = (compiled: CompiledVersion, answers: AnswerSheet): ReadonlyMap<string, number> => {
  const { shown } = pathThrough(compiled, answers);
  const questions = compiled.items.filter(({ item }) => isQuestion(item) && shown.has(item.code));
  return new Map(questions.map(({ item }, index) => [item.code, index + 1]));
};

/** A page of information alone counts when it shows anything; among questions, only information that ends is reason enough. */
const asksSomething = (page: CompiledPage, shown: ReadonlySet<string>): boolean => {
  const weighty = page.items.filter(({ item }) => isQuestion(item) || (item.kind === 'information' && item.ends));
  const worthShowing: readonly CompiledItem[] = page.items.some(({ item }) => isQuestion(item)) ? weighty : page.items;
  return worthShowing.some(({ item }) => shown.has(item.code));
};

const isQuestion = (item: AskedItem): boolean => item.kind !== 'information' && item.kind !== 'calculated';

const holds = (condition: Condition | null, answers: AnswerSheet, moment: Moment): boolean =>
  condition === null || isTrue(condition, answers, moment);
