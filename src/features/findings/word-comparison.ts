import { capitalised } from '../../platform/i18n';
import type { GivenWords } from '../analysis';
import { SHARE, type Measured, type Reading, type ToldNumber } from './domain/claims';
import { noteSentences, smallMark } from './word-notes';
import {
  answersText,
  countsText,
  groupName,
  isShare,
  pairTexts,
  rangeText,
  valueText,
  whatText,
  whereText,
  withCodes,
} from './word-parts';
import type { Sentences } from './word-claim';
import { summaryName } from './word-level';

type Difference = Extract<Reading, { readonly kind: 'difference' }>;
type Groups = Extract<Reading, { readonly kind: 'groups' }>;

/** Two groups: what the table's own test says of them, and nothing more. */
export const wordDifference = ({ first, second, verdict, ...reading }: Difference, words: GivenWords): Sentences => {
  const measured = withCodes(reading.measured, words);
  const [firstValue, secondValue] =
    verdict === 'untested' || verdict === 'no-difference'
      ? [valueText(measured, first.value, words), valueText(measured, second.value, words)]
      : pairTexts(measured, [first.value, second.value], words);
  const sentence = words.t(`claims:difference.${verdict}${isTested(verdict) ? `.${genderOf(measured)}` : ''}`, {
    measure: measureText(measured, words),
    first: groupName(first.at, words),
    firstValue,
    second: groupName(second.at, words),
    secondValue,
  });
  return {
    title: `${capitalised(sentence)}${smallMark([first, second], words)}`,
    text: [
      detailOf(measured, first, words),
      detailOf(measured, second, words),
      ...proofSentences(verdict === 'no-difference', verdict === 'untested', words),
      ...noteSentences(measured, [first, second], words),
    ].join(' '),
  };
};

/** Highest and lowest of the groups of a banner. */
export const wordGroups = ({ highest, lowest, isSignificant, ...reading }: Groups, words: GivenWords): Sentences => {
  const measured = withCodes(reading.measured, words);
  const verdict = isSignificant === null ? 'untested' : isSignificant ? 'significant' : 'no-difference';
  const isAlike = highest.value === lowest.value;
  const [highestValue, lowestValue] = isSignificant
    ? pairTexts(measured, [highest.value, lowest.value], words)
    : [valueText(measured, highest.value, words), valueText(measured, lowest.value, words)];
  const sentence = words.t(`claims:groups.${isAlike ? 'alike' : verdict}`, {
    measure: measureText(measured, words),
    highest: groupName(highest.at, words),
    highestValue,
    lowest: groupName(lowest.at, words),
    lowestValue,
  });
  return {
    title: `${capitalised(sentence)}${smallMark([highest, lowest], words)}`,
    text: [
      detailOf(measured, highest, words),
      detailOf(measured, lowest, words),
      ...proofSentences(isSignificant === false, isSignificant === null, words),
      ...noteSentences(measured, [highest, lowest], words),
    ].join(' '),
  };
};

const isTested = (verdict: Difference['verdict']): boolean => verdict === 'higher' || verdict === 'lower';

/** Gender of the noun that is higher: `odsetek` and `wskaźnik`, `średnia`. */
const genderOf = (measured: Measured): 'm' | 'f' => (isShare(measured) || measured.measure === 'nps' ? 'm' : 'f');

/** `odsetek odpowiedzi „tak” w pytaniu „…”`, `średnia ocena „…”`. */
const measureText = (measured: Measured, words: GivenWords): string => {
  const { block, measure } = measured;
  if (measure === 'nps') return words.t('claims:measure.nps');
  if (!isShare(measured)) return words.t(`claims:measure.${summaryName(measured)}`, { what: whatText(block, words) });
  const kind = measure === SHARE ? (block.percentsOf === 'mentions' ? 'mentions' : 'share') : 'rated';
  return words.t(`claims:measure.${kind}`, {
    answers: answersText(measured, words),
    where: whereText(block, words),
  });
};

/** `„PES”: 60% (n = 90 ze 150), przedział ufności 52–68%.` */
const detailOf = (measured: Measured, number: ToldNumber, words: GivenWords): string =>
  words.t(number.interval === null ? 'claims:detail.plain' : 'claims:detail.interval', {
    group: groupName(number.at, words),
    value: valueText(measured, number.value, words),
    counts: countsText(number, words),
    range: number.interval === null ? '' : rangeText(measured, number.interval, words),
  });

/** How it was tested; that no difference was found does not prove that there is none. */
const proofSentences = (isAlike: boolean, isUntested: boolean, words: GivenWords): readonly string[] =>
  isUntested
    ? [words.t('claims:untested')]
    : [
        words.t('claims:test', { level: words.format.decimal(words.given.level, 2) }),
        ...(isAlike ? [words.t('claims:noProof')] : []),
      ];
