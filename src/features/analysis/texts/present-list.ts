import { capitalised, type Translator } from '../../../platform/i18n';
import type { Texts } from '.';

export interface QuestionListView {
  readonly quotes: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly questions: readonly {
      readonly code: string;
      readonly text: string;
      readonly address: string;
      readonly counts: string;
      readonly isSensitive: boolean;
    }[];
  }[];
}

type ReadQuestions = Awaited<ReturnType<Texts['readQuestions']>>;

export const presentList = (
  { evaluation, questionnaires }: ReadQuestions,
  translator: Translator,
): QuestionListView => {
  const { t, format } = translator;
  return {
    quotes: `/badania/${evaluation.id}/cytaty`,
    groups: questionnaires.map(({ code: questionnaire, title, fields, counts }) => ({
      id: questionnaire,
      title,
      questions: fields.map(({ code, text, choice, sensitive }, at) => {
        const { answered = 0, asked = 0 } = counts[at] ?? {};
        const query = new URLSearchParams({ zbior: questionnaire }).toString();
        return {
          code,
          text: choice === null ? text : `${text} ${capitalised(choice)}`,
          address: `/badania/${evaluation.id}/odpowiedzi/${encodeURIComponent(code)}?${query}`,
          counts:
            answered < evaluation.smallestGroup
              ? t('texts:counts-few', { smallest: evaluation.smallestGroup })
              : t('texts:counts', { count: answered, asked: format.integer(asked) }),
          isSensitive: sensitive,
        };
      }),
    })),
  };
};

/** Counts below the smallest group are null. */
export const presentListJson = ({ evaluation, questionnaires }: ReadQuestions) => ({
  evaluation: { id: evaluation.id },
  smallestGroup: evaluation.smallestGroup,
  questions: questionnaires.flatMap(({ code: dataset, fields, counts }) =>
    fields.map(({ code, text, sensitive }, at) => {
      const { answered = 0, asked = 0 } = counts[at] ?? {};
      const isFew = answered < evaluation.smallestGroup;
      return { dataset, code, text, sensitive, answered: isFew ? null : answered, asked: isFew ? null : asked };
    }),
  ),
});
