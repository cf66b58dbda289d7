import type { Translator } from '../../platform/i18n';
import type { AskedItem } from '../questionnaires/domain';

type Dated = Extract<AskedItem, { kind: 'date' }>;

/** How to answer, where the author says nothing of it. */
export const presentHint = (item: AskedItem, translator: Translator): string | null => {
  const { t } = translator;
  if (item.hint !== undefined) return item.hint;
  switch (item.kind) {
    case 'multiple':
      return item.most === undefined ? t('responses:hint.multiple') : t('responses:hint.most', { count: item.most });
    case 'battery':
      return t('responses:hint.battery');
    case 'scale0to10':
      return t('responses:hint.scale', { low: item.lowLabel, high: item.highLabel });
    case 'ranking':
      return t('responses:hint.ranking', { count: item.most });
    case 'number':
      return t('responses:hint.number', { least: item.least, most: item.most });
    case 'sum':
      return t('responses:hint.sum', { total: withUnit(item.total, item.unit) });
    case 'date':
      return hintOfDate(item, translator);
    case 'single':
    case 'consent':
    case 'territory':
    case 'open':
    case 'email':
    case 'information':
    case 'calculated':
      return null;
  }
};

const hintOfDate = ({ earliest, latest }: Dated, { t, format }: Translator): string => {
  const [from, until] = [earliest, latest].map((day) => (day === undefined ? '' : format.shortDay(day)));
  const limits =
    earliest === undefined ? (latest === undefined ? null : 'until') : latest === undefined ? 'from' : 'between';
  const example = t('responses:hint.date.example');
  return limits === null ? example : `${t(`responses:hint.date.${limits}`, { from, until })} ${example}`;
};

/** `100%`, and with a space `100 godzin`. */
export const withUnit = (amount: number | string, unit: string | undefined): string => {
  if (unit === undefined) return String(amount);
  return unit === '%' ? `${amount}%` : `${amount}\u00a0${unit}`;
};
