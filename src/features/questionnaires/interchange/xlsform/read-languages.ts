import type { TranslationLanguage } from '../../domain';
import type { RemarkBook } from '../report';
import type { SourceText } from '../source/source-form';
import { languageOf } from './languages';
import type { Table, TableRow, TextOf } from './read-table';

/** Columns whose texts are read in several languages. */
export const TEXT_COLUMNS: ReadonlySet<string> = new Set([
  'label',
  'hint',
  'constraint_message',
  'es::unit',
  'es::low',
  'es::high',
  'es::title',
]);

const baseOf = (column: string): string => [...TEXT_COLUMNS].find((base) => column.startsWith(`${base}::`)) ?? column;
const languageTitleOf = (column: string): string => column.slice(baseOf(column).length).replace(/^::/, '');

/**
 * Decides which language of the form becomes the text that everybody sees: Polish where there is any, else the form's own
 * default. Languages that questionnaires do not have are named in the report.
 */
export const readLanguages = (tables: readonly Table[], defaultTitle: string, remarks: RemarkBook): TextOf => {
  const titles = [...new Set(tables.flatMap(titlesIn))];
  const main = mainTitle(tables, titles, defaultTitle);
  const byLanguage = new Map<TranslationLanguage, string>();
  for (const title of titles.filter((each) => each !== main)) {
    const language = languageOf(title);
    if (language === null || language === 'pl' || byLanguage.has(language)) remarkOn(title, tables, remarks);
    else byLanguage.set(language, title);
  }
  if (main !== '' && languageOf(main) !== 'pl')
    remarks.changed('language-as-polish', { sheet: '', row: 0, column: main, code: '' }, { language: main });
  return (row, base) => textIn(row, base, main, byLanguage);
};

const titlesIn = ({ columns }: Table): readonly string[] =>
  columns.filter((column) => baseOf(column) !== column).map(languageTitleOf);

const mainTitle = (tables: readonly Table[], titles: readonly string[], defaultTitle: string): string => {
  const polish = titles.find((title) => languageOf(title) === 'pl');
  if (polish !== undefined) return polish;
  if (tables[0]?.columns.includes('label') === true) return '';
  return titles.find((title) => title === defaultTitle) ?? titles[0] ?? '';
};

const remarkOn = (title: string, tables: readonly Table[], remarks: RemarkBook): void => {
  const count = tables
    .flatMap(({ rows }) => rows)
    .reduce((sum, row) => sum + [...row.cells.keys()].filter((column) => column.endsWith(`::${title}`)).length, 0);
  remarks.refused('language', { sheet: '', row: 0, column: title, code: '' }, { language: title, count });
};

const textIn = (
  row: TableRow,
  base: string,
  main: string,
  byLanguage: ReadonlyMap<TranslationLanguage, string>,
): SourceText => {
  const plain = row.cells.get(base) ?? '';
  const translations = [...byLanguage].flatMap(([language, title]) => {
    const text = row.cells.get(`${base}::${title}`);
    return text === undefined ? [] : [[language, text] as const];
  });
  return {
    pl: (main === '' ? undefined : row.cells.get(`${base}::${main}`)) ?? plain,
    ...Object.fromEntries(translations),
  };
};
