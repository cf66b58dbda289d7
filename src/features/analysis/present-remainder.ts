import type { Figure, Remainder, RemainderResult, TableCell } from './domain';
import { intervalChart } from './domain';
import { hiddenCell, hiddenText, nText, protectionNotes, shareInterval, styleOf, type Words } from './present-words';

interface Line {
  readonly label: string;
  readonly style: Pick<ReturnType<typeof styleOf>, 'colour' | 'mark'>;
  readonly result: Remainder;
}

const TOTAL_STYLE = { colour: '--s5', mark: 'rectRot' } as const;

/** How many of the jobs created with grants exist today: numbers, share and interval, by institution and altogether. */
export const presentRemainder = (result: RemainderResult, words: Words): Figure => {
  const { t } = words;
  const lines = linesOf(result, words);
  const title = titleOf(result.total, words);
  return {
    id: `${result.question.id}.miejsca-pracy`,
    kind: 'intervals',
    title,
    sub: t('analysis:remainder.sub', {
      codes: `${result.question.whole.map(({ field }) => field).join(', ')}, ${result.question.codes}`,
    }),
    alt: t('analysis:alt.rows', {
      title,
      rows: lines.map(({ label, result: of }) => `${label} ${shareCell(of, words).text}`).join('; '),
    }),
    notes: [
      t('analysis:notes.remainder'),
      ...protectionNotes(
        words,
        lines.map(({ label, result: of }) => ({ name: label, result: of })),
      ),
    ],
    legend: [{ text: t('analysis:legend.interval') }],
    table: {
      head: ['institution', 'created', 'remaining', 'share', 'respondents'].map((name) => ({
        text: t(`analysis:table.${name}`),
      })),
      rows: lines.map((line) => ({ label: line.label, cells: cellsOf(line.result, words) })),
    },
    half: true,
    chart: chartOf(lines, words),
  };
};

const linesOf = ({ total, groups }: RemainderResult, words: Words): readonly Line[] => [
  ...groups.flatMap(({ group, result }) => {
    const found = words.groups.find(({ code }) => code === group);
    return found === undefined ? [] : [{ label: words.nameOf(group), style: styleOf(found), result }];
  }),
  ...(groups.length === 1 ? [] : [{ label: words.t('analysis:groups.total'), style: TOTAL_STYLE, result: total }]),
];

const shareCell = (result: Remainder, words: Words): TableCell => {
  if (result.level === 'hidden') return hiddenCell(words);
  const { ratio, interval } = result.level === 'estimates' ? result.estimates : { ratio: null, interval: null };
  return {
    text: ratio === null ? '–' : words.format.percent(ratio),
    value: ratio,
    ...(interval && { sub: shareInterval(words, interval) }),
  };
};

const cellsOf = (result: Remainder, words: Words): readonly TableCell[] => {
  if (result.level === 'hidden') return Array.from({ length: 4 }, () => hiddenCell(words));
  const number = (value: number): TableCell => ({ text: words.format.integer(value), value });
  return [number(result.counts.whole), number(result.counts.part), shareCell(result, words), number(result.n)];
};

const chartOf = (lines: readonly Line[], words: Words): Figure['chart'] => {
  const series = lines.map(({ label, style, result }, row) => ({
    name: label,
    ...style,
    dots: dotsOf({ label, result }, row, words),
  }));
  if (series.every(({ dots }) => dots.length === 0)) return null;
  const rows = lines.map(({ label, result }) =>
    result.level === 'hidden' ? { label, hidden: hiddenText(words) } : { label, sub: nText(words, result.n) },
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => words.format.percent(share));
  return intervalChart(rows, 1, series, { min: 0, max: 1, step: 0.25, ticks });
};

const dotsOf = ({ label, result }: Pick<Line, 'label' | 'result'>, row: number, words: Words) => {
  if (result.level !== 'estimates' || result.estimates.ratio === null) return [];
  const { ratio, interval } = result.estimates;
  const { text, sub } = shareCell(result, words);
  const tip = words.t(sub === undefined ? 'analysis:tip.value' : 'analysis:tip.interval', {
    name: label,
    value: text,
    interval: sub,
    n: words.format.integer(result.n),
  });
  return [{ row, lane: 0, value: ratio, text, tip, ...(interval && { low: interval.low, high: interval.high }) }];
};

const titleOf = (total: Remainder, { t, format }: Words): string => {
  if (total.level === 'hidden') return t('analysis:remainder.title.none');
  if (total.level === 'counts' || total.estimates.ratio === null)
    return t('analysis:remainder.title.counts', {
      part: format.integer(total.counts.part),
      whole: format.integer(total.counts.whole),
    });
  return t('analysis:remainder.title.share', {
    percent: format.percent(total.estimates.ratio),
    whole: format.integer(total.counts.whole),
    count: total.counts.whole,
  });
};
