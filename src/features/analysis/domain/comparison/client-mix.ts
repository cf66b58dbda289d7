import { isMarked, type CategoryVariable, type SetVariable, type Variable } from '../variables/variable';

/** Codes of one part of the mix, and the code of each respondent; −1 = not known. */
export interface MixPart {
  readonly codes: number;
  readonly codeOf: (at: number) => number;
}

/** Why a variable of the mix could not be used. */
export type UnusedReason =
  /** Some group was hardly asked: fewer than four in five answered. */
  | 'not-asked'
  /** In some group too few people in all but one of its categories. */
  | 'too-thin'
  /** More coefficients than the answers can bear. */
  | 'too-many';

/** People whose mix is looked at: places in the data set and the group of each. */
export interface MixBase {
  readonly places: Uint32Array;
  readonly groupOf: Int16Array;
  readonly groups: number;
}

export interface UsableMix {
  readonly parts: readonly MixPart[];
  /** Categories put together with others because some group has too few people in them. */
  readonly pooled: readonly string[];
}

/** People that each group needs in every category of the mix: fewer would be guessed at, not compared. */
const LEAST_IN_MIX = 5;
const LEAST_ANSWERED = 0.8;

/** A variable of the mix, its thin categories pooled, or why it cannot be used. */
export const mixOf = (variable: Variable, base: MixBase): UsableMix | UnusedReason => {
  if (variable.kind === 'category') return ofCategory(variable, base);
  return variable.kind === 'set' ? ofSet(variable, base) : 'too-thin';
};

const ofCategory = (variable: CategoryVariable, base: MixBase): UsableMix | UnusedReason => {
  const { categories, places } = variable;
  const counts = countBy(base, categories.length, (at) => places[at] ?? -1);
  if (isHardlyAsked(counts, base)) return 'not-asked';
  const isThin = categories.map((_, code) => counts.some((group) => (group[code] ?? 0) < LEAST_IN_MIX));
  const isUsed = categories.map((_, code) => counts.some((group) => (group[code] ?? 0) > 0));
  const thick = categories.flatMap((_, code) => (isThin[code] === false ? [code] : []));
  const thin = categories.flatMap((_, code) => (isThin[code] === true && isUsed[code] === true ? [code] : []));
  const isRestThick =
    thin.length === 0 ||
    counts.every((group) => thin.reduce((sum, code) => sum + (group[code] ?? 0), 0) >= LEAST_IN_MIX);
  if (!isRestThick || thick.length + Math.min(1, thin.length) < 2) return 'too-thin';
  const codeAt = categories.map((_, code) => (thick.includes(code) ? thick.indexOf(code) : thick.length));
  return {
    parts: [
      {
        codes: thick.length + Math.min(1, thin.length),
        codeOf: (at) => {
          const place = places[at] ?? -1;
          return place < 0 ? -1 : (codeAt[place] ?? -1);
        },
      },
    ],
    pooled: thin.length < 2 ? [] : thin.map((code) => categories[code]?.label ?? ''),
  };
};

/** Each option that in every group enough people chose and enough did not. */
const ofSet = (variable: SetVariable, base: MixBase): UsableMix | UnusedReason => {
  const answered = countBy(base, 1, (at) => (variable.states[at] === 0 ? 0 : -1));
  if (isHardlyAsked(answered, base)) return 'not-asked';
  const parts = variable.categories.flatMap((_, option): readonly MixPart[] => {
    const codeOf = (at: number): number => (variable.states[at] === 0 ? Number(isMarked(variable, at, option)) : -1);
    const counts = countBy(base, 2, codeOf);
    return counts.every((group) => group.every((n) => n >= LEAST_IN_MIX)) ? [{ codes: 2, codeOf }] : [];
  });
  return parts.length === 0 ? 'too-thin' : { parts, pooled: [] };
};

/** By group: whether at least one of the variables was asked of it. */
export const groupsAskedAny = (mix: readonly Variable[], base: MixBase): readonly boolean[] => {
  const sizes = sizesOf(base);
  const counts = mix.map((variable) =>
    countBy(base, 1, (at) => {
      if (variable.kind === 'category') return (variable.places[at] ?? -1) < 0 ? -1 : 0;
      return variable.states[at] === 0 ? 0 : -1;
    }),
  );
  return Array.from({ length: base.groups }, (_, group) =>
    counts.some((all) => (all[group]?.[0] ?? 0) >= LEAST_ANSWERED * Math.max(1, sizes[group] ?? 0)),
  );
};

const sizesOf = ({ groupOf, groups }: MixBase): Uint32Array => {
  const sizes = new Uint32Array(groups);
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
};

const countBy = (
  { places, groupOf, groups }: MixBase,
  codes: number,
  codeOf: (at: number) => number,
): readonly Uint32Array[] => {
  const counts = Array.from({ length: groups }, () => new Uint32Array(codes));
  places.forEach((at, place) => {
    const [group, code] = [counts[groupOf[place] ?? -1], codeOf(at)];
    if (group !== undefined && code >= 0) group[code] = (group[code] ?? 0) + 1;
  });
  return counts;
};

const isHardlyAsked = (counts: readonly Uint32Array[], base: MixBase): boolean => {
  const sizes = sizesOf(base);
  return counts.some(
    (group, at) => group.reduce((sum, n) => sum + n, 0) < LEAST_ANSWERED * Math.max(1, sizes[at] ?? 0),
  );
};
