import type { Language, QuestionnaireDefinition, TranslatedText, TranslationLanguage } from '../definition';
import { textsOf, withTexts } from './with-texts';

/**
 * The questionnaire as it is asked in a language: its texts replaced, its structure untouched. A text without a translation
 * stays Polish; a translation that has become out of date is still shown.
 */
export const inLanguage = (definition: QuestionnaireDefinition, language: Language): QuestionnaireDefinition => {
  if (language === 'pl') return definition;
  const texts = translationsByKey(definition, language);
  return withTexts(definition, ({ key, polish }) => {
    const text = texts.get(key)?.text ?? '';
    return text.trim() === '' ? polish : text;
  });
};

/** Stored translations of one language by their key. */
export const translationsByKey = (
  { translations = [] }: QuestionnaireDefinition,
  language: TranslationLanguage,
): ReadonlyMap<string, TranslatedText> =>
  new Map(
    translations
      .filter((translation) => translation.language === language)
      .flatMap(({ texts }) => texts.map((text) => [text.key, text])),
  );

/** With these translations added to those of the language, or put in their place; an empty text takes one away. */
export const withTranslations = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
  texts: readonly TranslatedText[],
): QuestionnaireDefinition => {
  const byKey = new Map(translationsByKey(definition, language));
  for (const text of texts)
    if (text.text.trim() === '') byKey.delete(text.key);
    else byKey.set(text.key, text);
  return withTextsOf(definition, language, [...byKey.values()]);
};

/** Without the translations of texts that the questionnaire no longer has. */
export const withoutStaleKeys = (definition: QuestionnaireDefinition): QuestionnaireDefinition => {
  const keys = new Set(textsOf(definition).map(({ key }) => key));
  return (definition.translations ?? []).reduce(
    (cleaned, { language, texts }) =>
      withTextsOf(
        cleaned,
        language,
        texts.filter(({ key }) => keys.has(key)),
      ),
    definition,
  );
};

const withTextsOf = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
  texts: readonly TranslatedText[],
): QuestionnaireDefinition => {
  const { translations = [], ...rest } = definition;
  const place = translations.findIndex((translation) => translation.language === language);
  const others = translations.filter((translation) => translation.language !== language);
  const one = texts.length === 0 ? [] : [{ language, texts }];
  const all = place < 0 ? [...others, ...one] : [...others.slice(0, place), ...one, ...others.slice(place)];
  return all.length === 0 ? rest : { ...rest, translations: all };
};
