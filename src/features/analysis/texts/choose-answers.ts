import { containsAll, soughtWords } from '../domain/texts';
import type { TextAnswer } from './keep-texts';
import type { ReadAnswers } from '.';

export interface AnswersWanted {
  readonly search: string;
  readonly institution: string;
  readonly clientType: string;
}

/** Groups that the answers may be narrowed to: those whose label is shown. */
export interface ShownGroups {
  readonly institutions: readonly { readonly code: string; readonly name: string }[];
  readonly clientTypes: readonly { readonly code: string; readonly name: string }[];
}

export const shownGroups = ({ evaluation, questionnaire, texts }: ReadAnswers): ShownGroups => {
  const labels = (texts.answers ?? []).map((answer) => answer.labels);
  const institutions = new Set(labels.map(({ institution }) => institution));
  const clientTypes = new Set(labels.map(({ clientType }) => clientType));
  return {
    institutions: evaluation.institutions
      .filter(({ code }) => institutions.has(code))
      .map(({ code, shortName: name }) => ({ code, name })),
    clientTypes: [...questionnaire.clientTypes]
      .filter(([code]) => clientTypes.has(code))
      .map(([code, name]) => ({ code, name })),
  };
};

/**
 * Answers that carry the wanted labels and all sought words. Labels alone are compared, so that a filter tells no more
 * than the whole list does.
 */
export const chooseAnswers = (
  answers: readonly TextAnswer[],
  { search, institution, clientType }: AnswersWanted,
): readonly TextAnswer[] => {
  const words = soughtWords(search);
  return answers.filter(
    ({ labels, folded }) =>
      (institution === '' || labels.institution === institution) &&
      (clientType === '' || labels.clientType === clientType) &&
      (words.length === 0 || containsAll(folded(), words)),
  );
};
