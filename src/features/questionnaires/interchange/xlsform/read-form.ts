import type { Workbook } from '../../../../platform/spreadsheet';
import { noSurveySheet, tooManyRows } from '../problems';
import { NOWHERE, type RemarkBook } from '../report';
import { toSlug } from '../source/codes';
import type { SourceForm, SourcePage } from '../source/source-form';
import { mergeOtherTexts } from './merge-other-texts';
import { readChoices, type ChoiceList } from './read-choices';
import { readLanguages } from './read-languages';
import { readPages } from './read-pages';
import { cellOf, placeIn, readTable, type Table, type TableRow } from './read-table';
import type { SurveyContext } from './survey-context';
import { readTree, type SurveyNode } from './survey-tree';

export const OUR_MARK = 'ewaluacja-es/1';
export const LEAD_NAME = 'es_wstep';
const MOST_ROWS = { survey: 2000, choices: 10_000 } as const;

export interface XlsForm {
  readonly form: SourceForm;
  readonly survey: Table;
  readonly settings: TableRow | undefined;
  readonly lists: ReadonlyMap<string, ChoiceList>;
  /** Translations that columns cannot hold, in our own files. */
  readonly translations: Table | undefined;
}

/** Reads the sheets of an XLSForm. What it holds and we do not stands in the remarks, row by row. */
export const readForm = (workbook: Pick<Workbook, 'sheets'>, remarks: RemarkBook): XlsForm => {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name.trim().toLowerCase(), sheet]));
  const table = (name: string): Table | undefined => {
    const sheet = sheets.get(name);
    return sheet === undefined ? undefined : readTable({ ...sheet, name });
  };
  const survey = table('survey');
  if (survey === undefined || !survey.columns.includes('type')) throw noSurveySheet();
  const choices = table('choices');
  if (survey.rows.length > MOST_ROWS.survey) throw tooManyRows({ sheet: 'survey', most: MOST_ROWS.survey });
  if ((choices?.rows.length ?? 0) > MOST_ROWS.choices) throw tooManyRows({ sheet: 'choices', most: MOST_ROWS.choices });
  const settingsTable = table('settings');
  const settings = settingsTable?.rows[0];
  const isOurs = settings !== undefined && cellOf(settings, 'es::format') === OUR_MARK;
  for (const name of sheets.keys())
    if (!KNOWN_SHEETS.has(name)) remarks.refused('sheet', { ...NOWHERE, sheet: name }, { sheet: name });

  const tables = [survey, choices, settingsTable].filter((each) => each !== undefined);
  const textOf = readLanguages(tables, settings === undefined ? '' : cellOf(settings, 'default_language'), remarks);
  const lists = readChoices(choices, textOf, isOurs, remarks);
  const context: SurveyContext = { table: survey, textOf, lists, remarks, isOurs };
  const form = formOf(context, readTree(survey, remarks), settings);
  if (settingsTable !== undefined && !isOurs) remarkOnSettings(settingsTable, remarks);
  return { form, survey, settings, lists, translations: table('es_translations') };
};

const KNOWN_SHEETS = new Set(['survey', 'choices', 'settings', 'es_translations']);

const formOf = (context: SurveyContext, tree: readonly SurveyNode[], settings: TableRow | undefined): SourceForm => {
  const { textOf, isOurs } = context;
  const lead = isOurs ? tree.find(({ name }) => name === LEAD_NAME) : undefined;
  const title = settings === undefined ? '' : cellOf(settings, 'form_title');
  const code = settings === undefined ? '' : cellOf(settings, 'form_id');
  const version = settings === undefined ? NaN : Number(cellOf(settings, 'version'));
  const titles = settings === undefined ? {} : textOf(settings, 'es::title');
  return {
    code: isOurs ? code : toSlug(code === '' ? title : code),
    version: Number.isInteger(version) && version > 0 && version < 100_000 ? version : 1,
    title: { ...titles, pl: title === '' ? code : title },
    lead: lead === undefined ? {} : textOf(lead.row, 'label'),
    minutes: settings === undefined ? 0 : Number(cellOf(settings, 'es::minutes')),
    pages: withOtherTexts(
      context,
      readPages(
        context,
        tree.filter((node) => node !== lead),
      ),
    ),
    isOurs,
  };
};

const withOtherTexts = ({ remarks, isOurs }: SurveyContext, pages: readonly SourcePage[]): readonly SourcePage[] => {
  const merge = (items: SourcePage['items']): SourcePage['items'] =>
    mergeOtherTexts(
      items.map((item) => (item.kind === 'repeat' ? { ...item, items: merge(item.items) } : item)),
      remarks,
    );
  return isOurs ? pages : pages.map((page) => ({ ...page, items: merge(page.items) }));
};

const TAKEN_SETTINGS = new Set(['form_title', 'form_id', 'version', 'default_language']);

const remarkOnSettings = (table: Table, remarks: RemarkBook): void => {
  for (const row of table.rows)
    for (const column of row.cells.keys())
      if (!TAKEN_SETTINGS.has(column) || row !== table.rows[0])
        remarks.refused('setting', placeIn(table, row, column), { column });
};
