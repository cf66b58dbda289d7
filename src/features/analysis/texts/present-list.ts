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
  const { t } = translator;
  return {
    quotes: `/badania/${evaluation.id}/cytaty`,
    groups: questionnaires.map(({ code: questionnaire, title, fields, counts }) => ({
      id: questionnaire,
      title,
      questions: answeredFirst(fields, counts, evaluation.smallestGroup).map(
        ({ code, text, choice, sensitive, count }) => {
          const query = new URLSearchParams({ zbior: questionnaire }).toString();
          return {
            code,
            text: choice === null ? text : `${text} ${capitalised(choice)}`,
            address: `/badania/${evaluation.id}/odpowiedzi/${encodeURIComponent(code)}?${query}`,
            counts:
              count < evaluation.smallestGroup
                ? t('texts:counts-few', { smallest: evaluation.smallestGroup })
                : t('texts:answered', { count }),
            isSensitive: sensitive,
          };
        },
      ),
    })),
  };
};

/** Questions with enough answers to be read, in the order of asking, then the others. */
const answeredFirst = (
  fields: ReadQuestions['questionnaires'][number]['fields'],
  counts: ReadQuestions['questionnaires'][number]['counts'],
  smallestGroup: number,
) =>
  fields
    .map((field, at) => ({ ...field, count: counts[at] ?? 0 }))
    .toSorted((a, b) => Number(a.count < smallestGroup) - Number(b.count < smallestGroup));

/** Counts below the smallest group are null. */
export const presentListJson = ({ evaluation, questionnaires }: ReadQuestions) => ({
  evaluation: { id: evaluation.id },
  smallestGroup: evaluation.smallestGroup,
  questions: questionnaires.flatMap(({ code: dataset, fields, counts }) =>
    fields.map(({ code, text, sensitive }, at) => {
      const answered = counts[at] ?? 0;
      return { dataset, code, text, sensitive, answered: answered < evaluation.smallestGroup ? null : answered };
    }),
  ),
});
