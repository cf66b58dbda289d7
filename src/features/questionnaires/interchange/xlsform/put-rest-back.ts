import type { Item, QuestionnaireDefinition, TranslatedText, Translation } from '../../domain';
import { isTranslationLanguage } from '../../domain';
import type { RemarkBook } from '../report';
import type { SourceItem } from '../source/source-form';
import type { XlsForm } from './read-form';
import { cellOf, placeIn, type TableRow } from './read-table';
import { checkOf, rowsOfItem, withRest, type Rest } from './rest';

/** What stays true of an item even when its row was edited in a spreadsheet. */
const LASTING = new Set(['criterion', 'comparisonCode', 'wording', 'bank', 'sensitive', 'ends', 'level', 'random']);

/** Puts back what the columns of XLSForm cannot hold and travels beside them in our own files. */
export const putRestBack = (
  definition: QuestionnaireDefinition,
  xls: XlsForm,
  remarks: RemarkBook,
): QuestionnaireDefinition => {
  const place = (item: Item, source: SourceItem | undefined): Item =>
    source === undefined ? item : itemWithRest(item, source, xls, remarks);
  const pages = definition.pages.map((page, at) => ({
    ...page,
    items: page.items.map((item, index) => place(item, xls.form.pages[at]?.items[index])),
  }));
  const rest = xls.settings === undefined ? null : readRest(cellOf(xls.settings, 'es::json'));
  const { pages: pageRests, ...settings } = rest ?? {};
  const whole = withRest({ ...definition, pages }, settings);
  return withTranslations({ ...whole, pages: withPageRests(whole.pages, pageRests) }, xls);
};

const itemWithRest = (item: Item, source: SourceItem, xls: XlsForm, remarks: RemarkBook): Item => {
  const whole =
    item.kind === 'repeat' && source.kind === 'repeat'
      ? { ...item, items: item.items.map((inner, at) => innerWithRest(inner, source.items[at], xls, remarks)) }
      : item;
  const row = xls.survey.rows.find(({ number }) => number === source.place.row);
  const written = row === undefined ? '' : cellOf(row, 'es::json');
  if (row === undefined || written === '') return whole;
  const rest = readRest(written);
  const jsonPlace = placeIn(xls.survey, row, 'es::json');
  if (rest === null) remarks.refused('rest-broken', jsonPlace);
  if (rest === null) return whole;
  if (checkOf(partsOf(xls, source)) === cellOf(row, 'es::check')) return withRest(whole, rest);
  const lost = Object.keys(rest).filter((key) => !LASTING.has(key));
  if (lost.length > 0) remarks.changed('edited-outside', jsonPlace, { parts: lost.join(', ') });
  return withRest(whole, Object.fromEntries(Object.entries(rest).filter(([key]) => LASTING.has(key))));
};

const innerWithRest = (item: Item, source: SourceItem | undefined, xls: XlsForm, remarks: RemarkBook): Item =>
  source === undefined ? item : itemWithRest(item, source, xls, remarks);

/** Rows of the item and of the lists it takes its choices from. */
export const partsOf = (
  { survey, lists }: Pick<XlsForm, 'survey' | 'lists'>,
  { place }: SourceItem,
): readonly TableRow[] => {
  const rows = rowsOfItem(survey, place.row);
  const names = rows.map((row) => /^(?:select_one|select_multiple|rank) (\S+)$/.exec(cellOf(row, 'type'))?.[1] ?? '');
  return [...rows, ...[...new Set(names)].flatMap((name) => lists.get(name)?.rows ?? [])];
};

const readRest = (written: string): Rest | null => {
  if (written === '') return null;
  try {
    const rest: unknown = JSON.parse(written);
    return typeof rest === 'object' && rest !== null && !Array.isArray(rest) ? (rest as Rest) : null;
  } catch {
    return null;
  }
};

type Pages = QuestionnaireDefinition['pages'];

/** Ids and titles that are no names of groups, by the number of their page. */
const withPageRests = (pages: Pages, rests: unknown): Pages =>
  pages.map((page, at) => {
    const rest = typeof rests === 'object' && rests !== null ? (rests as Record<string, unknown>)[String(at)] : null;
    return typeof rest === 'object' && rest !== null ? withRest(page, rest as Rest) : page;
  });

/** Translations of texts that have changed or gone since, in the order in which they were written. */
const withTranslations = (definition: QuestionnaireDefinition, { translations }: XlsForm): QuestionnaireDefinition => {
  if (translations === undefined) return definition;
  const read = new Map((definition.translations ?? []).map(({ language, texts }) => [language, texts]));
  const kept = new Map<Translation['language'], TranslatedText[]>();
  for (const row of translations.rows) {
    const language = cellOf(row, 'language');
    if (!isTranslationLanguage(language)) continue;
    const texts = kept.get(language) ?? [];
    kept.set(language, texts);
    const entry = { key: cellOf(row, 'key'), from: row.cells.get('from') ?? '', text: row.cells.get('text') ?? '' };
    const current = read.get(language)?.find(({ key }) => key === entry.key);
    if (entry.key !== '') texts.push(current === undefined || current.text === entry.text ? entry : current);
  }
  const added = [...read].map(([language, texts]): Translation => {
    const before = kept.get(language) ?? [];
    const keys = new Set(before.map(({ key }) => key));
    return { language, texts: [...before, ...texts.filter(({ key }) => !keys.has(key))] };
  });
  const alone = [...kept].filter(([language]) => !read.has(language)).map(([language, texts]) => ({ language, texts }));
  const order = [...kept.keys()];
  const all = [...added, ...alone].sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
  return { ...definition, translations: all };
};

/** Rows that come back exactly as they were written: whatever was guessed about them does not matter. */
export const untouchedRows = (xls: XlsForm): ReadonlySet<number> =>
  new Set(
    xls.form.pages
      .flatMap(({ items }) => items)
      .flatMap((item) => [item, ...(item.kind === 'repeat' ? item.items : [])])
      .filter((item) => {
        const row = xls.survey.rows.find(({ number }) => number === item.place.row);
        return row !== undefined && checkOf(partsOf(xls, item)) === cellOf(row, 'es::check');
      })
      .map(({ place }) => place.row),
  );
