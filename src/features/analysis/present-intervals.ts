import type {
  Comparison,
  Distribution,
  DistributionEstimates,
  Dot,
  Figure,
  Group,
  RatedRowResult,
  RatingsResult,
  TableCell,
} from './domain';
import { intervalChart } from './domain';
import { scaleWords, titleOfComparison } from './present-ratings';
import {
  emptyNote,
  fewCell,
  hiddenCell,
  meanIntervalText,
  nRangeText,
  protectionNotes,
  styleOf,
  type Words,
} from './present-words';

/** Means of several statements by institution: dots with intervals, one lane per institution, highest mean first. */
export const presentIntervals = (result: RatingsResult, words: Words): Figure | null => {
  const groups = words.groups.filter(({ code }) =>
    result.rows.some((row) => row.groups.some(({ group }) => group === code)),
  );
  if (groups.length < 2) return null;
  const rows = result.rows.toSorted((a, b) => totalMean(b) - totalMean(a));
  const { t } = words;
  const title = titleOfComparison(result, groups, words);
  return {
    id: `${result.question.id}.instytucje`,
    kind: 'intervals',
    title,
    sub: t('analysis:intervals.sub', { codes: result.question.codes, count: result.question.codes.split(', ').length }),
    alt: t('analysis:alt.rows', { title, rows: rows.map((row) => sentenceOf(row, groups, words)).join('; ') }),
    notes: notesOf(result, rows, words),
    legend: legendOf(result, rows, groups, words),
    table: {
      head: [
        { text: t('analysis:table.statement') },
        ...groups.map(({ code }) => ({ text: words.nameOf(code), sub: nRangeText(words, basesOf(rows, code)) })),
      ],
      rows: rows.map((row) => ({
        label: row.row.text,
        cells: groups.map(({ code }) =>
          meanCell(resultOf(row, code), lowerThan(result.comparisons, row.row.id, code, words), words),
        ),
      })),
    },
    half: false,
    chart: chartOf(result, rows, groups, words),
  };
};

const totalMean = ({ total }: RatedRowResult): number =>
  total.level === 'estimates' ? (total.estimates.mean?.mean ?? 0) : 0;

const resultOf = ({ groups }: RatedRowResult, code: string): Distribution | undefined =>
  groups.find(({ group }) => group === code)?.result;

const estimatesOf = (result: Distribution | undefined): DistributionEstimates | null =>
  result?.level === 'estimates' ? result.estimates : null;

const basesOf = (rows: readonly RatedRowResult[], code: string): readonly number[] => {
  const bases = rows.flatMap((row) => {
    const result = resultOf(row, code);
    return result === undefined || result.level === 'hidden' ? [] : [result.n];
  });
  return bases.length === 0 ? [0] : bases;
};

/** Letters of the groups that are significantly higher on this row. */
export const lowerThan = (
  comparisons: readonly Comparison[],
  row: string,
  code: string,
  { letterOf }: Words,
): string | undefined => {
  const letters = comparisons
    .filter((comparison) => comparison.row === row && comparison.lower === code)
    .map(({ first, second }) => letterOf(first === code ? second : first));
  return letters.length === 0 ? undefined : letters.sort().join(' ');
};

export const meanCell = (result: Distribution | undefined, lower: string | undefined, words: Words): TableCell => {
  if (result === undefined) return { text: '–', value: null };
  if (result.level === 'hidden') return hiddenCell(words);
  if (result.level === 'counts') return fewCell(words, result.n);
  const { mean, meanInterval } = result.estimates;
  if (mean === null || mean.mean === null) return { text: '–', value: null };
  return {
    text: words.format.decimal(mean.mean),
    value: mean.mean,
    ...(meanInterval && { sub: meanIntervalText(words, meanInterval) }),
    ...(lower !== undefined && { lowerThan: lower }),
  };
};

const legendOf = (
  result: RatingsResult,
  rows: readonly RatedRowResult[],
  groups: readonly Group[],
  words: Words,
): Figure['legend'] => {
  const higher = new Set(
    result.comparisons.flatMap(({ first, second, lower }) =>
      lower === null ? [] : [lower === first ? second : first],
    ),
  );
  return [
    ...groups.map((group) => ({
      ...styleOf(group),
      letter: group.letter,
      text: words.nameOf(group.code),
      note: nRangeText(words, basesOf(rows, group.code)),
    })),
    { text: words.t('analysis:legend.interval') },
    ...groups
      .filter(({ code }) => higher.has(code))
      .map(({ code, letter }) => ({ text: words.t('analysis:legend.lower', { letter, name: words.nameOf(code) }) })),
  ];
};

const chartOf = (
  result: RatingsResult,
  rows: readonly RatedRowResult[],
  groups: readonly Group[],
  words: Words,
): Figure['chart'] => {
  const series = groups.map((group, lane) => ({
    name: words.nameOf(group.code),
    ...styleOf(group),
    dots: rows.flatMap((row, place) => dotOf(result, row, place, { group: group.code, lane }, words)),
  }));
  if (series.every(({ dots }) => dots.length === 0)) return null;
  return intervalChart(
    rows.map((row) => ({
      label: row.row.text,
      // A row without a single dot says why, so that nobody takes it for an error.
      ...(row.groups.every(({ result: of }) => estimatesOf(of) === null) && { sub: words.t('analysis:few.short') }),
    })),
    groups.length,
    series,
    meanScale(result, words),
  );
};

export const meanScale = (result: RatingsResult, words: Words) => {
  const points = result.choices.flatMap(({ value }) => value ?? []);
  const [min, max] = [Math.min(...points), Math.max(...points)];
  const ends = scaleWords(result, words);
  return {
    min,
    max,
    step: 1,
    ticks: points.toSorted((a, b) => a - b).map((point) => words.format.integer(point)),
    ends,
  };
};

export const dotOf = (
  result: RatingsResult,
  row: RatedRowResult,
  place: number,
  { group, lane }: { readonly group: string; readonly lane: number },
  words: Words,
): readonly Dot[] => {
  const estimates = estimatesOf(resultOf(row, group));
  if (estimates === null || estimates.mean === null || estimates.mean.mean === null) return [];
  const cell = meanCell(resultOf(row, group), lowerThan(result.comparisons, row.row.id, group, words), words);
  const interval = estimates.meanInterval;
  return [
    {
      row: place,
      lane,
      value: estimates.mean.mean,
      text: cell.text,
      tip: tipOf(words.nameOf(group), cell, estimates.mean.n, words),
      ...(interval && { low: Math.max(1, interval.low), high: Math.min(5, interval.high) }),
      ...(cell.lowerThan !== undefined && { lowerThan: cell.lowerThan }),
    },
  ];
};

/** `OWES Północ: 4,61 (przedział 4,50–4,72), n = 66`. */
const tipOf = (name: string, { text, sub }: TableCell, n: number, { t, format }: Words): string =>
  t(sub === undefined ? 'analysis:tip.value' : 'analysis:tip.interval', {
    name,
    value: text,
    interval: sub,
    n: format.integer(n),
  });

const sentenceOf = (row: RatedRowResult, groups: readonly Group[], words: Words): string => {
  const values = groups.map(
    ({ code }) => `${words.nameOf(code)} ${meanCell(resultOf(row, code), undefined, words).text}`,
  );
  return `${row.row.text}: ${values.join(', ')}`;
};

export const testNotes = (comparisons: readonly Comparison[], { t }: Words): readonly string[] => {
  if (comparisons.length === 0) return [];
  const significant = comparisons.filter(({ lower }) => lower !== null).length;
  return [
    t('analysis:notes.test', { count: comparisons.length }),
    ...(significant === 0 ? [t('analysis:notes.noDifference')] : []),
  ];
};

const notesOf = (result: RatingsResult, rows: readonly RatedRowResult[], words: Words): readonly string[] => [
  ...testNotes(result.comparisons, words),
  words.t('analysis:notes.meanBase'),
  ...emptyNote(
    words,
    rows.flatMap(({ total }) => (total.level === 'hidden' ? [] : [total.counts])),
  ),
  ...protectionNotes(
    words,
    rows.flatMap((row) => row.groups.map(({ group, result: of }) => ({ name: words.nameOf(group), result: of }))),
  ),
];
