import fc from 'fast-check';
import {
  textsOf,
  type Choice,
  type Item,
  type Page,
  type QuestionnaireDefinition,
  type Translation,
} from '../../../src/features/questionnaires/domain';
import { plainText } from '../../../src/features/questionnaires/domain/plain-text';

/* Questionnaires as wild as the published schema allows; most could not be asked, all must survive the journey. */

const text = fc
  .oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '=SUMA(A1)',
      '+48 123',
      'Pytanie o ${K1}, 100%',
      '„Tak”\nnie',
      '__proto__',
      'constructor',
      '*ważne* i [tu](x)',
      ' spacje ',
      '_x0041_',
      'a  b',
      '5 < 6 & 7',
    ),
  )
  .map((written) => plainText(written).text);
const someText = text.map((written) => (written === '' ? 'Tekst' : written));
const fieldCode = fc.stringMatching(/^[A-Z][A-Za-z0-9_]{0,6}$/);
const choiceCode = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,6}$/),
  fc.constantFrom('@owes', '97', '98', 'tak', 'nie'),
);
const expression = fc.constantFrom(
  "${K1} = 'pes' or ${K1}='ngo'",
  "selected(${U1}, 'U1b')",
  'count-selected(${U1}) > 2',
  'to nie jest wyrażenie (',
  '. <= 10 and . >= 3',
  "not(selected(., 'x') and count-selected(.) > 1)",
);
const flag = fc.constant(true as const);

const choice: fc.Arbitrary<Choice> = fc.record(
  {
    code: choiceCode,
    label: someText,
    value: fc.integer({ min: -5, max: 12 }),
    missing: fc.constantFrom(97 as const, 98 as const, 99 as const),
    exclusive: flag,
    other: flag,
  },
  { requiredKeys: ['code', 'label'] },
);
const choices = fc.uniqueArray(choice, { maxLength: 5, selector: ({ code }) => code });
const rows = fc.array(
  fc.record(
    { code: fieldCode, text: someText, shownIf: expression, comparisonCode: choiceCode },
    { requiredKeys: ['code', 'text'] },
  ),
  { maxLength: 4 },
);

const shared = {
  code: fieldCode,
  text: someText,
  hint: someText,
  required: flag,
  shownIf: expression,
  comparisonCode: choiceCode,
  criterion: fc.constantFrom('jakosc' as const, 'profil' as const),
  constraint: expression,
  constraintText: someText,
  random: flag,
  sensitive: flag,
  wording: fc.integer({ min: 1, max: 9 }),
  bank: fc.record({ code: fieldCode, version: fc.integer({ min: 1, max: 9 }) }),
};
const number = fc.integer({ min: -1000, max: 1000 });

const kind = <Shape extends object>(
  own: { readonly [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> },
  optional: readonly (keyof Shape)[] = [],
) =>
  fc.record(
    { ...shared, ...own },
    {
      requiredKeys: [
        'code',
        'text',
        ...Object.keys(own).filter((key) => !optional.includes(key as keyof Shape)),
      ] as never,
    },
  ) as unknown as fc.Arbitrary<Item>;

const scale = fc.constantFrom('AGREE5', 'SAT5');
const asked = fc.oneof(
  kind({ kind: fc.constant('information'), ends: flag }, ['ends']),
  kind({ kind: fc.constant('single'), choices, scale, appearance: fc.constant('minimal') }, ['scale', 'appearance']),
  kind({ kind: fc.constant('multiple'), choices, most: fc.integer({ min: 0, max: 5 }) }, ['most']),
  kind({ kind: fc.constant('battery'), choices, rows, scale }, ['scale']),
  kind({ kind: fc.constant('scale0to10'), lowLabel: text, highLabel: text }),
  kind({ kind: fc.constant('number'), least: number, most: number, unit: someText, whole: flag, notAbove: fieldCode }, [
    'unit',
    'whole',
    'notAbove',
  ]),
  kind({ kind: fc.constant('ranking'), choices, most: fc.integer({ min: 0, max: 5 }) }),
  kind({ kind: fc.constant('territory'), level: fc.constantFrom('gmina', 'powiat') }),
  kind({ kind: fc.constant('open'), longest: fc.integer({ min: 1, max: 2000 }), oneLine: flag }, ['oneLine']),
  kind({ kind: fc.constant('date'), earliest: fc.constant('2026-01-31'), latest: fc.constant('2026-12-31') }, [
    'earliest',
    'latest',
  ]),
  kind({ kind: fc.constant('email') }),
  kind({ kind: fc.constant('sum'), rows, total: number, unit: someText }, ['unit']),
  kind({ kind: fc.constant('consent'), agreeLabel: someText, declineLabel: someText }),
  kind({ kind: fc.constant('calculated'), expression }),
);
const repeat = kind(
  {
    kind: fc.constant('repeat'),
    over: fieldCode,
    most: fc.integer({ min: 1, max: 9 }),
    items: fc.array(asked, { maxLength: 3 }),
  },
  ['most'],
);

const page: fc.Arbitrary<Page> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  title: text,
  items: fc.array(fc.oneof({ weight: 6, arbitrary: asked }, repeat), { maxLength: 5 }),
});

const withTranslations = (definition: QuestionnaireDefinition): fc.Arbitrary<QuestionnaireDefinition> => {
  const keys = [...new Set(textsOf(definition).map(({ key }) => key)), 'dawno/usuniety'];
  const polish = new Map(textsOf(definition).map(({ key, polish: from }) => [key, from]));
  const one = fc
    .uniqueArray(fc.record({ key: fc.constantFrom(...keys), text: someText, isOld: fc.boolean() }), {
      maxLength: 8,
      selector: ({ key }) => key,
    })
    .map((entries) =>
      entries.map(({ key, text: translated, isOld }) => ({
        key,
        from: isOld ? 'Dawny tekst' : (polish.get(key) ?? 'Usunięty'),
        text: translated,
      })),
    );
  const all: fc.Arbitrary<readonly Translation[]> = fc.tuple(one, one).map(([en, etr]) =>
    [
      { language: 'en' as const, texts: en },
      { language: 'pl-etr' as const, texts: etr },
    ].filter(({ texts }) => texts.length > 0),
  );
  return fc
    .tuple(all, fc.option(fc.subarray(['en', 'uk', 'pl-etr'] as const), { nil: undefined }))
    .map(([translations, languages]) => ({
      ...definition,
      ...(languages === undefined ? {} : { languages }),
      ...(translations.length === 0 ? {} : { translations }),
    }));
};

export const anyDefinition: fc.Arbitrary<QuestionnaireDefinition> = fc
  .record({
    code: fc.stringMatching(/^[a-z][a-z0-9-]{1,10}$/),
    version: fc.integer({ min: 1, max: 99 }),
    locale: fc.constant('pl' as const),
    title: text,
    lead: text,
    minutes: fc.integer({ min: 0, max: 60 }),
    pages: fc.array(page, { maxLength: 4 }),
  })
  .chain(withTranslations);
