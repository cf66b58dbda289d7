import { dayOf } from '../../platform/clock';
import { addresseeNames } from '../findings';
import type { ImplementationStatus } from '../findings/domain';
import type { CarriedItem, GroupId } from '../workshop';
import { groupOf } from '../workshop/domain';
import { isOverdue, lastReport, type RegisterEntry } from './domain';
import type { CooperationNeeds } from './needs';
import { listRegister, type RegisterNeeds } from './read-register';

/** What somebody said yes to. */
const ACCEPTED: ReadonlySet<ImplementationStatus> = new Set([
  'accepted',
  'in-progress',
  'implemented',
  'partly-implemented',
]);

/** What earlier meetings of the group agreed, and recommendations that were accepted before, with how they stand now. */
export const readCarried =
  (needs: RegisterNeeds & Pick<CooperationNeeds, 'listEvaluations'>) =>
  async (group: GroupId, before: Date): Promise<readonly CarriedItem[]> => {
    const today = dayOf(needs.clock.now());
    const agreements = await needs.workshop.agreements.agreementsOfGroup(group);
    const earlier = new Set<string>(
      agreements.filter(({ log }) => log.createdAt.getTime() < before.getTime()).map(({ id }) => id),
    );
    const isCarried = ({ followed, status: now, reports }: RegisterEntry): boolean =>
      followed.kind === 'agreement'
        ? earlier.has(followed.id)
        : now !== 'to-decide' &&
          reports.some(({ status, at }) => ACCEPTED.has(status) && at.getTime() < before.getTime());
    const evaluations = (await needs.listEvaluations()).filter((one) => groupOf(one) === group);
    const items: CarriedItem[] = [];
    for (const evaluation of evaluations.toReversed())
      for (const entry of (await listRegister(needs)(evaluation.id)).filter(isCarried))
        items.push(carried(entry, addresseeNames(entry.addressees, evaluation), today));
    return items;
  };

const carried = (entry: RegisterEntry, addressees: readonly string[], today: string): CarriedItem => ({
  code: entry.code,
  text: entry.title,
  addressees,
  person: entry.person,
  due: entry.due,
  status: entry.status,
  isOverdue: isOverdue(entry, today),
  report: lastReport(entry)?.text ?? '',
  address: `/badania/${entry.evaluationId}/wdrazanie/${entry.code}`,
});
