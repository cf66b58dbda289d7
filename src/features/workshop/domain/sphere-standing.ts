import { daysBetween } from '../../../platform/clock';
import type { Counted } from './meeting';
import { tiedAt } from './ballots';
import type { SphereDecision, SphereVerdict } from './sphere-decision';

/** So many days before its end a decision is said to run out. */
export const WARNED_DAYS = 60;

/** `coming`: its first day is ahead; `ending`: its last day is near; `expired`: its last day is over. */
export type SphereStanding = 'coming' | 'valid' | 'ending' | 'expired';

/** How a decision stands on a day. The last day of its validity is one on which it holds. */
export const sphereStanding = ({ valid }: Pick<SphereDecision, 'valid'>, day: string): SphereStanding => {
  if (valid === null) return 'valid';
  const { from, until } = valid;
  if (until !== null && until < day) return 'expired';
  if (from > day) return 'coming';
  return until !== null && daysBetween(day, until) <= WARNED_DAYS ? 'ending' : 'valid';
};

/** What a choice of spheres says of one of them; `tied`: it shares the last place that would be chosen with one that would not. */
export type VotesSay = 'chosen' | 'tied' | 'not-chosen';

/**
 * @param counted most votes first
 * @param places  so many spheres stand out
 * @returns       null for a sphere that was not among the options
 */
export const whatVotesSay = (counted: readonly Counted[], places: number, sphere: string): VotesSay | null => {
  const at = counted.findIndex(({ option }) => option === sphere);
  if (at === -1) return null;
  if (tiedAt(counted, places).some(({ option }) => option === sphere)) return 'tied';
  return at < places && (counted[at]?.votes ?? 0) > 0 ? 'chosen' : 'not-chosen';
};

/** The same after several rounds: a later one speaks for what could be chosen in it, the others stand. */
export const whatRoundsSay = (
  rounds: readonly { readonly result: readonly Counted[]; readonly votesEach: number }[],
  sphere: string,
): VotesSay | null =>
  rounds.reduce<VotesSay | null>((say, { result, votesEach }) => whatVotesSay(result, votesEach, sphere) ?? say, null);

/** Preferring what was not chosen, or not preferring what was, must be explained; a tie is the group's to settle. */
export const isAgainstVotes = (verdict: SphereVerdict, say: VotesSay | null): boolean =>
  verdict === 'preferred' ? say === 'not-chosen' : say === 'chosen';

/** How a group places a sphere. */
export interface GroupPlace {
  readonly mean: number;
  /** Null where all in the group gave it the same points: that is no measure of how sure the mean is. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Places it may have in the group; null: none. */
  readonly places: { readonly first: number; readonly last: number } | null;
}

/**
 * Whether two groups certainly place a sphere differently: their intervals have no common point. A group without an
 * interval differs only where its places have none in common either.
 */
export const areApart = (one: GroupPlace, other: GroupPlace): boolean => {
  const [a, b] = [one, other].map(({ interval, mean }) => interval ?? { low: mean, high: mean });
  if (a === undefined || b === undefined || (a.high >= b.low && b.high >= a.low)) return false;
  if (one.interval !== null && other.interval !== null) return true;
  const [first, second] = [one.places, other.places];
  return first !== null && second !== null && (first.last < second.first || second.last < first.first);
};
