import type { Figure, QuestionResult, Ranking, TableCell } from './domain';
import { plainBarChart } from './domain';
import { baseNote, baseText } from './present-bars';
import { emptyNote, fewCell, hiddenCell, labelOf, protectionNotes, shareInterval, type Words } from './present-words';

type RankingResult = Extract<QuestionResult, { readonly kind: 'ranking' }>;

/** Things in the chart; the table has all of them. */
const DRAWN = 10;

/** Share in the first three, highest first; first places, mean Borda points and institutions are in the table. */
export const presentRanking = (result: RankingResult, words: Words): Figure => {
  const { t } = words;
  const order = orderOf(result);
  const { codes, text } = result.question;
  const title = titleOf(result, order, words);
  return {
    id: `${result.question.id}.ranking`,
    kind: 'ranking',
    title,
    sub: t('analysis:ranking.sub', {
      text: text ?? '',
      codes,
      count: codes.split(', ').length,
      n: baseText(result.total, words),
    }),
    alt: t('analysis:alt.rows', {
      title,
      rows: order
        .slice(0, DRAWN)
        .map((at) => `${nameOf(result, at)} ${shareCell(result.total, at, 'firstThree', words).text}`)
        .join('; '),
    }),
    notes: notesOf(result, words),
    legend: [],
    table: tableOf(result, order, words),
    half: false,
    chart: chartOf(result, order.slice(0, DRAWN), title, words),
  };
};

const nameOf = ({ choices }: RankingResult, at: number): string => labelOf(choices[at]?.label ?? '');

const orderOf = ({ choices, total }: RankingResult): readonly number[] => {
  const places = choices.map((_, at) => at);
  if (total.level === 'hidden') return places;
  const { choices: counts } = total.counts;
  const weight = (at: number): number => (counts[at]?.firstThree ?? 0) * 1e3 + (counts[at]?.anyPlace ?? 0);
  return places.sort((a, b) => weight(b) - weight(a));
};

const shareCell = (
  result: Ranking,
  at: number,
  which: 'first' | 'firstThree' | 'anyPlace',
  words: Words,
): TableCell => {
  if (result.level === 'hidden') return hiddenCell(words);
  if (result.level === 'counts')
    return {
      text: words.t('analysis:people', { count: result.counts.choices[at]?.[which] ?? 0 }),
      value: result.counts.choices[at]?.[which] ?? null,
    };
  const share = result.estimates.choices[at]?.[which];
  if (share?.share == null) return { text: '–', value: null };
  const isMain = which === 'firstThree';
  return {
    text: words.format.percent(share.share),
    value: share.share,
    ...(isMain && share.interval && { sub: shareInterval(words, share.interval) }),
  };
};

const bordaCell = (result: Ranking, at: number, words: Words): TableCell => {
  if (result.level === 'hidden') return hiddenCell(words);
  if (result.level === 'counts') return fewCell(words, result.n);
  const points = result.estimates.choices[at]?.borda ?? null;
  return { text: points === null ? '–' : words.format.decimal(points), value: points };
};

const tableOf = (result: RankingResult, order: readonly number[], words: Words): Figure['table'] => ({
  head: [
    { text: words.t('analysis:table.answer') },
    { text: words.t('analysis:table.firstThree') },
    { text: words.t('analysis:table.first') },
    { text: words.t('analysis:table.anyPlace') },
    { text: words.t('analysis:table.borda', { most: result.most }) },
    ...result.groups.map(({ group, result: of }) => ({
      text: words.nameOf(group),
      sub: `${words.t('analysis:table.inThree')}, ${baseText(of, words)}`,
    })),
  ],
  rows: order.map((at) => ({
    label: nameOf(result, at),
    cells: [
      shareCell(result.total, at, 'firstThree', words),
      shareCell(result.total, at, 'first', words),
      shareCell(result.total, at, 'anyPlace', words),
      bordaCell(result.total, at, words),
      ...result.groups.map(({ result: of }) => shareCell(of, at, 'firstThree', words)),
    ],
  })),
});

const chartOf = ({ total, choices }: RankingResult, order: readonly number[], title: string, words: Words) => {
  if (total.level !== 'estimates') return null;
  const drawn = order.flatMap((at) => {
    const share = total.estimates.choices[at]?.firstThree;
    return share?.share == null
      ? []
      : [
          {
            label: labelOf(choices[at]?.label ?? ''),
            share: share.share,
            interval: share.interval,
            count: share.count,
          },
        ];
  });
  const { t, format } = words;
  return plainBarChart(
    drawn.map(({ label, share }) => ({ label, value: format.percent(share) })),
    title,
    drawn.map(({ label, share, interval, count }) => ({
      share,
      text: format.percent(share),
      tip: t('analysis:tip.bar', {
        name: label,
        value: format.percent(share),
        interval: interval ? shareInterval(words, interval) : '',
        n: format.integer(count),
      }),
    })),
  );
};

const notesOf = ({ total, choices, groups, most }: RankingResult, words: Words): readonly string[] => [
  words.t('analysis:notes.ranking', { most }),
  ...(choices.length > DRAWN ? [words.t('analysis:notes.firstOnly', { count: DRAWN })] : []),
  ...(total.level === 'hidden' ? [] : [baseNote(total.counts, words), ...emptyNote(words, [total.counts])]),
  ...protectionNotes(
    words,
    groups.map(({ group, result }) => ({ name: words.nameOf(group), result })),
  ),
];

const titleOf = ({ total, ...result }: RankingResult, order: readonly number[], words: Words): string => {
  const [first] = order;
  const share =
    total.level === 'estimates' && first !== undefined
      ? (total.estimates.choices[first]?.firstThree.share ?? null)
      : null;
  if (first === undefined || share === null) return result.question.text ?? '';
  return words.t('analysis:ranking.title', {
    answer: nameOf({ total, ...result }, first),
    percent: words.format.percent(share),
  });
};
