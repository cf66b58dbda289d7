import { capitalised, type Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { DisclosedBlock, DisclosedTable } from '../domain/tables';
import type { TableQuery } from './inputs';
import { presentTest } from './present-test';
import type { ReadTable } from './read-table';

type Row = readonly (string | number)[];

/** The table for a spreadsheet: shares, counts and summaries as real numbers, and a sheet that says what they are. */
export const tableSheets = (read: ReadTable, query: TableQuery, translator: Translator): readonly WrittenSheet[] => {
  const { table } = read;
  if (table === null) return [];
  const { t } = translator;
  const sheet = (name: string, rows: readonly Row[]): WrittenSheet => ({
    name,
    headerRows: 2,
    widths: [48, ...table.columns.map(() => 14)],
    rows: rows.map((row) => row.map((cell): WrittenCell => (cell === '' ? null : cell))),
  });
  return [
    sheet(t('tables:file.shares'), rowsOf(table, translator, 'shares')),
    sheet(t('tables:file.counts'), rowsOf(table, translator, 'counts')),
    { name: t('tables:file.about'), widths: [28, 90], rows: aboutOf(read, table, query, translator) },
  ];
};

/** The same as one list of rows, for CSV: what it is, then shares and counts below one another. */
export const tableRows = (read: ReadTable, query: TableQuery, translator: Translator): readonly Row[] => {
  const { table } = read;
  if (table === null) return [];
  return [
    ...aboutOf(read, table, query, translator),
    [],
    [translator.t('tables:file.shares')],
    ...rowsOf(table, translator, 'shares'),
    [],
    [translator.t('tables:file.counts')],
    ...rowsOf(table, translator, 'counts'),
  ];
};

const rowsOf = (table: DisclosedTable, translator: Translator, what: 'shares' | 'counts'): readonly Row[] => {
  const { t } = translator;
  const groups = table.columns.map(({ variable }) => variable ?? '');
  const heads = table.columns.map(({ label, letter }) =>
    letter === null ? t('tables:total') : `${label} (${letter})`,
  );
  return [
    ['', ...groups],
    [t('tables:answer'), ...heads],
    ...table.blocks.flatMap((block) => blockRows(block, translator, what)),
  ];
};

const blockRows = (block: DisclosedBlock, { t }: Translator, what: 'shares' | 'counts'): readonly Row[] => {
  const hidden = t('tables:hiddenCell');
  const numbers = <Thing>(cells: readonly (Thing | null)[], read: (cell: Thing) => number | null): Row =>
    cells.map((cell) => (cell === null ? hidden : (read(cell) ?? '')));
  return [
    [`${block.variable}. ${block.label}`],
    ...block.rows.map(({ label, cells }) => [
      capitalised(label),
      ...numbers(cells, ({ share, n }) => (what === 'shares' ? share : n)),
    ]),
    ...(what === 'counts'
      ? []
      : block.summaries.map(({ kind, cells }) => [
          t(`tables:summary.${kind}`),
          ...numbers(cells, ({ value }) => value),
        ])),
    [t('tables:n'), ...numbers(block.bases, ({ n }) => n)],
    [t('tables:weightedN'), ...numbers(block.bases, ({ weighted }) => weighted)],
  ];
};

const aboutOf = (
  { evaluation, dataset }: ReadTable,
  table: DisclosedTable,
  query: TableQuery,
  translator: Translator,
): readonly (readonly string[])[] => {
  const { t } = translator;
  const row = (name: string, text: string): readonly string[] => [t(`tables:file.${name}`), text];
  const { weight, filter } = table.request;
  return [
    row('study', evaluation.title),
    row('state', t(`tables:file.states.${evaluation.resultState}`)),
    row('dataset', dataset.title),
    row('respondents', table.filtered < table.smallestGroup ? `< ${table.smallestGroup}` : String(table.filtered)),
    row('filter', filter.map(({ variable, codes }) => `${variable}: ${codes.join(', ')}`).join('; ')),
    row('weight', weight ?? t('tables:unweighted')),
    row('level', t(`tables:level.${query.test.replace('.', '')}`)),
    row('protection', t('tables:hidden', { smallest: table.smallestGroup })),
    ...table.blocks.flatMap((block) => block.tests.map((test) => row('test', presentTest(test, translator)))),
    ...(evaluation.demonstration ? [row('demonstration', t('tables:file.demonstrationText'))] : []),
  ];
};
