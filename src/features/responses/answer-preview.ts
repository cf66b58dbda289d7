import { parseInput } from '../../platform/http';
import {
  nextPage,
  previousPage,
  readPage,
  type AnswerSheet,
  type CompiledVersion,
  type FormFields,
  type Issue,
} from '../questionnaires/domain';
import { fieldsAfter, isUnfinished } from './answer-page';
import { postedForm, toControls } from './inputs';

/** A page of a preview as it was sent back: the form's fields without those that the caller carried. */
export interface SentPreview {
  readonly pageNumber: number;
  readonly body: unknown;
  /** Of the pages before. */
  readonly answers: AnswerSheet;
}

export type PreviewOutcome =
  | {
      readonly kind: 'show';
      readonly pageNumber: number;
      readonly answers: AnswerSheet;
      readonly issues: readonly Issue[];
      readonly typed: FormFields;
      readonly hasRevealed: boolean;
    }
  | { readonly kind: 'finished' };

/**
 * What a respondent would see next, by the same rules as when answers are stored. Nothing is stored.
 *
 * @throws Problem `http.invalid-input`
 */
export const answerPreview = (version: CompiledVersion, { pageNumber, body, answers }: SentPreview): PreviewOutcome => {
  const sent = { pageNumber, ...toControls(parseInput(postedForm(version), body)) };
  const reading = readPage(version, pageNumber, fieldsAfter(version, sent), answers);
  const { issues, typed } = reading;
  const show = (place: number): PreviewOutcome => ({
    kind: 'show',
    pageNumber: place,
    answers: reading.answers,
    issues: [],
    typed: {},
    hasRevealed: false,
  });
  switch (sent.step.kind) {
    case 'back':
      return show(previousPage(version, pageNumber, reading.answers) ?? pageNumber);
    case 'move':
    case 'later':
    case 'keep':
      return show(pageNumber);
    case 'next': {
      if (isUnfinished(version, sent, reading))
        return { kind: 'show', pageNumber, answers: reading.answers, issues, typed, hasRevealed: issues.length === 0 };
      const following = nextPage(version, pageNumber, reading.answers);
      return following === null ? { kind: 'finished' } : show(following);
    }
  }
};
