import { capitalised, type Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { Cell, DisclosedBlock, DisclosedTable } from '../domain/tables';
import { codesText } from './table-address';
import type { TableForm } from './inputs';
import { LEVELS } from './levels';
import { groupNameOf, titleOf, type BlockContext } from './block-context';
import { contextOf } from './present-page';
import { presentTest, testLine } from './present-test';
import type { ReadTable } from './read-table';

type Row = readonly (string | number)[];
/** What of a cell a sheet holds; letters and ends of intervals have sheets of their own. */
type Content = 'shares' | 'counts' | 'rowShares' | 'low' | 'high' | 'letters';

/** The table for a spreadsheet: shares, counts and summaries as real numbers, and a sheet that says what they are. */
export const tableSheets = (read: ReadTable, form: TableForm, translator: Translator): readonly WrittenSheet[] => {
  const { table } = read;
  if (table === null) return [];
  const { t } = translator;
  const context = contextOf(read, table, form);
  const sheet = (content: Content): WrittenSheet => ({
    name: t(`tables:file.${content}`),
    headerRows: 2,
    widths: [48, ...table.columns.map(() => 14)],
    rows: rowsOf(context, translator, content).map((row) =>
      row.map((cell): WrittenCell => (cell === '' ? null : cell)),
    ),
  });
  const isSeveral = table.columns.length > 1;
  return [
    sheet('shares'),
    sheet('counts'),
    sheet('low'),
    sheet('high'),
    ...(isSeveral ? [sheet('rowShares'), sheet('letters')] : []),
    { name: t('tables:file.about'), widths: [28, 90], rows: aboutOf(read, context, translator) },
  ];
};

/** The same as one list of rows, for CSV: what it is, then shares and counts below one another. */
export const tableRows = (read: ReadTable, form: TableForm, translator: Translator): readonly Row[] => {
  const { table } = read;
  if (table === null) return [];
  const context = contextOf(read, table, form);
  const contents: readonly Content[] = ['shares', 'counts', 'low', 'high'];
  return [
    ...aboutOf(read, context, translator),
    ...contents.flatMap((content) => [
      [],
      [translator.t(`tables:file.${content}`)],
      ...rowsOf(context, translator, content),
    ]),
  ];
};

const rowsOf = (context: BlockContext, translator: Translator, content: Content): readonly Row[] => {
  const { t } = translator;
  const { columns, blocks } = context.table;
  const groups = columns.map(({ variable }) => (variable === null ? '' : groupNameOf(variable, context)));
  const heads = columns.map(({ label, letter }) =>
    letter === null ? t('tables:total') : `${capitalised(label)} (${letter})`,
  );
  return [
    ['', ...groups],
    [t('tables:answer'), ...heads],
    ...blocks.flatMap((block) => blockRows(block, translator, content)),
  ];
};

const READERS: Readonly<Record<Content, (cell: Cell) => string | number | null>> = {
  shares: ({ share }) => share,
  counts: ({ n }) => n,
  rowShares: ({ rowShare }) => rowShare,
  low: ({ interval }) => interval?.low ?? null,
  high: ({ interval }) => interval?.high ?? null,
  letters: ({ higherThan }) => higherThan.join(' '),
};

const blockRows = (block: DisclosedBlock, { t }: Translator, content: Content): readonly Row[] => {
  const hidden = t('tables:hiddenCell');
  const numbers = <Thing>(cells: readonly (Thing | null)[], read: (cell: Thing) => string | number | null): Row =>
    cells.map((cell) => (cell === null ? hidden : (read(cell) ?? '')));
  return [
    [titleOf(block)],
    ...block.rows.map(({ label, cells }) => [capitalised(label), ...numbers(cells, READERS[content])]),
    ...(content === 'shares' ? rankingRows(block, numbers, t) : []),
    ...(content === 'counts' || content === 'rowShares'
      ? []
      : block.summaries.map(({ kind, cells }) => [
          t(`tables:summary.${kind}`),
          ...numbers(cells, (cell) =>
            content === 'shares'
              ? cell.value
              : content === 'letters'
                ? cell.higherThan.join(' ')
                : (cell.interval?.[content] ?? null),
          ),
        ])),
    [t('tables:n'), ...numbers(block.bases, ({ n }) => n)],
    [t('tables:weightedN'), ...numbers(block.bases, ({ weighted }) => weighted)],
    [t('tables:effectiveN'), ...numbers(block.bases, ({ effectiveN }) => effectiveN)],
  ];
};

type Numbers = <Thing>(cells: readonly (Thing | null)[], read: (cell: Thing) => number | null) => Row;

const rankingRows = ({ rows }: DisclosedBlock, numbers: Numbers, t: Translator['t']): readonly Row[] =>
  rows.every(({ cells }) => cells.every((cell) => cell?.ranking === undefined))
    ? []
    : (['first', 'points'] as const).flatMap((kind) =>
        rows.map(({ label, cells }) => [
          t(`tables:file.${kind}`, { label: capitalised(label) }),
          ...numbers(cells, ({ ranking }) => ranking?.[kind] ?? null),
        ]),
      );

const aboutOf = (
  { evaluation, dataset, leftOut }: ReadTable,
  context: BlockContext,
  translator: Translator,
): readonly (readonly string[])[] => {
  const { t, format } = translator;
  const { table, query } = context;
  const row = (name: string, text: string): readonly string[] => [t(`tables:file.${name}`), text];
  const { weight, filter, merges = [] } = table.request;
  return [
    row('study', evaluation.title),
    row('state', t(`tables:file.states.${evaluation.resultState}`)),
    row('dataset', dataset.title),
    row(
      'cut',
      [
        dataset.dataCut === null ? '' : format.day(dataset.dataCut),
        t('tables:file.cutNumber', { cut: dataset.cut }),
      ].join(' '),
    ),
    row('respondents', filteredText(table)),
    row('filter', filter.map((one) => codesText(one)).join('; ')),
    row('weight', weight === null ? t('tables:unweighted') : weightText(dataset.set.variables.get(weight), weight)),
    row('base', t(`tables:choice.podstawa.${query.podstawa}`)),
    row(
      'merges',
      merges
        .map(({ variable, codes, label }) => `${variable}: ${codes.join(' + ')}${label === null ? '' : ` = ${label}`}`)
        .join('; '),
    ),
    row('leftOut', leftOut.map(({ variable, label }) => `${variable}: ${label}`).join('; ')),
    row('level', t(`tables:choice.test.${query.test.replace('.', '')}`)),
    row('protection', t('tables:file.protectionText', { smallest: table.smallestGroup })),
    ...table.blocks.flatMap((block) =>
      block.tests.map((test) =>
        row(
          'test',
          `${block.variable}: ${testLine(presentTest(test, groupNameOf(test.variable, context), LEVELS[query.test], translator))}`,
        ),
      ),
    ),
    ...(evaluation.demonstration ? [row('demonstration', t('tables:file.demonstrationText'))] : []),
  ];
};

const filteredText = ({ filtered, smallestGroup }: DisclosedTable): string =>
  filtered > 0 && filtered < smallestGroup ? `< ${smallestGroup}` : String(filtered);

const weightText = (
  variable: { readonly label: string; readonly origin?: unknown } | undefined,
  name: string,
): string => {
  const origin = variable?.origin as { readonly version?: number } | undefined;
  const version = origin?.version === undefined ? '' : `, v${origin.version}`;
  return variable === undefined || variable.label === name
    ? `${name}${version}`
    : `${name}: ${variable.label}${version}`;
};
