import type { Language, QuestionnaireDefinition, TranslationLanguage } from '../definition';

export interface LanguageNames {
  readonly code: Language;
  /** BCP 47 tag for the attribute `lang`; easy Polish is Polish to a screen reader. */
  readonly lang: string;
  /** What the language calls itself: the words of the link that chooses it. */
  readonly ownName: string;
}

export const LANGUAGES: readonly LanguageNames[] = [
  { code: 'pl', lang: 'pl', ownName: 'Polski' },
  { code: 'en', lang: 'en', ownName: 'English' },
  { code: 'uk', lang: 'uk', ownName: 'Українська' },
  { code: 'pl-etr', lang: 'pl', ownName: 'Łatwy tekst' },
];

export const TRANSLATION_LANGUAGES: readonly TranslationLanguage[] = ['en', 'uk', 'pl-etr'];

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some(({ code }) => code === value);

export const isTranslationLanguage = (value: unknown): value is TranslationLanguage =>
  value !== 'pl' && isLanguage(value);

/** BCP 47 tag for the attribute `lang`. */
export const langOf = (language: Language): string => (language === 'pl-etr' ? 'pl' : language);

/** Polish and the languages that the questionnaire offers beside it, in the order of the catalogue. */
export const offeredLanguages = ({ languages = [] }: QuestionnaireDefinition): readonly LanguageNames[] =>
  LANGUAGES.filter(({ code }) => code === 'pl' || languages.includes(code));

/** With a language offered to respondents beside Polish. */
export const offering = (definition: QuestionnaireDefinition, language: TranslationLanguage): QuestionnaireDefinition =>
  withLanguages(definition, [...(definition.languages ?? []), language]);

/** Without this language in the respondents' choice; its translations are kept. */
export const notOffering = (
  definition: QuestionnaireDefinition,
  language: TranslationLanguage,
): QuestionnaireDefinition =>
  withLanguages(
    definition,
    (definition.languages ?? []).filter((code) => code !== language),
  );

const withLanguages = (
  { languages: _former, ...rest }: QuestionnaireDefinition,
  wanted: readonly TranslationLanguage[],
): QuestionnaireDefinition => {
  const languages = TRANSLATION_LANGUAGES.filter((code) => wanted.includes(code));
  return languages.length === 0 ? rest : { ...rest, languages };
};
