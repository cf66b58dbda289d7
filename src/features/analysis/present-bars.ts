import type {
  AnswerFilter,
  Bases,
  Disclosed,
  Figure,
  FigureBar,
  FigureRow,
  QuestionResult,
  Share,
  TableCell,
} from './domain';
import { plainBarChart } from './domain';
import { emptyNote, hiddenText, labelOf, nText, protectionNotes, shareInterval, type Words } from './present-words';

type BarsResult = Extract<QuestionResult, { readonly kind: 'choice' | 'multiple' }>;

/** One answer offered: its share where it may be shown, its count otherwise. */
interface Bar {
  readonly label: string;
  readonly count: number;
  readonly share: Share | null;
  /** Code of the choice; null for "don't know". */
  readonly code: string | null;
}

/** Single and multiple choice: bars by size, "inne" and "żadne" last. The base is respondents, never ticks. */
export const presentBars = (result: BarsResult, chosen: AnswerFilter | null, words: Words): Figure => {
  const { t } = words;
  const bars = barsOf(result, words);
  const { codes, text } = result.question;
  const title = titleOf(result, bars, words);
  return {
    id: `${result.question.id}.${result.kind === 'multiple' ? 'wskazania' : 'odpowiedzi'}`,
    kind: 'bars',
    title,
    sub: t('analysis:bars.sub', {
      text: text ?? '',
      codes,
      kind: t(`analysis:bars.${result.kind}`),
      n: baseText(result.total, words),
    }),
    alt: t('analysis:alt.rows', { title, rows: bars.map((bar) => `${bar.label} ${valueOf(bar, words)}`).join('; ') }),
    notes: notesOf(result, chosen, words),
    legend: [],
    table: {
      head: [
        { text: t('analysis:table.answer') },
        { text: t('analysis:table.share') },
        { text: t('analysis:table.interval') },
        { text: t('analysis:table.count') },
      ],
      rows: bars.map((bar) => ({ label: bar.label, cells: cellsOf(bar, words) })),
    },
    bars: bars.map((bar) => doorOf(bar, result, chosen, words)),
    half: true,
    chart: result.total.level === 'estimates' ? chartOf(bars, title, words) : null,
  };
};

/** Answers given by so few that they could not be shown alone are no door; sensitive questions have none. */
const doorOf = (
  bar: Bar,
  { question, isSensitive }: BarsResult,
  chosen: AnswerFilter | null,
  words: Words,
): FigureBar => ({
  label: bar.label,
  text: valueOf(bar, words),
  share: bar.share?.share ?? null,
  choice: isSensitive || bar.count < words.smallestGroup ? null : bar.code,
  isChosen: chosen?.question === question.id && chosen.choice === bar.code,
});

const barsOf = (result: BarsResult, words: Words): readonly Bar[] => [
  ...choiceBars(result),
  ...dontKnowBar(result, words),
];

const choiceBars = ({ choices, total }: BarsResult): readonly Bar[] => {
  if (total.level === 'hidden') return [];
  const rank = (at: number): number => (choices[at]?.exclusive === true ? 2 : choices[at]?.other === true ? 1 : 0);
  return choices
    .map(({ label, code }, at) => ({
      at,
      code,
      label: labelOf(label),
      count: total.counts.choices[at] ?? 0,
      share: total.level === 'estimates' ? (total.estimates.choices[at] ?? null) : null,
    }))
    .sort((a, b) => rank(a.at) - rank(b.at) || b.count - a.count);
};

/** "Don't know" is part of the base of a single choice: without it the bars would not explain the percentages. */
const dontKnowBar = ({ kind, total }: BarsResult, { t }: Words): readonly Bar[] => {
  if (kind !== 'choice' || total.level === 'hidden' || total.counts.dontKnow === 0) return [];
  const share = total.level === 'estimates' ? total.estimates.dontKnow : null;
  return [{ label: t('analysis:table.dontKnow'), count: total.counts.dontKnow, share, code: null }];
};

const valueOf = ({ share, count }: Bar, { t, format }: Words): string =>
  share?.share == null ? t('analysis:people', { count }) : format.percent(share.share);

export const baseText = (result: Disclosed<unknown, unknown>, words: Words): string =>
  result.level === 'hidden' ? hiddenText(words) : nText(words, result.n);

const cellsOf = ({ share, count }: Bar, words: Words): readonly TableCell[] => [
  share?.share == null ? { text: '–', value: null } : { text: words.format.percent(share.share), value: share.share },
  { text: share?.interval == null ? '–' : shareInterval(words, share.interval), value: null },
  { text: words.format.integer(count), value: count },
];

const chartOf = (bars: readonly Bar[], title: string, words: Words) => {
  const rows: readonly FigureRow[] = bars.map((bar) => ({ label: bar.label, value: valueOf(bar, words) }));
  return plainBarChart(
    rows,
    title,
    bars.map((bar) => {
      const share = bar.share?.share ?? null;
      if (share === null) return null;
      const interval = bar.share?.interval;
      const tip = {
        name: bar.label,
        value: words.format.percent(share),
        interval: interval ? shareInterval(words, interval) : '',
        n: words.format.integer(bar.count),
      };
      return { share, text: words.format.percent(share), tip: words.t('analysis:tip.bar', tip) };
    }),
  );
};

/** `Podstawa: n = 97, pytanie zadano 103 osobom`. */
export const baseNote = (bases: Bases, { t, format }: Words): string =>
  t('analysis:notes.base', {
    n: format.integer(bases.answered),
    asked: format.integer(bases.asked),
    count: bases.asked,
  });

const notesOf = (
  { kind, total, question }: BarsResult,
  chosen: AnswerFilter | null,
  words: Words,
): readonly string[] => [
  ...(chosen?.question === question.id ? [words.t('analysis:bars.ownFilter')] : []),
  ...(kind === 'multiple' ? [words.t('analysis:notes.multiple')] : []),
  ...(total.level === 'hidden' ? [] : [baseNote(total.counts, words), ...emptyNote(words, [total.counts])]),
  ...protectionNotes(words, [{ name: words.t('analysis:groups.total'), result: total }]),
];

const titleOf = (result: BarsResult, bars: readonly Bar[], words: Words): string => {
  const [first] = bars.toSorted((a, b) => b.count - a.count);
  if (first === undefined || first.share?.share == null) return result.question.text ?? '';
  return words.t(`analysis:bars.title.${result.kind}`, {
    answer: first.label,
    percent: words.format.percent(first.share.share),
  });
};
