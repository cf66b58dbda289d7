import type { Translator } from '../../../platform/i18n';
import type { Indicator, Threshold } from '../../evaluations/domain';
import type { JudgedResult } from './read-judged';

type Words = Pick<Translator, 't' | 'format'>;

const NBSP = '\u00a0';

/** How numbers of a measure are written; `typed` ones as they were typed. */
export type NumberStyle = 'percent' | 'points' | 'score' | 'typed';

export const styleOf = (measure: string): Exclude<NumberStyle, 'typed'> => {
  if (measure === 'srednia' || measure === 'mediana') return 'points';
  return measure === 'nps' ? 'score' : 'percent';
};

const styleFor = (indicator: Indicator): NumberStyle =>
  indicator.kind === 'number' ? styleOf(indicator.number.measure) : 'typed';

/** `68%`, `4,31`, `−12`, `105 miejsc pracy`. */
export const wordValue = (value: number, indicator: Indicator, words: Words): string => {
  const { format } = words;
  switch (styleFor(indicator)) {
    case 'percent':
      return format.percent(value);
    case 'points':
      return format.decimal(value, 2);
    case 'score':
      return format.integer(Math.round(value));
    case 'typed':
      return withUnit(wordTyped(value, words), indicator);
  }
};

/** As few decimals as the number has, at most two. */
export const wordTyped = (value: number, { format }: Pick<Words, 'format'>): string => {
  const digits = [0, 1].find((places) => Number(value.toFixed(places)) === Number(value.toFixed(2))) ?? 2;
  return digits === 0 ? format.integer(value) : format.decimal(value, digits);
};

const withUnit = (number: string, indicator: Indicator): string => {
  if (indicator.kind !== 'typed' || indicator.unit === '') return number;
  return indicator.unit === '%' ? `${number}%` : `${number}${NBSP}${indicator.unit}`;
};

/** A threshold keeps the digits it was agreed on with: 74.5% is not 75%. */
export const wordThreshold = ({ comparison, value }: Threshold, indicator: Indicator, words: Words): string => {
  const number =
    styleFor(indicator) === 'percent'
      ? `${wordTyped(value * 100, words)}%`
      : styleFor(indicator) === 'typed'
        ? withUnit(wordTyped(value, words), indicator)
        : wordTyped(value, words);
  return words.t(`matrix:threshold.${comparison}`, { value: number });
};

/** `63–73%, n = 338`, or what else is to be said beside the number. */
export const wordDetail = ({ low, high, n }: JudgedResult, indicator: Indicator, words: Words): string => {
  const { t, format } = words;
  if (indicator.kind === 'typed')
    return indicator.planned === null
      ? ''
      : t('matrix:planned', { value: withUnit(wordTyped(indicator.planned, words), indicator) });
  const range =
    low === null || high === null
      ? t('matrix:range.none')
      : wordRange(wordValue(low, indicator, words), wordValue(high, indicator, words), { indicator, words });
  return n === null ? range : t('matrix:range.base', { range, n: format.integer(n) });
};

const wordRange = (
  low: string,
  high: string,
  { indicator, words: { t } }: { readonly indicator: Indicator; readonly words: Words },
): string =>
  styleFor(indicator) === 'percent'
    ? t('matrix:range.percent', { low: low.replace(/[\s\u00a0]?%$/, ''), high })
    : t(low.startsWith('−') || high.startsWith('−') ? 'matrix:range.signed' : 'matrix:range.plain', { low, high });
