import { isMarked, type Variable, type VariableSet } from '../variables/variable';

/** 1 for each respondent whose answers meet every condition; null: everyone does. */
export const membersOf = (
  { n, variables }: VariableSet,
  filter: readonly { readonly variable: string; readonly codes: readonly string[] }[],
): Uint8Array | null => {
  if (filter.length === 0) return null;
  const members = new Uint8Array(n).fill(1);
  for (const { variable: name, codes } of filter) {
    const variable = variables.get(name);
    if (variable === undefined) throw new RangeError(`No variable ${name}`);
    keepOnly(members, variable, new Set(codes));
  }
  return members;
};

const listed = new WeakMap<Uint8Array, Uint32Array>();

/**
 * Places of those who are counted, worked out once for each list of members. Writing every place and moving on only behind
 * members takes no branch that nobody can foresee.
 */
export const placesOfMembers = (members: Uint8Array): Uint32Array => {
  const known = listed.get(members);
  if (known !== undefined) return known;
  const list = new Uint32Array(members.length + 1);
  let count = 0;
  for (let at = 0; at < members.length; at += 1) {
    list[count] = at;
    count += members[at] ?? 0;
  }
  const places = list.subarray(0, count);
  listed.set(members, places);
  return places;
};

/** Missing states are −1 to −99. */
const STATES = 100;

const keepOnly = (members: Uint8Array, variable: Variable, codes: ReadonlySet<string>): void => {
  if (variable.kind !== 'category' && variable.kind !== 'set')
    throw new RangeError(`${variable.name} has no categories`);
  const wanted = variable.categories.flatMap(({ code }, place) => (codes.has(code) ? [place] : []));
  if (variable.kind === 'category') {
    const { places, categories } = variable;
    const isWanted = new Uint8Array(STATES + categories.length);
    for (const place of wanted) isWanted[STATES + place] = 1;
    for (let at = 0; at < members.length; at += 1)
      members[at] = (members[at] ?? 0) & (isWanted[(places[at] ?? -1) + STATES] ?? 0);
    return;
  }
  for (let at = 0; at < members.length; at += 1)
    if (!wanted.some((option) => isMarked(variable, at, option))) members[at] = 0;
};
