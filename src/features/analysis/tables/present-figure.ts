import { capitalised, type Translator } from '../../../platform/i18n';
import { intervalBars, type IntervalBar, type LegendEntry } from '../domain/figures';
import type { Cell, DisclosedBlock, TableColumn } from '../domain/tables';
import { groupNameOf, titleOf, type BlockContext } from './block-context';

export interface TableFigureView {
  readonly id: string;
  readonly title: string;
  /** What a person hears who does not see the chart. */
  readonly alt: string;
  readonly note: string;
  /** With the class that colours its mark. */
  readonly legend: readonly (LegendEntry & { readonly className: string })[];
  readonly chartJson: string;
  /** Name of the file without its ending. */
  readonly file: string;
}

const COLOURS = ['--s1', '--s2', '--s3', '--s4', '--s5'] as const;
const MOST_ROWS = 40;

/** Bars of the percentages of a block: the groups of its first banner where there are few, otherwise everyone together. */
export const presentTableFigure = (
  block: DisclosedBlock,
  context: BlockContext,
  translator: Translator,
): TableFigureView | null => {
  const { t, format } = translator;
  const drawn = drawnColumns(block, context.table.columns);
  if (block.rows.length === 0 || block.rows.length > MOST_ROWS || drawn.length === 0) return null;
  const rows = block.rows.map(({ label }) => ({ label: capitalised(label) }));
  const series = drawn.map(({ at, column }, place) => ({
    name: nameOf(column, translator),
    colour: COLOURS[place] ?? '--s1',
    bars: block.rows.map(({ cells, label }) =>
      barOf(cells[at] ?? null, `${nameOf(column, translator)}, ${label}`, translator),
    ),
  }));
  const [first] = drawn;
  const title = titleOf(block);
  const banner = first?.column.variable ?? null;
  return {
    id: `wykres-${block.variable}`,
    title,
    alt: altOf(block, drawn, translator),
    note: t(banner === null ? 'tables:figure.everyone' : 'tables:figure.groups', {
      group: banner === null ? '' : groupNameOf(banner, context),
    }),
    legend: drawn.map(({ at, column }, place) => ({
      colour: COLOURS[place] ?? '--s1',
      className: `f${place + 1}`,
      mark: 'square' as const,
      text: nameOf(column, translator),
      note: t('tables:figure.n', { n: format.integer(block.bases[at]?.n ?? 0) }),
    })),
    chartJson: JSON.stringify(intervalBars(rows, series, (share) => format.percent(share))),
    file: `${t('tables:figure.file')}-${block.variable.replaceAll(/[^A-Za-z0-9_-]/g, '')}`,
  };
};

interface Drawn {
  readonly at: number;
  readonly column: TableColumn;
}

/** Columns with percentages of the first banner; more than five would be a carpet. */
const drawnColumns = (block: DisclosedBlock, columns: readonly TableColumn[]): readonly Drawn[] => {
  const all = columns.map((column, at) => ({ at, column }));
  const hasShares = ({ at }: Drawn): boolean => block.rows.some(({ cells }) => (cells[at]?.share ?? null) !== null);
  const banner = columns.find(({ variable }) => variable !== null)?.variable ?? null;
  const ofBanner = all.filter(({ column }) => banner !== null && column.variable === banner).filter(hasShares);
  return ofBanner.length > 0 && ofBanner.length <= COLOURS.length ? ofBanner : all.slice(0, 1).filter(hasShares);
};

const nameOf = ({ variable, label, letter }: TableColumn, { t }: Translator): string =>
  variable === null ? t('tables:total') : `${capitalised(label)} (${letter ?? ''})`;

const barOf = (cell: Cell | null, name: string, { t, format }: Translator): IntervalBar | null => {
  if (cell?.share == null) return null;
  const { share, interval, n } = cell;
  const text = format.percent(share);
  if (interval === null) return { share, text, tip: t('tables:figure.tip', { name, text, n: format.integer(n) }) };
  const range = t('tables:cell.interval', {
    low: format.integer(interval.low * 100),
    high: format.percent(interval.high),
  });
  return { share, ...interval, text, tip: t('tables:figure.tipInterval', { name, text, range, n: format.integer(n) }) };
};

/** The largest share of each group as a sentence. */
const altOf = (block: DisclosedBlock, drawn: readonly Drawn[], translator: Translator): string => {
  const { t, format } = translator;
  const parts = drawn.map(({ at, column }) => {
    const [top] = block.rows.toSorted((a, b) => (b.cells[at]?.share ?? 0) - (a.cells[at]?.share ?? 0));
    return t('tables:figure.top', {
      group: nameOf(column, translator),
      answer: top?.label ?? '',
      share: format.percent(top?.cells[at]?.share ?? 0),
    });
  });
  return t('tables:figure.alt', { title: titleOf(block), parts: parts.join('; ') });
};
