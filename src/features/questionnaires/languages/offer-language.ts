import { notOffering, offering, type TranslationLanguage } from '../domain';
import type { Draft, DraftKey } from '../drafts';
import type { LanguagesNeeds } from './save-translations';

/** From the next version on, respondents can choose this language. What has no translation is shown in Polish. */
export const offerLanguage =
  ({ drafts }: LanguagesNeeds) =>
  (key: DraftKey, by: string, language: TranslationLanguage): Promise<Draft> =>
    drafts.changeDraft(key, by, ({ definition, state }) => ({ definition: offering(definition, language), state }));

/** From the next version on, the language is no longer offered; its translations stay. */
export const withdrawLanguage =
  ({ drafts }: LanguagesNeeds) =>
  (key: DraftKey, by: string, language: TranslationLanguage): Promise<Draft> =>
    drafts.changeDraft(key, by, ({ definition, state }) => ({ definition: notOffering(definition, language), state }));
