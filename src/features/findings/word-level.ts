import { capitalised } from '../../platform/i18n';
import type { GivenWords } from '../analysis';
import { boundaryOf, SHARE, type Measured, type Reading, type ToldNumber } from './domain/claims';
import {
  answersText,
  countsText,
  FEWEST_WITHOUT_REMARK,
  inGroup,
  intervalSentence,
  isShare,
  outOf,
  percentText,
  saysText,
  valueText,
  whatText,
  whereText,
  withCodes,
} from './word-parts';
import { noteSentences, smallMark } from './word-notes';
import type { Sentences } from './word-claim';

type Level = Extract<Reading, { readonly kind: 'level' }>;

/** One number of one group. */
export const wordLevel = (reading: Level, words: GivenWords): Sentences => {
  const measured = withCodes(reading.measured, words);
  const { number } = reading;
  const title = isShare(measured) ? shareTitle({ ...reading, measured }, words) : summaryTitle(reading, words);
  return {
    title: `${capitalised(title)}${smallMark([number], words)}`,
    text: [
      ...(isShare(measured) ? [shareSentence(measured, number, words)] : [summarySentence(measured, number, words)]),
      ...intervalSentence(measured, number, words),
      ...scaleSentence(measured, words),
      ...noteSentences(measured, [number], words),
    ].join(' '),
  };
};

const shareTitle = (reading: Level, words: GivenWords): string => {
  const { measured, number } = reading;
  if (measured.block.percentsOf === 'mentions')
    return words.t('claims:mentions', {
      percent: percentText(number.value, words),
      answers: answersText(measured, words),
      where: whereText(measured.block, words),
    });
  return words.t('claims:sentence', { who: whoText(reading, words), says: saysText(measured, words) });
};

/** Words for shares, only where they are true of the people themselves. */
const whoText = (reading: Level, words: GivenWords): string => {
  const { measured, number } = reading;
  const values = { percent: percentText(number.value, words), group: inGroup(number.at, words) };
  const word = isOfSome(measured, number) ? 'rated' : shareWord(number, boundaryOf(reading));
  return words.t(`claims:who.${word}`, values);
};

/** A summary of ratings leaves some of those who answered out: then the sentence says of whom it is. */
const isOfSome = ({ block, measure }: Measured, { n, at }: ToldNumber): boolean =>
  measure !== SHARE && n < (block.bases[at]?.n ?? 0);

/** Parts of a whole that have a word: the share must round to the same percentage. */
const EACH = [
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['tenth', 10],
] as const;
const HALF_PERCENT = 0.005;

const shareWord = ({ value, n }: ToldNumber, boundary: number | null): string => {
  if (n < FEWEST_WITHOUT_REMARK) return 'percent';
  if (value === 0.5) return 'half';
  const each = EACH.find(([, of]) => value >= 1 / of - HALF_PERCENT && value < 1 / of + HALF_PERCENT);
  if (each !== undefined && isSameRounded(value, 1 / each[1])) return each[0];
  return boundary === null ? 'percent' : 'majority';
};

const isSameRounded = (one: number, other: number): boolean => Math.round(one * 100) === Math.round(other * 100);

/** `56% osób (n = 111 z 200) zgadza się ze stwierdzeniem „…”.` */
const shareSentence = (measured: Measured, number: ToldNumber, words: GivenWords): string => {
  const values = {
    percent: percentText(number.value, words),
    group: inGroup(number.at, words),
    counts: countsText(number, words),
  };
  if (measured.block.percentsOf === 'mentions')
    return `${capitalised(
      words.t('claims:mentionsCounted', {
        ...values,
        answers: answersText(measured, words),
        where: whereText(measured.block, words),
      }),
    )}.`;
  const key = isOfSome(measured, number) ? 'claims:countedRated' : 'claims:counted';
  return `${capitalised(words.t(key, { ...values, says: saysText(measured, words) }))}.`;
};

const summaryTitle = (reading: Level, words: GivenWords): string => {
  const { measured, number } = reading;
  const values = {
    value: valueText(measured, number.value, words),
    group: inGroup(number.at, words),
    what: whatText(measured.block, words),
  };
  if (measured.measure !== 'nps') return words.t(`claims:level.${summaryName(measured)}`, values);
  const boundary = boundaryOf(reading);
  const side = boundary === null ? 'even' : number.value > 0 ? 'more' : 'fewer';
  return words.t(`claims:level.nps.${side}`, values);
};

export const summaryName = ({ block, measure }: Measured): string => {
  if (measure === 'mediana') return 'median';
  return block.kind === 'number' ? 'number' : 'mean';
};

const summarySentence = (measured: Measured, number: ToldNumber, words: GivenWords): string =>
  words.t(`claims:value.${measured.measure === 'nps' ? 'nps' : summaryName(measured)}`, {
    value: valueText(measured, number.value, words),
    group: inGroup(number.at, words),
    counts: countsText(number, words),
  });

/** From where to where ratings go. */
const scaleSentence = ({ block, measure }: Measured, words: GivenWords): readonly string[] => {
  const points = words
    .named(block.variable)
    .categories.flatMap(({ value, missing }) => (value === null || missing !== null ? [] : [value]));
  if (measure !== 'srednia' || points.length < 2) return [];
  return [
    words.t('claims:scale', {
      low: words.format.integer(Math.min(...points)),
      high: words.format.integer(Math.max(...points)),
    }),
  ];
};

/** Of fewer than ten people: how many of how many. */
export const wordCounts = (
  measured: Measured,
  { count, n, at }: { readonly count: number; readonly n: number; readonly at: number },
  words: GivenWords,
): Sentences => {
  const sentence = words.t('claims:few.sentence', {
    answers: answersText(measured, words),
    where: whereText(measured.block, words),
    group: inGroup(at, words),
    counted: words.t('claims:few.people', { counts: `${words.format.integer(count)} ${outOf(n, words)}`, count: n }),
  });
  return {
    title: capitalised(sentence),
    text: [`${capitalised(sentence)}.`, words.t('claims:few.note')].join(' '),
  };
};
