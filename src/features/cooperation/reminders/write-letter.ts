import { addDays } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Letter, Mailbox } from '../../../platform/mail';
import type { Evaluation } from '../../evaluations';
import type { RegisterEntry, Reminder } from '../domain';

export interface LetterMaterial {
  readonly entry: RegisterEntry;
  readonly evaluation: Evaluation;
  readonly due: string;
  readonly reminder: Reminder;
  readonly to: Mailbox;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
  /** Calendar day. */
  readonly today: string;
}

/** All letters about one entry. */
export const aboutEntry = ({ evaluationId, code }: Pick<RegisterEntry, 'evaluationId' | 'code'>): string =>
  `rejestr:${evaluationId}:${code}`;

/** By then the next letter has come. */
const USEFUL_DAYS = 7;

/** Plain text: what is to be done, by when, how it stands, and where to answer. */
export const writeReminder = (
  { entry, evaluation, due, reminder, to, publicUrl, today }: LetterMaterial,
  { t, format }: Translator,
): Letter => {
  const when = reminder.left > 0 ? 'before' : reminder.left === 0 ? 'today' : 'late';
  const values = { code: entry.code, count: Math.abs(reminder.left), day: format.day(due) };
  const lines = [
    t('follow-up:letter.hello'),
    '',
    t(`follow-up:letter.${when}`, values),
    '',
    `${entry.code}. ${entry.title}`,
    ...(entry.text === '' ? [] : [entry.text]),
    '',
    t('follow-up:letter.study', { study: evaluation.title }),
    t('follow-up:letter.due', { day: format.day(due) }),
    t('follow-up:letter.status', { status: t(`recommendations:status.${entry.status}`) }),
    '',
    t(`follow-up:letter.ask.${entry.status === 'to-decide' ? 'decide' : 'report'}`),
    `${publicUrl}/badania/${evaluation.id}/wdrazanie/${entry.code}`,
    '',
    t('follow-up:letter.why', { commissioner: evaluation.commissioner }),
  ];
  return {
    key: `przypomnienie:${evaluation.id}:${entry.code}:${due}:${reminder.kind}:${to.address.toLowerCase()}`,
    about: aboutEntry(entry),
    to,
    subject: t(`follow-up:letter.subject.${when}`, values),
    text: lines.join('\n'),
    expiresAt: new Date(`${addDays(today, USEFUL_DAYS)}T00:00:00Z`),
  };
};
