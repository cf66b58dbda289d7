import type { Language, QuestionnaireDefinition } from '../definition';
import { countStates, translationState, type Completeness, type TranslatedPlace } from './completeness';
import { longSentencesOf } from './easy-text';
import { TRANSLATION_LANGUAGES } from './languages';
import { textsOf } from './with-texts';

/** How far one item is in one language. */
export interface ItemLanguageState extends Completeness {
  readonly language: Language;
  /** Sentences too long for easy-to-read text. */
  readonly longSentences: number;
}

/** The item in Polish and in each language that is offered or has been begun, in the order of the catalogue. */
export const itemLanguageStates = (
  definition: QuestionnaireDefinition,
  itemCode: string,
): readonly ItemLanguageState[] => {
  const { languages = [], translations = [] } = definition;
  const all = textsOf(definition).filter(({ item }) => item === itemCode).length;
  const shown = TRANSLATION_LANGUAGES.filter(
    (code) => languages.includes(code) || translations.some(({ language }) => language === code),
  );
  return [
    { language: 'pl', done: all, missing: 0, outdated: 0, all, longSentences: 0 },
    ...shown.map((language) => {
      const places = translationState(definition, language).filter(({ item }) => item === itemCode);
      return { language, ...countStates(places), longSentences: language === 'pl-etr' ? longSentences(places) : 0 };
    }),
  ];
};

const longSentences = (places: readonly TranslatedPlace[]): number =>
  places.reduce((sum, { translation }) => sum + longSentencesOf(translation ?? '').length, 0);
