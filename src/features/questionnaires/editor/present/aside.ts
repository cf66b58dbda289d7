import type { Translator } from '../../../../platform/i18n';
import { itemLanguageStates, type Item, type ItemLanguageState } from '../../domain';
import type { Desk } from '../../open-desk';
import { deskAddress } from '../../present-frame';
import { describeCondition, presentItemCheck } from '../../proof';

/** What stands beside the form: who sees the item, and its languages. */
export const presentAside = (translator: Translator, desk: Desk, item: Item) => {
  const { t } = translator;
  const { definition } = desk.draft;
  const home = deskAddress(desk);
  return {
    check: presentItemCheck(translator, definition, item.code),
    condition: describeCondition(translator, item.shownIf, definition),
    conditionAddress: `${home}/pytania/${item.code}/warunek`,
    languages: itemLanguageStates(definition, item.code).map((state) => ({
      name: t(`editor:language.${state.language}`),
      state: stateText(t, state),
    })),
    languagesAddress: `${home}/jezyki`,
  };
};

const stateText = (t: Translator['t'], state: ItemLanguageState): string => {
  if (state.missing > 0) return t('editor:language-state.missing', { count: state.missing });
  if (state.outdated > 0) return t('editor:language-state.outdated', { count: state.outdated });
  if (state.longSentences > 0) return t('editor:language-state.long', { count: state.longSentences });
  return t('editor:language-state.done');
};
