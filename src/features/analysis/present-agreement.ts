import { capitalised } from '../../platform/i18n';
import type {
  Distribution,
  DistributionCounts,
  Figure,
  RatedRowResult,
  RatingsResult,
  Segment,
  Share,
  TableCell,
} from './domain';
import { segmentChart } from './domain';
import { titleOfDistribution, topShareOf } from './present-ratings';
import { emptyNote, fewCell, hiddenCell, hiddenText, nText, protectionNotes, type Words } from './present-words';

/** A row of the figure: a statement, or an institution where a question has one statement only. */
interface Line {
  readonly label: string;
  readonly result: Distribution;
}

/** The distribution as the sector prints it: scale points, "don't know", top-2, bottom-2, mean. Most agreement first. */
export const presentAgreement = (result: RatingsResult, words: Words): Figure => {
  const { t } = words;
  const lines = linesOf(result, words);
  const title = titleOfDistribution(result, words);
  const hasNotApplicable = lines.some(({ result: of }) => of.level !== 'hidden' && of.counts.notApplicable > 0);
  const { scale, codes, text } = result.question;
  return {
    id: `${result.question.id}.rozklad`,
    kind: 'agreement',
    title,
    sub: t('analysis:agreement.sub', {
      codes,
      count: codes.split(', ').length,
      top: t(`analysis:scale.${scale}.top`),
      text: text ?? '',
    }).trim(),
    alt: t('analysis:alt.rows', { title, rows: lines.map((line) => sentenceOf(line, words)).join('; ') }),
    notes: [
      t('analysis:notes.percentBase'),
      ...emptyNote(
        words,
        lines.flatMap(({ result: of }) => (of.level === 'hidden' ? [] : [of.counts])),
      ),
      t('analysis:notes.smallLabels'),
      ...protectionNotes(
        words,
        lines.map(({ label, result: of }) => ({ name: label, result: of })),
      ),
    ],
    legend: segmentsOf(result, lines, words).map(({ name, colour, isOutlined }) => ({
      text: name,
      colour,
      mark: isOutlined ? 'outline' : 'square',
    })),
    table: {
      head: headOf(result, hasNotApplicable, words),
      rows: lines.map((line) => ({ label: line.label, cells: cellsOf(line.result, result, hasNotApplicable, words) })),
    },
    half: false,
    chart: lines.some(({ result: of }) => of.level === 'estimates') ? chartOf(result, lines, words) : null,
  };
};

const linesOf = (result: RatingsResult, words: Words): readonly Line[] => {
  const [row] = result.rows;
  if (row !== undefined && result.rows.length === 1) {
    const total: Line = { label: words.t('analysis:groups.total'), result: row.total };
    const groups = row.groups.map(({ group, result: of }) => ({ label: words.nameOf(group), result: of }));
    return groups.length > 1 ? [...groups, total] : groups;
  }
  return result.rows
    .toSorted((a, b) => topOf(b) - topOf(a))
    .map(({ row: { text }, total }) => ({ label: text, result: total }));
};

const topOf = (row: RatedRowResult): number => topShareOf(row)?.share ?? -1;

const chartOf = (result: RatingsResult, lines: readonly Line[], words: Words) =>
  segmentChart(
    lines.map(({ label, result: of }) => {
      if (of.level === 'hidden') return { label, hidden: hiddenText(words) };
      if (of.level === 'counts') return { label, hidden: nText(words, of.n) };
      const share = of.estimates.top?.share ?? null;
      return { label, value: share === null ? '–' : words.format.percent(share), valueSub: nText(words, of.n) };
    }),
    segmentsOf(result, lines, words),
  );

const segmentsOf = (result: RatingsResult, lines: readonly Line[], words: Words): readonly Segment[] => {
  const points = result.choices
    .map((choice, at) => ({ choice, at }))
    .sort((a, b) => (a.choice.value ?? 0) - (b.choice.value ?? 0));
  const segments = points.map(({ choice, at }, place) => ({
    name: capitalised(choice.label),
    colour: `--k${place + 1}`,
    labelColour: `--k${place + 1}-t`,
    parts: lines.map((line) =>
      partOf(capitalised(choice.label), line, (estimates) => estimates.choices[at] ?? null, words),
    ),
  }));
  const silent = {
    name: words.t('analysis:agreement.noOpinion'),
    colour: '--surface',
    labelColour: '--ink-2',
    isOutlined: true as const,
    parts: lines.map((line) => partOf(words.t('analysis:agreement.noOpinion'), line, noOpinion, words)),
  };
  return silent.parts.some((part) => part !== null && part.share > 0) ? [...segments, silent] : segments;
};

type Estimates = Extract<Distribution, { readonly level: 'estimates' }>['estimates'];

/** "Don't know" and "does not apply" together: they are one segment, two columns of the table. */
const noOpinion = ({ dontKnow, notApplicable }: Estimates): Pick<Share, 'share'> => ({
  share: dontKnow.share === null || notApplicable.share === null ? null : dontKnow.share + notApplicable.share,
});

const partOf = (
  name: string,
  { label, result }: Line,
  of: (estimates: Estimates) => Pick<Share, 'share'> | null,
  { t, format }: Words,
) => {
  if (result.level !== 'estimates') return null;
  const share = of(result.estimates)?.share ?? null;
  if (share === null) return null;
  return {
    share,
    text: format.percent(share).replace(/\s*%$/, ''),
    tip: t('analysis:tip.value', {
      name: `${label}: ${name}`,
      value: format.percent(share),
      n: format.integer(result.n),
    }),
  };
};

const headOf = ({ choices }: RatingsResult, hasNotApplicable: boolean, { t }: Words) => [
  { text: t('analysis:table.statement') },
  ...ordered(choices).map(({ label }) => ({ text: capitalised(label) })),
  { text: t('analysis:table.dontKnow') },
  ...(hasNotApplicable ? [{ text: t('analysis:table.notApplicable') }] : []),
  { text: t('analysis:table.top') },
  { text: t('analysis:table.bottom') },
  { text: t('analysis:table.mean') },
  { text: 'n' },
];

const ordered = (choices: RatingsResult['choices']) => choices.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));

const cellsOf = (
  result: Distribution,
  { choices }: RatingsResult,
  hasNotApplicable: boolean,
  words: Words,
): readonly TableCell[] => {
  const width = choices.length + (hasNotApplicable ? 6 : 5);
  if (result.level === 'hidden') return Array.from({ length: width }, () => hiddenCell(words));
  if (result.level === 'counts') return countCells(result.counts, choices, hasNotApplicable, words);
  const { estimates } = result;
  const order = ordered(choices).map((choice) => choices.indexOf(choice));
  const mean = estimates.mean?.mean ?? null;
  const shares = [
    ...order.map((at) => estimates.choices[at]),
    estimates.dontKnow,
    ...(hasNotApplicable ? [estimates.notApplicable] : []),
    estimates.top,
    estimates.bottom,
  ];
  return [
    ...shares.map((share): TableCell => ({
      text: share?.share == null ? '–' : words.format.percent(share.share),
      value: share?.share ?? null,
    })),
    { text: mean === null ? '–' : words.format.decimal(mean), value: mean },
    { text: words.format.integer(result.n), value: result.n },
  ];
};

/** 5 to 9 people: numbers of answers, no percentages and no mean. */
const countCells = (
  counts: DistributionCounts,
  choices: RatingsResult['choices'],
  hasNotApplicable: boolean,
  words: Words,
): readonly TableCell[] => {
  const people = (count: number): TableCell => ({ text: words.t('analysis:people', { count }), value: count });
  return [
    ...ordered(choices).map((choice) => people(counts.choices[choices.indexOf(choice)] ?? 0)),
    people(counts.dontKnow),
    ...(hasNotApplicable ? [people(counts.notApplicable)] : []),
    { text: '–', value: null },
    { text: '–', value: null },
    { ...fewCell(words, counts.answered), text: '–' },
    { text: words.format.integer(counts.answered), value: counts.answered },
  ];
};

const sentenceOf = ({ label, result }: Line, words: Words): string => {
  if (result.level === 'hidden') return `${label}: ${hiddenText(words)}`;
  const share = result.level === 'estimates' ? (result.estimates.top?.share ?? null) : null;
  return share === null ? `${label}: ${nText(words, result.n)}` : `${label}: ${words.format.percent(share)}`;
};
