import { daysBetween } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Actor } from '../accounts';
import { addresseeNames } from '../findings';
import type { OverdueItem } from '../reports';
import { chooseEntries } from './domain';
import { readRegister, type RegisterNeeds } from './read-register';

/** What is late of what the person may see; what is late longest first. */
export const listOverdue =
  (needs: RegisterNeeds) =>
  async (actor: Actor, id: EvaluationId, others: string): Promise<readonly OverdueItem[]> => {
    const { evaluation, entries, today } = await readRegister(needs)(actor, id, others);
    const wanted = { kind: null, status: null, addressee: null, isOverdue: true, order: 'due' } as const;
    return chooseEntries(entries, wanted, today).flatMap(({ code, title, addressees, due }) =>
      due === null
        ? []
        : [
            {
              code,
              title,
              addressees: addresseeNames(addressees, evaluation),
              due,
              days: daysBetween(due, today),
              address: `/badania/${evaluation.id}/wdrazanie/${code}`,
            },
          ],
    );
  };
