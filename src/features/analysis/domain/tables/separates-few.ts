import type { VariableSet } from '../variables/variable';
import { membersOf } from './banners';
import type { FilterCondition } from './table';

/**
 * Whether a filter, or one that asks for less, sets apart so few people that the difference of two tables would show
 * them: every way to leave conditions out is compared with the whole filter.
 *
 * @param smallestGroup fewest people that may be told apart
 */
export const separatesFew = (set: VariableSet, filter: readonly FilterCondition[], smallestGroup: number): boolean => {
  const inAll = sizeOf(set, filter);
  if (filter.length === 0) return false;
  return waysToLeaveOut(filter).some((weaker) => {
    const apart = sizeOf(set, weaker) - inAll;
    return apart > 0 && apart < smallestGroup;
  });
};

const sizeOf = (set: VariableSet, filter: readonly FilterCondition[]): number =>
  membersOf(set, filter)?.reduce((sum, one) => sum + one, 0) ?? set.n;

/** Every subset of the conditions but the whole. */
const waysToLeaveOut = (filter: readonly FilterCondition[]): readonly (readonly FilterCondition[])[] =>
  Array.from({ length: 2 ** filter.length - 1 }, (_, mask) => filter.filter((__, at) => (mask & (1 << at)) !== 0));
