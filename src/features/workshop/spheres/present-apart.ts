import type { Translator } from '../../../platform/i18n';
import type { Disagreement, GroupPlace } from './own-words';

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

export const rangeText = ({ low, high }: GroupPlace, { t, format }: Translator): string =>
  t('sphere-decisions:range', { low: format.decimal(low, 1), high: format.decimal(high, 1) });
