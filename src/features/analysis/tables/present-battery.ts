import { capitalised, type Translator } from '../../../platform/i18n';
import type { Battery, DisclosedBlock, SummaryKind } from '../domain/tables';
import type { Variable } from '../domain/variables/variable';
import type { BlockContext } from './block-context';
import type { RowView } from './present-block';
import { HIDDEN, PLAIN, presentCell, presentSummaryCell, type CellView } from './present-cell';
import { presentHidden, type HiddenView } from './present-hidden';
import { measureOfCell, measureOfSummary, proofAddress } from './proof-address';

export interface BatteryView {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Points of the scale, then the summaries. */
  readonly heads: readonly string[];
  readonly rows: readonly RowView[];
  /** Means by column; null without columns. */
  readonly means: { readonly rows: readonly RowView[]; readonly title: string; readonly note: string } | null;
  readonly hidden: HiddenView | null;
}

/** One row for each statement: shares of the points, sums of the ends, mean and n, as the sector prints them. */
export const presentBattery = (
  { variables: names }: Battery,
  variables: ReadonlyMap<string, Variable>,
  context: BlockContext,
  translator: Translator,
): BatteryView => {
  const { t } = translator;
  const blocks = sorted(
    names.flatMap((name) => context.table.blocks.find(({ variable }) => variable === name) ?? []),
    context.query.sortuj,
  );
  const summaries = SUMMARIES.filter((kind) => blocks.some((block) => summaryOf(block, kind) !== undefined));
  const points = blocks[0]?.rows ?? [];
  return {
    id: `bateria-${names.join('-')}`,
    title: titleOf(names, variables),
    note: t('tables:battery.note'),
    heads: [
      ...points.map(({ label }) => capitalised(label)),
      ...summaries.map((kind) => t(`tables:battery.${kind}`)),
      t('tables:n'),
    ],
    rows: blocks.map((block) => ({
      label: statementOf(block, variables),
      isTotal: false,
      cells: [
        ...points.map(({ code }) => pointCell(block, code, context, translator)),
        ...summaries.map((kind) => summaryCell(block, kind, { at: 0, context }, translator)),
        baseCell(block, translator),
      ],
    })),
    means: context.table.columns.length < 2 ? null : meansOf(blocks, variables, context, translator),
    hidden: blocks[0] === undefined ? null : presentHidden(blocks[0], context, translator),
  };
};

const SUMMARIES: readonly SummaryKind[] = ['top-two', 'bottom-two', 'recommendation', 'mean'];

const summaryOf = ({ summaries }: DisclosedBlock, kind: SummaryKind) => summaries.find((row) => row.kind === kind);

const meanOf = (block: DisclosedBlock): number => summaryOf(block, 'mean')?.cells[0]?.value ?? -Infinity;

/** By the mean, the highest first; otherwise as asked. */
const sorted = (blocks: readonly DisclosedBlock[], by: string): readonly DisclosedBlock[] =>
  by === 'srednia' ? blocks.toSorted((a, b) => meanOf(b) - meanOf(a)) : blocks;

const titleOf = (names: readonly string[], variables: ReadonlyMap<string, Variable>): string => {
  const origins = names.map((name) => variables.get(name)?.origin);
  const [first] = origins;
  const isOneItem = first?.kind === 'item' && origins.every((one) => one?.kind === 'item' && one.item === first.item);
  if (first?.kind === 'item' && isOneItem) return `${first.item}. ${first.wording}`;
  return names.length > 4 ? `${names[0] ?? ''}–${names.at(-1) ?? ''}` : names.join(', ');
};

const statementOf = ({ variable, label }: DisclosedBlock, variables: ReadonlyMap<string, Variable>): string => {
  const origin = variables.get(variable)?.origin;
  return `${variable}. ${origin?.kind === 'item' ? (origin.row ?? label) : label}`;
};

const pointCell = (block: DisclosedBlock, code: string, context: BlockContext, translator: Translator): CellView => {
  const cell = block.rows.find((row) => row.code === code)?.cells[0] ?? null;
  const [column] = context.table.columns;
  if (cell === null || column === undefined) return HIDDEN;
  const view = presentCell(cell, context.query.wartosci, translator);
  return {
    ...view,
    proof: proofAddress(context.provable, {
      variable: block.variable,
      code,
      measure: measureOfCell(context.query.wartosci),
      column,
    }),
  };
};

const summaryCell = (
  block: DisclosedBlock,
  kind: SummaryKind,
  { at, context }: { readonly at: number; readonly context: BlockContext },
  translator: Translator,
): CellView => {
  const row = summaryOf(block, kind);
  const cell = row?.cells[at];
  const column = context.table.columns[at];
  if (cell === undefined || cell === null || column === undefined)
    return row === undefined ? { ...PLAIN, text: '–' } : HIDDEN;
  const view = presentSummaryCell(kind, cell, context.query.wartosci, translator);
  const number = { variable: block.variable, code: null, measure: measureOfSummary(kind), column };
  return { ...view, proof: cell.value === null ? null : proofAddress(context.provable, number) };
};

const baseCell = ({ bases: [base] }: DisclosedBlock, { format }: Translator): CellView =>
  base === undefined || base === null ? HIDDEN : { ...PLAIN, text: format.integer(base.n) };

/** Statement by column: means with letters, or their recommendation. */
const meansOf = (
  blocks: readonly DisclosedBlock[],
  variables: ReadonlyMap<string, Variable>,
  context: BlockContext,
  translator: Translator,
): NonNullable<BatteryView['means']> => ({
  title: translator.t('tables:battery.means'),
  note: translator.t('tables:battery.meansNote'),
  rows: blocks.map((block) => ({
    label: statementOf(block, variables),
    isTotal: false,
    cells: context.table.columns.map((_, at) => summaryCell(block, 'mean', { at, context }, translator)),
  })),
});
