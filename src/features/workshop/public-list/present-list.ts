import type { Translator } from '../../../platform/i18n';
import { sphereStanding, type ListedSphere, type SphereList } from '../domain';
import { presentChanges, type ChangeView } from '../spheres/present-changes';
import { areaText, standingBadge, validText, verdictBadge, type BadgeView } from '../spheres/present-decision';
import { listPath } from '../spheres/present-shelf';
import type { OpenedList } from '../spheres/publish-list';

export interface PublicListView {
  readonly title: string;
  readonly lead: string;
  readonly about: string;
  /** Said of a version that another one replaced. */
  readonly replaced: { readonly text: string; readonly href: string } | null;
  readonly preferred: readonly PublicSphere[];
  readonly expired: readonly PublicSphere[];
  readonly others: readonly PublicSphere[];
  readonly files: readonly { readonly text: string; readonly href: string }[];
  readonly versions: readonly {
    readonly text: string;
    readonly href: string;
    readonly isShown: boolean;
    readonly changes: readonly ChangeView[];
    readonly first: string | null;
  }[];
}

interface PublicSphere {
  readonly label: string;
  readonly badge: BadgeView;
  readonly standing: BadgeView | null;
  /** Said of a sphere that an earlier version preferred. */
  readonly withdrawn: string | null;
  readonly reason: string;
  readonly area: string;
  readonly valid: string;
  readonly meeting: string | null;
}

/** @param today calendar day: what ended before it is said to have ended */
export const presentList = ({ list, versions }: OpenedList, today: string, translator: Translator): PublicListView => {
  const { t, format } = translator;
  const [newest] = versions;
  const preferred = list.spheres.filter(({ verdict }) => verdict === 'preferred');
  const isOver = (one: ListedSphere): boolean => sphereStanding(one, today) === 'expired';
  const earlier = versions.filter(({ number }) => number < list.number);
  const show = (spheres: readonly ListedSphere[]) =>
    spheres.map((one) => sphereOf(one, { today, earlier }, translator));
  return {
    title: t('sphere-decisions:public.title'),
    lead: t('sphere-decisions:public.lead', { count: preferred.filter((one) => !isOver(one)).length }),
    about: aboutOf(list, translator),
    replaced:
      newest === undefined || newest.number === list.number
        ? null
        : {
            text: t('sphere-decisions:public.replaced', { number: newest.number, day: format.day(newest.day) }),
            href: listPath(list.code),
          },
    preferred: show(preferred.filter((one) => !isOver(one))),
    expired: show(preferred.filter(isOver)),
    others: show(list.spheres.filter(({ verdict }) => verdict !== 'preferred')),
    files: ['csv', 'json'].map((kind) => ({
      text: kind.toUpperCase(),
      href: `${listPath(list.code, list.number)}.${kind}`,
    })),
    versions: versions.map((version, at) => {
      const before = versions[at + 1];
      return {
        text: t('sphere-decisions:shelf.version', { number: version.number, day: format.day(version.day) }),
        href: listPath(version.code, version.number),
        isShown: version.number === list.number,
        changes: before === undefined ? [] : presentChanges(before.spheres, version.spheres, translator),
        first: before === undefined ? t('sphere-decisions:public.first', { count: version.spheres.length }) : null,
      };
    }),
  };
};

const aboutOf = ({ number, day, meetingNumber }: SphereList, { t, format }: Translator): string =>
  t(`sphere-decisions:public.${meetingNumber === null ? 'about' : 'aboutMeeting'}`, {
    number,
    day: format.day(day),
    meeting: meetingNumber,
  });

const sphereOf = (
  one: ListedSphere,
  { today, earlier }: { readonly today: string; readonly earlier: readonly SphereList[] },
  translator: Translator,
): PublicSphere => {
  const { t } = translator;
  const was =
    one.verdict === 'preferred'
      ? undefined
      : earlier.find(({ spheres }) =>
          spheres.some(({ sphere, verdict }) => sphere === one.sphere && verdict === 'preferred'),
        );
  return {
    label: one.label,
    badge: verdictBadge(one.verdict, translator),
    standing: standingBadge(one, today, translator),
    withdrawn: was === undefined ? null : t('sphere-decisions:public.withdrawn', { number: was.number }),
    reason: one.reason,
    area: areaText(one.area, translator),
    valid: validText(one.valid, translator),
    meeting: one.meetingNumber === null ? null : t('sphere-decisions:public.meeting', { number: one.meetingNumber }),
  };
};
