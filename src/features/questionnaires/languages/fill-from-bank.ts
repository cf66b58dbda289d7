import { translationState, withTranslations, type QuestionnaireDefinition, type TranslationLanguage } from '../domain';
import type { Draft, DraftKey } from '../drafts';
import type { LanguagesNeeds } from './save-translations';
import { suggesting } from './suggestions';

/** Puts a suggestion in the place of every missing translation for which there is one; outdated ones are left to people. */
export const fillFromBank =
  ({ drafts }: LanguagesNeeds) =>
  async (
    key: DraftKey,
    by: string,
    language: TranslationLanguage,
    names: ReadonlySet<string>,
  ): Promise<{ readonly draft: Draft; readonly filled: number }> => {
    let filled = 0;
    const draft = await drafts.changeDraft(key, by, ({ definition, state }) => {
      const found = fillable(definition, language, names);
      filled = found.length;
      return { definition: withTranslations(definition, language, found), state };
    });
    return { draft, filled };
  };

/** Missing texts for which there is a suggestion, with it. */
export const fillable = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
  names: ReadonlySet<string>,
) => {
  const places = translationState(definition, language);
  const suggestionFor = suggesting(places, language, names);
  return places.flatMap((place) => {
    const suggestion = place.state === 'missing' ? suggestionFor(place) : null;
    return suggestion === null ? [] : [{ key: place.key, from: place.polish, text: suggestion.text }];
  });
};
