import type { Translator } from '../../../platform/i18n';
import type { GroupPlace } from '../domain';
import type { Disagreement } from './own-words';

/** Who places it where, and that their intervals do not touch. */
export const apartText = ({ label, clients, experts }: Disagreement, translator: Translator): string =>
  translator.t('sphere-decisions:apart', {
    label,
    experts: placeText(experts, translator),
    clients: placeText(clients, translator),
    expertsRange: rangeText(experts, translator),
    clientsRange: rangeText(clients, translator),
  });

export const placeText = ({ places }: GroupPlace, { t }: Translator): string => {
  if (places === null) return t('sphere-decisions:place.none');
  return places.first === places.last
    ? t('sphere-decisions:place.one', { place: places.first })
    : t('sphere-decisions:place.several', places);
};

export const rangeText = ({ interval, mean }: GroupPlace, { t, format }: Translator): string =>
  interval === null
    ? format.decimal(mean, 1)
    : t('sphere-decisions:range', { low: format.decimal(interval.low, 1), high: format.decimal(interval.high, 1) });
