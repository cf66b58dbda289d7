import type { Format, TextParameters, Translator } from '../../platform/i18n';
import type { Interval } from '../../statistics';
import type { Bases, Disclosed, Group, Mark, Results, TableCell } from './domain';

/** What every figure needs to find its words: the texts of a locale, the institutions, the limit of protection. */
export interface Words {
  readonly t: (key: string, parameters?: TextParameters) => string;
  readonly format: Format;
  readonly groups: readonly Group[];
  readonly smallestGroup: number;
  readonly nameOf: (group: string) => string;
  readonly letterOf: (group: string) => string;
}

/** Texts and number formats alone. */
export type Texts = Pick<Words, 't' | 'format'>;

export const textsOf = (translator: Translator): Texts => ({
  t: (key, parameters) => translator.t(key, parameters),
  format: translator.format,
});

export const wordsOf = (results: Pick<Results, 'groups'>, smallestGroup: number, translator: Translator): Words => {
  const groupOf = (code: string): Group | undefined => results.groups.find((group) => group.code === code);
  return {
    ...textsOf(translator),
    groups: results.groups,
    smallestGroup,
    nameOf: (code) => groupOf(code)?.institution?.shortName ?? translator.t('analysis:groups.others'),
    letterOf: (code) => groupOf(code)?.letter ?? '',
  };
};

const MARKS: Readonly<Record<Group['series'], Exclude<Mark, 'square' | 'outline'>>> = {
  s1: 'circle',
  s2: 'rect',
  s3: 'triangle',
  s5: 'rectRot',
};

/** Colour token and shape of a group: the same everywhere, also in print. */
export const styleOf = (group: Group) => ({ colour: `--${group.series}`, mark: MARKS[group.series] });

export const nText = ({ t, format }: Words, n: number): string => t('analysis:n', { n: format.integer(n) });

/** `61–66` or `66`: bases that differ between rows. */
export const nRangeText = ({ t, format }: Words, ns: readonly number[]): string => {
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  return t('analysis:n', {
    n: least === most ? format.integer(most) : `${format.integer(least)}–${format.integer(most)}`,
  });
};

/** `71–80%`. */
export const shareInterval = ({ format }: Words, { low, high }: Interval): string =>
  `${format.percent(low).replace(/\s*%$/, '')}–${format.percent(high)}`;

/** `4,29–4,55`. */
export const meanIntervalText = ({ format }: Words, { low, high }: Interval): string =>
  `${format.decimal(low)}–${format.decimal(high)}`;

/** `od −4 do +6`. */
export const signedInterval = ({ t, format }: Texts, { low, high }: Interval): string =>
  t('analysis:interval.signed', { low: format.signed(low), high: format.signed(high) });

export const hiddenText = ({ t, smallestGroup }: Words): string => t('analysis:hidden.short', { limit: smallestGroup });

export const hiddenCell = (words: Words): TableCell => ({ text: hiddenText(words), value: null, hidden: true });

/** Shown where a group of 5 to 9 has counts but no estimate. */
export const fewCell = (words: Words, n: number): TableCell => ({
  text: nText(words, n),
  sub: words.t('analysis:few.short'),
  value: null,
});

/** `trudno powiedzieć` and its kin do not fit a sentence with their question mark: `Inna, jaka?` → `Inna`. */
export const labelOf = (label: string): string => label.replace(/, jak\p{L}*\?$/u, '');

/** Notes that every figure owes: hidden groups, counts instead of percentages, small bases, answers left out. */
export const protectionNotes = (
  words: Words,
  parts: readonly { readonly name: string; readonly result: Disclosed<unknown, unknown> }[],
): readonly string[] => {
  const { t, smallestGroup } = words;
  const named = (level: (result: Disclosed<unknown, unknown>) => boolean): readonly string[] => [
    ...new Set(parts.filter(({ result }) => level(result)).map(({ name }) => name)),
  ];
  const few = named(({ level }) => level === 'counts');
  const small = named((result) => result.level === 'estimates' && result.hasSmallBase);
  return [
    ...(parts.some(({ result }) => result.level === 'hidden')
      ? [t('analysis:notes.hidden', { limit: smallestGroup })]
      : []),
    ...(few.length > 0 ? [t('analysis:notes.few', { groups: few.join(', ') })] : []),
    ...(small.length > 0 ? [t('analysis:notes.small', { groups: small.join(', ') })] : []),
  ];
};

/** Largest share of those asked who left a row empty, over the rows; null when nobody did. */
export const emptyNote = ({ t, format }: Words, bases: readonly Bases[]): readonly string[] => {
  const most = Math.max(0, ...bases.map(({ asked, leftEmpty }) => (asked === 0 ? 0 : leftEmpty / asked)));
  if (most === 0) return [];
  return [
    most < 0.01 ? t('analysis:notes.emptyBelowOne') : t('analysis:notes.empty', { percent: format.percent(most) }),
  ];
};
