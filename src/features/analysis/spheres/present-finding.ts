import type { Translator } from '../../../platform/i18n';
import type { DisclosedSpheres, ShownGroup } from '../domain/spheres';
import { groupBy } from '../domain/priorities';
import { joined, quotedList } from '../priorities/words';

type Estimated = Extract<ShownGroup, { level: 'estimates' }>;

const MOST_NAMED = 3;

/** The finding in words. A place is called first only where no other sphere may have it. */
export const findingOf = ({ groups, spheres }: DisclosedSpheres, translator: Translator): string => {
  const { t } = translator;
  const shown = groups.filter((group): group is Estimated => group.level === 'estimates');
  if (shown.length === 0) return t('spheres:finding.counts');
  const labelsWhere = (isMeant: (group: Estimated, at: number) => boolean): readonly string[] =>
    spheres.flatMap(({ label }, at) => (shown.every((group) => isMeant(group, at)) ? [label] : []));
  const leading = labelsWhere((group, at) => group.spheres[at]?.places?.first === 1 && group.spheres[at].borda > 0);
  const first = labelsWhere((group, at) => group.spheres[at]?.places?.last === 1);
  const words = (name: string, labels: readonly string[]): string =>
    t(`spheres:finding.${name}.${shown.length === 1 ? 'one' : 'all'}`, {
      list: quotedList(labels, MOST_NAMED, translator),
      group: t(`spheres:group.${shown[0]?.group ?? 'clients'}.genitive`),
    });
  if (first.length > 0) return words('first', first);
  if (leading.length > 0 && leading.length < spheres.length) return words('leading', leading);
  return shown.length === 1
    ? words('none', [])
    : t('spheres:finding.apart', { list: leadersOf(shown, spheres, translator) });
};

/** What each group puts before everything else; groups that agree stand together. */
const leadersOf = (
  shown: readonly Estimated[],
  spheres: DisclosedSpheres['spheres'],
  translator: Translator,
): string => {
  const { t } = translator;
  const leaders = groupBy(shown, (group) => {
    const most = Math.max(...group.spheres.map((sphere) => sphere?.borda ?? 0));
    return spheres[group.spheres.findIndex((sphere) => sphere?.borda === most)]?.label ?? '';
  });
  return [...leaders]
    .map(([label, groups]) =>
      t('spheres:finding.leader', {
        label,
        groups: joined(
          groups.map(({ group }) => t(`spheres:group.${group}.lower`)),
          translator,
        ),
      }),
    )
    .join('; ');
};
