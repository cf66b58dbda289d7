import { conditionsText, type GivenWords } from '../analysis';
import type { Measured, ToldNumber } from './domain/claims';
import { FEWEST_WITHOUT_REMARK, groupName, isShare } from './word-parts';

/** Of whom the numbers are, and how far they can be relied on. */
export const noteSentences = (
  measured: Measured,
  numbers: readonly Pick<ToldNumber, 'n' | 'at'>[],
  words: GivenWords,
): readonly string[] => {
  const conditions = conditionsText(words);
  return [
    words.t(`claims:base.${baseName(measured, words)}`),
    ...(conditions === null ? [] : [words.t('claims:filter', { conditions })]),
    ...smallSentence(numbers, words),
  ];
};

const baseName = ({ block, measure }: Measured, words: GivenWords): string => {
  if (block.kind === 'number') return 'number';
  if (block.kind === 'set') return block.percentsOf === 'mentions' ? 'mentions' : 'set';
  if (!isShare({ measure }) || measure !== 'udzial') return 'rated';
  const { categories } = words.named(block.variable);
  return categories.some(({ missing }) => missing !== null) ? 'withDontKnow' : 'answered';
};

const smallSentence = (numbers: readonly Pick<ToldNumber, 'n' | 'at'>[], words: GivenWords): readonly string[] => {
  const small = numbers.filter(({ n }) => n < FEWEST_WITHOUT_REMARK);
  if (small.length === 0) return [];
  const named = small
    .filter(({ at }) => at !== 0)
    .map(({ at }) => words.t('claims:quoted', { text: groupName(at, words) }));
  return named.length === 0 || numbers.length === 1
    ? [words.t('claims:small')]
    : [words.t('claims:smallIn', { groups: named.join(', ') })];
};

/** Behind a title: that it says more than so few people can. */
export const smallMark = (numbers: readonly Pick<ToldNumber, 'n'>[], words: GivenWords): string =>
  numbers.some(({ n }) => n < FEWEST_WITHOUT_REMARK) ? words.t('claims:smallMark') : '';
