import type { Comparison, Group, RatedRowResult, RatingsResult, Share } from './domain';
import type { Words } from './present-words';

/** Words for the two ends of the scale: `1 – bardzo źle`, `5 – bardzo dobrze`. */
export const scaleWords = ({ choices }: RatingsResult, { format }: Words): readonly [string, string] => {
  const ordered = choices.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const word = (at: number): string => {
    const choice = ordered.at(at);
    return choice === undefined ? '' : `${format.integer(choice.value ?? 0)} – ${choice.label}`;
  };
  return [word(0), word(-1)];
};

/** Who is lower than whom, on how many aspects; or, as plainly, that nobody is. */
export const titleOfComparison = (result: RatingsResult, groups: readonly Group[], words: Words): string => {
  const { t, nameOf } = words;
  const [first, second] = groups;
  const significant = result.comparisons.filter(({ lower }) => lower !== null);
  const count = result.rows.length;
  if (result.comparisons.length === 0) return t('analysis:title.notCompared');
  if (significant.length === 0)
    return groups.length === 2
      ? t('analysis:title.noDifferenceOfTwo', {
          first: nameOf(first?.code ?? ''),
          second: nameOf(second?.code ?? ''),
          count,
        })
      : t('analysis:title.noDifference', { count });
  const { low, high, rows } = mostFrequentPair(significant);
  const pair = { low: nameOf(low), high: nameOf(high) };
  const text = result.rows.find(({ row }) => row.id === rows[0])?.row.text;
  return rows.length === 1
    ? t('analysis:title.lowerOnOne', { ...pair, row: text })
    : t('analysis:title.lowerOnSome', { ...pair, some: rows.length, count });
};

interface Pair {
  readonly low: string;
  readonly high: string;
  readonly rows: readonly string[];
}

/** The pair of groups that differs on most rows. */
const mostFrequentPair = (significant: readonly Comparison[]): Pair => {
  const pairs = new Map<string, Pair>();
  for (const { row, first, second, lower } of significant) {
    const [low, high] = lower === first ? [first, second] : [second, first];
    const key = `${low}/${high}`;
    pairs.set(key, { low, high, rows: [...(pairs.get(key)?.rows ?? []), row] });
  }
  return [...pairs.values()].sort((a, b) => b.rows.length - a.rows.length)[0] ?? { low: '', high: '', rows: [] };
};

export const topShareOf = ({ total }: Pick<RatedRowResult, 'total'>): Share | null =>
  total.level === 'estimates' ? total.estimates.top : null;

/** What a scale's upper end is called in a title: agreement, satisfaction, growth. */
export const titleOfDistribution = (result: RatingsResult, words: Words): string => {
  const { t, format } = words;
  const rated = result.rows
    .flatMap(({ row, total }) => {
      const share = topShareOf({ total })?.share ?? null;
      return share === null ? [] : [{ text: row.text, share }];
    })
    .sort((a, b) => b.share - a.share);
  const [most, least] = [rated[0], rated.at(-1)];
  const { scale } = result.question;
  if (most === undefined || least === undefined) return t(`analysis:scale.${scale}.measure`);
  if (rated.length === 1 && result.rows.length === 1)
    return t(`analysis:scale.${scale}.one`, { percent: format.percent(most.share), row: most.text });
  return t(`analysis:scale.${scale}.several`, {
    most: most.text,
    mostPercent: format.percent(most.share),
    least: least.text,
    leastPercent: format.percent(least.share),
  });
};
