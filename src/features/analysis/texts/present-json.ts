import type { AnswersQuery } from './inputs';
import type { TextAnswer } from './keep-texts';
import { PAGE_SIZE } from './present-answers';
import type { ReadAnswers } from '.';

/** One page of answers; attributes are null where they would set few people apart. */
export const presentAnswersJson = (
  { evaluation, questionnaire, field, texts }: ReadAnswers,
  chosen: readonly TextAnswer[],
  query: AnswersQuery,
) => ({
  evaluation: { id: evaluation.id },
  dataset: questionnaire.code,
  question: { code: field.code, text: field.text, sensitive: field.sensitive },
  smallestGroup: evaluation.smallestGroup,
  answered: texts.answers === null ? null : texts.answered,
  asked: texts.answers === null ? null : texts.asked,
  found: chosen.length,
  page: query.strona,
  pages: Math.max(1, Math.ceil(chosen.length / PAGE_SIZE)),
  answers: chosen
    .slice((query.strona - 1) * PAGE_SIZE, query.strona * PAGE_SIZE)
    .map(({ reference, text, labels }) => ({
      reference,
      text,
      institution: labels.institution,
      clientType: labels.clientType,
    })),
});
