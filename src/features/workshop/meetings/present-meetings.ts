import type { Translator } from '../../../platform/i18n';
import { meetingCode, statusOf, type Meeting, type MeetingId, type MeetingStatus, type Minutes } from '../domain';

/** A state in a word, on a soft ground. */
export interface StatusBadge {
  readonly look: string;
  readonly icon: string;
  readonly text: string;
}

export interface MeetingCard {
  readonly address: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly about: string;
  readonly badge: StatusBadge;
  readonly links: readonly { readonly href: string; readonly text: string; readonly about: string }[];
}

const LOOKS: Readonly<Record<MeetingStatus, Omit<StatusBadge, 'text'>>> = {
  planned: { look: 'badge-info', icon: 'calendar' },
  open: { look: 'badge-ok', icon: 'circle-dot' },
  ended: { look: '', icon: 'check' },
  cancelled: { look: 'badge-err', icon: 'x' },
};

export const statusBadge = (meeting: Meeting, { t }: Pick<Translator, 't'>): StatusBadge => {
  const status = statusOf(meeting);
  return { ...LOOKS[status], text: t(`workshop:meetings.status.${status}`) };
};

export const whenOf = ({ day, from, to }: Meeting, { t, format }: Translator): string =>
  to === ''
    ? t('workshop:meetings.when', { day: format.day(day), from })
    : t('workshop:meetings.when-until', { day: format.day(day), from, to });

/** Newest first. */
export const presentMeetings = (
  meetings: readonly Meeting[],
  minutesOf: ReadonlyMap<MeetingId, Minutes>,
  translator: Translator,
): readonly MeetingCard[] =>
  meetings.toReversed().map((meeting) => {
    const { t } = translator;
    const home = `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`;
    const status = statusOf(meeting);
    const minutes = minutesOf.get(meeting.id);
    const isBegun = status === 'open' || status === 'ended';
    const link = (href: string, name: string) => ({ href, text: t(name), about: meetingCode(meeting) });
    return {
      address: isBegun ? home : `${home}/przygotowanie`,
      title: t('workshop:meetings.name', { code: meetingCode(meeting), title: meeting.title }),
      when: whenOf(meeting, translator),
      place: meeting.place,
      about: [
        t('workshop:meetings.members', { count: meeting.members.length }),
        t('workshop:meetings.materials', { count: meeting.materials.length }),
      ].join(', '),
      badge: statusBadge(meeting, translator),
      links: [
        ...(isBegun ? [link(`${home}/przygotowanie`, 'workshop:parts.preparation')] : []),
        ...(minutes === undefined ? [] : [link(`${home}/protokol`, `workshop:meetings.minutes.${minutes.state}`)]),
      ],
    };
  });
