import {
  completenessOf,
  isComplete,
  textsOf,
  TRANSLATION_LANGUAGES,
  translationsByKey,
  withTranslations,
  type QuestionnaireDefinition,
  type TranslationLanguage,
} from '../../domain';
import { rememberedTranslation } from './memory';

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * The definition with its missing translations filled in as the item bank words them; those that are there stay. Names, such
 * as those of institutions, are the same in every language.
 */
export const translationsFor = (
  definition: QuestionnaireDefinition,
  names: ReadonlySet<string> = NO_NAMES,
): QuestionnaireDefinition =>
  TRANSLATION_LANGUAGES.reduce((filled, language) => filledIn(filled, language, names), definition);

const filledIn = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
  names: ReadonlySet<string>,
): QuestionnaireDefinition => {
  const present = translationsByKey(definition, language);
  const found = textsOf(definition).flatMap(({ key, polish }) => {
    const text = names.has(polish) ? polish : rememberedTranslation(polish, language);
    return present.has(key) || text === undefined ? [] : [{ key, from: polish, text }];
  });
  return withTranslations(definition, language, found);
};

/** Offering each language in which no text is missing or out of date. */
export const offeringCompleteLanguages = (definition: QuestionnaireDefinition): QuestionnaireDefinition => ({
  ...definition,
  languages: TRANSLATION_LANGUAGES.filter((language) => isComplete(completenessOf(definition, language))),
});
