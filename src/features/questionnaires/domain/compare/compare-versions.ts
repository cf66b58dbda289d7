import type { Language, QuestionnaireDefinition } from '../definition';
import type { Change } from './change';
import { commonSubsequence } from './common-subsequence';
import { compareItems } from './compare-items';
import { matchBy, placedItems, type PlacedItem } from './placed-items';
import { wordDifference } from './word-difference';

/**
 * Everything that differs between two versions of a questionnaire, in the order of the later one: what stands around the
 * questions, pages, items, languages. The version's own number is no difference. Drafts full of faults can be compared, too.
 */
export const compareVersions = (before: QuestionnaireDefinition, after: QuestionnaireDefinition): readonly Change[] => [
  ...compareFrames(before, after),
  ...comparePages(before, after),
  ...compareAllItems(placedItems(before), placedItems(after)),
  ...compareLanguages(before, after),
];

const compareFrames = (before: QuestionnaireDefinition, after: QuestionnaireDefinition): readonly Change[] => [
  ...(['title', 'lead'] as const).flatMap((part): readonly Change[] =>
    before[part] === after[part]
      ? []
      : [{ kind: 'frame-text', part, pieces: wordDifference(before[part], after[part]) }],
  ),
  ...(before.minutes === after.minutes
    ? []
    : [{ kind: 'frame-setting', part: 'minutes', before: before.minutes, after: after.minutes } as const]),
];

const comparePages = ({ pages: before }: QuestionnaireDefinition, { pages: after }: QuestionnaireDefinition) => {
  const { kept, added, removed } = matchBy(before, after, ({ id }) => id);
  const [old, young] = [before.map(({ id }) => id), after.map(({ id }) => id)];
  const inPlace = new Set(commonSubsequence(old, young).map(([, at]) => young[at]));
  return [
    ...added.map(({ id: page, title }): Change => ({ kind: 'page-added', page, title })),
    ...removed.map(({ id: page, title }): Change => ({ kind: 'page-removed', page, title })),
    ...kept.flatMap(({ key: page, before: was, after: is }): readonly Change[] => [
      ...(was.title === is.title
        ? []
        : [{ kind: 'page-renamed', page, pieces: wordDifference(was.title, is.title) } as const]),
      ...(inPlace.has(page) ? [] : [{ kind: 'page-moved', page, title: is.title } as const]),
    ]),
  ];
};

const compareAllItems = (before: readonly PlacedItem[], after: readonly PlacedItem[]): readonly Change[] => {
  const { kept, removed } = matchBy(before, after, ({ key }) => key);
  const earlier = new Map(kept.map(({ key, before: was }) => [key, was]));
  const inPlace = keysInPlace(before, after);
  return [
    ...after.flatMap((young) => {
      const old = earlier.get(young.key);
      if (old === undefined) return [came(young)];
      return [...(inPlace.has(young.key) ? [] : [moved(old, young)]), ...compareItems(old.item, young.item)];
    }),
    ...removed.map(went),
  ];
};

/** Keys of items that stand on their page among the others as they did; a page that moves takes its items along. */
const keysInPlace = (before: readonly PlacedItem[], after: readonly PlacedItem[]): ReadonlySet<string> => {
  const pages = new Set(after.map(({ page }) => page.id));
  const keysOn = (items: readonly PlacedItem[], id: string): readonly string[] =>
    items.filter(({ page }) => page.id === id).map(({ key }) => key);
  return new Set(
    [...pages].flatMap((id) => {
      const old = keysOn(before, id);
      return commonSubsequence(old, keysOn(after, id)).map(([at]) => old[at] ?? '');
    }),
  );
};

const came = ({ item, page }: PlacedItem): Change => ({
  kind: 'added',
  item: item.code,
  text: item.text,
  page: page.title,
});

const went = ({ item, page }: PlacedItem): Change => ({
  kind: 'removed',
  item: item.code,
  text: item.text,
  page: page.title,
});

const moved = (old: PlacedItem, young: PlacedItem): Change => ({
  kind: 'moved',
  item: young.item.code,
  fromPage: old.page.title,
  toPage: young.page.title,
});

const compareLanguages = (before: QuestionnaireDefinition, after: QuestionnaireDefinition): readonly Change[] => {
  const [old, young] = [before.languages ?? [], after.languages ?? []];
  const languages = new Set([...old, ...young, ...languagesOf(before), ...languagesOf(after)]);
  return [...languages].flatMap((language): readonly Change[] => [
    ...(young.includes(language) && !old.includes(language) ? [{ kind: 'language-added', language } as const] : []),
    ...(old.includes(language) && !young.includes(language) ? [{ kind: 'language-removed', language } as const] : []),
    ...compareTexts(language, textsIn(before, language), textsIn(after, language)),
  ]);
};

const languagesOf = ({ translations = [] }: QuestionnaireDefinition) => translations.map(({ language }) => language);

const textsIn = ({ translations = [] }: QuestionnaireDefinition, wanted: Language): ReadonlyMap<string, string> =>
  new Map(
    translations
      .filter(({ language }) => language === wanted)
      .flatMap(({ texts }) => texts.map(({ key, text }) => [key, text] as const)),
  );

const compareTexts = (
  language: Language,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Change[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((place): readonly Change[] => {
    const [was, is] = [before.get(place) ?? '', after.get(place) ?? ''];
    return was === is ? [] : [{ kind: 'translation', language, place, pieces: wordDifference(was, is) }];
  });
