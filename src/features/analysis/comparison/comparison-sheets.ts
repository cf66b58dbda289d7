import { capitalised, type Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { ComparedItem, DisclosedComparison } from '../domain/comparison';
import type { ReadComparison } from './read-comparison';
import { sentenceOf } from './present-sentence';
import { measureText, numberText, rowText, wordsOf, type Words } from './words';

type Row = readonly (string | number | null)[];

/** Groups and comparisons as real numbers, and a sheet that says what they are. */
export const comparisonSheets = (read: ReadComparison, translator: Translator): readonly WrittenSheet[] => {
  const { comparison } = read;
  if (comparison === null) return [];
  const { t } = translator;
  const words = wordsOf(comparison, translator);
  const sheet = (name: string, widths: readonly number[], rows: readonly Row[]): WrittenSheet => ({
    name: t(`comparison:file.${name}`),
    headerRows: 1,
    widths,
    rows: rows.map((row) => row.map((cell): WrittenCell => (cell === '' ? null : cell))),
  });
  const items = itemsOf(read, comparison);
  return [
    sheet('groups', [10, 48, 32, 28, 8, 10, 10, 12, 12, 12, 30], groupRows(items, words)),
    sheet('contrasts', [10, 48, 32, 24, 24, 12, 12, 12, 12, 12, 12, 12, 12, 20, 90], contrastRows(items, words)),
    { name: t('comparison:file.about'), widths: [28, 90], rows: aboutOf(read, comparison, translator) },
  ];
};

/** The same below one another, for CSV. */
export const comparisonRows = (
  read: ReadComparison,
  translator: Translator,
): readonly (readonly (string | number)[])[] => {
  const { comparison } = read;
  if (comparison === null) return [];
  const words = wordsOf(comparison, translator);
  const items = itemsOf(read, comparison);
  const rows: readonly Row[] = [
    ...aboutOf(read, comparison, translator),
    [],
    ...groupRows(items, words),
    [],
    ...contrastRows(items, words),
  ];
  return rows.map((row) => row.map((cell) => cell ?? ''));
};

/** The item in depth is compared both ways. */
const itemsOf = ({ depth }: ReadComparison, { items }: DisclosedComparison): readonly ComparedItem[] => {
  if (depth === null) return items;
  const { shown, other } = depth;
  return [{ ...shown.item, contrasts: [...shown.item.contrasts, ...(other?.item.contrasts ?? [])] }];
};

const headOf = (names: readonly string[], { t }: Words): Row => names.map((name) => t(`comparison:file.head.${name}`));

const startOf = ({ about }: ComparedItem, words: Words): Row => [
  numberText(about) ?? about.variable,
  capitalised(rowText(about)),
  measureText(about, words),
];

const groupRows = (items: readonly ComparedItem[], words: Words): readonly Row[] => [
  headOf(['number', 'item', 'measure', 'group', 'n', 'weighted', 'effective', 'value', 'low', 'high', 'remark'], words),
  ...items.flatMap((item) =>
    item.groups.map((group): Row => {
      const start = [...startOf(item, words), group.label];
      if (!group.seen)
        return [...start, null, null, null, null, null, null, words.t(`comparison:reason.${group.reason}`)];
      const { n, weighted, effectiveN, value, interval } = group.estimate;
      return [...start, n, weighted, effectiveN, value, interval?.low ?? null, interval?.high ?? null, null];
    }),
  ),
];

const CONTRAST_HEAD = [
  ...['number', 'item', 'measure', 'first', 'second', 'difference', 'low', 'high', 'p', 'adjustedP'],
  ...['effect', 'margin', 'equivalenceP', 'verdict', 'sentence'],
];

const contrastRows = (items: readonly ComparedItem[], words: Words): readonly Row[] => [
  headOf(CONTRAST_HEAD, words),
  ...items.flatMap((item) =>
    item.contrasts.map((contrast): Row => {
      const { found, verdict } = contrast;
      return [
        ...startOf(item, words),
        words.nameOf(contrast.first),
        words.nameOf(contrast.second),
        found?.difference ?? null,
        found?.interval?.low ?? null,
        found?.interval?.high ?? null,
        found?.p ?? null,
        found?.adjustedP ?? null,
        found?.effect.value ?? null,
        item.margin,
        found?.adjustedEquivalenceP ?? null,
        words.t(`comparison:verdict.${verdict}`),
        sentenceOf(item, contrast, words),
      ];
    }),
  ),
];

const aboutOf = (
  { evaluation, dataset }: ReadComparison,
  { request, smallestGroup }: DisclosedComparison,
  { t }: Translator,
): readonly (readonly string[])[] => {
  const row = (name: string, text: string): readonly string[] => [t(`comparison:file.row.${name}`), text];
  return [
    row('study', evaluation.title),
    row('state', t(`tables:file.states.${evaluation.resultState}`)),
    row('dataset', dataset.title),
    row('filter', request.filter.map(({ variable, codes }) => `${variable}: ${codes.join(', ')}`).join('; ')),
    row('weight', request.weight ?? t('comparison:field.unweighted')),
    row('family', t(`comparison:families.${request.family === 'page' ? 'strona' : 'pytanie'}`)),
    row('protection', t('comparison:notice.hidden', { smallest: smallestGroup })),
    row('method', t('comparison:file.method')),
    ...(evaluation.demonstration ? [row('demonstration', t('tables:file.demonstrationText'))] : []),
  ];
};
