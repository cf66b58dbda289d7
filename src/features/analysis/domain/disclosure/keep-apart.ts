import { findExposed } from './find-exposed';

/** Groups of respondents whose answers to one question are told: 1 for each of them, in the order in which they answered. */
export type ToldGroup = Uint8Array;

/**
 * Which of the groups in a new table must stay hidden, so that nobody can put it beside what was told before and work out a group that
 * is too small. Later answers stand behind earlier ones: a group told at an earlier cut is shorter.
 *
 * @param told  groups told before
 * @param added groups of the new table that it would show
 * @param least fewest people that may be told apart
 * @returns     places in `added`
 */
export const keepApart = (
  told: readonly ToldGroup[],
  added: readonly ToldGroup[],
  least: number,
): ReadonlySet<number> => {
  const all = [...told, ...added];
  const { people, sets } = cutIntoAtoms(all);
  const sizes = added.map((group) => group.reduce((sum, one) => sum + one, 0));
  const hidden = new Set<number>();
  for (;;) {
    const shown = all.flatMap((_, at) => (hidden.has(at - told.length) ? [] : [at]));
    const isNew = (place: number): boolean => (shown[place] ?? 0) >= told.length;
    const exposed = findExposed({ people, sets: shown.flatMap((at) => sets[at] ?? []) }, least, (from) =>
      from.some(isNew),
    );
    const [smallest] = (exposed?.from ?? [])
      .filter(isNew)
      .map((place) => (shown[place] ?? 0) - told.length)
      .toSorted((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
    if (smallest === undefined) return hidden;
    hidden.add(smallest);
  }
};

/** Splits everyone by the groups they are in; who is in none of them plays no part. */
const cutIntoAtoms = (groups: readonly ToldGroup[]) => {
  const n = Math.max(0, ...groups.map(({ length }) => length));
  const atomOf = new Int32Array(n);
  let atoms = 1;
  for (const group of groups) {
    const next = new Map<number, number>();
    for (let at = 0; at < n; at += 1) {
      const key = (atomOf[at] ?? 0) * 2 + (group[at] ?? 0);
      const atom = next.get(key) ?? next.size;
      next.set(key, atom);
      atomOf[at] = atom;
    }
    atoms = next.size;
  }
  const people = new Float64Array(atoms);
  for (const atom of atomOf) people[atom] = (people[atom] ?? 0) + 1;
  const sets = groups.map((group) => {
    const set = new Uint8Array(atoms);
    for (let at = 0; at < group.length; at += 1) if (group[at] === 1) set[atomOf[at] ?? 0] = 1;
    return set;
  });
  return { people, sets };
};
