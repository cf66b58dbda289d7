import type { Translator } from '../../../../platform/i18n';
import type { Cell, SummaryCell, SummaryKind } from '../../../analysis/domain';

/** What stands where nothing may be told. */
export const HIDDEN = '†';

/** A share with the letters of columns that are significantly lower; of few people a count. */
export const shareText = (cell: Cell | null | undefined, { t, format }: Translator): string => {
  if (cell === null || cell === undefined) return HIDDEN;
  if (cell.share === null) return t('compose:table.people', { n: format.integer(cell.n) });
  return withLetters(format.percent(cell.share), cell.higherThan);
};

export const summaryText = (
  kind: SummaryKind,
  cell: SummaryCell | null | undefined,
  translator: Translator,
): string => {
  if (cell === null || cell === undefined) return HIDDEN;
  return cell.value === null ? '–' : withLetters(valueText(kind, cell.value, translator), cell.higherThan);
};

export const valueText = (kind: SummaryKind, value: number, { format }: Translator): string => {
  switch (kind) {
    case 'top-two':
    case 'bottom-two':
      return format.percent(value);
    case 'recommendation':
      return format.signed(Math.round(value));
    case 'mean':
    case 'median':
      return format.decimal(value, 2);
  }
};

/** `71–80%`, `od −2 do +14`. */
export const intervalText = (
  kind: SummaryKind | 'share',
  { low, high }: { readonly low: number; readonly high: number },
  translator: Translator,
): string => {
  const { t, format } = translator;
  if (kind === 'share' || kind === 'top-two' || kind === 'bottom-two')
    return t('compose:interval.share', { low: format.integer(low * 100), high: format.percent(high) });
  const texts = { low: valueText(kind, low, translator), high: valueText(kind, high, translator) };
  return t('compose:interval.fromTo', texts);
};

const withLetters = (text: string, letters: readonly string[]): string =>
  letters.length === 0 ? text : `${text}\u00a0${letters.join('\u00a0')}`;
