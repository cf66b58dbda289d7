import type { Translator } from '../../../platform/i18n';
import type { DisclosedSpheres, SphereDifference, SphereGroup } from '../domain/spheres';
import { LEVEL } from '../priorities/present-gaps';
import { placeText } from '../priorities/present-drivers';
import { pText } from '../priorities/words';
import { rangeOf } from './present-rows';

const MOST_TOLD = 3;

/** Spheres in which groups differ most, certainly after Holm's correction, and how many differences are not certain. */
export const presentDifferences = (spheres: DisclosedSpheres, translator: Translator): readonly string[] => {
  const { t } = translator;
  const { differences } = spheres;
  if (differences.length === 0) return [];
  const certain = differences
    .filter(({ adjustedP }) => adjustedP < LEVEL)
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const largest = certain.filter(({ sphere }, at) => certain.findIndex((one) => one.sphere === sphere) === at);
  const told = largest.slice(0, MOST_TOLD).map((difference) => sentenceOf(difference, spheres, translator));
  const rest = differences.length - certain.length;
  return [
    ...told,
    ...(certain.length > told.length ? [t('spheres:difference.more', { count: certain.length - told.length })] : []),
    certain.length === 0
      ? t('spheres:difference.none', { count: differences.length })
      : t('spheres:difference.rest', { count: rest }),
  ];
};

const sentenceOf = (
  { sphere, groups, difference, interval, adjustedP }: SphereDifference,
  spheres: DisclosedSpheres,
  translator: Translator,
): string => {
  const { t, format } = translator;
  const [higher, lower] = difference >= 0 ? groups : ([groups[1], groups[0]] as const);
  const turned = difference >= 0 ? interval : { low: -interval.high, high: -interval.low };
  const at = spheres.spheres.findIndex(({ code }) => code === sphere);
  const placed = (group: SphereGroup): string => {
    const found = spheres.groups.find((one) => one.group === group);
    const places = found?.level === 'estimates' ? found.spheres[at]?.places : null;
    return places ? placeText(places, translator).placeName : '';
  };
  return t('spheres:difference.told', {
    label: spheres.spheres[at]?.label ?? sphere,
    higher: t(`spheres:group.${higher}.lower`),
    higherPlace: placed(higher),
    lower: t(`spheres:group.${lower}.lower`),
    lowerPlace: placed(lower),
    difference: format.decimal(Math.abs(difference), 1),
    range: rangeOf(turned, translator),
    p: pText(adjustedP, translator),
  });
};
