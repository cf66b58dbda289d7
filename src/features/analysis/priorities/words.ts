import type { Translator } from '../../../platform/i18n';
import type { Interval } from '../../../statistics';

const LEAST_P = 0.001;

/** `p < 0,001` or `p = 0,034`. */
export const pText = (p: number, { t, format }: Translator): string =>
  p < LEAST_P
    ? t('priorities:p.below', { least: format.decimal(LEAST_P, 3) })
    : t('priorities:p.is', { p: format.decimal(p, 3) });

/** Two decimals, and no minus before a nought. */
export const twoDecimals = (value: number, { format }: Translator): string =>
  format.decimal(Math.abs(value) < ROUNDS_TO_NOUGHT ? 0 : value, 2);

const ROUNDS_TO_NOUGHT = 0.005;

/** `0,72–1,00`; with a negative limit `od −0,20 do 0,15`. */
export const intervalText = (
  interval: Interval | null,
  { t }: Translator,
  written: (value: number) => string,
): string => {
  if (interval === null) return t('priorities:noInterval');
  const [low, high] = [written(interval.low), written(interval.high)];
  return interval.low < 0 ? t('priorities:range.negative', { low, high }) : t('priorities:range.plain', { low, high });
};

/** `„A”, „B” i „C”`; beyond `most`, how many more. */
export const quotedList = (labels: readonly string[], most: number, translator: Translator): string => {
  const { t } = translator;
  const shown = labels.slice(0, most).map((label) => t('priorities:quoted', { label }));
  const more = labels.length - shown.length;
  return joined(more > 0 ? [...shown, t('priorities:more', { count: more })] : shown, translator);
};

/** `A, B i C`. */
export const joined = (parts: readonly string[], { t }: Translator): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('priorities:and', { first: parts.slice(0, -1).join(', '), last });
};

/** `n = 118` or `n = 96–104`. */
export const nText = (ns: readonly number[], { t, format }: Translator): string => {
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  return least === most
    ? t('priorities:n.one', { n: format.integer(least) })
    : t('priorities:n.range', { least: format.integer(least), most: format.integer(most) });
};

/** `12–38%`, of numbers from 0 to 100. */
export const percentRange = (interval: Interval | null, { t, format }: Translator): string =>
  interval === null
    ? t('priorities:noInterval')
    : t('priorities:range.plain', { low: format.integer(interval.low), high: format.percent(interval.high / 100, 0) });
