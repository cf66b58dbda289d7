import type { Page, PageKit } from '../../platform/http';
import type { Evaluation } from '../evaluations/domain';
import type { AnswerSheet, CompiledVersion, FormFields, Issue, Language } from '../questionnaires/domain';
import { drawQuestions } from './draw-page';
import { questionsPage } from './pages';
import { versionInLanguage } from './version-in-language';

/** One page of a questionnaire that is not being answered. */
export interface Preview {
  readonly evaluation: Evaluation;
  /** Any compiled definition, published or not, in Polish. */
  readonly version: CompiledVersion;
  /** From 1. */
  readonly pageNumber: number;
  /** What was answered so far, on this page and before. */
  readonly answers: AnswerSheet;
  /** What the caller's `readPage` found wrong with the page just sent, and what was typed there. */
  readonly issues?: readonly Issue[];
  readonly typed?: FormFields;
  /** The answers brought up more questions on the page just sent. */
  readonly hasRevealed?: boolean;
  readonly language: Language;
  /** Decides the order where chance does, as a submission id would. */
  readonly seed: string;
  /** Address that the page posts to; nothing is stored unless the caller does. */
  readonly action: string;
  /** Hidden fields of the caller's own, such as the answers so far, that come back with the form. */
  readonly carried?: Readonly<Record<string, string>>;
}

/**
 * Draws one page of a questionnaire exactly as respondents see it, in the language asked for, and stores nothing. The page
 * is sent by `speak(res, language); sendPage(req, res, page)`. The form posts the fields of the page, `carried`, and as
 * buttons `akcja` ("wstecz", "pozniej") or `ruch` (a move in a ranking); scripts work, but save nothing.
 */
export const previewPage = (kit: PageKit, preview: Preview): Page => {
  const { evaluation, language, pageNumber, answers, issues = [], typed = {}, hasRevealed = false, seed } = preview;
  const translator = kit.translators[language];
  const questionnaire = {
    evaluation,
    language,
    version: versionInLanguage(preview.version, language, preview.version.today),
  };
  const state = { pageNumber, answers, typed, issues, hasRevealed, savedAt: undefined, seed };
  const target = { action: preview.action, carried: preview.carried ?? {}, isPreview: true };
  return questionsPage(evaluation, drawQuestions(kit, translator, questionnaire, state, target), false);
};
