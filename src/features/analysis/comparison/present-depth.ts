import type { ComparedItem, DisclosedDepth, Found, MeasureAbout } from '../domain/comparison';
import { presentNeeded, presentVerdict, type VerdictView } from './present-sentence';
import { limitText, pText, signedText, sizeText, type Words } from './words';

/** Two groups of one item, with everything behind the verdict. */
export interface ContrastView extends VerdictView {
  readonly name: string;
  /** Null where one of the two may not be seen. */
  readonly numbers: ContrastNumbers | null;
  readonly needed: readonly string[];
}

export interface ContrastNumbers {
  readonly difference: string;
  readonly interval: string;
  readonly p: string;
  readonly test: string;
  readonly effect: string;
  readonly equivalence: string;
}

export interface ContrastsView {
  readonly title: string;
  readonly family: string;
  readonly rows: readonly ContrastView[];
  /** How many more there are of which nothing may be shown. */
  readonly hidden: string | null;
}

export const presentContrasts = (
  { item, contrasts }: DisclosedDepth,
  against: 'pairs' | 'rest',
  family: 'page' | 'question',
  words: Words,
): ContrastsView => ({
  title: words.t(`comparison:contrasts.${against}`),
  family: words.t(`comparison:family.${family}`, { count: item.tests }),
  rows: contrasts.filter(isShown).map((contrast) => ({
    ...presentVerdict(item, contrast, words),
    name: words.t('comparison:overlap.pair', {
      first: words.nameOf(contrast.first),
      second: words.nameOf(contrast.second),
    }),
    numbers: contrast.found && numbersOf(item, contrast.found, words),
    needed: contrast.verdict === 'different' ? [] : presentNeeded(item, contrast.needed, words),
  })),
  hidden: contrasts.every(isShown)
    ? null
    : words.t('comparison:contrasts.hidden', { count: contrasts.filter((contrast) => !isShown(contrast)).length }),
});

const isShown = ({ found }: { readonly found: Found | null }): boolean => found !== null;

const numbersOf = ({ about, margin }: ComparedItem, found: Found, words: Words): ContrastNumbers => {
  const { t } = words;
  const none = t('comparison:undefined');
  return {
    difference: signedText(about.kind, found.difference, words),
    interval: intervalText(about.kind, found.interval, words) ?? none,
    p: found.adjustedP === null ? none : pText(found.adjustedP, words),
    test: t(`comparison:test.${found.test}`),
    effect: effectText(found, words),
    equivalence:
      found.equivalence === null
        ? none
        : t('comparison:equivalence', {
            margin: sizeText(about.kind, margin, words),
            interval: intervalText(about.kind, found.equivalence.interval, words) ?? none,
            p: found.adjustedEquivalenceP === null ? none : pText(found.adjustedEquivalenceP, words),
          }),
  };
};

export const intervalText = (kind: MeasureAbout['kind'], interval: Found['interval'], words: Words): string | null =>
  interval &&
  words.t('comparison:fromTo', {
    low: limitText(kind, interval.low, words),
    high: limitText(kind, interval.high, words),
  });

/** Cohen (1988): below 0.2 there is hardly any, from 0.8 it is large. */
const EFFECTS = [
  [0.2, 'none'],
  [0.5, 'small'],
  [0.8, 'medium'],
] as const;

const effectText = ({ effect: { kind, value } }: Found, { t, format }: Words): string => {
  if (value === null) return t('comparison:undefined');
  const size = EFFECTS.find(([limit]) => Math.abs(value) < limit)?.[1] ?? 'large';
  return t(`comparison:effect.${kind}`, {
    value: format.decimal(Math.abs(value) < 0.005 ? 0 : value),
    size: t(`comparison:effect.${size}`),
  });
};
