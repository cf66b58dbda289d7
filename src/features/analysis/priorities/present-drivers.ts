import type { Translator } from '../../../platform/i18n';
import type { DisclosedDrivers, DriverAnalysis, DriverEstimate, PlaceRange } from '../domain/priorities';
import { LEVEL } from './present-gaps';
import { intervalText, percentRange, pText, quotedList, twoDecimals } from './words';

export type DriversView =
  | { readonly kind: 'empty'; readonly title: string; readonly text: string }
  | {
      readonly kind: 'found';
      readonly title: string;
      readonly sub: string;
      readonly rows: readonly DriverRow[];
      /** Words at the two ends of the axis. */
      readonly ends: readonly string[];
      readonly foot: string;
      /** The factors together explain no more than chance would. */
      readonly isNoise: boolean;
      readonly test: string;
      readonly base: string;
      readonly missing: string;
      readonly warning: string;
    };

interface DriverRow {
  readonly label: string;
  readonly place: string;
  readonly placeName: string;
  readonly isShared: boolean;
  readonly isFirst: boolean;
  readonly share: string;
  readonly range: string;
  readonly alt: string;
  /** Percent of the axis. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly rating: string;
  readonly ratingRange: string;
  readonly correlation: string;
  readonly relativeWeight: string;
  readonly n: string;
}

type Found = Extract<DriverAnalysis, { kind: 'found' }>;

export const presentDrivers = (drivers: DisclosedDrivers | null, translator: Translator): DriversView => {
  const { t, format } = translator;
  const empty = (name: string, details: Readonly<Record<string, unknown>> = {}): DriversView => ({
    kind: 'empty',
    title: t(`priorities:drivers.refused.${name}.title`),
    text: t(`priorities:drivers.refused.${name}.text`, details),
  });
  if (drivers === null) return empty('no-outcome');
  if (drivers.kind === 'hidden') return empty('hidden', { smallest: drivers.smallestGroup });
  if (drivers.kind === 'found') return presentFound(drivers, translator);
  const { n, needed, outcome, drivers: names } = drivers.base;
  const few = n > 0 && n < drivers.smallestGroup;
  return empty(few ? 'hidden' : drivers.reason, {
    n: format.integer(n),
    needed: format.integer(needed),
    drivers: names.length,
    outcome: outcome.label,
    smallest: drivers.smallestGroup,
    variable: 'variable' in drivers ? drivers.variable.label : '',
  });
};

/** Ends of the axis: whole tens that hold every interval. */
const TEN = 10;

const presentFound = (found: Found & { readonly smallestGroup: number }, translator: Translator): DriversView => {
  const { t, format } = translator;
  const { base, r2, r2Interval, resamples, test } = found;
  const isNoise = test.p >= LEVEL;
  const highest = Math.max(...found.drivers.map(({ lmgPercent, interval }) => interval?.high ?? lmgPercent));
  const end = Math.min(100, Math.ceil(highest / TEN) * TEN);
  const share = (value: number): string => format.percent(value, 0);
  const left = base.answered - base.n;
  return {
    kind: 'found',
    title: titleOf(found, translator),
    sub: t('priorities:drivers.sub', {
      r2: share(r2),
      range: percentRange(r2Interval && { low: 100 * r2Interval.low, high: 100 * r2Interval.high }, translator),
      outcome: base.outcome.label,
    }),
    rows: found.drivers.map((driver) => rowOf(driver, end, translator)),
    ends: [share(0), share(end / 100)],
    foot: t('priorities:drivers.foot', { resamples: format.integer(resamples) }),
    isNoise,
    test: t(isNoise ? 'priorities:drivers.noise' : 'priorities:drivers.test', {
      f: format.decimal(Math.min(test.f, 1e6), 2),
      df1: test.df1,
      df2: test.df2,
      p: pText(test.p, translator),
    }),
    base: t('priorities:drivers.base', {
      n: format.integer(base.n),
      answered: format.integer(base.answered),
      outcome: base.outcome.label,
    }),
    missing: t('priorities:drivers.missing', { count: left }),
    warning: t('priorities:drivers.warning'),
  };
};

const MOST_NAMED = 2;

/** The strongest alone only when its interval stands apart. */
const titleOf = ({ drivers, test }: Found, translator: Translator): string => {
  const { t } = translator;
  if (test.p >= LEVEL) return t('priorities:drivers.title.noise');
  const leading = drivers.filter(({ places }) => places.first === 1);
  const list = quotedList(
    leading.map(({ label }) => label),
    MOST_NAMED,
    translator,
  );
  if (leading.length === drivers.length) return t('priorities:drivers.title.all');
  return t(leading.length === 1 ? 'priorities:drivers.title.one' : 'priorities:drivers.title.several', { list });
};

const rowOf = (driver: DriverEstimate, end: number, translator: Translator): DriverRow => {
  const { t, format } = translator;
  const percent = (value: number): string => format.percent(value / 100, 0);
  const onAxis = (value: number): number => Math.round((1000 * value) / end) / 10;
  const two = (value: number): string => twoDecimals(value, translator);
  const range = percentRange(driver.interval, translator);
  return {
    label: driver.label,
    ...placeText(driver.places, translator),
    share: percent(driver.lmgPercent),
    range,
    alt: t('priorities:drivers.alt', { label: driver.label, share: percent(driver.lmgPercent), range }),
    at: onAxis(driver.lmgPercent),
    from: onAxis(driver.interval?.low ?? driver.lmgPercent),
    to: onAxis(driver.interval?.high ?? driver.lmgPercent),
    rating: two(driver.rating.mean),
    ratingRange: intervalText(driver.rating.interval, translator, two),
    correlation: two(driver.correlation),
    relativeWeight: percent(driver.relativeWeightPercent),
    n: format.integer(driver.answered),
  };
};

/** `1` and "1. miejsce", or `2–4` and "miejsca 2–4": no place that is not certain. */
export const placeText = (places: PlaceRange, { t }: Translator) => {
  const isShared = places.first !== places.last;
  return {
    place: isShared ? t('priorities:place.range', { ...places }) : String(places.first),
    placeName: isShared ? t('priorities:place.shared', { ...places }) : t('priorities:place.one', { ...places }),
    isShared,
    isFirst: places.first === 1 && places.last === 1,
  };
};
