import type { Translator } from '../../../platform/i18n';
import type { WrittenSheet } from '../../../platform/spreadsheet';
import { MISSING_CODES } from './present-entry';
import { originOf, type Dictionary } from './read-dictionary';

type Row = readonly (string | number)[];

const COLUMNS = [
  'name',
  'label',
  'kind',
  'level',
  'origin',
  'all',
  'asked',
  'answered',
  ...MISSING_CODES.map((code) => `s${code}` as const),
  'versions',
  'scale',
  'criterion',
  'comparison',
  'sensitive',
  'from',
] as const;

/** The dictionary for a spreadsheet: variables, their answers, and what the numbers are. */
export const dictionarySheets = (dictionary: Dictionary, translator: Translator): readonly WrittenSheet[] => {
  const { t } = translator;
  const sheet = (name: string, rows: readonly Row[], widths: readonly number[]): WrittenSheet => ({
    name: t(`variables:file.${name}`),
    headerRows: 1,
    widths,
    rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
  });
  return [
    sheet('variables', variableRows(dictionary, translator), [18, 60, 18, 16, 20]),
    sheet('answers', answerRows(dictionary, translator), [18, 14, 60, 10, 10, 10]),
    sheet('about', aboutRows(dictionary, translator), [20, 90]),
  ];
};

/** The same as one list, for CSV: one line for each variable. */
export const dictionaryRows = (dictionary: Dictionary, translator: Translator): readonly Row[] => [
  ...aboutRows(dictionary, translator),
  [],
  ...variableRows(dictionary, translator),
  [],
  ...answerRows(dictionary, translator),
];

const counted = (count: number | null | undefined, { t }: Translator): string | number =>
  count ?? t('variables:base.hidden');

const variableRows = ({ entries }: Dictionary, translator: Translator): readonly Row[] => {
  const { t } = translator;
  return [
    COLUMNS.map((column) => t(`variables:file.column.${column}`)),
    ...entries.map((entry): Row => {
      const { name, label, kind, level, counts, origin, versions, sensitive } = entry;
      const item = origin?.kind === 'item' ? origin : null;
      return [
        name,
        label,
        t(`variables:kind.${kind}`),
        t(`variables:level.${level}`),
        t(`variables:origin.${originOf(entry)}`),
        counted(counts.all, translator),
        counted(counts.asked, translator),
        counted(counts.answered, translator),
        ...MISSING_CODES.map((_, at) => counted(counts.states[at], translator)),
        versions.join(', '),
        item?.scale ?? '',
        item?.criterion == null ? '' : t(`bank:criterion.${item.criterion}`),
        item?.comparisonCode ?? '',
        sensitive === true ? t('variables:file.yes') : '',
        origin?.kind === 'derived' ? origin.from.join(', ') : '',
      ];
    }),
  ];
};

const answerRows = ({ entries }: Dictionary, translator: Translator): readonly Row[] => {
  const { t } = translator;
  return [
    ['name', 'code', 'answer', 'value', 'missing', 'n'].map((column) => t(`variables:file.column.${column}`)),
    ...entries.flatMap(({ name, categories, counts }) =>
      categories.map(({ code, label, value, missing }, at): Row => [
        name,
        code,
        label,
        value ?? '',
        missing ?? '',
        counted(counts.categories[at], translator),
      ]),
    ),
  ];
};

const aboutRows = ({ evaluation, dataset }: Dictionary, { t }: Translator): readonly Row[] => [
  [t('variables:file.study'), evaluation.title],
  [t('variables:file.dataset'), dataset.title],
  [t('variables:file.cut'), dataset.dataCut ?? ''],
  [t('variables:file.protection'), t('variables:protection', { smallest: evaluation.smallestGroup })],
];
