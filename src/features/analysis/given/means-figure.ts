import { intervalChart, type DotScale, type Figure } from '../domain/figures';
import type { DisclosedBlock, SummaryCell } from '../domain/tables';
import { captionOfBatteryMeans, captionOfMeans } from './caption';
import { fitting, lanesOf, lookOf, type DrawnColumn } from './drawn-columns';
import { headsOf, lowerAt, summaryCell, tableOfBlock } from './figure-table';
import { nothingToDraw, notesOf, subOf } from './figure-notes';
import { scaleOf } from './means-scale';
import { meanTestNotes } from './test-notes';
import {
  chartLabel,
  columnName,
  nRangeText,
  nText,
  numberRange,
  quotable,
  statementOf,
  type GivenWords,
} from './given-words';

const LANE_HEIGHT = 20;

/** One row of dots: a statement, or a group. */
interface Line {
  readonly label: string;
  readonly sub?: string;
  /** By lane. */
  readonly cells: readonly (SummaryCell | null)[];
  readonly lowerThan: readonly (string | undefined)[];
}

interface Lines {
  readonly lines: readonly Line[];
  /** Names of the lanes; one without a name for rows that are groups themselves. */
  readonly lanes: readonly { readonly name: string; readonly note: string }[];
}

export const meansOf = (block: DisclosedBlock): readonly (SummaryCell | null)[] =>
  block.summaries.find(({ kind }) => kind === 'mean')?.cells ?? [];

/** Means of one question: everyone and each group, a row for each. */
export const presentMeans = (block: DisclosedBlock, words: GivenWords): Figure => {
  const means = meansOf(block);
  const all = words.given.table.columns.map((column, at) => ({ at, column }));
  const lines = all.map(({ at, column }): Line => ({
    label: chartLabel(columnName(column, words), words),
    ...(means[at] == null ? {} : { sub: nText(means[at].n, words) }),
    cells: [means[at] ?? null],
    lowerThan: [lowerAt(means, at, words)],
  }));
  const measure = words.t(block.kind === 'number' ? 'frozen:measure.number' : 'frozen:measure.means');
  return figureOf({
    id: `${block.variable}.srednie`,
    blocks: [block],
    title: captionOfMeans(block, words),
    sub: subOf(measure, block, words),
    notes: [
      words.t(block.kind === 'number' ? 'frozen:notes.numberBase' : 'frozen:notes.meanBase'),
      ...meanTestNotes([block], words),
    ],
    drawing: { lines, lanes: [{ name: measure, note: '' }] },
    table: tableOfBlock({ ...block, rows: [], summaries: block.summaries.filter(isMiddle) }, words),
    words,
  });
};

const isMiddle = ({ kind }: DisclosedBlock['summaries'][number]): boolean => kind === 'mean' || kind === 'median';

/** Means of the statements of a battery in each group: a row for each statement, a lane for each group. */
export const presentBatteryMeans = (
  { id, blocks, sub }: { readonly id: string; readonly blocks: readonly DisclosedBlock[]; readonly sub: string },
  words: GivenWords,
): Figure => {
  const { columns, leftOut } = lanesOf(blocks, (block, at) => meansOf(block)[at]?.value != null, words);
  const lines = blocks.map((block): Line => ({
    label: chartLabel(statementOf(block, words), words),
    cells: columns.map(({ at }) => meansOf(block)[at] ?? null),
    lowerThan: columns.map(({ at }) => lowerAt(meansOf(block), at, words)),
  }));
  return figureOf({
    id: `${id}.srednie`,
    blocks,
    title: captionOfBatteryMeans(blocks, words),
    sub,
    notes: [
      words.t('frozen:notes.meanBase'),
      ...meanTestNotes(blocks, words),
      ...(leftOut ? [words.t('frozen:notes.leftOut')] : []),
    ],
    drawing: { lines, lanes: columns.map((one) => laneOf(one, blocks, words)) },
    table: {
      head: [
        { text: words.t('frozen:statement') },
        ...(blocks[0] === undefined ? [] : headsOf(blocks[0], words)).map(({ text }) => ({ text })),
      ],
      rows: blocks.map((block) => ({
        label: statementOf(block, words),
        cells: words.given.table.columns.map((_, at) =>
          summaryCell('mean', meansOf(block)[at] ?? null, lowerAt(meansOf(block), at, words), words),
        ),
      })),
    },
    words,
  });
};

const laneOf = ({ at, column }: DrawnColumn, blocks: readonly DisclosedBlock[], words: GivenWords) => ({
  name: columnName(column, words),
  note: nRangeText(
    blocks.flatMap(({ bases }) => bases[at]?.n ?? []),
    words,
  ),
});

interface Parts {
  readonly id: string;
  readonly blocks: readonly DisclosedBlock[];
  readonly title: string;
  readonly sub: string;
  readonly notes: readonly string[];
  readonly drawing: Lines;
  readonly table: Figure['table'];
  readonly words: GivenWords;
}

const figureOf = ({ id, blocks, title, sub, notes, drawing, table, words }: Parts): Figure => {
  const lanes = Math.max(1, drawing.lanes.length);
  const fit = fitting(drawing.lines, ({ label }) => label, lanes * LANE_HEIGHT);
  const scale = scaleOf(
    blocks,
    drawing.lines.flatMap(({ cells }) => cells),
    words,
  );
  const isDrawn = scale !== null && drawing.lines.some(({ cells }) => cells.some((cell) => cell?.value != null));
  const isNamed = drawing.lanes.length > 1 || (drawing.lanes[0]?.note ?? '') !== '';
  return {
    id,
    kind: 'intervals',
    title,
    sub,
    alt: altOf(drawing, blocks, words),
    notes: [
      ...(isDrawn ? [] : [nothingToDraw(blocks, words)]),
      ...notesOf(blocks, words),
      ...notes,
      ...(fit.length < drawing.lines.length
        ? [words.t('frozen:notes.drawn', { count: fit.length, all: drawing.lines.length })]
        : []),
    ],
    legend:
      isDrawn && isNamed
        ? drawing.lanes.map(({ name, note }, place) => ({ ...lookOf(place), text: quotable(name, words), note }))
        : [],
    table,
    half: false,
    chart: isDrawn ? chartOf(fit, drawing.lanes, scale, words) : null,
  };
};

const chartOf = (lines: readonly Line[], lanes: Lines['lanes'], scale: DotScale, words: GivenWords) =>
  intervalChart(
    lines.map(({ label, sub, cells }) => ({
      label,
      ...(sub !== undefined && { sub }),
      ...(cells.every((cell) => cell === null) && { hidden: words.t('frozen:hiddenCell') }),
    })),
    lanes.length,
    lanes.map(({ name }, lane) => ({
      name: quotable(name, words),
      ...lookOf(lane),
      dots: lines.flatMap(({ label, cells, lowerThan }, row) => {
        const cell = cells[lane] ?? null;
        if (cell?.value == null) return [];
        const text = words.format.decimal(cell.value);
        const range = cell.interval === null ? '' : numberRange(cell.interval, words);
        const tip = words.t(range === '' ? 'frozen:tip.value' : 'frozen:tip.interval', {
          name: lanes.length > 1 ? `${label}, ${quotable(name, words)}` : label,
          value: text,
          range,
          n: words.format.integer(cell.n),
        });
        const ends = cell.interval === null ? {} : within(cell.interval, scale);
        const lower = lowerThan[lane];
        return [{ row, lane, value: cell.value, text, tip, ...ends, ...(lower !== undefined && { lowerThan: lower }) }];
      }),
    })),
    scale,
  );

/** An interval of a mean may reach beyond the scale itself; what is drawn does not. */
const within = ({ low, high }: { readonly low: number; readonly high: number }, { min, max }: DotScale) => ({
  low: Math.max(min, low),
  high: Math.min(max, high),
});

const altOf = ({ lines, lanes }: Lines, blocks: readonly DisclosedBlock[], words: GivenWords): string => {
  const { t, format } = words;
  const dots = lines
    .flatMap(({ label, cells }) =>
      cells.flatMap((cell, lane) =>
        cell?.value == null
          ? []
          : [{ name: lanes.length > 1 ? `${label}, ${lanes[lane]?.name ?? ''}` : label, value: cell.value, n: cell.n }],
      ),
    )
    .toSorted((a, b) => b.value - a.value);
  const [first, last] = [dots[0], dots.at(-1)];
  if (first === undefined || last === undefined) return nothingToDraw(blocks, words);
  const n = nRangeText(
    dots.map((dot) => dot.n),
    words,
  );
  if (dots.length === 1)
    return t('frozen:alt.oneMean', { name: quotable(first.name, words), value: format.decimal(first.value), n });
  return t('frozen:alt.means', {
    count: dots.length,
    n,
    highest: quotable(first.name, words),
    highestValue: format.decimal(first.value),
    lowest: quotable(last.name, words),
    lowestValue: format.decimal(last.value),
    difference: format.decimal(first.value - last.value),
  });
};
