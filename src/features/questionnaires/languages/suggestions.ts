import type { TranslatedPlace, TranslationLanguage } from '../domain';
import { rememberedTranslation } from '../templates/translations';

export interface Suggestion {
  readonly text: string;
  /** `bank`: as the item bank words it; `here`: the same Polish text is translated elsewhere in the questionnaire. */
  readonly source: 'bank' | 'here';
}

/** How the text could be translated without anybody writing anything; null when it is done or nothing is known. */
export const suggesting = (
  places: readonly TranslatedPlace[],
  language: TranslationLanguage,
  names: ReadonlySet<string>,
): ((place: TranslatedPlace) => Suggestion | null) => {
  const here = new Map(
    places.flatMap(({ polish, state, translation }) =>
      state === 'done' && translation !== null ? [[polish, translation] as const] : [],
    ),
  );
  return ({ polish, state, translation }) => {
    if (state === 'done') return null;
    const fromBank = names.has(polish) ? polish : rememberedTranslation(polish, language);
    const text = fromBank ?? here.get(polish);
    if (text === undefined || text === translation) return null;
    return { text, source: fromBank === undefined ? 'here' : 'bank' };
  };
};
