import {
  completeSheet,
  nextPage,
  visibleItems,
  type Answer,
  type AnswerSheet,
  type CompiledVersion,
} from '../../features/questionnaires/domain';
import type { Random } from '../../platform/random';
import type { Respondent } from './respondents';
import { simulateAnswers } from './simulate-answers';

export interface SimulatedSheet {
  readonly status: 'complete' | 'partial';
  readonly answers: AnswerSheet;
}

/** A break-off happens behind one of the first pages, never before the second: the first page says who is asked. */
const lastPageOf = (random: Random, compiled: CompiledVersion, respondent: Respondent): number =>
  respondent.breaksOff ? 1 + Math.floor(random() * (compiled.pages.length - 2)) : compiled.pages.length;

/** Walks one simulated person through the real form engine, page by page, as a browser would. */
export const simulateSheet = (random: Random, compiled: CompiledVersion, respondent: Respondent): SimulatedSheet => {
  const last = lastPageOf(random, compiled, respondent);
  const answers: Record<string, Answer> = {};
  let page: number | null = 1;
  let reachedPage = 1;
  while (page !== null && page <= last) {
    reachedPage = page;
    const seen = new Set<string>();
    for (let item = nextUnseen(compiled, page, answers, seen); item; item = nextUnseen(compiled, page, answers, seen)) {
      seen.add(item.code);
      Object.assign(answers, simulateAnswers(random, respondent, item, answers));
    }
    page = nextPage(compiled, page, answers);
  }
  const status = page === null ? 'complete' : 'partial';
  return {
    status,
    answers: completeSheet(compiled, answers, { reachedPage: page === null ? compiled.pages.length : reachedPage }),
  };
};

/** Answers may bring up items further down the same page, so what is visible is asked anew after each answer. */
const nextUnseen = (compiled: CompiledVersion, page: number, answers: AnswerSheet, seen: ReadonlySet<string>) =>
  visibleItems(compiled, page, answers).find(({ code }) => !seen.has(code));
