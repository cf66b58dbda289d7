import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Letter } from '../../../platform/mail';
import type { Evaluation } from '../../evaluations';
import { isDone, reminderOf, type RegisterEntry } from '../domain';
import type { CooperationNeeds } from '../needs';
import { listRegister, type RegisterNeeds } from '../read-register';
import { recipientsOf, type People } from './recipients';
import { aboutEntry, writeReminder } from './write-letter';

export type RemindersNeeds = RegisterNeeds & Pick<CooperationNeeds, 'accounts' | 'mail' | 'listEvaluations'>;

/** How letters are written. */
export interface LetterStyle {
  readonly translator: Translator;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

/**
 * Puts into the outbox what is due today in all evaluations but demonstrations. Repeatable, also by several processes:
 * each letter has a key.
 */
export const sendReminders =
  (needs: RemindersNeeds) =>
  async (style: LetterStyle): Promise<void> => {
    const evaluations = (await needs.listEvaluations()).filter(({ demonstration }) => !demonstration);
    for (const evaluation of evaluations) await remindOf(needs, evaluation, style);
  };

const remindOf = async (needs: RemindersNeeds, evaluation: Evaluation, style: LetterStyle): Promise<void> => {
  const entries = await listRegister(needs)(evaluation.id);
  if (entries.length === 0) return;
  const [coordinators, directors, group] = await Promise.all([
    needs.accounts.listAccounts('coordinator'),
    needs.accounts.listAccounts('director'),
    needs.workshop.groups.readGroup(evaluation),
  ]);
  const people: People = { coordinators, directors, group, today: dayOf(needs.clock.now()) };
  for (const entry of entries) {
    if (isDone(entry)) await withdraw(needs, entry);
    else await needs.mail.queue(lettersOf(entry, evaluation, people, style));
  }
};

const lettersOf = (
  entry: RegisterEntry,
  evaluation: Evaluation,
  people: People,
  { translator, publicUrl }: LetterStyle,
): readonly Letter[] => {
  const { due } = entry;
  const { today } = people;
  const reminder = due === null ? null : reminderOf({ due, since: entry.since }, today);
  if (due === null || reminder === null) return [];
  return recipientsOf(entry, evaluation, people).map((to) =>
    writeReminder({ entry, evaluation, due, reminder, to, publicUrl, today }, translator),
  );
};

/** What is done needs no letter, also none that still waits for a mail server. */
const withdraw = async ({ mail }: Pick<RemindersNeeds, 'mail'>, entry: RegisterEntry): Promise<void> => {
  const waiting = (await mail.standingsAbout(aboutEntry(entry))).filter(({ state }) => state === 'waiting');
  if (waiting.length > 0) await mail.withdraw(waiting.map(({ key }) => key));
};
