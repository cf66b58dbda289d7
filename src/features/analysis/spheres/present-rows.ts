import type { Translator } from '../../../platform/i18n';
import type { Interval } from '../../../statistics';
import type { DisclosedSpheres, ShownGroup, ShownShare, ShownSphere } from '../domain/spheres';
import { placeText } from '../priorities/present-drivers';

export interface GroupHead {
  readonly name: string;
  readonly n: string;
  readonly isEstimated: boolean;
}

export interface SphereRow {
  readonly label: string;
  readonly cells: readonly SphereCell[];
}

export type SphereCell =
  | { readonly kind: 'hidden'; readonly group: string; readonly text: string }
  | { readonly kind: 'count'; readonly group: string; readonly text: string }
  | {
      readonly kind: 'points';
      readonly group: string;
      readonly place: string;
      readonly placeName: string;
      readonly isShared: boolean;
      readonly isTop: boolean;
      readonly alt: string;
      readonly value: string;
      readonly range: string;
      /** Percent of the axis. */
      readonly at: number;
      readonly from: number;
      readonly to: number;
      readonly first: string;
      readonly any: string;
    };

type Seen = Extract<ShownGroup, { level: 'counts' | 'estimates' }>;

/** Spheres by their mean points over the groups that are shown, the highest first; those nobody chose are only named. */
export const presentRows = (spheres: DisclosedSpheres, translator: Translator) => {
  const groups = spheres.groups.filter(
    (group): group is Seen => group.level === 'counts' || group.level === 'estimates',
  );
  const order = spheres.spheres
    .map((sphere, at) => ({ ...sphere, at, points: meanPoints(groups, at), isChosen: isChosen(groups, at) }))
    .toSorted((a, b) => Number(a.isOther) - Number(b.isOther) || b.points - a.points);
  return {
    heads: groups.map((group) => headOf(group, translator)),
    rows: order
      .filter((sphere) => sphere.isChosen)
      .map(({ label, at }): SphereRow => ({
        label,
        cells: groups.map((group) => cellOf({ group, at, label, most: spheres.most }, translator)),
      })),
    unmentioned: order.flatMap((sphere) => (sphere.isChosen || sphere.isOther ? [] : [sphere.label])),
  };
};

/** What is hidden was chosen by a few. */
const isChosen = (groups: readonly Seen[], at: number): boolean =>
  groups.some((group) => {
    const sphere = group.spheres[at];
    return (
      sphere === null || sphere === undefined || (typeof sphere.any === 'number' ? sphere.any : sphere.any.count) > 0
    );
  });

const meanPoints = (groups: readonly Seen[], at: number): number =>
  groups.reduce((sum, group) => sum + (group.level === 'estimates' ? (group.spheres[at]?.borda ?? 0) : 0), 0);

const headOf = (group: Seen, { t, format }: Translator): GroupHead => ({
  name: t(`spheres:group.${group.group}.name`),
  n: t(group.origin === 'meeting' ? 'spheres:atMeeting' : 'spheres:n', { n: format.integer(group.n) }),
  isEstimated: group.level === 'estimates',
});

interface CellPlace {
  readonly group: Seen;
  readonly at: number;
  readonly label: string;
  readonly most: number;
}

/** The first three places stand out. */
const TOP = 3;

const cellOf = ({ group, at, label, most }: CellPlace, translator: Translator): SphereCell => {
  const { t, format } = translator;
  const name = t(`spheres:group.${group.group}.name`);
  if (group.level === 'counts') {
    const counted = group.spheres[at];
    return counted
      ? { kind: 'count', group: name, text: t('spheres:cell.mentions', { count: counted.any }) }
      : { kind: 'hidden', group: name, text: t('spheres:cell.hidden') };
  }
  const sphere = group.spheres[at];
  if (!sphere) return { kind: 'hidden', group: name, text: t('spheres:cell.hidden') };
  const onAxis = (points: number): number => Math.round((1000 * Math.min(most, Math.max(0, points))) / most) / 10;
  const { interval, borda } = sphere;
  const range = sphere.any.count === 0 ? t('spheres:cell.nobody') : rangeOf(interval, translator);
  return {
    kind: 'points',
    group: name,
    ...placeOf(sphere, translator),
    isTop: sphere.places !== null && sphere.places.last <= TOP,
    alt: t('spheres:cell.alt', {
      label,
      group: t(`spheres:group.${group.group}.lower`),
      value: format.decimal(borda, 1),
      range,
    }),
    value: format.decimal(borda, 1),
    range,
    at: onAxis(borda),
    from: onAxis(interval?.low ?? borda),
    to: onAxis(interval?.high ?? borda),
    first: shareText(sphere.first, translator),
    any: shareText(sphere.any, translator),
  };
};

const placeOf = ({ places }: ShownSphere, translator: Translator) =>
  places === null
    ? { place: '–', placeName: translator.t('spheres:cell.noPlace'), isShared: false }
    : placeText(places, translator);

export const rangeOf = (interval: Interval | null, { t, format }: Translator): string => {
  if (interval === null) return t('spheres:cell.noInterval');
  const [low, high] = [format.decimal(interval.low, 1), format.decimal(interval.high, 1)];
  return interval.low < 0 ? t('spheres:range.negative', { low, high }) : t('spheres:range.plain', { low, high });
};

const shareText = (share: ShownShare | null, { t, format }: Translator): string => {
  if (share === null) return t('spheres:cell.hiddenShare');
  const { interval } = share;
  return interval === null
    ? format.percent(share.share)
    : t('spheres:cell.share', {
        share: format.percent(share.share),
        low: format.integer(100 * interval.low),
        high: format.percent(interval.high),
      });
};
