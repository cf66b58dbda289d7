import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { standingOf, type Meeting, type Minutes, type MinutesVoice } from '../domain';

export const minutesHome = ({ evaluationId, number }: Pick<Meeting, 'evaluationId' | 'number'>): string =>
  `/badania/${evaluationId}/warsztat/${number}/protokol`;

export interface MinutesPage {
  readonly home: string;
  readonly meetingHome: string;
  readonly title: string;
  readonly badge: { readonly tone: string; readonly icon: string; readonly text: string };
  /** Until when, and the code of what is shown. */
  readonly facts: readonly string[];
  readonly lines: readonly string[];
  /** What somebody looks at that members do not see. */
  readonly preview: string | null;
  readonly actions: readonly PageAction[];
  readonly versions: readonly { readonly text: string; readonly href: string; readonly pdf: string }[];
}

export interface PageAction {
  readonly href: string;
  readonly text: string;
  readonly icon: string;
  readonly isPrimary: boolean;
}

const BADGES = {
  draft: { tone: 'badge-info', icon: 'pencil' },
  'for-approval': { tone: 'badge-warn', icon: 'clock' },
  approved: { tone: 'badge-ok', icon: 'circle-check' },
} as const;

export interface Shown {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly voices: readonly MinutesVoice[];
  readonly mayLead: boolean;
  /** Code of the text on the page; null for a draft. */
  readonly code: string | null;
}

export const presentPage = (shown: Shown, translator: Translator): MinutesPage => {
  const { t, format } = translator;
  const { meeting, minutes, code, mayLead } = shown;
  const home = minutesHome(meeting);
  const { state, until, approval } = minutes;
  const day = approval === null ? null : format.day(dayOf(approval.at));
  return {
    home,
    meetingHome: home.replace(/\/protokol$/, ''),
    title: t('minutes:page.name', { number: meeting.number }),
    badge: { ...BADGES[state], text: t(`minutes:page.state.${state}`) },
    facts: [
      ...(day !== null ? [t('minutes:page.approved-on', { day })] : []),
      ...(state === 'for-approval' && until !== null ? [t('minutes:page.until', { day: format.day(until) })] : []),
      ...(code === null ? [] : [t('minutes:page.code', { code })]),
    ],
    lines: linesOf(shown, translator),
    preview:
      code === null && minutes.version > 0 && mayLead ? t('minutes:page.preview', { version: minutes.version }) : null,
    actions: actionsOf(shown, home, translator),
    versions: versionsOf(shown, home, translator),
  };
};

const linesOf = ({ meeting, minutes, voices }: Shown, translator: Translator): readonly string[] => {
  const { t } = translator;
  const version = minutes.versions.at(-1);
  if (version !== undefined) return [standingText(minutes, voices, translator)];
  return [t('minutes:page.draft'), ...(meeting.endedAt === null ? [t('minutes:page.not-ended')] : [])];
};

/** `Zatwierdziło 18 z 23 osób. Zgłoszono 2 uwagi, uwzględniono: 2, bez odpowiedzi: 0.`, over all versions. */
export const standingText = (minutes: Minutes, voices: readonly MinutesVoice[], { t }: Translator): string => {
  const version = minutes.versions.at(-1);
  if (version === undefined) return '';
  const { asked, approved, unanswered } = standingOf(version, voices);
  const remarks = voices.filter(({ kind }) => kind === 'remark');
  const taken = remarks.filter(({ answer }) => answer?.isTaken === true).length;
  return [
    t('minutes:page.approved-by', { count: approved.length }),
    t('minutes:page.of-asked', { count: asked }),
    remarks.length === 0
      ? t('minutes:page.no-remarks')
      : `${t('minutes:page.remarks', { count: remarks.length })}${t('minutes:page.remarks-taken', { taken, unanswered })}`,
  ].join(' ');
};

const actionsOf = (
  { meeting, minutes, mayLead, code }: Shown,
  home: string,
  { t }: Translator,
): readonly PageAction[] => {
  const { state, version } = minutes;
  const isDraft = code === null;
  const pdf = { href: `${home}.pdf${isDraft ? '?podglad=1' : ''}`, text: t('minutes:page.pdf'), icon: 'download' };
  const actions: (Omit<PageAction, 'isPrimary'> & { readonly isPrimary?: true })[] = [pdf];
  if (mayLead && state !== 'approved') {
    if (version > 0)
      actions.push(
        isDraft
          ? { href: home, text: t('minutes:page.see-sent'), icon: 'file-text' }
          : { href: `${home}?podglad=1`, text: t('minutes:page.see-draft'), icon: 'eye' },
      );
    actions.push({ href: `${home}/zmien`, text: t('minutes:page.edit'), icon: 'pencil' });
    if (meeting.endedAt !== null)
      actions.push({
        href: `${home}/wyslij`,
        text: version === 0 ? t('minutes:page.send') : t('minutes:page.send-next', { version: version + 1 }),
        icon: 'send',
        ...(version === 0 ? { isPrimary: true as const } : {}),
      });
  }
  if (mayLead && version > 0)
    actions.push({
      href: `${home}/glosy`,
      text: t('minutes:page.voices'),
      icon: 'message-square-text',
      ...(state === 'approved' ? {} : { isPrimary: true as const }),
    });
  return actions.map(({ isPrimary, ...action }) => ({ ...action, isPrimary: isPrimary === true }));
};

/** Newest first. */
const versionsOf = ({ minutes, mayLead, code }: Shown, home: string, { t, format }: Translator) => {
  const { versions, approval } = minutes;
  if (!mayLead && versions.length + (approval === null ? 0 : 1) < 2) return [];
  const line = (text: string, place: string) => ({ text, href: `${home}${place}`, pdf: `${home}${place}.pdf` });
  return [
    ...(approval === null
      ? []
      : [line(t('minutes:page.final', { day: format.day(dayOf(approval.at)), code: approval.code }), '')]),
    ...versions
      .map(({ version, sentAt, code: own }) =>
        line(t('minutes:page.version', { version, day: format.day(dayOf(sentAt)), code: own }), `/wersje/${version}`),
      )
      .toReversed(),
  ].filter(({ text }) => code === null || !text.includes(code) || versions.length > 1 || approval !== null);
};
