import fc from 'fast-check';
import {
  completenessOf,
  inLanguage,
  isComplete,
  itemLanguageStates,
  LANGUAGES,
  longSentencesOf,
  offeredLanguages,
  placeholderFaults,
  textsOf,
  translationState,
  withoutStaleKeys,
  withTexts,
  withTranslations,
  type QuestionnaireDefinition,
  type TranslatedText,
} from '../../../src/features/questionnaires/domain';
import { OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import { EVERY_KIND } from './languages-definitions';

const KEYS_OF_EVERY_KIND = [
  'title',
  'lead',
  'page/pierwsza',
  'W0/text',
  'W1/text',
  'W1/agree',
  'W1/decline',
  'K1/text',
  'K1/hint',
  'K1/choice/1',
  'K1/choice/2',
  'U1/text',
  'U1/choice/U1a',
  'U1/choice/U1b',
  'U1/choice/zadna',
  'OB/text',
  'O2/text',
  'O2a/row',
  'O2b/row',
  'O2/choice/1',
  'O2/choice/2',
  'O3/text',
  'page/druga',
  'P6/text',
  'P6/unit',
  'P6/constraint',
  'Z1/text',
  'Z1/low',
  'Z1/high',
  'S1/text',
  'S1/choice/1',
  'S1/choice/2',
  'P4/text',
  'D1/text',
  'M1/text',
  'Q1/text',
  'Q1a/row',
  'Q1b/row',
  'Q1/unit',
  'END1/text',
];

const allTranslated = (definition: QuestionnaireDefinition, mark: string): readonly TranslatedText[] =>
  textsOf(definition).map(({ key, polish }) => ({ key, from: polish, text: `${mark}${polish}` }));

const skeletonOf = (definition: QuestionnaireDefinition): QuestionnaireDefinition => {
  const { translations: _translations, ...rest } = withTexts(definition, ({ key }) => key);
  return rest;
};

const someDefinition = fc.constantFrom(EVERY_KIND, OWES_CLIENTS, ROPS_PARTNERS);

describe('texts of a questionnaire', () => {
  test('are listed in the order of asking, blocks included and calculated values left out', () => {
    expect(textsOf(EVERY_KIND).map(({ key }) => key)).toEqual(KEYS_OF_EVERY_KIND);
  });

  test('know their item and page; a row belongs to its battery', () => {
    expect(textsOf(EVERY_KIND).find(({ key }) => key === 'O2a/row')).toEqual({
      key: 'O2a/row',
      kind: 'row',
      polish: 'Było na czas',
      item: 'O2',
      page: 'pierwsza',
    });
  });

  test('have keys of their own', () => {
    for (const definition of [EVERY_KIND, OWES_CLIENTS, ROPS_PARTNERS]) {
      const keys = textsOf(definition).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('that are still empty need no translation', () => {
    expect(textsOf({ ...EVERY_KIND, lead: ' ' }).map(({ key }) => key)).not.toContain('lead');
  });
});

describe('a questionnaire in another language', () => {
  test('with all translations has every text changed and nothing else', () => {
    fc.assert(
      fc.property(someDefinition, fc.string({ minLength: 1, maxLength: 8 }), (definition, mark) => {
        const whole = withTranslations(definition, 'uk', allTranslated(definition, `у${mark}`));
        const translated = inLanguage(whole, 'uk');
        const before = textsOf(definition);
        const after = textsOf(translated);
        expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
        expect(after.every(({ polish }, index) => polish === `у${mark}${before[index]?.polish ?? ''}`)).toBe(true);
        expect(skeletonOf(translated)).toEqual(skeletonOf(definition));
      }),
    );
  });

  test('keeps its Polish text where a translation is missing, and is Polish in Polish', () => {
    const one = withTranslations(EVERY_KIND, 'en', [{ key: 'K1/text', from: 'Czy tak?', text: 'Is it so?' }]);
    const texts = new Map(textsOf(inLanguage(one, 'en')).map(({ key, polish }) => [key, polish]));
    expect(texts.get('K1/text')).toBe('Is it so?');
    expect(texts.get('K1/hint')).toBe('Jedna odpowiedź');
    expect(inLanguage(one, 'pl')).toBe(one);
    expect(textsOf(inLanguage(one, 'uk'))).toEqual(textsOf(EVERY_KIND));
  });

  test('gives back exactly the translations that were put in, whatever was put in before', () => {
    const somePairs = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom(...KEYS_OF_EVERY_KIND),
        fc.string({ minLength: 1 }).map((text) => `t${text}`),
      ),
      { selector: ([key]) => key },
    );
    fc.assert(
      fc.property(somePairs, somePairs, (first, second) => {
        const put = (definition: QuestionnaireDefinition, pairs: readonly (readonly [string, string])[]) =>
          withTranslations(
            definition,
            'en',
            pairs.map(([key, text]) => ({ key, from: 'x', text })),
          );
        const wanted = Object.fromEntries([...first, ...second]);
        const stored = translationState(put(put(EVERY_KIND, first), second), 'en');
        const found = stored.filter(({ translation }) => translation !== null);
        expect(Object.fromEntries(found.map(({ key, translation }) => [key, translation]))).toEqual(wanted);
      }),
    );
  });

  test('loses a translation that is emptied, and the whole language with the last one', () => {
    const one = withTranslations(EVERY_KIND, 'en', [{ key: 'lead', from: 'Wprowadzenie do ankiety.', text: 'Intro' }]);
    expect(withTranslations(one, 'en', [{ key: 'lead', from: 'Wprowadzenie do ankiety.', text: ' ' }])).toEqual(
      EVERY_KIND,
    );
  });
});

describe('completeness', () => {
  test('tells done, missing and outdated texts apart', () => {
    const definition = withTranslations(EVERY_KIND, 'en', [
      { key: 'title', from: 'Wszystkie rodzaje', text: 'All kinds' },
      { key: 'K1/text', from: 'Czy nie?', text: 'Is it not so?' },
    ]);
    expect(completenessOf(definition, 'en')).toEqual({ done: 1, missing: 38, outdated: 1, all: 40 });
    expect(translationState(definition, 'en').find(({ key }) => key === 'K1/text')).toMatchObject({
      state: 'outdated',
      translation: 'Is it not so?',
      from: 'Czy nie?',
    });
  });

  test('is reached when each text has a translation of its present wording', () => {
    const whole = withTranslations(EVERY_KIND, 'uk', allTranslated(EVERY_KIND, 'у'));
    expect(isComplete(completenessOf(whole, 'uk'))).toBe(true);
    expect(isComplete(completenessOf({ ...whole, lead: 'Inne.' }, 'uk'))).toBe(false);
  });

  test('translations of texts that are gone can be cleared away', () => {
    const definition = withTranslations(EVERY_KIND, 'en', [
      { key: 'title', from: 'Wszystkie rodzaje', text: 'All kinds' },
      { key: 'K9/text', from: 'Dawne pytanie', text: 'A former question' },
    ]);
    expect(withoutStaleKeys(definition).translations).toEqual([
      { language: 'en', texts: [{ key: 'title', from: 'Wszystkie rodzaje', text: 'All kinds' }] },
    ]);
  });

  test('of one item counts its rows and choices, and long sentences of the easy text', () => {
    const long = 'To jest bardzo długie zdanie, które ma o wiele za dużo słów dla osoby, która czyta wolno.';
    const definition: QuestionnaireDefinition = withTranslations(
      { ...EVERY_KIND, languages: ['uk', 'pl-etr'] },
      'pl-etr',
      [{ key: 'O2/text', from: 'Ocena usługi ${U1}', text: long }],
    );
    expect(itemLanguageStates(definition, 'O2')).toEqual([
      { language: 'pl', done: 5, missing: 0, outdated: 0, all: 5, longSentences: 0 },
      { language: 'uk', done: 0, missing: 5, outdated: 0, all: 5, longSentences: 0 },
      { language: 'pl-etr', done: 1, missing: 4, outdated: 0, all: 5, longSentences: 1 },
    ]);
  });
});

test('languages are offered in one order, Polish always', () => {
  expect(offeredLanguages({ ...EVERY_KIND, languages: ['pl-etr', 'en'] }).map(({ code }) => code)).toEqual([
    'pl',
    'en',
    'pl-etr',
  ]);
  expect(LANGUAGES.find(({ code }) => code === 'pl-etr')?.lang).toBe('pl');
});

test('placeholders that a translation loses or invents are named', () => {
  expect(placeholderFaults('Ocena ${U1} w ${K2}', 'Оцінка ${U1} ${X9}')).toEqual({
    lost: ['${K2}'],
    foreign: ['${X9}'],
  });
});

test('sentences are counted in words; a dash is no word', () => {
  expect(longSentencesOf('Raz dwa trzy. Cztery – pięć sześć!')).toEqual([]);
  expect(longSentencesOf(Array.from({ length: 16 }, (_, index) => `słowo${String(index)}`).join(' '))).toMatchObject([
    { words: 16 },
  ]);
});
