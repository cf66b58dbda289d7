import {
  completenessOf,
  isComplete,
  longSentencesOf,
  placeholderFaults,
  textsOf,
  TRANSLATION_LANGUAGES,
  translationState,
  type QuestionnaireDefinition,
} from '../../../src/features/questionnaires/domain';
import { BANK, materialise, TEMPLATES } from '../../../src/features/questionnaires/templates';
import { rememberedTranslation } from '../../../src/features/questionnaires/templates/translations';

const OWES = [
  { code: 'owes-polnoc', name: 'OWES Północ' },
  { code: 'owes-poludnie', name: 'OWES Południe' },
];

/** Every template as an evaluation gets it. */
const templates: readonly QuestionnaireDefinition[] = TEMPLATES.map(({ definition }) =>
  materialise(definition, { owes: OWES }),
);

const NAMES = /OWES Północ|OWES Południe|Ośrodek Wsparcia Ekonomii Społecznej|Regionalny Ośrodek Polityki Społecznej/g;
const POLISH_LETTERS = /[ąćęłńóśźż]/i;

describe.each(templates.map((definition) => [definition.code, definition] as const))(
  'template %s',
  (_code, definition) => {
    test.each(TRANSLATION_LANGUAGES)('has every text in %s and offers it', (language) => {
      const missing = translationState(definition, language).filter(({ state }) => state !== 'done');
      expect(missing.map(({ key, polish }) => `${key}: ${polish}`)).toEqual([]);
      expect(isComplete(completenessOf(definition, language))).toBe(true);
      expect(definition.languages).toContain(language);
    });

    test.each(TRANSLATION_LANGUAGES)('keeps the placeholders in %s', (language) => {
      for (const { polish, translation } of translationState(definition, language))
        expect(placeholderFaults(polish, translation ?? '')).toEqual({ lost: [], foreign: [] });
    });

    test('is English in English, except for names', () => {
      const polish = translationState(definition, 'en').filter(({ translation }) =>
        POLISH_LETTERS.test((translation ?? '').replace(NAMES, '')),
      );
      expect(polish.map(({ translation }) => translation)).toEqual([]);
    });

    test('is in Cyrillic in Ukrainian, except for names and their abbreviations', () => {
      const odd = translationState(definition, 'uk').filter(({ translation, polish }) => {
        const rest = (translation ?? '').replace(NAMES, '').replace(/\$\{[^}]*\}|\([\p{Ll} ]+\)|\b[A-Z]{2,}\b/gu, '');
        const isName = !/\p{L}/u.test(polish.replace(NAMES, ''));
        return !isName && (/[a-ząćęłńóśźż]/i.test(rest) || !/[а-яіїєґ]/i.test(rest) || /[ыэёъ]/i.test(rest));
      });
      expect(odd.map(({ translation }) => translation)).toEqual([]);
    });

    test('has short sentences and no abbreviations in easy text', () => {
      const texts = translationState(definition, 'pl-etr').map(({ translation }) => translation ?? '');
      expect(texts.flatMap((text) => longSentencesOf(text))).toEqual([]);
      const abbreviated = texts.filter((text) =>
        /\p{Lu}{2,}|\b(np|itp|itd|m\.in|tzn|tj)\./u.test(text.replace(NAMES, '')),
      );
      expect(abbreviated).toEqual([]);
    });
  },
);

test('every item of the bank is worded in every language', () => {
  const bank: QuestionnaireDefinition = {
    code: 'bank',
    version: 1,
    locale: 'pl',
    title: '',
    lead: '',
    minutes: 1,
    pages: [{ id: 'bank', title: '', items: BANK.map(({ item }) => item) }],
  };
  const missing = textsOf(bank)
    .filter(({ polish }) => !polish.startsWith('@'))
    .filter(({ polish }) => TRANSLATION_LANGUAGES.some((code) => rememberedTranslation(polish, code) === undefined));
  expect(missing.map(({ key, polish }) => `${key}: ${polish}`)).toEqual([]);
});
