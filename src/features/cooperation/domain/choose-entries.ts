import type { ImplementationStatus } from '../../findings/domain';
import { isDone, isOverdue, type Followed, type RegisterEntry } from './register';

/** What a reader wants to see of the register; null: all. */
export interface EntriesWanted {
  readonly kind: Followed['kind'] | null;
  readonly status: ImplementationStatus | null;
  /** Code of an institution, or the name of another addressee. */
  readonly addressee: string | null;
  readonly isOverdue: boolean;
  readonly order: 'number' | 'due';
}

export const chooseEntries = (
  entries: readonly RegisterEntry[],
  wanted: EntriesWanted,
  today: string,
): readonly RegisterEntry[] => {
  const chosen = entries.filter(
    (entry) =>
      (wanted.kind === null || entry.followed.kind === wanted.kind) &&
      (wanted.status === null || entry.status === wanted.status) &&
      (wanted.addressee === null || isAsked(entry, wanted.addressee)) &&
      (!wanted.isOverdue || isOverdue(entry, today)),
  );
  return wanted.order === 'number' ? chosen : byDue(chosen);
};

const isAsked = ({ addressees }: RegisterEntry, wanted: string): boolean =>
  addressees.some((one) => (one.kind === 'institution' ? one.code : one.name) === wanted);

/** What is to be done first; what is done, and what has no date, at the end. */
const byDue = (entries: readonly RegisterEntry[]): readonly RegisterEntry[] => {
  const key = (entry: RegisterEntry): string => `${isDone(entry) ? 1 : 0} ${entry.due ?? '9999'}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
};

export interface RegisterCounts {
  readonly all: number;
  readonly overdue: number;
  readonly toDecide: number;
  /** Accepted, and not done yet. */
  readonly underWay: number;
  readonly implemented: number;
}

export const countEntries = (entries: readonly RegisterEntry[], today: string): RegisterCounts => {
  const count = (...statuses: readonly ImplementationStatus[]): number =>
    entries.filter(({ status }) => statuses.includes(status)).length;
  return {
    all: entries.length,
    overdue: entries.filter((entry) => isOverdue(entry, today)).length,
    toDecide: count('to-decide'),
    underWay: count('accepted', 'in-progress', 'partly-implemented'),
    implemented: count('implemented'),
  };
};
