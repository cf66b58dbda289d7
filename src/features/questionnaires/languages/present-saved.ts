import type { Translator } from '../../../platform/i18n';
import { completenessOf, type TranslationLanguage } from '../domain';
import { progressOf } from './present-overview';
import { refusalText } from './present-texts';
import type { SavedTranslations } from './save-translations';

/** What the page's script is told after it saved some texts. */
export const presentSaved = (
  translator: Translator,
  { draft, taken, conflicts, refusals }: SavedTranslations,
  language: TranslationLanguage,
) => {
  const { t, format } = translator;
  return {
    taken,
    done: t('languages:state.done'),
    saved:
      draft.savedAt === null
        ? ''
        : t('questionnaires:frame.saved', { time: format.time(draft.savedAt), by: draft.savedBy }),
    progress: progressOf(translator, completenessOf(draft.definition, language), t(`languages:name.${language}`)),
    errors: [
      ...conflicts.map(({ key, kind }) => ({ key, text: t(`languages:conflict.${kind}`) })),
      ...refusals.map((refusal) => ({ key: refusal.key, text: refusalText(translator, refusal) })),
    ],
  };
};
