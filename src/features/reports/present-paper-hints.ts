import type { Translator } from '../../platform/i18n';
import { describeCondition } from '../questionnaires';
import type { Item, QuestionnaireDefinition } from '../questionnaires/domain';

/** How to answer on paper and whom the question concerns: what a screen would do by itself. */
export const presentPaperHints = (
  item: Item,
  definition: QuestionnaireDefinition,
  translator: Translator,
): readonly string[] => [
  ...(item.shownIf === undefined ? [] : [describeCondition(translator, item.shownIf, definition)]),
  ...(item.hint === undefined || saysItself(item) ? howTo(item, translator.t) : []),
  ...(item.hint === undefined ? [] : [item.hint]),
  ...(item.required === true ? [translator.t('reports:paper.required')] : []),
];

/** Hints of these tell how to answer already. */
const saysItself = ({ kind }: Item): boolean => kind !== 'multiple' && kind !== 'battery';

const howTo = (item: Item, t: Translator['t']): readonly string[] => {
  switch (item.kind) {
    case 'single':
    case 'consent':
      return [t('reports:paper.hint.single')];
    case 'multiple':
      return [
        item.most === undefined ? t('reports:paper.hint.multiple') : t('reports:paper.hint.most', { count: item.most }),
      ];
    case 'ranking':
      return [t('reports:paper.hint.ranking', { count: item.most })];
    case 'battery':
      return [t('reports:paper.hint.battery')];
    case 'scale0to10':
      return [t('reports:paper.hint.scale')];
    case 'number':
      return [t('reports:paper.hint.number', { least: item.least, most: item.most })];
    case 'territory':
      return [t(`reports:paper.hint.${item.level}`)];
    case 'information':
      return item.ends === true ? [t('reports:paper.hint.ends')] : [];
    case 'sum':
    case 'date':
    case 'email':
    case 'open':
    case 'calculated':
    case 'repeat':
      return [];
  }
};
