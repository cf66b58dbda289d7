import type { Translator } from '../../../platform/i18n';
import { gminasByPowiat, nameOf, powiatOf, powiatsOf, subregionOf } from '../../organisations';
import type { DecisionArea } from '../domain';

type Areas = Extract<DecisionArea, { kind: 'areas' }>['areas'];

interface Place {
  readonly code: string;
  /** Code of what it lies in; null for a subregion. */
  readonly inside: string | null;
}

/** Subregions, powiats and gminas of a region, from the territorial register; empty for a region that it does not hold. */
const placesOf = (wojewodztwo: string): readonly Place[] => {
  if (wojewodztwo === '') return [];
  const powiats = powiatsOf(wojewodztwo);
  const subregions = [...new Set(powiats.flatMap(({ code }) => subregionOf(code)?.code ?? []))].toSorted();
  return [
    ...subregions.map((code) => ({ code, inside: null })),
    ...powiats.map(({ code, subregion }) => ({ code, inside: subregion })),
    ...gminasByPowiat(wojewodztwo).flatMap(({ powiat, gminas }) =>
      gminas.map(({ code }) => ({ code, inside: powiat.code })),
    ),
  ];
};

export interface ReadAreas {
  readonly areas: Areas;
  /** Codes that the register of the region does not hold. */
  readonly unknown: readonly string[];
}

/** What was chosen, each once, largest first; a place inside another chosen one is not said again. */
export const readAreas = (wojewodztwo: string, codes: readonly string[]): ReadAreas => {
  const places = placesOf(wojewodztwo);
  const byCode = new Map(places.map((place) => [place.code, place]));
  const chosen = new Set(codes);
  const isCovered = (code: string | null): boolean =>
    code !== null && (chosen.has(code) || isCovered(byCode.get(code)?.inside ?? null));
  return {
    areas: places
      .filter(({ code, inside }) => chosen.has(code) && !isCovered(inside))
      .map(({ code }) => ({ code, name: nameOf(code) ?? code })),
    unknown: [...chosen].filter((code) => !byCode.has(code)),
  };
};

const POWIAT = /^\d{4}$/;
const GMINA = /^\d{7}$/;

/** `podregion kielecki`, `powiat buski`, `gmina Radków (powiat włoszczowski)` where the name alone would not tell. */
export const areaName = ({ code, name }: Areas[number], { t }: Pick<Translator, 't'>): string => {
  if (!POWIAT.test(code) && !GMINA.test(code)) return t('organisations:territory.subregion', { name });
  const powiat = powiatOf(code);
  if (POWIAT.test(code)) return t(`organisations:territory.${powiat?.isCity === true ? 'city' : 'powiat'}`, { name });
  if (powiat?.isCity === true) return t('organisations:territory.city', { name });
  const isAlone = powiat === undefined || namesakes(code, name) === 0;
  return isAlone
    ? t('sphere-decisions:area.gmina', { name })
    : t('sphere-decisions:area.gminaOf', { name, powiat: powiat.name });
};

/** Other gminas of the region with the same name. */
const namesakes = (code: string, name: string): number =>
  gminasByPowiat(code.slice(0, 2))
    .flatMap(({ gminas }) => gminas)
    .filter((gmina) => gmina.name === name && gmina.code !== code).length;

export interface AreaGroup {
  readonly title: string;
  readonly options: readonly { readonly code: string; readonly text: string; readonly isChosen: boolean }[];
}

export interface AreaBoxes {
  /** Subregions, then powiats. */
  readonly large: readonly AreaGroup[];
  /** By powiat. A city is one place, whatever it is called. */
  readonly gminas: readonly AreaGroup[];
  readonly isOpen: boolean;
}

/** Boxes to tick; null for a region that the register does not hold. */
export const areaBoxes = (wojewodztwo: string, chosen: readonly string[], translator: Translator): AreaBoxes | null => {
  const places = placesOf(wojewodztwo);
  if (places.length === 0) return null;
  const { t } = translator;
  const option = (code: string, text: string) => ({ code, text, isChosen: chosen.includes(code) });
  const large = (isMeant: (place: Place) => boolean): AreaGroup['options'] =>
    places
      .filter((place) => !GMINA.test(place.code) && isMeant(place))
      .map(({ code }) => option(code, areaName({ code, name: nameOf(code) ?? code }, translator)));
  const gminas = gminasByPowiat(wojewodztwo)
    .filter(({ powiat }) => !powiat.isCity)
    .map(({ powiat, gminas: inside }) => ({
      title: t('organisations:territory.powiat', { name: powiat.name }),
      options: inside.map(({ code, name }) => option(code, name)),
    }));
  return {
    large: [
      { title: t('sphere-decisions:form.subregions'), options: large(({ inside }) => inside === null) },
      { title: t('sphere-decisions:form.powiats'), options: large(({ inside }) => inside !== null) },
    ],
    gminas,
    isOpen: gminas.some(({ options }) => options.some(({ isChosen }) => isChosen)),
  };
};
