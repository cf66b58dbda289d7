import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import type { ImplementationStatus } from '../findings/domain';
import { LONGEST, MOST_LINKS, type ReportField, type ReportIssue } from './check-report';
import type { RegisterEntry, ReportId } from './domain';
import { LARGEST_FILE, MOST_FILES } from './evidence/keep-file';
import type { KeptFile } from './evidence/store';
import { statusesFor } from './policy';

/** What was typed into the form and what is wrong with it. */
export interface ReportTyped {
  readonly id: ReportId;
  readonly status: ImplementationStatus | null;
  readonly text: string;
  readonly links: string;
  /** Sent before, each kept or not. */
  readonly files: readonly (KeptFile & { readonly isKept: boolean })[];
  readonly issues: readonly ReportIssue[];
  /** Somebody was faster, or the same form was saved before with other words; null: neither. */
  readonly conflict: 'overtaken' | 'already' | null;
}

export interface ReportFormView {
  readonly title: string;
  readonly action: string;
  readonly id: string;
  readonly revision: number;
  readonly what: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  readonly text: string;
  readonly links: string;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: string;
    readonly isKept: boolean;
  }[];
  readonly hints: Readonly<Record<Exclude<ReportField, 'stan'>, string>>;
  readonly limits: { readonly text: number };
  /** By field. */
  readonly errors: Readonly<Partial<Record<ReportField, string>>>;
  readonly summary: readonly { readonly href: string; readonly text: string }[];
  readonly conflict: string | null;
  /** Files that came with this form were kept, and nothing else happened yet. */
  readonly isAttached: boolean;
}

const MEGABYTE = 1_000_000;

/** Null for whoever may not report. */
export const presentForm = (
  entry: RegisterEntry,
  {
    actor,
    typed,
    href,
    isAttached,
  }: {
    readonly actor: Actor;
    readonly typed: ReportTyped;
    readonly href: string;
    readonly isAttached: boolean;
  },
  { t, format }: Translator,
): ReportFormView | null => {
  const open = statusesFor(actor, entry);
  if (open.length === 0) return null;
  const role = actor.role === 'administrator' ? 'evaluator' : actor.role;
  const nameOf = (status: ImplementationStatus): string =>
    t(`recommendations:${role === 'evaluator' ? 'decision-state' : 'decision'}.${status}`);
  const errors = errorsIn(typed.issues, { t, format });
  return {
    title: t(`follow-up:form.title.${role}`),
    action: href,
    id: typed.id,
    revision: entry.revision,
    what: t(`follow-up:form.what.${role}`),
    options: open.map((value) => ({ value, text: nameOf(value), isChosen: value === typed.status })),
    text: typed.text,
    links: typed.links,
    files: typed.files.map(({ id, name, size, isKept }) => ({ id, name, size: sizeOf(size, { t, format }), isKept })),
    hints: {
      tekst: t(`follow-up:form.text-hint.${role}`),
      odnosniki: t('follow-up:form.links-hint', { most: MOST_LINKS }),
      dowod: t('follow-up:form.file-hint', { most: MOST_FILES, megabytes: LARGEST_FILE / MEGABYTE }),
    },
    limits: { text: LONGEST.text },
    errors,
    summary: Object.entries(errors).map(([field, text]) => ({ href: `#${field}`, text })),
    conflict:
      typed.conflict === null
        ? null
        : t(`follow-up:form.${typed.conflict}`, { status: t(`recommendations:status.${entry.status}`) }),
    isAttached,
  };
};

/** The first fault of each field. */
const errorsIn = (issues: readonly ReportIssue[], { t, format }: Pick<Translator, 't' | 'format'>) => {
  const errors: Partial<Record<ReportField, string>> = {};
  for (const { field, fault, values = {} } of issues) {
    const written = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? format.integer(value) : value]),
    );
    errors[field] ??= t(`follow-up:issue.${fault}`, written);
  }
  return errors;
};

const KILOBYTE = 1_000;

export const sizeOf = (bytes: number, { t, format }: Pick<Translator, 't' | 'format'>): string =>
  bytes < MEGABYTE / 10
    ? t('follow-up:size.kilobytes', { size: format.integer(Math.max(1, Math.round(bytes / KILOBYTE))) })
    : t('follow-up:size.megabytes', { size: format.decimal(bytes / MEGABYTE, 1) });
