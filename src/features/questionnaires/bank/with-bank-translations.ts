import { textsOf, translationsByKey, withTranslations, type QuestionnaireDefinition } from '../domain';
import { rememberedTranslation } from '../templates/translations';

/** In the languages that the questionnaire offers, its new texts as the bank words them; older texts are left alone. */
export const withBankTranslations = (
  definition: QuestionnaireDefinition,
  before: QuestionnaireDefinition,
  names: ReadonlySet<string>,
): QuestionnaireDefinition => {
  const known = new Set(textsOf(before).map(({ key }) => key));
  const fresh = textsOf(definition).filter(({ key }) => !known.has(key));
  return (definition.languages ?? []).reduce((filled, language) => {
    const present = translationsByKey(filled, language);
    const found = fresh.flatMap(({ key, polish }) => {
      const text = names.has(polish) ? polish : rememberedTranslation(polish, language);
      return text === undefined || present.has(key) ? [] : [{ key, from: polish, text }];
    });
    return withTranslations(filled, language, found);
  }, definition);
};
