import type { VariableCounts } from './count-variable';
import { hideFew } from './hide-few';

declare const disclosed: unique symbol;

/** Counts that may be seen; null stands for what is hidden. */
export interface DisclosedCounts {
  readonly [disclosed]: true;
  readonly all: number | null;
  /** All but those not reached and not asked. */
  readonly asked: number | null;
  readonly answered: number | null;
  /** Between which numbers the hidden `answered` lies, where that may be said. */
  readonly answeredWithin: { readonly least: number; readonly most: number } | null;
  /** Not reached (95), not asked (96), does not apply (97), don't know (98), left empty (99). */
  readonly states: readonly (number | null)[];
  readonly categories: readonly (number | null)[];
  readonly smallestGroup: number;
}

const [NOT_REACHED, NOT_ASKED] = [0, 1];

/**
 * Hides counts of fewer than `smallestGroup` people and whatever would give them away: the categories add up to those who
 * answered, those who answered and the missing states to everyone. Where those who answered are hidden themselves, so is
 * at least one category.
 *
 * @param isPartition whether every respondent who answered is in exactly one category
 */
export const discloseCounts = (
  { all, answered, states, categories }: VariableCounts,
  smallestGroup: number,
  isPartition: boolean,
): DisclosedCounts => {
  const isTooFew = all < smallestGroup;
  const [isAnsweredHidden = true, ...hiddenStates] = isTooFew
    ? [true, ...states.map(() => true)]
    : hideFew([answered, ...states], smallestGroup);
  const hiddenCategories =
    isTooFew || answered < smallestGroup
      ? categories.map(() => true)
      : isPartition
        ? hideParts(categories, smallestGroup, isAnsweredHidden)
        : categories.map((count) => count > 0 && count < smallestGroup);
  const show = (count: number, isHidden: boolean | undefined): number | null => (isHidden === false ? count : null);
  const isAskedShown =
    !isTooFew &&
    hiddenStates[NOT_REACHED] === false &&
    hiddenStates[NOT_ASKED] === false &&
    !isFew(states, smallestGroup);
  return {
    all: show(all, isTooFew),
    asked: show(all - (states[NOT_REACHED] ?? 0) - (states[NOT_ASKED] ?? 0), !isAskedShown),
    answered: show(answered, isAnsweredHidden),
    answeredWithin: isAnsweredHidden && !isTooFew ? rangeOf(all, answered, smallestGroup) : null,
    states: states.map((count, at) => show(count, hiddenStates[at])),
    categories: categories.map((count, at) => show(count, hiddenCategories[at])),
    smallestGroup,
  } as unknown as DisclosedCounts;
};

/** Those not asked and not reached together are few: the base of those asked would tell of them. */
const isFew = (states: readonly number[], smallestGroup: number): boolean => {
  const out = (states[NOT_REACHED] ?? 0) + (states[NOT_ASKED] ?? 0);
  return out > 0 && out < smallestGroup;
};

const rangeOf = (all: number, answered: number, smallestGroup: number): DisclosedCounts['answeredWithin'] => {
  if (answered < smallestGroup) return { least: 1, most: smallestGroup - 1 };
  return all - answered < smallestGroup ? { least: all - smallestGroup + 1, most: all - 1 } : null;
};

const hideParts = (counts: readonly number[], smallestGroup: number, isWholeHidden: boolean): readonly boolean[] => {
  const hidden = hideFew(counts, smallestGroup);
  if (!isWholeHidden || hidden.includes(true)) return hidden;
  const least = Math.min(...counts.filter((count) => count > 0));
  const at = counts.indexOf(least);
  return hidden.map((_, part) => part === at);
};
