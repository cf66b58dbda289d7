import { capitalised, type Translator } from '../../../platform/i18n';
import type { Option } from './present-number-choice';
import type { JudgedMatrix } from './read-judged';

/** Items that no question uses, each with the questions it could be given to. */
export interface AssignView {
  readonly groups: readonly {
    readonly title: string;
    readonly region: string;
    readonly items: readonly {
      readonly id: string;
      readonly name: string;
      readonly code: string;
      readonly wording: string;
      readonly seconds: string;
      readonly label: string;
      readonly editor: string;
    }[];
  }[];
  readonly questions: readonly Option[];
}

export const presentAssign = (judged: JudgedMatrix, { t }: Translator): AssignView => ({
  groups: judged.itemsWithoutQuestion.flatMap(({ items }) => {
    const questionnaire = judged.questionnaires.find(({ code }) => code === items[0]?.questionnaire);
    if (questionnaire === undefined) return [];
    const { code: own, letter, title, places } = questionnaire;
    const isUnused = new Set(items.map(({ item }) => item));
    return [
      {
        title: t('matrix:assign-form.questionnaire', { letter, title }),
        region: t('matrix:assign-form.region', { questionnaire: title }),
        items: places
          .filter(({ code }) => isUnused.has(code))
          .map(({ code, item, wording, seconds }) => ({
            id: `p-${letter}-${code}`,
            name: `p=${own}|${code}`,
            code: `${letter}: ${code}`,
            wording: capitalised(wording),
            seconds: t('matrix:assign-form.seconds', { count: seconds }),
            label: t('matrix:assign-form.for', { item: `${letter}: ${code}` }),
            editor: `/badania/${judged.evaluation.id}/kwestionariusz/${own}/pytania/${item}`,
          })),
      },
    ];
  }),
  questions: [
    { value: '', text: t('matrix:assign-form.leave'), isChosen: true },
    ...judged.rows.map(({ row }, at) => ({
      value: row.id,
      text: t('matrix:gap.question', { number: at + 1, name: row.question }),
      isChosen: false,
    })),
  ],
});
