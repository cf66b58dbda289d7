import type { TableToday } from '../analysis';
import type { Claim, Focus, Standing } from './domain';

/** What becomes of a claim with today's answers; null where there is none. */
export const standingOf = (claim: Claim | null, _focus: Focus | null, { today }: TableToday): Standing | null => {
  if (claim === null) return null;
  return today === null ? 'cannot-tell' : 'holds';
};
