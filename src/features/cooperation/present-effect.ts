import type { Translator } from '../../platform/i18n';
import type { Indicator } from '../findings';
import type { DatedNumber, Effect, EffectLine } from './effect';

export interface EffectView {
  readonly lead: string;
  readonly lines: readonly EffectLineView[];
  readonly notes: readonly string[];
  /** The page of the later evaluation's results; null while there is none. */
  readonly next: { readonly href: string; readonly text: string } | null;
}

interface EffectLineView {
  readonly name: string;
  readonly finding: string;
  readonly then: NumberView;
  /** Null: `sentence` says why. */
  readonly now: NumberView | null;
  readonly badge: { readonly look: string; readonly icon: string; readonly text: string } | null;
  readonly sentence: string;
}

interface NumberView {
  readonly value: string;
  readonly about: string;
}

type Measure = Indicator['measure'];
type Texts = Pick<Translator, 't' | 'format'>;

/** Null where there is no indicator at all. */
export const presentEffect = ({ next, lines }: Effect, study: string, translator: Translator): EffectView | null => {
  if (lines.length === 0) return null;
  const { t } = translator;
  const isCompared = lines.some(({ now }) => now !== null);
  return {
    lead: next === null ? t('follow-up:effect.no-next') : t('follow-up:effect.lead', { title: next.shortTitle }),
    lines: lines.map((line) => presentLine(line, next !== null, translator)),
    notes: isCompared
      ? [
          t('follow-up:effect.note'),
          ...(next?.resultState === 'preliminary' ? [t('follow-up:effect.preliminary')] : []),
        ]
      : [],
    next:
      next === null || next.id === study
        ? null
        : { href: `/badania/${next.id}/wyniki`, text: t('follow-up:effect.open', { title: next.shortTitle }) },
  };
};

const presentLine = (line: EffectLine, hasNext: boolean, translator: Translator): EffectLineView => {
  const { t } = translator;
  const { measure, name } = line.indicator;
  return {
    name,
    finding: t('follow-up:effect.finding', { number: line.finding.number }),
    then: presentNumber(line.then, measure, translator),
    now: line.now === null ? null : presentNumber(line.now, measure, translator),
    badge:
      line.change === null
        ? null
        : { ...BADGES[line.change.verdict], text: t(`follow-up:effect.${line.change.verdict}`) },
    sentence: hasNext ? sentenceOf(line, translator) : t('follow-up:effect.none-yet'),
  };
};

const BADGES = {
  rise: { look: 'badge-info', icon: 'arrow-up' },
  fall: { look: 'badge-info', icon: 'arrow-down' },
  unclear: { look: '', icon: 'minus' },
} as const;

const sentenceOf = (
  { now, change, obstacle, isReworded, indicator: { measure } }: EffectLine,
  translator: Translator,
): string => {
  const { t } = translator;
  if (now === null) return t(`follow-up:effect.obstacle.${obstacle ?? 'refused'}`);
  const words = isReworded ? ` ${t('follow-up:effect.reworded')}` : '';
  if (change === null) return `${t('follow-up:effect.untested')}${words}`;
  const values = {
    by: amount(Math.abs(change.difference), measure, translator),
    signed: withUnit(signed(change.difference, measure, translator), measure, translator),
    low: signed(change.interval.low, measure, translator),
    high: withUnit(signed(change.interval.high, measure, translator), measure, translator),
  };
  return `${t(`follow-up:effect.sentence.${change.verdict}`, values)}${words}`;
};

const PERCENT = 100;

/** `8 pkt proc.`, `0,31`, `12`. */
const amount = (value: number, measure: Measure, { t, format }: Texts): string => {
  if (measure === 'share') return t('follow-up:effect.points', { value: format.integer(Math.round(value * PERCENT)) });
  return measure === 'nps' ? format.integer(Math.round(value)) : format.decimal(value);
};

const signed = (value: number, measure: Measure, { format }: Texts): string => {
  if (measure === 'share') return format.signed(Math.round(value * PERCENT));
  return measure === 'nps' ? format.signed(Math.round(value)) : format.signed(value, 2);
};

const withUnit = (value: string, measure: Measure, { t }: Texts): string =>
  measure === 'share' ? t('follow-up:effect.points', { value }) : value;

const presentNumber = (
  { value, interval, n, dataCut }: DatedNumber,
  measure: Measure,
  translator: Texts,
): NumberView => {
  const { t, format } = translator;
  const write = (one: number): string => {
    if (measure === 'share') return format.percent(one);
    return measure === 'nps' ? format.signed(one) : format.decimal(one);
  };
  const parts = [
    t('follow-up:effect.n', { n: format.integer(n) }),
    ...(interval === null
      ? []
      : [t('follow-up:effect.interval', { low: write(interval.low), high: write(interval.high) })]),
    ...(dataCut === null ? [] : [t('follow-up:effect.cut', { day: format.shortDay(dataCut) })]),
  ];
  return { value: write(value), about: parts.join(', ') };
};
