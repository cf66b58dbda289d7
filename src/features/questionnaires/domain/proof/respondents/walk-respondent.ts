import { completeSheet } from '../../complete-sheet';
import type { CompiledVersion } from '../../compile-version';
import type { AnswerSheet } from '../../definition';
import { nextPage, pagesOnPath } from '../../path';
import { fillInPage } from './fill-in-page';
import type { Places } from './places';
import type { Respondent, Strategy } from './respondent';
import { sendWrongAnswers, type Refusals } from './wrong-answers';

/** The invented response of an invented respondent. */
export interface SyntheticResponse {
  readonly number: number;
  readonly strategy: Strategy;
  readonly isFinished: boolean;
  /** The furthest page that was sent; 0 when none was. */
  readonly reachedPage: number;
  readonly sheet: AnswerSheet;
}

export interface Walked {
  readonly response: SyntheticResponse;
  readonly refusals: Refusals;
  /** Field at which no honest answer was accepted. */
  readonly stuckAt: string | null;
}

/** Walks the questionnaire page by page, as the form does. */
export const walkRespondent = (compiled: CompiledVersion, respondent: Respondent, places: Places): Walked => {
  const { strategy, number, random } = respondent;
  const leavesAfter = strategy === 'break-off' ? Math.floor(random() * compiled.pages.length) : Infinity;
  const refusals: Refusals[] = [];
  let answers: AnswerSheet = {};
  let reachedPage = 0;
  let stuckAt: string | null = null;
  let page = pagesOnPath(compiled, answers)[0] ?? null;
  while (page !== null && reachedPage < leavesAfter) {
    if (strategy === 'wrong') refusals.push(sendWrongAnswers(compiled, page, answers));
    ({ answers, stuckAt } = fillInPage(compiled, page, respondent, places, answers));
    if (stuckAt !== null) break;
    reachedPage = page;
    page = nextPage(compiled, page, answers);
  }
  const isFinished = page === null;
  const sheet = completeSheet(compiled, answers, { reachedPage: isFinished ? compiled.pages.length : reachedPage });
  return { response: { number, strategy, isFinished, reachedPage, sheet }, refusals: allRefusals(refusals), stuckAt };
};

const allRefusals = (refusals: readonly Refusals[]): Refusals => ({
  tried: refusals.reduce((sum, { tried }) => sum + tried, 0),
  letThrough: [...new Set(refusals.flatMap(({ letThrough }) => letThrough))],
});
