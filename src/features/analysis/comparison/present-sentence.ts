import type { ComparedItem, Contrast, Found, MeasureAbout, NeededAnswers, Verdict } from '../domain/comparison';
import { LEVEL } from '../domain/comparison';
import { limitText, signedText, sizeText, type Words } from './words';

/** A verdict as a badge and as one plain sentence. */
export interface VerdictView {
  readonly verdict: Verdict;
  readonly tone: string;
  readonly icon: string;
  readonly badge: string;
  readonly sentence: string;
}

const LOOKS: Readonly<Record<Verdict, { readonly tone: string; readonly icon: string }>> = {
  different: { tone: 'badge-info', icon: 'equal-not' },
  same: { tone: 'badge-ok', icon: 'equal-approximately' },
  unknown: { tone: '', icon: 'circle-question-mark' },
  hidden: { tone: '', icon: 'eye-off' },
};

export const presentVerdict = (item: ComparedItem, contrast: Contrast, words: Words): VerdictView => ({
  verdict: contrast.verdict,
  ...LOOKS[contrast.verdict],
  badge: words.t(`comparison:verdict.${contrast.verdict}`),
  sentence: sentenceOf(item, contrast, words),
});

/** "Higher" and "lower" are said only of a difference that is certain. */
export const sentenceOf = (item: ComparedItem, { first, second, verdict, found }: Contrast, words: Words): string => {
  const { t, nameOf } = words;
  const names = { first: nameOf(first), second: nameOf(second) };
  if (verdict === 'hidden' || found === null) return t('comparison:sentence.hidden', names);
  const { kind } = item.about;
  const small = found.isSmall ? ` ${t('comparison:sentence.small')}` : '';
  if (verdict === 'different') return different(item, names, found, words) + small;
  if (verdict === 'same') return same(item, names, found, words) + small;
  if (found.p === null || found.interval === null) return t('comparison:sentence.nothingToTest', names) + small;
  const text = t('comparison:sentence.unknown', {
    ...names,
    difference: signedText(kind, found.difference, words),
    ...limits(kind, found, words),
  });
  const almost = found.p < LEVEL ? ` ${t('comparison:sentence.withoutCorrection', { count: item.tests })}` : '';
  return text + almost + small;
};

type Names = { readonly first: string; readonly second: string };

const limits = (kind: MeasureAbout['kind'], { interval }: Found, words: Words) => ({
  low: limitText(kind, interval?.low ?? 0, words),
  high: limitText(kind, interval?.high ?? 0, words),
});

const different = ({ about: { kind } }: ComparedItem, names: Names, found: Found, words: Words): string => {
  const isHigher = found.difference > 0;
  const turned =
    isHigher || found.interval === null
      ? found
      : { ...found, interval: { low: -found.interval.high, high: -found.interval.low } };
  return words.t(`comparison:sentence.${isHigher ? 'higher' : 'lower'}.${kind}`, {
    ...names,
    size: sizeText(kind, Math.abs(found.difference), words),
    ...limits(kind, turned, words),
  });
};

const same = ({ about: { kind }, margin }: ComparedItem, names: Names, found: Found, words: Words): string => {
  const { t } = words;
  const text = t('comparison:sentence.same', {
    ...names,
    size: sizeText(kind, Math.abs(found.difference), words),
    margin: sizeText(kind, margin, words),
  });
  const isProven = found.adjustedP !== null && found.adjustedP < LEVEL;
  return isProven ? `${text} ${t('comparison:sentence.provenButSmall')}` : text;
};

/** How many answers it would take; as people say it: "ok. 240". */
export const presentNeeded = (
  { about: { kind }, margin }: ComparedItem,
  needed: NeededAnswers | null,
  words: Words,
): readonly string[] => {
  if (needed === null) return [];
  const { t, format, areInstitutions } = words;
  const where = t(`comparison:needed.in.${areInstitutions ? 'institutions' : 'groups'}`);
  const say = (key: string, n: number, more: object = {}): string => {
    const count = roughly(n);
    return t(`comparison:needed.${key}`, { count, n: format.integer(count), where, ...more });
  };
  return [
    needed.forDifference === null ? t('comparison:needed.noDifference') : say('difference', needed.forDifference),
    ...(needed.forMargin === null ? [] : [say('margin', needed.forMargin, { margin: sizeText(kind, margin, words) })]),
  ];
};

/** Two digits, rounded up: more would pretend to be exact. */
const roughly = (n: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.ceil(n / step) * step;
};
