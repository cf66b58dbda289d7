import type { Page, PageKit } from '../../../platform/http';
import type { Evaluation } from '../../evaluations';
import type { AnswerSheet, CompiledVersion, FormFields, Issue, Language } from '../domain';

/** One page of a questionnaire that is not being answered. */
export interface PreviewedPage {
  readonly evaluation: Evaluation;
  /** In Polish. */
  readonly version: CompiledVersion;
  /** From 1. */
  readonly pageNumber: number;
  readonly answers: AnswerSheet;
  readonly issues?: readonly Issue[];
  readonly typed?: FormFields;
  readonly hasRevealed?: boolean;
  readonly language: Language;
  /** Decides the order where chance does. */
  readonly seed: string;
  /** Address that the page posts to. */
  readonly action: string;
  /** Hidden fields that come back with the form. */
  readonly carried?: Readonly<Record<string, string>>;
}

/** What a page of answers leads to. */
export type PreviewStep =
  | {
      readonly kind: 'show';
      readonly pageNumber: number;
      readonly answers: AnswerSheet;
      readonly issues: readonly Issue[];
      readonly typed: FormFields;
      readonly hasRevealed: boolean;
    }
  | { readonly kind: 'finished' };

/** How respondents meet a questionnaire; `responses` comes later in the story. */
export interface PreviewNeeds {
  readonly drawPreview: (kit: PageKit, page: PreviewedPage) => Page;
  /** @throws Problem `http.invalid-input` */
  readonly answerPreview: (
    version: CompiledVersion,
    sent: { readonly pageNumber: number; readonly body: unknown; readonly answers: AnswerSheet },
  ) => PreviewStep;
}

/** The sentence that nothing is stored, in the language of whoever looks. */
export interface Band {
  readonly text: string;
  readonly lang: string;
}

/** A respondent's page below the band. */
export const withBand = (page: Page, band: Band): Page => ({
  ...page,
  view: 'questionnaires/preview/inside',
  model: { ...page.model, inner: `/${page.view}`, band },
});

export const endOfPreview = (
  { id, shortTitle, commissioner, regionName, demonstration }: Evaluation,
  title: string,
  model: { readonly band: Band; readonly again: string },
): Page => ({
  layout: 'public',
  bodyClass: 'quest',
  view: 'questionnaires/preview/finished',
  title,
  study: { id, title: shortTitle },
  institution: { name: commissioner, region: regionName },
  demonstration,
  model: { ...model },
});
