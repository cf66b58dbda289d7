import { sourcesOfVariable } from '../variables/sources-of-variable';
import type { CategoryVariable, VariableSet } from '../variables/variable';
import { membersOf } from './members';
import type { FilterCondition } from './table';

/**
 * Whether a filter sets apart so few people that the difference of two tables would show them. Every way to leave conditions out is
 * compared with the whole filter; and of each variable that is filtered by, and of those it is made of, the categories with few
 * people, with the next smallest where they are too few together, are let through all or none.
 *
 * @param smallestGroup fewest people that may be told apart
 */
export const separatesFew = (set: VariableSet, filter: readonly FilterCondition[], smallestGroup: number): boolean => {
  if (filter.length === 0) return false;
  const inside = membersOf(set, filter);
  const inAll = sizeOf(inside, set.n);
  // Too few for any table: nothing is told that could be subtracted.
  if (inAll < smallestGroup) return false;
  const leavesFew = waysToLeaveOut(filter).some((weaker) => {
    const apart = sizeOf(membersOf(set, weaker), set.n) - inAll;
    return apart > 0 && apart < smallestGroup;
  });
  return (
    leavesFew ||
    filter.some(({ variable }, at) => {
      const around = membersOf(
        set,
        filter.filter((_, other) => other !== at),
      );
      return categoriesBehind(set, variable).some((one) => splitsFew(one, { around, inside }, smallestGroup));
    })
  );
};

const sizeOf = (members: Uint8Array | null, all: number): number => members?.reduce((sum, one) => sum + one, 0) ?? all;

/** Every subset of the conditions but the whole. */
const waysToLeaveOut = (filter: readonly FilterCondition[]): readonly (readonly FilterCondition[])[] =>
  Array.from({ length: 2 ** filter.length - 1 }, (_, mask) => filter.filter((__, at) => (mask & (1 << at)) !== 0));

/** A variable, and the ones it is made of, as far as they have categories. */
const categoriesBehind = (set: VariableSet, name: string): readonly CategoryVariable[] =>
  [...new Set([name, ...sourcesOfVariable(set, name)])].flatMap((one) => {
    const variable = set.variables.get(one);
    return variable?.kind === 'category' ? [variable] : [];
  });

interface Groups {
  /** Let through by the other conditions; null = everyone. */
  readonly around: Uint8Array | null;
  /** Let through by all of them. */
  readonly inside: Uint8Array | null;
}

const splitsFew = (variable: CategoryVariable, { around, inside }: Groups, smallestGroup: number): boolean => {
  const all = countPlaces(variable, around);
  const places = all.flatMap((count, place) => (count > 0 ? [place] : [])).toSorted((a, b) => at(all, a) - at(all, b));
  const few = places.filter((place) => at(all, place) < smallestGroup);
  if (few.length === 0) return false;
  const sum = (counts: readonly number[], some: readonly number[]): number =>
    some.reduce((total, place) => total + at(counts, place), 0);
  const together = sum(all, few) < smallestGroup ? places.slice(0, few.length + 1) : few;
  const through = sum(countPlaces(variable, inside), together);
  return through > 0 && through < sum(all, together);
};

const at = (counts: readonly number[], place: number): number => counts[place] ?? 0;

const countPlaces = ({ categories, places }: CategoryVariable, members: Uint8Array | null): readonly number[] => {
  const counts = new Uint32Array(categories.length);
  for (let person = 0; person < places.length; person += 1) {
    const place = places[person] ?? -1;
    if (place >= 0 && (members === null || members[person] === 1)) counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from(counts);
};
