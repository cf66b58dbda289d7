import type { Translator } from '../../../platform/i18n';
import { areaText, validText } from './present-decision';
import type { PreferredSpheres } from './read-preferred';

/** What is preferred today, for pages of other chapters. */
export interface PreferredView {
  readonly title: string;
  /** Which version says so; or that there is none yet. */
  readonly about: string;
  readonly spheres: readonly { readonly label: string; readonly where: string }[];
  readonly link: { readonly text: string; readonly href: string } | null;
}

export const presentPreferred = (preferred: PreferredSpheres | null, translator: Translator): PreferredView => {
  const { t, format } = translator;
  const title = t('sphere-decisions:home.title');
  if (preferred === null) return { title, about: t('sphere-decisions:home.none'), spheres: [], link: null };
  const { number, day, spheres, address } = preferred;
  return {
    title,
    about: t(`sphere-decisions:home.${spheres.length === 0 ? 'empty' : 'version'}`, { number, day: format.day(day) }),
    spheres: spheres.map(({ label, area, valid }) => ({
      label,
      where: t('sphere-decisions:home.where', {
        area: areaText(area, translator),
        valid: validText(valid, translator),
      }),
    })),
    link: { text: t('sphere-decisions:home.all'), href: address },
  };
};
