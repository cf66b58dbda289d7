import type { Translator } from '../../../platform/i18n';
import type { Agreement, DisclosedSpheres } from '../domain/spheres';
import { LEVEL } from '../priorities/present-gaps';
import { pText } from '../priorities/words';

export interface AgreementTile {
  readonly name: string;
  readonly value: string;
  readonly context: string;
}

/** Words for W, by its upper limits. */
const WORDS = [
  [0.2, 'divided'],
  [0.4, 'low'],
  [0.6, 'moderate'],
  [0.8, 'considerable'],
] as const;

/** Between the groups first, then within each. */
export const presentAgreement = (
  { agreement, groups }: DisclosedSpheres,
  translator: Translator,
): readonly AgreementTile[] => {
  const { t, format } = translator;
  const tile = (name: string, found: Agreement | null, context: string): AgreementTile => ({
    name,
    value: found === null ? '–' : format.decimal(found.w, 2),
    context,
  });
  const shown = groups.filter((group) => group.level === 'estimates');
  return [
    ...(shown.length < 2
      ? []
      : [
          tile(
            t('spheres:agreement.between'),
            agreement,
            agreement === null
              ? t('spheres:agreement.none')
              : t('spheres:agreement.betweenContext', {
                  groups: agreement.rankings,
                  spheres: agreement.spheres,
                  p: pText(agreement.p, translator),
                  word: wordOf(agreement, translator),
                }),
          ),
        ]),
    ...shown.map((group) =>
      tile(
        t(`spheres:group.${group.group}.among`),
        group.agreement,
        group.agreement === null
          ? t('spheres:agreement.none')
          : t('spheres:agreement.context', {
              n: format.integer(group.n),
              p: pText(group.agreement.p, translator),
              word: wordOf(group.agreement, translator),
            }),
      ),
    ),
  ];
};

const wordOf = ({ w, p }: Agreement, { t }: Translator): string => {
  if (p >= LEVEL) return t('spheres:agreement.word.chance');
  return t(`spheres:agreement.word.${WORDS.find(([limit]) => w < limit)?.[1] ?? 'high'}`);
};
