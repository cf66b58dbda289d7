import { gminasByPowiat, powiatsOf } from '../../../../organisations/domain';

/** Codes of places that invented respondents live in. */
export interface Places {
  readonly gmina: readonly string[];
  readonly powiat: readonly string[];
}

/** Every place of the register. */
export const knownPlaces = (): Places => ({
  gmina: gminasByPowiat('').flatMap(({ gminas }) => gminas.map(({ code }) => code)),
  powiat: powiatsOf('').map(({ code }) => code),
});
