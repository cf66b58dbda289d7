import type { FrozenTable, TableToday } from '../analysis';
import type { Standing, TableEvidence } from './domain';
import { claimOf, resolveFocus, standingOf } from './domain/claims';

/** What becomes of a frozen table's claim with today's answers; null where there is none. */
export const standingOfTable = (
  { claim, focus }: TableEvidence,
  frozen: FrozenTable,
  { today }: TableToday,
): Standing | null => {
  if (claim === null) return null;
  const asked = focus ?? resolveFocus(frozen);
  return standingOf(claim, today === null || asked === null ? null : claimOf(today, asked));
};
