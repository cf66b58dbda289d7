import { dayOf, daysBetween } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations';
import { addresseeNames, statusBadge, type Badge } from '../findings';
import { isOverdue, lastReport, type ProgressReport, type RegisterEntry } from './domain';

/** An entry of the register as a row of a table, in words. */
export interface EntryRow {
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly addressees: string;
  readonly person: string;
  /** Empty: no date. */
  readonly due: string;
  /** `12 dni po terminie`; null where it is in time. */
  readonly late: string | null;
  readonly status: Badge;
  readonly report: { readonly day: string; readonly who: string; readonly text: string } | null;
}

type Known = { readonly evaluation: Evaluation; readonly today: string };

export const presentEntry = (entry: RegisterEntry, { evaluation, today }: Known, translator: Translator): EntryRow => {
  const { t, format } = translator;
  const last = lastReport(entry);
  return {
    code: entry.code,
    title: entry.title,
    href: `/badania/${evaluation.id}/wdrazanie/${entry.code}`,
    kind: t(`follow-up:kind.${entry.followed.kind}`),
    addressees: addresseeNames(entry.addressees, evaluation).join(', '),
    person: entry.person,
    due: entry.due === null ? '' : format.shortDay(entry.due),
    late: lateness(entry, today, translator),
    status: statusBadge(entry.status, translator),
    report: last === undefined ? null : { ...saidBy(last, evaluation, translator), text: last.text },
  };
};

const lateness = (
  entry: Pick<RegisterEntry, 'due' | 'status'>,
  today: string,
  { t }: Pick<Translator, 't'>,
): string | null =>
  entry.due !== null && isOverdue(entry, today) ? t('follow-up:late', { count: daysBetween(entry.due, today) }) : null;

/** The institution that speaks, not the person: names of people stand on the page of the entry. */
export const saidBy = (
  { at, institution }: Pick<ProgressReport, 'at' | 'institution'>,
  { institutions }: Pick<Evaluation, 'institutions'>,
  { t, format }: Translator,
): { readonly day: string; readonly who: string } => ({
  day: format.shortDay(dayOf(at)),
  who:
    institution === null
      ? t('follow-up:evaluators')
      : (institutions.find(({ code }) => code === institution)?.shortName ?? institution),
});
