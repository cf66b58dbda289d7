import type { Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import { givenRows, type GivenTable } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { PublishedReport } from '../domain';
import type { Annex } from './read-annex';

const COLUMN_WIDTH = 14;
const FIRST_WIDTH = 48;
const LONGEST_CELL = 32_767;

/** All tables of a published report as a workbook: a list of contents, then a sheet for each with real numbers and notes. */
export const annexSheets = (
  { version, tables, evaluation }: Annex,
  translator: Translator,
): readonly WrittenSheet[] => {
  const { t } = translator;
  const nameOf = (at: number): string => t('exports:annex.sheet', { number: at + 1 });
  return [
    {
      name: t('exports:annex.contents'),
      headerRows: 1,
      widths: [12, 90, 30],
      rows: [
        [t('exports:annex.table'), t('exports:annex.question'), t('exports:annex.dataset')],
        ...tables.map((given, at) => [nameOf(at), questionOf(given), given.dataset.title]),
        [],
        ...aboutOf(version, evaluation, translator).map((line) => ['', line]),
      ],
    },
    ...tables.map((given, at): WrittenSheet => ({
      name: nameOf(at),
      widths: [FIRST_WIDTH, ...given.table.columns.map(() => COLUMN_WIDTH)],
      rows: givenRows(given, { ...evaluation, resultState: version.state }, translator).map((row) => row.map(cellOf)),
    })),
  ];
};

const cellOf = (cell: string | number): WrittenCell =>
  typeof cell === 'number' ? cell : cell === '' ? null : cell.slice(0, LONGEST_CELL);

/** Every question once: statements of a battery share theirs. */
const questionOf = ({ wordings }: GivenTable): string =>
  [...new Set(wordings.map(({ item, question }) => `${item}. ${question}`))].join(' | ').slice(0, LONGEST_CELL);

const aboutOf = (
  { title, version, state, dataCut, n, hash }: PublishedReport,
  { title: study, demonstration }: Evaluation,
  { t, format }: Translator,
): readonly string[] => [
  study,
  t('exports:annex.version', { title, version }),
  t(`exports:annex.state.${state}`, { day: dataCut === null ? '' : format.day(dataCut), n: format.integer(n) }),
  t('exports:annex.hash', { hash }),
  ...(demonstration ? [t('exports:annex.demonstration')] : []),
];
