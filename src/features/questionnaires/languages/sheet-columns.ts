import type { Translator } from '../../../platform/i18n';
import {
  LANGUAGES,
  placeholdersOf,
  TRANSLATION_LANGUAGES,
  translationState,
  type QuestionnaireDefinition,
  type SheetRow,
  type TranslatedPlace,
  type TranslationLanguage,
} from '../domain';
import { plainText } from '../domain/plain-text';
import { sheetNotRecognised } from './problems';

/** Every text with its translations: key, kind, item, Polish, each language, remarks. The first row is the head. */
export const sheetRowsOf = (
  translator: Translator,
  definition: QuestionnaireDefinition,
): readonly (readonly string[])[] => {
  const { t } = translator;
  const states = TRANSLATION_LANGUAGES.map((language) => translationState(definition, language));
  const head = [
    t('languages:column.key'),
    t('languages:column.kind'),
    t('languages:column.item'),
    'Polski (pl)',
    ...TRANSLATION_LANGUAGES.map((code) => `${nameOf(code)} (${code})`),
    t('languages:column.remarks'),
  ];
  const rows = (states[0] ?? []).map(({ key, kind, item, polish }, index) => {
    const places = states.flatMap((places) => places[index] ?? []);
    return [
      key,
      t(`languages:kind.${kind}`),
      item ?? '',
      polish,
      ...places.map(({ translation }) => translation ?? ''),
      remarksOn(translator, polish, places),
    ];
  });
  return [head, ...rows];
};

const nameOf = (language: TranslationLanguage): string =>
  LANGUAGES.find(({ code }) => code === language)?.ownName ?? language;

const remarksOn = ({ t }: Translator, polish: string, places: readonly TranslatedPlace[]): string => {
  const placeholders = placeholdersOf(polish);
  return [
    ...places.flatMap(({ state, from }, index) => {
      const language = TRANSLATION_LANGUAGES[index] ?? '';
      if (state === 'missing') return [t('languages:column.missing', { language })];
      return state === 'outdated' ? [t('languages:column.outdated', { language, from })] : [];
    }),
    ...(placeholders.length === 0 ? [] : [t('languages:column.placeholders', { names: placeholders.join(', ') })]),
  ].join(' ');
};

export interface ReadColumns {
  readonly rows: readonly SheetRow[];
  readonly languages: readonly TranslationLanguage[];
}

const KEY_NAMES = ['klucz', 'key'];
const POLISH_NAMES = ['polski (pl)', 'polski', 'pl'];

/**
 * Finds the columns by the words of the head row, in any order; columns it does not know are left alone. Cells come out as
 * plain text.
 *
 * @throws Problem `languages.sheet-not-recognised`
 */
export const readColumns = ([head = [], ...rows]: readonly (readonly string[])[]): ReadColumns => {
  const names = head.map((cell) => cell.trim().toLowerCase());
  const key = names.findIndex((name) => KEY_NAMES.includes(name));
  const polish = names.findIndex((name) => POLISH_NAMES.includes(name));
  const columns = TRANSLATION_LANGUAGES.map((code) => ({
    code,
    column: names.findIndex((name) => name === code || name.endsWith(`(${code})`)),
  })).filter(({ column }) => column >= 0);
  if (key < 0 || polish < 0 || columns.length === 0) throw sheetNotRecognised();
  const isFilled = (row: readonly string[]): boolean => (row[key] ?? '').trim() !== '';
  return {
    languages: columns.map(({ code }) => code),
    rows: rows
      .map((row, index) => ({ row, line: index + 2 }))
      .filter(({ row }) => isFilled(row))
      .map(({ row, line }) => ({
        line,
        key: plainText(row[key] ?? '').text.slice(0, LONGEST_KEY),
        polish: row[polish] ?? '',
        texts: Object.fromEntries(columns.map(({ code, column }) => [code, plainText(row[column] ?? '').text])),
      })),
  };
};

const LONGEST_KEY = 300;
