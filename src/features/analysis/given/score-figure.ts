import { segmentChart, type Figure, type Segment } from '../domain/figures';
import { countTogether, type DisclosedBlock, type SummaryCell } from '../domain/tables';
import { captionOfScore } from './caption';
import { fitting } from './drawn-columns';
import { tableOfBlock } from './figure-table';
import { nothingToDraw, notesOf, subOf } from './figure-notes';
import { testNotes } from './test-notes';
import { chartLabel, columnName, nRangeText, nText, quotable, scoreRange, type GivenWords } from './given-words';

const SEGMENT_HEIGHT = 28;

const PARTS = [
  { part: 'detractors', colour: '--k1', from: 0, to: 6 },
  { part: 'passives', colour: '--k3', from: 7, to: 8 },
  { part: 'promoters', colour: '--k5', from: 9, to: 10 },
] as const;

export const scoresOf = (block: DisclosedBlock): readonly (SummaryCell | null)[] =>
  block.summaries.find(({ kind }) => kind === 'recommendation')?.cells ?? [];

/** 0–10: three-part bars of everyone and each group, the score with its interval at the right. */
export const presentScore = (block: DisclosedBlock, words: GivenWords): Figure => {
  const { t } = words;
  const scores = scoresOf(block);
  const lines = words.given.table.columns.map((column, at) => ({
    at,
    label: chartLabel(columnName(column, words), words),
  }));
  const fit = fitting(lines, ({ label }) => label, SEGMENT_HEIGHT);
  const isDrawn = scores.some((cell) => cell?.value != null);
  const segments = segmentsOf(block, fit, words);
  return {
    id: `${block.variable}.nps`,
    kind: 'nps',
    title: captionOfScore(block, words),
    sub: subOf(t('frozen:measure.score'), block, words),
    alt: altOf(block, words),
    notes: [
      ...(isDrawn ? [] : [nothingToDraw([block], words)]),
      t('analysis:notes.recommendation'),
      ...notesOf([block], words),
      ...testNotes(block, words),
      ...(fit.length < lines.length ? [t('frozen:notes.drawn', { count: fit.length, all: lines.length })] : []),
    ],
    legend: isDrawn ? segments.map(({ name, colour }) => ({ text: name, colour, mark: 'square' as const })) : [],
    table: tableOfBlock(block, words),
    half: false,
    chart: isDrawn
      ? segmentChart(
          fit.map((line) => rowOf(line, block, words)),
          segments,
        )
      : null,
  };
};

interface Line {
  readonly at: number;
  readonly label: string;
}

const rowOf = ({ at, label }: Line, block: DisclosedBlock, words: GivenWords) => {
  const [cell, base] = [scoresOf(block)[at] ?? null, block.bases[at] ?? null];
  if (cell === null || base === null) return { label, hidden: words.t('frozen:hiddenCell') };
  const sub = nText(base.n, words);
  if (cell.value === null) return { label, sub, hidden: words.t('frozen:nothing.short') };
  return {
    label,
    sub,
    value: words.t('analysis:recommendation.score', { score: words.format.signed(cell.value) }),
    ...(cell.interval && { valueSub: scoreRange(cell.interval, words) }),
  };
};

const segmentsOf = (block: DisclosedBlock, lines: readonly Line[], words: GivenWords): readonly Segment[] => {
  const { categories } = words.named(block.variable);
  return PARTS.map(({ part, colour, from, to }) => {
    const codes = categories
      .filter(({ value, missing }) => missing === null && value !== null && value >= from && value <= to)
      .map(({ code }) => code);
    const name = words.t(`analysis:recommendation.${part}`);
    return {
      name,
      colour,
      labelColour: `${colour}-t`,
      parts: lines.map(({ at, label }) => {
        const counted = countTogether(block, codes, at);
        if (counted === null) return null;
        const value = words.format.percent(counted.share);
        const tip = words.t('frozen:tip.value', {
          name: `${label}: ${name}`,
          value,
          n: words.format.integer(counted.n),
        });
        return { share: counted.share, text: value.replace(/\s*%$/, ''), tip };
      }),
    };
  });
};

const altOf = (block: DisclosedBlock, words: GivenWords): string => {
  const { t, format } = words;
  const shown = words.given.table.columns
    .flatMap((column, at) => {
      const cell = scoresOf(block)[at];
      return cell?.value == null ? [] : [{ name: columnName(column, words), value: cell.value, n: cell.n }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return nothingToDraw([block], words);
  const n = nRangeText(
    shown.map((one) => one.n),
    words,
  );
  const highest = { highest: quotable(first.name, words), highestValue: format.signed(first.value) };
  if (shown.length === 1) return t('frozen:alt.oneScore', { n, ...highest });
  return t('frozen:alt.scores', {
    count: shown.length,
    n,
    ...highest,
    lowest: quotable(last.name, words),
    lowestValue: format.signed(last.value),
    difference: format.decimal(first.value - last.value, 0),
  });
};
