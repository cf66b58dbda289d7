import { intervalBars, type Figure, type IntervalBar } from '../domain/figures';
import type { Cell, DisclosedBlock } from '../domain/tables';
import { captionOfShares } from './caption';
import { fitting, lanesOf, lookOf, type DrawnColumn } from './drawn-columns';
import { tableOfBlock } from './figure-table';
import { nothingToDraw, notesOf, subOf } from './figure-notes';
import { testNotes } from './test-notes';
import { chartLabel, columnName, nText, quotable, shareRange, type GivenWords } from './given-words';

const LANE_HEIGHT = 18;

/** Answers as bars with intervals, a lane for each group: a scale in its order, names by size, "don't know" last. */
export const presentShares = (block: DisclosedBlock, words: GivenWords): Figure => {
  const { t } = words;
  const { columns, leftOut } = lanesOf([block], hasShare, words);
  const rows = orderedRows(block, words);
  const fit = fitting(rows, ({ label }) => chartLabel(label, words), Math.max(1, columns.length) * LANE_HEIGHT);
  const isDrawn = columns.length > 0 && rows.length > 0;
  const isOfEveryone = columns.length === 1 && columns[0]?.at === 0;
  const isRanking = words.named(block.variable).places !== null;
  return {
    id: block.variable,
    kind: isRanking ? 'ranking' : 'bars',
    title: captionOfShares(block, words),
    sub: subOf(t(`frozen:measure.${measureOf(block, isRanking)}`), block, words),
    alt: altOf(rows, columns, block, words),
    notes: [
      ...(isDrawn ? [] : [nothingToDraw([block], words)]),
      ...notesOf([block], words),
      ...testNotes(block, words),
      ...(isDrawn && leftOut ? [t(isOfEveryone ? 'frozen:notes.onlyTotal' : 'frozen:notes.leftOut')] : []),
      ...(isDrawn && fit.length < rows.length
        ? [t('frozen:notes.drawn', { count: fit.length, all: rows.length })]
        : []),
    ],
    legend: !isDrawn || isOfEveryone ? [] : columns.map((drawn, place) => legendOf(drawn, place, block, words)),
    table: tableOfBlock(block, words),
    half: false,
    chart: isDrawn
      ? intervalBars(
          fit.map(({ label }) => ({
            label: chartLabel(label, words),
          })),
          columns.map(({ at, column }, place) => ({
            name: quotable(columnName(column, words), words),
            colour: lookOf(place).colour,
            bars: fit.map(({ cells, label }) => barOf(cells[at] ?? null, label, words)),
          })),
          (share) => words.format.percent(share),
        )
      : null,
  };
};

const measureOf = ({ percentsOf }: DisclosedBlock, isRanking: boolean): string => {
  if (percentsOf === 'mentions') return 'mentions';
  return isRanking ? 'ranking' : 'shares';
};

const hasShare = (block: DisclosedBlock, at: number): boolean =>
  block.rows.some(({ cells }) => (cells[at]?.share ?? null) !== null);

type Row = DisclosedBlock['rows'][number];

const orderedRows = (block: DisclosedBlock, words: GivenWords): readonly Row[] => {
  const { categories } = words.named(block.variable);
  const isMissing = ({ code }: Row): boolean => categories.find((one) => one.code === code)?.missing != null;
  const isScale = categories.some(({ value }) => value !== null);
  const inOrder = isScale ? block.rows : block.rows.toSorted((a, b) => weightOf(b) - weightOf(a));
  return [...inOrder.filter((row) => !isMissing(row)), ...inOrder.filter(isMissing)];
};

const weightOf = ({ cells }: Row): number => cells[0]?.weighted ?? -1;

const legendOf = ({ at, column }: DrawnColumn, place: number, { bases }: DisclosedBlock, words: GivenWords) => ({
  colour: lookOf(place).colour,
  mark: 'square' as const,
  text: quotable(columnName(column, words), words),
  note: nText(bases[at]?.n ?? 0, words),
  ...(column.letter !== null && { letter: column.letter }),
});

const barOf = (cell: Cell | null, label: string, words: GivenWords): IntervalBar | null => {
  if (cell?.share == null) return null;
  const { share, interval, n } = cell;
  const text = words.format.percent(share);
  const range = interval === null ? '' : shareRange(interval, words);
  const tip = words.t(range === '' ? 'frozen:tip.value' : 'frozen:tip.interval', {
    name: quotable(label, words),
    value: text,
    range,
    n: words.format.integer(n),
  });
  return { share, ...interval, text, tip };
};

const altOf = (
  rows: readonly Row[],
  columns: readonly DrawnColumn[],
  block: DisclosedBlock,
  words: GivenWords,
): string => {
  const { t, format } = words;
  const parts = columns.flatMap(({ at, column }) => {
    const shown = rows
      .flatMap(({ label, cells }) => {
        const share = cells[at]?.share ?? null;
        return share === null ? [] : [{ label, share }];
      })
      .toSorted((a, b) => b.share - a.share);
    const [first, last] = [shown[0], shown.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      t(shown.length === 1 ? 'frozen:alt.one' : 'frozen:alt.group', {
        group: quotable(columnName(column, words), words),
        n: nText(block.bases[at]?.n ?? 0, words),
        highest: quotable(first.label, words),
        highestValue: format.percent(first.share),
        lowest: quotable(last.label, words),
        lowestValue: format.percent(last.share),
        difference: format.integer((first.share - last.share) * 100),
      }),
    ];
  });
  return parts.length === 0
    ? nothingToDraw([block], words)
    : t('frozen:alt.shares', { count: rows.length, parts: parts.join('; ') });
};
