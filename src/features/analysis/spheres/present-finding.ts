import type { Translator } from '../../../platform/i18n';
import type { DisclosedSpheres, ShownGroup } from '../domain/spheres';
import { quotedList } from '../priorities/words';

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

/** What each group puts before everything else, as far as it can be told. */
const leadersOf = (shown: readonly Estimated[], spheres: DisclosedSpheres['spheres'], translator: Translator): string =>
  shown
    .map((group) => {
      const most = Math.max(...group.spheres.map((sphere) => sphere?.borda ?? 0));
      const at = group.spheres.findIndex((sphere) => sphere?.borda === most);
      return translator.t('spheres:finding.leader', {
        group: translator.t(`spheres:group.${group.group}.lower`),
        label: spheres[at]?.label ?? '',
      });
    })
    .join(', ');
