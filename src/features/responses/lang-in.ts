import type { Translator } from '../../platform/i18n';
import {
  isTranslationLanguage,
  langOf,
  translationsByKey,
  type CompiledVersion,
  type Language,
} from '../questionnaires/domain';

/**
 * The attribute `lang` of a text by its place in the definition (`K1/text`); null where it is the page's own. A text without
 * its translation is Polish.
 */
export const langIn = (
  { lang: pageLang }: Translator,
  { definition }: CompiledVersion,
  language: Language,
): ((key: string) => string | null) => {
  const translated = isTranslationLanguage(language) ? translationsByKey(definition, language) : new Map();
  return (key) => {
    const lang = translated.has(key) ? langOf(language) : 'pl';
    return lang === pageLang ? null : lang;
  };
};
