import type { Dot, Figure, RatedRowResult, RatingsResult, TableCell } from './domain';
import { intervalChart } from './domain';
import { dotOf, lowerThan, meanCell, meanScale, testNotes } from './present-intervals';
import { emptyNote, hiddenText, nText, protectionNotes, shareInterval, styleOf, type Words } from './present-words';

/** One rating by institution: a row for each institution. */
export const presentLoneRating = (result: RatingsResult, words: Words): Figure | null => {
  const [row] = result.rows;
  if (row === undefined || row.groups.length === 0) return null;
  const { t } = words;
  const title = titleOf(result, words);
  const dots = row.groups.flatMap(({ group }, place) =>
    dotOf(result, row, place, { group, lane: 0 }, words).map((dot) => ({ group, dot })),
  );
  const cells = row.groups.map(({ group, result: of }) =>
    meanCell(of, lowerThan(result.comparisons, row.row.id, group, words), words),
  );
  return {
    id: `${result.question.id}.instytucje`,
    kind: 'intervals',
    title,
    sub: t('analysis:loneRating.sub', {
      codes: result.question.codes,
      count: result.question.codes.split(', ').length,
    }),
    alt: t('analysis:alt.rows', {
      title,
      rows: row.groups.map(({ group }, at) => `${words.nameOf(group)} ${cells[at]?.text ?? ''}`).join('; '),
    }),
    notes: [
      ...testNotes(result.comparisons, words),
      t('analysis:notes.meanBase'),
      ...emptyNote(words, row.total.level === 'hidden' ? [] : [row.total.counts]),
      ...protectionNotes(
        words,
        row.groups.map(({ group, result: of }) => ({ name: words.nameOf(group), result: of })),
      ),
    ],
    legend: legendOf(result, words),
    table: tableOf(row, cells, words),
    half: true,
    chart:
      dots.length === 0
        ? null
        : intervalChart(rowsOf(result, words), 1, seriesOf(dots, words), meanScale(result, words)),
  };
};

const tableOf = ({ groups }: RatedRowResult, means: readonly TableCell[], words: Words): Figure['table'] => ({
  head: [
    ...['institution', 'mean', 'top', 'interval'].map((name) => ({ text: words.t(`analysis:table.${name}`) })),
    { text: 'n' },
  ],
  rows: groups.map(({ group, result }, at) => {
    const top = result.level === 'estimates' ? result.estimates.top : null;
    const base = result.level === 'hidden' ? null : result.n;
    return {
      label: words.nameOf(group),
      cells: [
        means[at] ?? { text: '–', value: null },
        { text: top?.share == null ? '–' : words.format.percent(top.share), value: top?.share ?? null },
        { text: top?.interval == null ? '–' : shareInterval(words, top.interval), value: null },
        { text: base === null ? '–' : words.format.integer(base), value: base },
      ],
    };
  }),
});

const rowsOf = ({ rows: [row] }: RatingsResult, words: Words) =>
  (row?.groups ?? []).map(({ group, result }) => ({
    label: words.nameOf(group),
    ...(result.level === 'hidden' ? { hidden: hiddenText(words) } : { sub: nText(words, result.n) }),
  }));

const seriesOf = (dots: readonly { readonly group: string; readonly dot: Dot }[], words: Words) =>
  words.groups
    .filter(({ code }) => dots.some(({ group }) => group === code))
    .map((group) => ({
      name: words.nameOf(group.code),
      ...styleOf(group),
      dots: dots.filter((of) => of.group === group.code).map(({ dot }) => dot),
    }));

const legendOf = (result: RatingsResult, words: Words): Figure['legend'] => {
  const higher = new Set(
    result.comparisons.flatMap(({ first, second, lower }) =>
      lower === null ? [] : [lower === first ? second : first],
    ),
  );
  return [
    { text: words.t('analysis:legend.interval') },
    ...words.groups
      .filter(({ code }) => higher.has(code))
      .map(({ code, letter }) => ({ text: words.t('analysis:legend.lower', { letter, name: words.nameOf(code) }) })),
  ];
};

const titleOf = (result: RatingsResult, words: Words): string => {
  const { t, nameOf, format } = words;
  const significant = result.comparisons.find(({ lower }) => lower !== null);
  if (significant?.lower != null) {
    const { first, second, lower } = significant;
    return t('analysis:title.overallLower', { low: nameOf(lower), high: nameOf(lower === first ? second : first) });
  }
  if (result.comparisons.length > 0)
    return t('analysis:title.overallNoDifference', { count: result.rows[0]?.groups.length ?? 0 });
  const known = result.rows[0]?.groups.find(({ result: of }) => of.level === 'estimates');
  const mean = known?.result.level === 'estimates' ? known.result.estimates.mean?.mean : null;
  if (known === undefined || mean == null) return t('analysis:title.notCompared');
  return t('analysis:title.overallOne', { name: nameOf(known.group), mean: format.decimal(mean) });
};
