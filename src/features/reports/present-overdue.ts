import type { Translator } from '../../platform/i18n';

/** Something that was to be done by now. */
export interface OverdueItem {
  readonly code: string;
  readonly title: string;
  readonly addressees: readonly string[];
  /** Calendar day. */
  readonly due: string;
  /** Since then. */
  readonly days: number;
  readonly address: string;
}

export interface OverdueView {
  readonly items: readonly {
    readonly title: string;
    readonly about: string;
    readonly late: string;
    readonly href: string;
  }[];
  /** Where all of them stand. */
  readonly all: string;
  /** How many there are beyond those shown; empty: none. */
  readonly more: string;
}

const MOST = 5;

/** Those that are late longest; null where nothing is. */
export const presentOverdue = (
  items: readonly OverdueItem[],
  study: string,
  { t, format }: Translator,
): OverdueView | null =>
  items.length === 0
    ? null
    : {
        items: items.slice(0, MOST).map(({ code, title, addressees, due, days, address }) => ({
          title: `${code}. ${title}`,
          about: t('follow-up:overdue.about', { addressees: addressees.join(', ') || '–', day: format.day(due) }),
          late: t('follow-up:late', { count: days }),
          href: address,
        })),
        all: `/badania/${study}/wdrazanie?termin=po-terminie&sortuj=termin`,
        more: items.length > MOST ? t('follow-up:overdue.more', { count: items.length - MOST }) : '',
      };
