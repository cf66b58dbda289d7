import {
  textsOf,
  TRANSLATION_LANGUAGES,
  type Item,
  type Page,
  type QuestionnaireDefinition,
  type Translation,
} from '../../domain';
import { NOWHERE, type RemarkBook } from '../report';
import { createPauses } from './pauses';
import { buildItem } from './build-item';
import { choiceCodesOf, codesOfItems, createNaming, toSlug } from './codes';
import { SURVEY } from './default-texts';
import { createTextTaker, type TextTaker } from './take-text';
import type { SourceForm, SourceItem, SourcePage } from './source-form';

/**
 * Makes our definition of a form of another program: our codes, plain texts, translations beside them. Others are answered
 * between its pages.
 */
export const buildDefinition = async (form: SourceForm, remarks: RemarkBook): Promise<QuestionnaireDefinition> => {
  const items = form.pages.flatMap((page) => page.items);
  const names = { codes: codesOfItems(items, form.isOurs), choices: choiceCodesOf(items, form.isOurs) };
  const pause = createPauses();
  const texts = createTextTaker(names.codes, remarks);
  const build = buildItem({ names, texts, remarks, isOurs: form.isOurs });
  const pageId = form.isOurs ? (id: string) => id : createNaming((id) => pageSlug(id));
  const pages: Page[] = [];
  for (const page of form.pages) {
    pages.push(buildPage(page, pageId(page.id), texts, build));
    await pause();
  }
  const place = (column: string) => ({ ...NOWHERE, column });
  const isNameless = !form.isOurs && (form.title.pl ?? '').trim() === '';
  const definition: QuestionnaireDefinition = {
    code: form.code === '' && !form.isOurs ? NAMELESS : form.code,
    version: form.version,
    locale: 'pl',
    title: texts.take('title', isNameless ? SURVEY : form.title, place('title')),
    lead: texts.take('lead', form.lead, place('lead')),
    minutes: form.isOurs ? form.minutes : guessMinutes(pages, remarks),
    pages,
  };
  return withTranslations(definition, texts);
};

/** Code of a questionnaire whose file has no name that could be one. */
const NAMELESS = 'ankieta';

const SECONDS_OF_A_QUESTION = 15;
const SECONDS_OF_A_ROW = 6;

/** Files of other programs do not say how long they take. */
const guessMinutes = (pages: readonly Page[], remarks: RemarkBook): number => {
  const seconds = pages
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + ('rows' in item ? item.rows.length * SECONDS_OF_A_ROW : SECONDS_OF_A_QUESTION), 0);
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  remarks.changed('minutes', NOWHERE, { minutes });
  return minutes;
};

const pageSlug = (id: string): string => {
  const slug = toSlug(id);
  return slug === '' ? 'strona' : slug;
};

const buildPage = (page: SourcePage, id: string, texts: TextTaker, build: (item: SourceItem) => Item): Page => ({
  id,
  title: texts.take(`page/${id}`, page.title, page.place),
  items: page.items.map(build),
});

/** The translations that were met, in the order in which our definition asks for them. */
const withTranslations = (
  definition: QuestionnaireDefinition,
  { translations, languages }: TextTaker,
): QuestionnaireDefinition => {
  const places = textsOf(definition);
  const found = TRANSLATION_LANGUAGES.filter((language) => languages.has(language)).flatMap(
    (language): readonly Translation[] => {
      const texts = places.flatMap(({ key, polish }) => {
        const text = translations.get(key)?.[language];
        return text === undefined ? [] : [{ key, from: polish, text }];
      });
      return texts.length === 0 ? [] : [{ language, texts }];
    },
  );
  if (found.length === 0) return definition;
  return { ...definition, languages: found.map(({ language }) => language), translations: found };
};
