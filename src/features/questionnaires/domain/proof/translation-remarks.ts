import type { QuestionnaireDefinition, TranslationLanguage } from '../definition';
import { translationState, type TranslatedPlace } from '../languages';
import { NOWHERE, remark, type Remark, type RemarkPlace } from './remark';
import { longEasySentences } from './text/text-remarks';

/** What each offered language still lacks: one remark for the language, so that a missing one does not bury the rest. */
export const translationRemarks = (definition: QuestionnaireDefinition): readonly Remark[] =>
  (definition.languages ?? []).flatMap((language) => {
    const places = translationState(definition, language);
    return [...lacking(places, language, NOWHERE), ...easyRemarks(places, language, definition)];
  });

/** The same for one item. */
export const translationRemarksOf = (definition: QuestionnaireDefinition, place: RemarkPlace): readonly Remark[] =>
  (definition.languages ?? []).flatMap((language) => {
    const places = translationState(definition, language).filter(({ item }) => item === place.item);
    return [...lacking(places, language, place), ...easyRemarks(places, language, definition)];
  });

const lacking = (
  places: readonly TranslatedPlace[],
  language: TranslationLanguage,
  at: RemarkPlace,
): readonly Remark[] =>
  (['missing', 'outdated'] as const).flatMap((state) => {
    const count = places.filter((place) => place.state === state).length;
    return count === 0 ? [] : [remark(`translation-${state}`, at, { language, count, all: places.length })];
  });

const easyRemarks = (
  places: readonly TranslatedPlace[],
  language: TranslationLanguage,
  { pages }: QuestionnaireDefinition,
): readonly Remark[] =>
  language !== 'pl-etr'
    ? []
    : places.flatMap(({ item, page, translation }) => {
        const number = pages.findIndex(({ id }) => id === page) + 1;
        return longEasySentences(translation ?? '', { item, field: item, page: number === 0 ? null : number });
      });
