import { capitalised, type Translator } from '../../../../platform/i18n';
import type { GivenTable } from '../../../analysis';
import type { DisclosedBlock, SummaryKind } from '../../../analysis/domain';
import type { TableBlock, TableRow } from '../../domain';
import { HIDDEN, shareText, summaryText } from './cell-text';
import { clip, LONGEST } from './clip';
import { lettersIn, inParts, shownColumns, type ShownColumn } from './shown-columns';
import { wordingOf, type Unit } from './units';

/** `short`: what a chapter tells; `whole`: every answer, for the annex. */
export type Detail = 'short' | 'whole';

const MOST_COLUMNS = 6;

/** The tables of one question: answers by column, or of a battery its scale and its means. */
export const tablesOfUnit = (
  unit: Unit,
  given: GivenTable,
  { detail, translator }: { readonly detail: Detail; readonly translator: Translator },
): readonly TableBlock[] => {
  const { blocks, isBattery } = unit;
  const columns = shownColumns(given.table, blocks, translator);
  const hasMeans = blocks.some((block) => summaryOf(block, 'mean') !== undefined);
  if (!isBattery) return parted(unit, columns, (shown) => answerRows(unit, shown, translator), translator);
  if (!hasMeans && blocks[0]?.kind !== 'number') return [scaleTable(unit, translator)];
  const means = parted(unit, columns, (shown) => meanRows(unit, shown, translator), translator, 'means');
  if (blocks[0]?.kind === 'number') return means;
  if (detail === 'whole') return [scaleTable(unit, translator), ...(columns.length > 1 ? means : [])];
  return columns.length > 1 ? means : [endsTable(unit, translator)];
};

const captionOf = (unit: Unit): string => clip(`${unit.item}. ${wordingOf(unit)}`, LONGEST.caption);

const parted = (
  unit: Unit,
  columns: readonly ShownColumn[],
  rowsOf: (columns: readonly ShownColumn[]) => readonly TableRow[],
  { t }: Translator,
  head: 'answers' | 'means' = 'answers',
): readonly TableBlock[] => {
  const parts = inParts(columns, MOST_COLUMNS);
  return parts.map((shown, at) => ({
    kind: 'table',
    caption:
      parts.length === 1
        ? captionOf(unit)
        : t('compose:table.part', { caption: captionOf(unit), part: at + 1, parts: parts.length }),
    columns: [
      { label: t(`compose:table.${head}`), align: 'left', weight: 1 },
      ...shown.map(({ label }) => ({ label, align: 'right' as const })),
    ],
    rows: rowsOf(shown),
  }));
};

const answerRows = ({ blocks }: Unit, columns: readonly ShownColumn[], translator: Translator): readonly TableRow[] => {
  const [block] = blocks;
  if (block === undefined) return [];
  return [
    ...block.rows.map(({ label, cells }) => ({
      cells: [clip(capitalised(label), LONGEST.label), ...columns.map(({ at }) => shareText(cells[at], translator))],
    })),
    ...block.summaries.map(({ kind, cells }) => ({
      cells: [
        translator.t(`compose:summary.${kind}`),
        ...columns.map(({ at }) => summaryText(kind, cells[at], translator)),
      ],
      ...(block.rows.length === 0 ? {} : { total: true as const }),
    })),
    baseRow(block, columns, translator),
    ...weightedRow(block, columns, translator),
  ];
};

const baseRow = ({ bases }: DisclosedBlock, columns: readonly ShownColumn[], { t, format }: Translator): TableRow => ({
  cells: [t('compose:table.n'), ...columns.map(({ at }) => numberText(bases[at]?.n, format))],
  total: true,
});

/** Where somebody counts for more than one. */
const weightedRow = (
  { bases }: DisclosedBlock,
  columns: readonly ShownColumn[],
  { t, format }: Translator,
): readonly TableRow[] =>
  bases.every((base) => base === null || Math.abs(base.effectiveN - base.n) < 1e-9)
    ? []
    : [
        {
          cells: [t('compose:table.effectiveN'), ...columns.map(({ at }) => numberText(bases[at]?.effectiveN, format))],
          total: true,
        },
      ];

const numberText = (n: number | undefined, format: Translator['format']): string =>
  n === undefined ? HIDDEN : format.integer(n);

/** Means of each statement, with n in brackets. */
const meanRows = (unit: Unit, columns: readonly ShownColumn[], translator: Translator): readonly TableRow[] =>
  unit.blocks.map((block, place) => ({
    cells: [
      clip(capitalised(unit.statements[place] ?? block.label), LONGEST.label),
      ...columns.map(({ at }) => {
        const base = block.bases[at];
        const text = summaryText('mean', summaryOf(block, 'mean')?.cells[at], translator);
        return base === null || base === undefined || text === HIDDEN
          ? HIDDEN
          : translator.t('compose:table.withN', { text, n: translator.format.integer(base.n) });
      }),
    ],
  }));

/** Of a battery without columns: both ends of the scale, mean and n. */
const endsTable = (unit: Unit, translator: Translator): TableBlock => {
  const kinds = ENDS.filter((kind) => unit.blocks.some((block) => summaryOf(block, kind) !== undefined));
  return statementTable(unit, translator, kinds, () => []);
};

/** Every point of the scale by its code, both ends, mean and n. */
const scaleTable = (unit: Unit, translator: Translator): TableBlock => {
  const [first] = unit.blocks;
  const points = (first?.rows ?? []).filter(({ code }) => isChosen(unit, code));
  const isShort = points.every(({ code }) => code.length <= 3);
  const kinds = (['top-two', 'mean'] as const).filter((kind) => summaryOf(first, kind) !== undefined);
  const table = statementTable(unit, translator, kinds, () =>
    points.map(({ code, label }) => ({ code, label: isShort ? code : clip(capitalised(label), LONGEST.head) })),
  );
  const scale = points.map(({ code, label }) => `${code}\u00a0– ${clip(label, LONGEST.head)}`).join('; ');
  return isShort ? { ...table, note: translator.t('compose:table.scale', { scale }) } : table;
};

/** What nobody said of any statement needs no column. */
const isChosen = ({ blocks }: Unit, code: string): boolean =>
  blocks.some(({ rows }) =>
    rows.some((row) => row.code === code && (row.cells[0] === null || (row.cells[0]?.n ?? 0) > 0)),
  );

const ENDS: readonly SummaryKind[] = ['top-two', 'bottom-two', 'mean'];

const statementTable = (
  unit: Unit,
  translator: Translator,
  kinds: readonly SummaryKind[],
  pointsOf: () => readonly { readonly code: string; readonly label: string }[],
): TableBlock => {
  const { t, format } = translator;
  const points = pointsOf();
  return {
    kind: 'table',
    caption: captionOf(unit),
    columns: [
      { label: t('compose:table.statement'), align: 'left', weight: 1 },
      ...points.map(({ label }) => ({ label, align: 'right' as const })),
      ...kinds.map((kind) => ({ label: t(`compose:summary.${kind}`), align: 'right' as const })),
      { label: t('compose:table.n'), align: 'right' },
    ],
    rows: unit.blocks.map((block, place) => ({
      cells: [
        clip(capitalised(unit.statements[place] ?? block.label), LONGEST.label),
        ...points.map(({ code }) => shareText(block.rows.find((row) => row.code === code)?.cells[0], translator)),
        ...kinds.map((kind) => summaryText(kind, summaryOf(block, kind)?.cells[0], translator)),
        numberText(block.bases[0]?.n, format),
      ],
    })),
  };
};

const summaryOf = (block: DisclosedBlock | undefined, kind: SummaryKind) =>
  block?.summaries.find((row) => row.kind === kind);

/** Whether letters, daggers or small groups have to be explained below. */
export const remarksOn = (
  blocks: readonly DisclosedBlock[],
  smallest: number,
  { t }: Translator,
): readonly string[] => {
  const isHidden = blocks.some(({ hidden }) => hidden.some((reason) => reason !== null));
  const sizes = blocks.flatMap(({ bases }) => bases.flatMap((base) => (base === null ? [] : [base.n])));
  return [
    ...(lettersIn(blocks) ? [t('compose:remark.letters')] : []),
    ...(isHidden ? [t('compose:remark.hidden', { smallest })] : []),
    ...(sizes.some((n) => n > 0 && n < 30) ? [t('compose:remark.small')] : []),
  ];
};
