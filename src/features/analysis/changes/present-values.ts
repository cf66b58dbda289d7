import type { Translator } from '../../../platform/i18n';
import type { Interval } from '../../../statistics';
import type { ChangeMeasure, DisclosedEstimate, MeasuredChange, TestedDifference } from '../domain/changes';

type Words = Pick<Translator, 't' | 'format'>;

/** One number of one wave. */
export interface ValueView {
  readonly isHidden: boolean;
  readonly value: string;
  readonly interval: string;
  readonly n: string;
}

export const presentValue = (words: Words, measure: ChangeMeasure, estimate: DisclosedEstimate): ValueView => {
  const { t, format } = words;
  if (estimate.level === 'hidden') return { isHidden: true, value: '', interval: '', n: '' };
  const n = t('changes:value.n', { n: format.integer(estimate.n) });
  if (estimate.level === 'counts' || estimate.estimates === null)
    return { isHidden: false, value: t('changes:value.few'), interval: '', n };
  const { value, interval, weighted } = estimate.estimates;
  const isWeighted = Math.abs(weighted - estimate.n) > 1e-9;
  return {
    isHidden: false,
    value: written(words, measure, value),
    interval: interval === null ? '' : rangeOf(words, measure, interval),
    n: [
      n,
      ...(isWeighted ? [t('changes:value.weighted', { n: format.decimal(weighted, 1) })] : []),
      ...(estimate.hasSmallBase ? [t('changes:value.small')] : []),
    ].join(', '),
  };
};

/** 4,31 · 62% · 34. */
const written = ({ format }: Words, measure: ChangeMeasure, value: number): string => {
  if (measure === 'share') return format.percent(value);
  return measure === 'recommendation' ? format.decimal(value, 0) : format.decimal(value);
};

const rangeOf = (words: Words, measure: ChangeMeasure, { low, high }: Interval): string =>
  words.t(`changes:value.${low < 0 ? 'from-to' : 'interval'}`, {
    low: measure === 'share' ? words.format.decimal(low * 100, 0) : written(words, measure, low),
    high: written(words, measure, high),
  });

/** The sign is in the verb where there is one. */
const amount = ({ t, format }: Words, measure: ChangeMeasure, value: number): string => {
  if (measure === 'share') return t('changes:amount.points', { value: format.decimal(value * 100, 0) });
  return measure === 'recommendation'
    ? t('changes:amount.balance', { value: format.decimal(value, 0) })
    : format.decimal(value);
};

const signed = ({ format }: Words, measure: ChangeMeasure, value: number): string => {
  if (measure === 'share') return format.signed(value * 100);
  return measure === 'recommendation' ? format.signed(value) : format.signed(value, 2);
};

/** "wzrost o 0,21 (od 0,05 do 0,37), istotny": by rules, the same for every question. */
export const changeSentence = (words: Words, { measure, tested, untested }: MeasuredChange): string => {
  const { t } = words;
  if (tested === null) return t(`changes:untested.${untested ?? 'hidden'}`);
  const { difference, interval, verdict, isEquivalent } = tested;
  const isDirected = verdict === 'rise' || verdict === 'fall';
  // Of a fall the sizes are named: from the smaller to the larger.
  const turned = verdict === 'fall' && interval !== null ? { low: -interval.high, high: -interval.low } : interval;
  const range =
    turned === null
      ? ''
      : ` ${t('changes:sentence.range', {
          low: isDirected ? amount(words, measure, turned.low) : signed(words, measure, turned.low),
          high: isDirected ? amount(words, measure, turned.high) : signed(words, measure, turned.high),
        })}`;
  const by = isDirected ? amount(words, measure, Math.abs(difference)) : signed(words, measure, difference);
  const sentence = t(`changes:sentence.${verdict}`, { by, range });
  return isDirected && isEquivalent ? t('changes:sentence.small', { sentence }) : sentence;
};

const P_SHOWN = 0.001;

/** Test, p and effect: the small print of a difference. */
export const testLine = (words: Words, tested: TestedDifference): string => {
  const { t, format } = words;
  const { test, adjustedP, effect, ranks } = tested;
  if (test === null || adjustedP === null) return '';
  const p = (value: number): string =>
    value < P_SHOWN
      ? t('changes:test.p-below', { p: format.decimal(P_SHOWN, 3) })
      : t('changes:test.p', { p: format.decimal(value, 3) });
  return [
    t(`changes:test.${test.kind}`),
    p(adjustedP),
    ...(effect === null ? [] : [t(`changes:effect.${effect.kind}`, { value: format.decimal(effect.value) })]),
    ...(ranks === null ? [] : [t('changes:test.ranks', { p: p(ranks.p), delta: format.decimal(ranks.cliffsDelta) })]),
  ].join('; ');
};
