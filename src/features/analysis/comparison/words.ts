import type { Format, Translator } from '../../../platform/i18n';
import { INSTITUTION, REST, type DisclosedComparison, type MeasureAbout } from '../domain/comparison';

/** What every text of a comparison needs. */
export interface Words extends Pick<Translator, 't' | 'has' | 'format'> {
  /** Groups are institutions: "w każdej instytucji" instead of "w każdej grupie". */
  readonly areInstitutions: boolean;
  /** Name of a group by its code; everybody else by `REST`. */
  readonly nameOf: (code: string) => string;
}

export const wordsOf = ({ units, unit }: DisclosedComparison, { t, has, format }: Translator): Words => {
  const names = new Map(units.map(({ code, label }) => [code, label]));
  const areInstitutions = unit.variable === INSTITUTION;
  const rest = t(`comparison:rest.${areInstitutions ? 'institutions' : 'groups'}`);
  return { t, has, format, areInstitutions, nameOf: (code) => (code === REST ? rest : (names.get(code) ?? code)) };
};

type Kind = MeasureAbout['kind'];

/** A value by itself: `4,41`, `76%`, `+34`. */
export const valueText = (kind: Kind, value: number, format: Format): string => {
  if (kind === 'share') return format.percent(value);
  return kind === 'recommendation' ? format.signed(value) : format.decimal(value);
};

/** The size of a difference with its unit: `0,29 pkt`, `12 pp`, `15 pkt`. */
export const sizeText = (kind: Kind, size: number, words: Words): string => {
  const amount = kind === 'mean' ? words.format.decimal(size) : words.format.integer(amountOf(kind, size));
  return words.t(`comparison:unit.${kind}`, { amount });
};

/** A difference with its sign. */
export const signedText = (kind: Kind, difference: number, words: Words): string => {
  const digits = kind === 'mean' ? 2 : 0;
  return words.t(`comparison:unit.${kind}`, { amount: words.format.signed(amountOf(kind, difference), digits) });
};

/** A limit of an interval of a difference. */
export const limitText = (kind: Kind, limit: number, { format }: Words): string =>
  kind === 'mean'
    ? format.decimal(withoutMinusNought(limit, 2))
    : format.integer(withoutMinusNought(amountOf(kind, limit), 0));

/** −0.004 is written as 0,00, not as −0,00. */
const withoutMinusNought = (value: number, digits: number): number =>
  Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;

/** Shares as percentage points. */
const amountOf = (kind: Kind, value: number): number => (kind === 'share' ? value * 100 : value);

/** `p < 0,001` or `p = 0,034`. */
export const pText = (p: number, { t, format }: Words): string =>
  p < 0.001
    ? t('comparison:p.tiny')
    : p > 0.999
      ? t('comparison:p.huge')
      : t('comparison:p.value', { p: format.decimal(p, 3) });

/** What is compared, on one line: `Średnia w skali 1–5`. */
export const measureText = ({ kind, code, answer, range, ends }: MeasureAbout, { t, format }: Words): string => {
  if (answer !== null) return t('comparison:measure.share', { answer });
  if (kind !== 'mean') return t(`comparison:measure.${code}`);
  if (range === null) return t('comparison:measure.number');
  const text = { least: format.integer(range.least), most: format.integer(range.most) };
  return ends === null
    ? t('comparison:measure.scale', text)
    : t('comparison:measure.scaleWithEnds', { ...text, low: ends[0], high: ends[1] });
};

/** The statement of a battery row, or the question. */
export const rowText = ({ label, origin, answer }: MeasureAbout): string =>
  answer ?? (origin?.kind === 'item' ? (origin.row ?? origin.wording) : label);

/** The whole question of an item. */
export const questionText = ({ label, origin }: MeasureAbout): string =>
  origin?.kind === 'item' ? origin.wording : label;

/** Number of the question in the questionnaire: `J1`. */
export const numberText = ({ variable, label }: MeasureAbout): string | null => (variable === label ? null : variable);

/** A variable in a list: its number and question; dimensions have names, not questions. */
export const variableText = (variable: string, label: string, { t, has }: Pick<Translator, 't' | 'has'>): string => {
  if (has(`comparison:dimension.${variable}`)) return t(`comparison:dimension.${variable}`);
  return variable === label ? label : `${variable}. ${label}`;
};
