import type { QuestionnaireDefinition, TranslationLanguage } from '../definition';
import { translationsByKey } from './translate';
import { textsOf, type TextPlace } from './with-texts';

/** `outdated`: the Polish text has changed since the translation was made. */
export type TextState = 'done' | 'missing' | 'outdated';

export interface TranslatedPlace extends TextPlace {
  readonly state: TextState;
  /** Null while missing. */
  readonly translation: string | null;
  /** The Polish text that the translation was made from; null while missing. */
  readonly from: string | null;
}

export interface Completeness {
  readonly done: number;
  readonly missing: number;
  readonly outdated: number;
  readonly all: number;
}

/** Each text of the questionnaire with its translation, in the order of asking. */
export const translationState = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
): readonly TranslatedPlace[] => {
  const translations = translationsByKey(definition, language);
  return textsOf(definition).map((place) => {
    const found = translations.get(place.key);
    if (found === undefined || found.text.trim() === '')
      return { ...place, state: 'missing', translation: null, from: null };
    const state = found.from === place.polish ? 'done' : 'outdated';
    return { ...place, state, translation: found.text, from: found.from };
  });
};

export const completenessOf = (definition: QuestionnaireDefinition, language: TranslationLanguage): Completeness =>
  countStates(translationState(definition, language));

export const countStates = (places: readonly TranslatedPlace[]): Completeness => {
  const count = (state: TextState): number => places.filter((place) => place.state === state).length;
  return { done: count('done'), missing: count('missing'), outdated: count('outdated'), all: places.length };
};

export const isComplete = ({ done, all }: Completeness): boolean => done === all;
