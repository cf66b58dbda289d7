import type { Answer, AnswerSheet, Item } from './definition';
import { pageAt, type CompiledItem, type CompiledPage, type CompiledVersion } from './compile-version';
import { isTrue, type Condition } from './expression';

/** The way of one respondent through a version, given the answers so far. */
export interface Path {
  /** Codes of the items that are shown, information included. */
  readonly shown: ReadonlySet<string>;
  /** Codes of the fields that are asked. */
  readonly asked: ReadonlySet<string>;
  /** Answers to fields that are asked; what was answered on an abandoned branch counts for nothing. */
  readonly answers: AnswerSheet;
}

export const pathThrough = (compiled: CompiledVersion, answers: AnswerSheet): Path => {
  const shown = new Set<string>();
  const asked = new Set<string>();
  const counted: Record<string, Answer> = {};
  for (const { item, shownIf, fields } of compiled.items) {
    if (!holds(shownIf, counted)) continue;
    let isShown = item.kind === 'information';
    for (const field of fields) {
      if (!holds(field.shownIf, counted)) continue;
      isShown = true;
      asked.add(field.code);
      const answer = answers[field.code];
      if (answer !== undefined) counted[field.code] = answer;
    }
    if (isShown) shown.add(item.code);
  }
  return { shown, asked, answers: counted };
};

/** The items of a page to show, batteries with only the rows to show. */
export const visibleItems = (compiled: CompiledVersion, pageNumber: number, answers: AnswerSheet): readonly Item[] => {
  const path = pathThrough(compiled, answers);
  return pageAt(compiled, pageNumber)
    .items.filter(({ item }) => path.shown.has(item.code))
    .map(({ item }) =>
      item.kind === 'battery' ? { ...item, rows: item.rows.filter(({ code }) => path.asked.has(code)) } : item,
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

/** A page of information alone counts when it shows anything; among questions, information is not reason enough. */
const asksSomething = (page: CompiledPage, shown: ReadonlySet<string>): boolean => {
  const questions = page.items.filter(({ item }) => isQuestion(item));
  const worthShowing: readonly CompiledItem[] = questions.length > 0 ? questions : page.items;
  return worthShowing.some(({ item }) => shown.has(item.code));
};

const isQuestion = (item: Item): boolean => item.kind !== 'information';

const holds = (condition: Condition | null, answers: AnswerSheet): boolean =>
  condition === null || isTrue(condition, answers);
