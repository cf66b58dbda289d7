import { dayOf } from '../../platform/clock';
import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import type { Evaluation } from '../evaluations';
import { commissionerOf, statusBadge, type Badge } from '../findings';
import { entryStances, type ProgressEvidence, type ProgressReport, type RegisterEntry } from './domain';
import type { Effect } from './effect';
import { presentEffect, type EffectView } from './present-effect';
import { presentForm, sizeOf, type ReportFormView, type ReportTyped } from './present-form';
import { presentOrigin, type OriginStep } from './present-origin';
import { presentEntry, saidBy, type EntryRow } from './present-row';
import type { Origin } from './read-origin';
import type { RegisterRead } from './read-register';

export interface EntryPage {
  readonly row: EntryRow;
  readonly title: string;
  readonly text: string;
  readonly back: string;
  /** The page of the recommendation itself; null for agreements. */
  readonly source: { readonly href: string; readonly text: string } | null;
  readonly origin: readonly OriginStep[];
  /** Of each addressee, where there are several. */
  readonly stances: readonly { readonly name: string; readonly badge: Badge; readonly reason: string }[];
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  readonly effect: EffectView | null;
  readonly form: ReportFormView | null;
}

interface HistoryLine {
  readonly day: string;
  readonly who: string;
  readonly badge: Badge;
  readonly text: string;
  readonly evidence: readonly EvidenceView[];
}

interface EvidenceView {
  readonly href: string;
  readonly text: string;
  /** Host of a link, or size of a file. */
  readonly note: string;
  readonly isFile: boolean;
}

export interface EntryMaterial {
  readonly read: RegisterRead;
  readonly entry: RegisterEntry;
  readonly origin: Origin;
  /** Null where findings are not for the eyes of the reader. */
  readonly effect: Effect | null;
  readonly actor: Actor;
  readonly typed: ReportTyped;
  readonly isAttached: boolean;
}

/** @param material as the person may see it */
export const presentEntryPage = (
  { read, entry, origin, effect, actor, typed, isAttached }: EntryMaterial,
  translator: Translator,
): EntryPage => {
  const { t } = translator;
  const { evaluation } = read;
  const row = presentEntry(entry, read, translator);
  const stances = actor.role === 'coordinator' ? [] : entryStances(entry, commissionerOf(evaluation));
  return {
    row,
    title: t('follow-up:entry.title', { code: entry.code, title: entry.title }),
    text: entry.text,
    back: `/badania/${evaluation.id}/wdrazanie`,
    source:
      entry.followed.kind === 'recommendation'
        ? {
            href: `/badania/${evaluation.id}/rekomendacje/${entry.code.slice(1)}`,
            text: t('follow-up:entry.recommendation'),
          }
        : null,
    origin: presentOrigin(origin, { study: evaluation.id, actor }, translator),
    stances:
      stances.length < 2
        ? []
        : stances.map(({ institution, status, decision }) => ({
            name: nameOf(institution, evaluation, translator),
            badge: statusBadge(status, translator),
            reason: decision?.reason ?? '',
          })),
    history: entry.reports.map((report) => historyLine(report, row.href, evaluation, translator)).reverse(),
    effect: effect && presentEffect(effect, evaluation.id, translator),
    form: presentForm(entry, { actor, typed, href: row.href, isAttached }, translator),
  };
};

const nameOf = (
  institution: string | null,
  { institutions }: Pick<Evaluation, 'institutions'>,
  { t }: Pick<Translator, 't'>,
): string =>
  institution === null
    ? t('follow-up:evaluators')
    : (institutions.find(({ code }) => code === institution)?.shortName ?? institution);

const historyLine = (
  report: ProgressReport,
  href: string,
  evaluation: Evaluation,
  translator: Translator,
): HistoryLine => ({
  day: translator.format.shortDay(dayOf(report.at)),
  who: translator.t('recommendations:one.who', {
    by: report.by,
    institution: saidBy(report, evaluation, translator).who,
  }),
  badge: statusBadge(report.status, translator),
  text: report.text,
  evidence: report.evidence.map((one) => evidenceView(one, href, translator)),
});

const evidenceView = (one: ProgressEvidence, href: string, translator: Translator): EvidenceView =>
  one.kind === 'link'
    ? {
        href: one.address,
        text: one.title === '' ? one.address : one.title,
        note: new URL(one.address).hostname,
        isFile: false,
      }
    : { href: `${href}/dowody/${one.file}`, text: one.name, note: sizeOf(one.bytes, translator), isFile: true };
