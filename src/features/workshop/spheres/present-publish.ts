import type { Translator } from '../../../platform/i18n';
import type { SphereListId } from '../domain';
import { presentChanges, type ChangeView } from './present-changes';
import { areaText, standingBadge, validText, verdictBadge, type BadgeView } from './present-decision';
import { pathOf } from './present-page';
import { listPath } from './present-shelf';
import { listOf, stampOf } from './publish-list';
import { heldMeetings, type SphereDesk } from './read-desk';

/** What will be published, and how it differs from what is. */
export interface PublishPage {
  readonly back: string;
  readonly action: string;
  readonly title: string;
  readonly lead: string;
  readonly address: string;
  readonly id: string;
  readonly stamp: string;
  readonly error: string | null;
  /** Somebody decided or published in the meantime. */
  readonly isOvertaken: boolean;
  readonly changes: readonly ChangeView[];
  readonly newest: string | null;
  readonly spheres: readonly {
    readonly label: string;
    readonly badge: BadgeView;
    readonly standing: BadgeView | null;
    readonly reason: string;
    readonly area: string;
    readonly valid: string;
  }[];
  readonly expired: string | null;
  readonly meetings: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
}

export interface PublishState {
  readonly id: SphereListId;
  /** Number of a meeting as it was chosen; undefined: nothing was chosen yet. */
  readonly meeting: string | undefined;
  readonly isUnconfirmed: boolean;
  readonly isOvertaken: boolean;
}

export const presentPublish = (desk: SphereDesk, state: PublishState, translator: Translator): PublishPage => {
  const { t, format } = translator;
  const [newest] = desk.lists;
  const spheres = listOf(desk.decisions);
  const held = heldMeetings(desk);
  const chosen = state.meeting ?? String(held.at(-1)?.number ?? '');
  const shown = spheres.map((one) => ({
    label: one.label,
    badge: verdictBadge(one.verdict, translator),
    standing: standingBadge(one, desk.today, translator),
    reason: one.reason,
    area: areaText(one.area, translator),
    valid: validText(one.valid, translator),
  }));
  return {
    back: pathOf(desk),
    action: `${pathOf(desk)}/lista/nowa`,
    title: t('sphere-decisions:publish.title', { number: (newest?.number ?? 0) + 1 }),
    lead: t('sphere-decisions:publish.lead', { day: format.day(desk.today) }),
    address: listPath(desk.code),
    id: state.id,
    stamp: stampOf(desk.decisions, newest),
    error: state.isUnconfirmed ? t('sphere-decisions:publish.unconfirmed') : null,
    isOvertaken: state.isOvertaken,
    changes: newest === undefined ? [] : presentChanges(newest.spheres, spheres, translator),
    newest: newest === undefined ? null : t('sphere-decisions:publish.since', { number: newest.number }),
    spheres: shown,
    expired: shown.some(({ standing }) => standing?.look === 'badge-err')
      ? t('sphere-decisions:publish.expired')
      : null,
    meetings: [
      { value: '', text: t('sphere-decisions:form.between'), isChosen: chosen === '' },
      ...held.toReversed().map(({ number, day, title }) => ({
        value: String(number),
        text: t('sphere-decisions:form.meeting', { number, title, day: format.day(day) }),
        isChosen: chosen === String(number),
      })),
    ],
  };
};
