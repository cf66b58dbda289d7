import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { fieldworkStage, type Evaluation, type ResultsClosing } from '../domain';

export interface FinishForm {
  readonly day: string;
  readonly isConfirmed: boolean;
}

export interface FinishingView {
  readonly address: string;
  readonly overview: string;
  readonly reports: string;
  readonly isFinal: boolean;
  readonly closings: readonly string[];
  /** That people are still answering; null when nobody is. */
  readonly running: string | null;
  readonly least: string;
  readonly most: string;
  readonly hint: string;
  readonly form: FinishForm;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly errorOf: Readonly<Record<string, string>>;
}

export interface Finishing {
  readonly evaluation: Evaluation;
  readonly closings: readonly ResultsClosing[];
  readonly today: string;
  readonly form: FinishForm;
  /** Null for a page that was not sent yet. */
  readonly faults: readonly FinishFault[];
}

export type FinishFault = 'day' | 'confirmation';

/** The first field of a fault. */
const FIELDS: Readonly<Record<FinishFault, string>> = { day: 'dzien', confirmation: 'potwierdzam' };

export const presentFinishing = (
  { evaluation, closings, today, form, faults }: Finishing,
  { t, format }: Pick<Translator, 't' | 'format'>,
): FinishingView => {
  const { id, opensOn, closesOn, resultState } = evaluation;
  const range = { from: format.shortDay(opensOn), to: format.shortDay(today) };
  const errors = faults.map((fault) => ({ field: FIELDS[fault], text: t(`evaluations:finish.fault.${fault}`, range) }));
  return {
    address: `/badania/${id}/wyniki-ostateczne`,
    overview: `/badania/${id}`,
    reports: `/badania/${id}/raporty`,
    isFinal: resultState === 'final',
    closings: closings.map(({ on, by, at }) =>
      t('evaluations:finish.closed', { day: format.day(on), by, at: format.shortDay(dayOf(at)) }),
    ),
    running:
      fieldworkStage(evaluation, today).kind === 'ended'
        ? null
        : t('evaluations:finish.running', { day: format.day(closesOn) }),
    least: opensOn,
    most: today,
    hint: t('evaluations:finish.hint', range),
    form,
    errors,
    errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, text])),
  };
};
