import type { FigureTable, HeadCell, TableCell, TableRow } from '../domain/figures';
import { countTogether, scaleEndsOf } from '../domain/tables';
import type { Cell, DisclosedBlock, SummaryCell, SummaryKind, TableColumn } from '../domain/tables';
import { columnName, labelText, nText, numberRange, scoreRange, shareRange, type GivenWords } from './given-words';

/** A block as it was told: answers, then summaries and n; a column for each group. */
export const tableOfBlock = (block: DisclosedBlock, words: GivenWords): FigureTable => ({
  head: [{ text: words.t('frozen:answer') }, ...headsOf(block, words)],
  rows: [
    ...block.rows.map(({ label, cells }): TableRow => ({
      label: labelText(label, words),
      cells: cells.map((cell, at) => shareCell(cell, lowerAt(cells, at, words), words)),
    })),
    ...rankingRows(block, words),
    ...endRows(block, words),
    ...block.summaries.map(({ kind, cells }): TableRow => ({
      label: summaryLabel(block, kind, words),
      strong: true,
      cells: cells.map((cell, at) => summaryCell(kind, cell, lowerAt(cells, at, words), words)),
    })),
    baseRow(block, words),
    ...(words.given.request.weight === null ? [] : [weightedRow(block, words)]),
  ],
});

export const headsOf = ({ bases }: DisclosedBlock, words: GivenWords): readonly HeadCell[] =>
  words.given.table.columns.map((column, at) => {
    const n = bases[at]?.n;
    const text = column.letter === null ? columnName(column, words) : `${columnName(column, words)} (${column.letter})`;
    return n === undefined ? { text } : { text, sub: nText(n, words) };
  });

export const hiddenCell = ({ t }: Pick<GivenWords, 't'>): TableCell => ({
  text: t('frozen:hiddenCell'),
  value: null,
  hidden: true,
});

export const NOTHING: TableCell = { text: '–', value: null };

/** A percentage with its interval; of fewer than ten people their number. */
export const shareCell = (cell: Cell | null, lowerThan: string | undefined, words: GivenWords): TableCell => {
  if (cell === null) return hiddenCell(words);
  const { share, interval, n } = cell;
  if (share === null) return { text: words.t('frozen:people', { count: n, n: words.format.integer(n) }), value: n };
  return {
    text: words.format.percent(share),
    value: share,
    ...(interval && { sub: shareRange(interval, words) }),
    ...(lowerThan !== undefined && { lowerThan }),
  };
};

export const summaryCell = (
  kind: SummaryKind,
  cell: SummaryCell | null,
  lowerThan: string | undefined,
  words: GivenWords,
): TableCell => {
  if (cell === null) return hiddenCell(words);
  const { value, interval } = cell;
  if (value === null) return NOTHING;
  const written = WRITTEN[kind];
  return {
    text: written.value(value, words),
    value,
    ...(interval && { sub: written.range(interval, words) }),
    ...(lowerThan !== undefined && { lowerThan }),
  };
};

type Range = { readonly low: number; readonly high: number };

const ofShares = {
  value: (value: number, { format }: GivenWords) => format.percent(value),
  range: (range: Range, words: GivenWords) => shareRange(range, words),
};
const ofNumbers = {
  value: (value: number, { format }: GivenWords) => format.decimal(value),
  range: (range: Range, words: GivenWords) => numberRange(range, words),
};

const WRITTEN: Readonly<Record<SummaryKind, typeof ofShares>> = {
  mean: ofNumbers,
  median: ofNumbers,
  'top-two': ofShares,
  'bottom-two': ofShares,
  recommendation: {
    value: (value, { format }) => format.signed(value),
    range: (range, words) => scoreRange(range, words),
  },
};

const isRatedOnly = (kind: SummaryKind): kind is 'top-two' | 'bottom-two' =>
  kind === 'top-two' || kind === 'bottom-two';

/** Of a scale with "don't know" beside it the ends stand twice: of all who answered, and of those who chose a point. */
const summaryLabel = (block: DisclosedBlock, kind: SummaryKind, words: GivenWords): string =>
  words.t(isRatedOnly(kind) && hasSilent(block, words) ? `frozen:rated.${kind}` : `frozen:summary.${kind}`);

const hasSilent = (block: DisclosedBlock, words: GivenWords): boolean => {
  const ends = scaleEndsOf(block, words.named(block.variable));
  return ends !== null && block.rows.length > ends.points.length;
};

const endRows = (block: DisclosedBlock, words: GivenWords): readonly TableRow[] => {
  const ends = scaleEndsOf(block, words.named(block.variable));
  if (ends === null || !hasSilent(block, words)) return [];
  return (['top', 'bottom'] as const).map((end): TableRow => ({
    label: words.t(`frozen:battery.${end}`),
    strong: true,
    cells: block.bases.map((base, at): TableCell => {
      if (base === null) return hiddenCell(words);
      const counted = countTogether(block, ends[end], at);
      if (counted === null) return NOTHING;
      const { share, interval } = counted;
      return { text: words.format.percent(share), value: share, ...(interval && { sub: shareRange(interval, words) }) };
    }),
  }));
};

interface Lettered {
  readonly higherThan: readonly string[];
}

/** Letters of the columns of the same row that are significantly higher. */
export const lowerAt = (
  cells: readonly (Lettered | null)[],
  at: number,
  { given: { table } }: Pick<GivenWords, 'given'>,
): string | undefined => {
  const own = table.columns[at];
  if (own === undefined || own.letter === null || cells[at] == null) return undefined;
  const higher = table.columns.flatMap((column, place) =>
    isBeside(column, own) && cells[place]?.higherThan.includes(own.letter ?? '') ? (column.letter ?? []) : [],
  );
  return higher.length === 0 ? undefined : higher.join(', ');
};

const isBeside = ({ variable }: TableColumn, own: TableColumn): boolean => variable === own.variable;

export const baseRow = ({ bases }: DisclosedBlock, words: GivenWords): TableRow => ({
  label: words.t('frozen:baseRow'),
  strong: true,
  cells: bases.map((base) =>
    base === null ? hiddenCell(words) : { text: words.format.integer(base.n), value: base.n },
  ),
});

const weightedRow = ({ bases }: DisclosedBlock, words: GivenWords): TableRow => ({
  label: words.t('frozen:weightedRow'),
  strong: true,
  cells: bases.map((base) =>
    base === null ? hiddenCell(words) : { text: words.format.decimal(base.weighted, 1), value: base.weighted },
  ),
});

/** Of options put in order: how many put each first, and its mean points. */
const rankingRows = ({ rows }: DisclosedBlock, words: GivenWords): readonly TableRow[] => {
  if (rows.every(({ cells }) => cells.every((cell) => cell?.ranking === undefined))) return [];
  return (['first', 'points'] as const).flatMap((kind) =>
    rows.map(({ label, cells }): TableRow => ({
      label: words.t(`frozen:ranking.${kind}`, { label: labelText(label, words) }),
      cells: cells.map((cell) => {
        if (cell === null) return hiddenCell(words);
        const value = cell.ranking?.[kind] ?? null;
        if (value === null) return NOTHING;
        return { text: kind === 'first' ? words.format.percent(value) : words.format.decimal(value), value };
      }),
    })),
  );
};
