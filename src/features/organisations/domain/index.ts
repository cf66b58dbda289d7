export type { Gmina, GminaKind, Powiat, PowiatWithGminas, Subregion, SubregionCode, TerritoryLevel } from './territory';
export { gminasByPowiat, isTerritory, nameOf, powiatOf, powiatsOf, subregionOf } from './territory';
export { NORTHERN_POWIATS, SOUTHERN_POWIATS } from './demonstration-areas';
