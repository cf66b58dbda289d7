import type { Translator } from '../../platform/i18n';
import { gminasByPowiat, powiatsOf, type Gmina, type Powiat } from '../organisations';

export interface PlaceGroup {
  /** Null for a plain list. */
  readonly label: string | null;
  readonly places: readonly { readonly code: string; readonly name: string }[];
}

const made = new Map<string, readonly PlaceGroup[]>();

/** Places of a region to choose from, gminas grouped by powiat. The register is constant, so a list is made once. */
export const presentTerritory = (
  { t, locale }: Translator,
  wojewodztwo: string,
  level: 'gmina' | 'powiat',
): readonly PlaceGroup[] => {
  const key = `${locale} ${wojewodztwo} ${level}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const groups =
    level === 'powiat'
      ? [
          {
            label: null,
            places: powiatsOf(wojewodztwo).map((powiat) => ({ code: powiat.code, name: powiatName(powiat, t) })),
          },
        ]
      : gminasByPowiat(wojewodztwo).map(({ powiat, gminas }) => ({
          label: powiatName(powiat, t),
          places: gminas.map((gmina) => ({ code: gmina.code, name: gminaName(gmina, gminas, t) })),
        }));
  made.set(key, groups);
  return groups;
};

const powiatName = ({ name, isCity }: Powiat, t: Translator['t']): string =>
  isCity ? t('responses:territory.city', { name }) : t('responses:territory.powiat', { name });

/** A town and the rural gmina around it may share a name; then their kind is said. */
const gminaName = ({ name, kind }: Gmina, inPowiat: readonly Gmina[], t: Translator['t']): string =>
  inPowiat.filter((other) => other.name === name).length > 1 ? t(`responses:territory.${kind}`, { name }) : name;
