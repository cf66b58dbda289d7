import {
  TRANSLATION_LANGUAGES,
  translationsByKey,
  type QuestionnaireDefinition,
  type TranslationLanguage,
} from '../../domain';
import type { Sheet } from '../../../../platform/spreadsheet';
import { createRemarkBook } from '../report';
import { buildDefinition } from '../source/build-definition';
import { LANGUAGE_TITLES } from './languages';
import { LEAD_NAME, OUR_MARK, readForm, type XlsForm } from './read-form';
import { partsOf, putRestBack } from './put-rest-back';
import { canonical, checkOf, flatItems, restOf } from './rest';
import { createLists } from './write-lists';
import { writeItem, type WrittenRow } from './write-item';

/**
 * The sheets of an XLSForm. What XLSForm cannot hold is found by reading the sheets back: whatever differs travels in the
 * column `es::json` of its row, so that our own files come back as they were.
 */
export const writeXlsForm = async (definition: QuestionnaireDefinition): Promise<readonly Sheet[]> => {
  const bare = bareSheets(definition);
  const remarks = createRemarkBook();
  const xls = readForm({ sheets: bare }, remarks);
  const reading = await buildDefinition(xls.form, remarks);
  const rests = restsOfItems(definition, reading, xls);
  const settings = restOfSettings(definition, reading);
  const sheets = bare.map((sheet) => {
    if (sheet.name === 'survey') return withColumns(sheet, ['es::json', 'es::check'], (row) => rests.get(row) ?? []);
    return sheet.name === 'settings' && settings !== '' ? withColumns(sheet, ['es::json'], () => [settings]) : sheet;
  });
  const whole = readForm({ sheets }, remarks);
  const again = putRestBack(await buildDefinition(whole.form, remarks), whole, remarks);
  return canonical(again.translations) === canonical(definition.translations)
    ? sheets
    : [...sheets, translationsSheet(definition)];
};

const bareSheets = (definition: QuestionnaireDefinition): readonly Sheet[] => {
  const languages = TRANSLATION_LANGUAGES.filter((language) => translationsByKey(definition, language).size > 0);
  const byLanguage = new Map(languages.map((language) => [language, translationsByKey(definition, language)]));
  const translate = (key: string, language: TranslationLanguage): string =>
    byLanguage.get(language)?.get(key)?.text ?? '';
  const lists = createLists((key) => languages.map((language) => translate(key, language)).join('\n'));
  const items = flatItems(definition);
  const setting = {
    listOf: lists.listOf,
    isNumber: (code: string) => items.some((item) => item.code === code && item.kind === 'number'),
  };
  const survey: readonly WrittenRow[] = [
    ...leadRows(definition),
    ...definition.pages.flatMap((page): readonly WrittenRow[] => [
      {
        cells: { type: 'begin_group', name: page.id, appearance: 'field-list' },
        texts: [{ column: 'label', key: `page/${page.id}`, polish: page.title }],
      },
      ...page.items.flatMap((item) => writeItem(item, setting)),
      { cells: { type: 'end_group' }, texts: [] },
    ]),
  ];
  const sheet = (name: string, columns: readonly string[], rows: readonly WrittenRow[]): Sheet =>
    tableOf(name, columns, rows, languages, translate);
  return [
    sheet('survey', SURVEY_COLUMNS, survey),
    sheet('choices', CHOICE_COLUMNS, lists.rows),
    settingsSheet(definition, languages, translate),
  ];
};

const leadRows = ({ lead }: QuestionnaireDefinition): readonly WrittenRow[] =>
  lead === ''
    ? []
    : [
        {
          cells: { type: 'note', name: LEAD_NAME, 'es::kind': 'lead' },
          texts: [{ column: 'label', key: 'lead', polish: lead }],
        },
      ];

const SURVEY_COLUMNS =
  'type name label hint required relevant constraint constraint_message appearance parameters calculation repeat_count es::kind es::unit es::low es::high'.split(
    ' ',
  );
const CHOICE_COLUMNS = 'list_name name label es_value es_missing es_exclusive es_other'.split(' ');
const ALWAYS = new Set(['type', 'name', 'label', 'list_name']);
const TRANSLATED = new Set(['label', 'hint', 'constraint_message', 'es::unit', 'es::low', 'es::high']);

type Translate = (key: string, language: TranslationLanguage) => string;

/** Columns that hold nothing are left out; texts have a column for each language. */
const tableOf = (
  name: string,
  columns: readonly string[],
  rows: readonly WrittenRow[],
  languages: readonly TranslationLanguage[],
  translate: Translate,
): Sheet => {
  const used = columns.filter(
    (column) =>
      ALWAYS.has(column) ||
      rows.some(({ cells, texts }) => (cells[column] ?? '') !== '' || texts.some((text) => text.column === column)),
  );
  const cellsOf = ({ cells, texts }: WrittenRow): readonly string[] =>
    used.flatMap((column) => {
      const text = texts.find((each) => each.column === column);
      if (!TRANSLATED.has(column)) return [cells[column] ?? ''];
      return [
        text?.polish ?? '',
        ...languages.map((language) => (text === undefined ? '' : translate(text.key, language))),
      ];
    });
  return { name, rows: [used.flatMap((column) => titlesOf(column, languages)), ...rows.map(cellsOf)] };
};

const titlesOf = (column: string, languages: readonly TranslationLanguage[]): readonly string[] => {
  if (!TRANSLATED.has(column) || languages.length === 0) return [column];
  return (['pl', ...languages] as const).map((language) => `${column}::${LANGUAGE_TITLES[language]}`);
};

const settingsSheet = (
  { title, code, version, minutes }: QuestionnaireDefinition,
  languages: readonly TranslationLanguage[],
  translate: Translate,
): Sheet => {
  const columns: readonly (readonly [string, string])[] = [
    ['form_title', title],
    ['form_id', code],
    ['version', String(version)],
    ...(languages.length === 0 ? [] : [['default_language', LANGUAGE_TITLES.pl] as const]),
    ['style', 'pages'],
    ['es::format', OUR_MARK],
    ['es::minutes', String(minutes)],
    ...languages.map((language) => [`es::title::${LANGUAGE_TITLES[language]}`, translate('title', language)] as const),
  ];
  return { name: 'settings', rows: [columns.map(([column]) => column), columns.map(([, cell]) => cell)] };
};

/** What each item loses, by the number of its row. */
const restsOfItems = (
  definition: QuestionnaireDefinition,
  reading: QuestionnaireDefinition,
  xls: XlsForm,
): ReadonlyMap<number, readonly string[]> => {
  const sources = xls.form.pages
    .flatMap(({ items }) => items)
    .flatMap((item) => [item, ...(item.kind === 'repeat' ? item.items : [])]);
  const read = flatItems(reading);
  return new Map(
    flatItems(definition).flatMap((item, at) => {
      const source = sources[at];
      const rest = restOf(item, read[at] ?? {}, ['items']);
      if (source === undefined || rest === null) return [];
      return [[source.place.row, [JSON.stringify(rest), checkOf(partsOf(xls, source))]] as const];
    }),
  );
};

const restOfSettings = (definition: QuestionnaireDefinition, reading: QuestionnaireDefinition): string => {
  const pages = definition.pages.flatMap((page, at) => {
    const rest = restOf(page, reading.pages[at] ?? {}, ['items']);
    return rest === null ? [] : [[String(at), rest] as const];
  });
  const rest = {
    ...restOf(definition, reading, ['pages', 'translations']),
    ...(pages.length === 0 ? {} : { pages: Object.fromEntries(pages) }),
  };
  return Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
};

/** Cells put beside the rows of a sheet; rows are counted as the spreadsheet counts. */
const withColumns = (
  { name, rows }: Sheet,
  columns: readonly string[],
  cellsOf: (row: number) => readonly string[],
): Sheet => {
  if (rows.every((_, at) => cellsOf(at + 1).length === 0)) return { name, rows };
  return { name, rows: rows.map((row, at) => [...row, ...(at === 0 ? columns : cellsOf(at + 1))]) };
};

const translationsSheet = ({ translations = [] }: QuestionnaireDefinition): Sheet => ({
  name: 'es_translations',
  rows: [
    ['language', 'key', 'from', 'text'],
    ...translations.flatMap(({ language, texts }) => texts.map(({ key, from, text }) => [language, key, from, text])),
  ],
});
