import type { Mailbox } from '../../../platform/mail';
import type { Account } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import { commissionerOf } from '../../findings';
import { addressedInstitutions } from '../../findings/domain';
import { membersOn, type ThematicGroup } from '../../workshop/domain';
import { entryStances, isDone, type RegisterEntry } from '../domain';

/** People who may be written to. */
export interface People {
  readonly coordinators: readonly Account[];
  readonly directors: readonly Account[];
  readonly group: Pick<ThematicGroup, 'members'>;
  /** Calendar day. */
  readonly today: string;
}

/**
 * Who is reminded of an entry: coordinators of institutions that have not done it yet, the director for ROPS, and whoever
 * answers for it where the group knows the address. Each address once.
 */
export const recipientsOf = (
  entry: RegisterEntry,
  evaluation: Evaluation,
  { coordinators, directors, group, today }: People,
): readonly Mailbox[] => {
  const commissioner = commissionerOf(evaluation);
  const open = new Set(
    entryStances(entry, commissioner)
      .filter((stance) => !isDone(stance))
      .map(({ institution }) => institution),
  );
  const asked = addressedInstitutions(entry).filter((code) => open.has(code));
  const accounts = [
    ...coordinators.filter(({ institution }) => institution !== undefined && asked.includes(institution)),
    ...(commissioner !== null && asked.includes(commissioner) ? directors : []),
  ];
  const persons = membersOn(group, today).flatMap(({ name, email }) =>
    email !== null && isSameName(name, entry.person) ? [{ name, address: email }] : [],
  );
  const all = [...accounts.map(({ name, email }) => ({ name, address: email })), ...persons];
  return [...new Map(all.toReversed().map((one) => [one.address.toLowerCase(), one])).values()].toReversed();
};

const plain = (name: string): string => name.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('pl');

const isSameName = (one: string, other: string): boolean => plain(one) !== '' && plain(one) === plain(other);
