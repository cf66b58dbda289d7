import type { Figure, Recommendation, RecommendationResult, Segment, TableCell } from './domain';
import { segmentChart } from './domain';
import { lowerThan, testNotes } from './present-intervals';
import {
  emptyNote,
  fewCell,
  hiddenCell,
  hiddenText,
  nText,
  protectionNotes,
  signedInterval,
  type Words,
} from './present-words';

interface Line {
  readonly label: string;
  readonly group: string | null;
  readonly result: Recommendation;
}

/** 0–10: three-part bars, the score with its interval at the right; institutions in their fixed order, then everyone. */
export const presentRecommendation = (result: RecommendationResult, words: Words): Figure => {
  const { t } = words;
  const lines = linesOf(result, words);
  const title = titleOf(result.total, words);
  const { codes } = result.question;
  return {
    id: `${result.question.id}.nps`,
    kind: 'nps',
    title,
    sub: t('analysis:recommendation.sub', { codes, count: codes.split(', ').length }),
    alt: t('analysis:alt.rows', {
      title,
      rows: lines.map(({ label, result: of }) => `${label} ${scoreCell(of, undefined, words).text}`).join('; '),
    }),
    notes: [
      t('analysis:notes.recommendation'),
      ...testNotes(result.comparisons, words),
      ...emptyNote(words, result.total.level === 'hidden' ? [] : [result.total.counts]),
      ...protectionNotes(
        words,
        lines.map(({ label, result: of }) => ({ name: label, result: of })),
      ),
    ],
    legend: segmentsOf(lines, words).map(({ name, colour }) => ({ text: name, colour, mark: 'square' as const })),
    table: {
      head: ['institution', 'detractors', 'passives', 'promoters', 'nps']
        .map((name) => ({ text: t(`analysis:table.${name}`) }))
        .concat({ text: 'n' }),
      rows: lines.map((line) => ({ label: line.label, cells: cellsOf(line, result, words) })),
    },
    half: true,
    chart: lines.some(({ result: of }) => of.level === 'estimates')
      ? segmentChart(
          lines.map((line) => rowOf(line, words)),
          segmentsOf(lines, words),
        )
      : null,
  };
};

const linesOf = (result: RecommendationResult, words: Words): readonly Line[] => {
  const groups = result.groups.map(({ group, result: of }) => ({ label: words.nameOf(group), group, result: of }));
  return groups.length === 1
    ? groups
    : [...groups, { label: words.t('analysis:groups.total'), group: null, result: result.total }];
};

const rowOf = ({ label, result }: Line, words: Words) => {
  if (result.level === 'hidden') return { label, hidden: hiddenText(words) };
  const sub = nText(words, result.n);
  if (result.level === 'counts' || result.estimates.score === null)
    return { label, sub, hidden: words.t('analysis:few.short') };
  const { score, interval } = result.estimates;
  return {
    label,
    sub,
    value: words.t('analysis:recommendation.score', { score: words.format.signed(score) }),
    ...(interval && { valueSub: signedInterval(words, interval) }),
  };
};

const PARTS = [
  { part: 'detractors', colour: '--k1' },
  { part: 'passives', colour: '--k3' },
  { part: 'promoters', colour: '--k5' },
] as const;

const segmentsOf = (lines: readonly Line[], { t, format }: Words): readonly Segment[] =>
  PARTS.map(({ part, colour }) => {
    const name = t(`analysis:recommendation.${part}`);
    return {
      name,
      colour,
      labelColour: `${colour}-t`,
      parts: lines.map(({ label, result }) => {
        const share = result.level === 'estimates' ? result.estimates[part].share : null;
        if (share === null || result.level === 'hidden') return null;
        const tip = t('analysis:tip.value', {
          name: `${label}: ${name}`,
          value: format.percent(share),
          n: format.integer(result.n),
        });
        return { share, text: format.percent(share).replace(/\s*%$/, ''), tip };
      }),
    };
  });

const cellsOf = (
  { group, result }: Line,
  { comparisons, question }: RecommendationResult,
  words: Words,
): readonly TableCell[] => {
  if (result.level === 'hidden') return Array.from({ length: 5 }, () => hiddenCell(words));
  const counts = PARTS.map(({ part }): TableCell => {
    if (result.level === 'counts')
      return { text: words.t('analysis:people', { count: result.counts[part] }), value: result.counts[part] };
    const { share } = result.estimates[part];
    return { text: share === null ? '–' : words.format.percent(share), value: share };
  });
  const lower = group === null ? undefined : lowerThan(comparisons, question.id, group, words);
  return [...counts, scoreCell(result, lower, words), { text: words.format.integer(result.n), value: result.n }];
};

const scoreCell = (result: Recommendation, lower: string | undefined, words: Words): TableCell => {
  if (result.level === 'hidden') return hiddenCell(words);
  if (result.level === 'counts') return fewCell(words, result.n);
  const { score, interval } = result.estimates;
  if (score === null) return { text: '–', value: null };
  return {
    text: words.format.signed(score),
    value: score,
    ...(interval && { sub: signedInterval(words, interval) }),
    ...(lower !== undefined && { lowerThan: lower }),
  };
};

/** Promoters against detractors: more, fewer, or not to be told apart. */
const titleOf = (total: Recommendation, { t, format }: Words): string => {
  if (total.level !== 'estimates' || total.estimates.score === null) return t('analysis:recommendation.title.none');
  const { score, interval } = total.estimates;
  const nps = format.signed(score);
  if (interval === null || (interval.low <= 0 && interval.high >= 0))
    return t('analysis:recommendation.title.even', { nps });
  return t(score > 0 ? 'analysis:recommendation.title.more' : 'analysis:recommendation.title.fewer', { nps });
};
