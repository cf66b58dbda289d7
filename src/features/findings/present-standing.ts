import type { Translator } from '../../platform/i18n';
import type { Standing } from './domain';
import type { Badge } from './present-labels';
import type { TableStanding } from './read-standing';

const LOOKS: Readonly<Record<Standing, Omit<Badge, 'text'>>> = {
  holds: { look: 'badge-ok', icon: 'check' },
  weaker: { look: 'badge-warn', icon: 'triangle-alert' },
  reversed: { look: 'badge-err', icon: 'triangle-alert' },
  'cannot-tell': { look: '', icon: 'info' },
};

/** In a list only what somebody must look at is marked. */
export const standingBadge = (standing: Standing | null, { t }: Translator): Badge | null =>
  standing === 'weaker' || standing === 'reversed'
    ? { ...LOOKS[standing], text: t(`findings:standing.short.${standing}`) }
    : null;

export interface StandingView {
  readonly look: string;
  readonly icon: string;
  readonly text: string;
  readonly moved: string | null;
}

const NOTES: Readonly<Record<Standing, string>> = {
  holds: 'note-ok',
  weaker: 'note-warn',
  reversed: 'note-err',
  'cannot-tell': '',
};

/** Whether what a table was told for still holds with today's answers, in a sentence. */
export const presentStanding = (
  found: TableStanding | undefined,
  told: { readonly respondents: number },
  { t, format }: Translator,
): StandingView | null => {
  if (found === undefined) return null;
  const { standing, today } = found;
  if (today === null) return { look: 'note-ok', icon: 'check', text: t('findings:standing.unchanged'), moved: null };
  const added = (today.today?.respondents ?? told.respondents) - told.respondents;
  const { numbers, changed } = today.moved;
  return {
    look: standing === null ? '' : NOTES[standing],
    icon: standing === null ? 'info' : LOOKS[standing].icon,
    text: t(`findings:standing.${standing ?? 'none'}`),
    moved:
      today.today === null
        ? null
        : [
            added > 0 ? t('findings:standing.added', { count: added, n: format.integer(added) }) : '',
            numbers > 0
              ? t('findings:standing.moved', { changed: format.integer(changed), numbers: format.integer(numbers) })
              : '',
          ]
            .filter((part) => part !== '')
            .join(' '),
  };
};
