import type { TableToday } from '../analysis';
import type { Claim, Focus, Standing } from './domain';
import { claimOf, resolveFocus, standingOf as compareClaims } from './domain/claims';

/** What becomes of a claim with today's answers; null where there is none. */
export const standingOf = (
  claim: Claim | null,
  focus: Focus | null,
  { frozen, today }: TableToday,
): Standing | null => {
  if (claim === null) return null;
  const asked = focus ?? resolveFocus(frozen);
  return compareClaims(claim, today === null || asked === null ? null : claimOf(today, asked));
};
