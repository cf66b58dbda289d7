import { GMINAS, POWIATS, SUBREGIONS } from './territory-table';

export type GminaKind = 'urban' | 'rural' | 'mixed';
export type SubregionCode = 'kielecki' | 'sandomiersko-jedrzejowski';

export interface Gmina {
  /** TERC code with its kind, WWPPGGR as text: `2604112`. */
  readonly code: string;
  readonly name: string;
  readonly kind: GminaKind;
  /** TERC code of its powiat, `2604`. */
  readonly powiat: string;
}

export interface Powiat {
  /** TERC code, WWPP as text: `2661`. */
  readonly code: string;
  readonly name: string;
  /** A city with the rights of a powiat. */
  readonly isCity: boolean;
  readonly subregion: SubregionCode;
}

export interface Subregion {
  readonly code: SubregionCode;
  readonly name: string;
}

export interface PowiatWithGminas {
  readonly powiat: Powiat;
  readonly gminas: readonly Gmina[];
}

export type TerritoryLevel = 'gmina' | 'powiat';

const powiats = new Map(POWIATS.map((powiat) => [powiat.code, powiat]));
const gminas = new Map(GMINAS.map((gmina) => [gmina.code, gmina]));

const alphabetical = new Intl.Collator('pl');
const byName = (a: { name: string }, b: { name: string }): number => alphabetical.compare(a.name, b.name);

/** Powiats of a voivodeship in alphabetical order, cities last; empty for a region we have no register of. */
export const powiatsOf = (wojewodztwo: string): readonly Powiat[] =>
  POWIATS.filter(({ code }) => code.startsWith(wojewodztwo)).sort(
    (a, b) => Number(a.isCity) - Number(b.isCity) || byName(a, b),
  );

/** The same powiats, each with its gminas in alphabetical order: a grouped list to choose from. */
export const gminasByPowiat = (wojewodztwo: string): readonly PowiatWithGminas[] =>
  powiatsOf(wojewodztwo).map((powiat) => ({
    powiat,
    gminas: GMINAS.filter((gmina) => gmina.powiat === powiat.code).sort(byName),
  }));

/** The powiat that a gmina's or a powiat's TERC code lies in; undefined for an unknown code. */
export const powiatOf = (terc: string): Powiat | undefined => powiats.get(gminas.get(terc)?.powiat ?? terc);

/** The subregion that a gmina's or a powiat's TERC code lies in; undefined for an unknown code. */
export const subregionOf = (terc: string): Subregion | undefined => {
  const powiat = powiatOf(terc);
  return SUBREGIONS.find(({ code }) => code === powiat?.subregion);
};

/** Name of a gmina, a powiat or a subregion by its code, to be shown, never to be keyed by. */
export const nameOf = (code: string): string | undefined =>
  gminas.get(code)?.name ?? powiats.get(code)?.name ?? SUBREGIONS.find((subregion) => subregion.code === code)?.name;

export const isTerritory = (code: string, level: TerritoryLevel): boolean =>
  level === 'gmina' ? gminas.has(code) : powiats.has(code);
