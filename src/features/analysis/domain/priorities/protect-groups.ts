/** Why a result is hidden: too few people, or people who could be worked out from the others; null: shown. */
export type HiddenBecause = 'too-few' | 'protects-another' | null;

/**
 * Which groups may be shown beside the total of all: none with fewer than `smallestGroup` people, and none from which
 * such a group, or the people in no group, could be known by subtraction.
 *
 * @param sizes people in each group; nobody is in two
 * @param total all people, those in no group included
 */
export const protectGroups = (
  sizes: readonly number[],
  total: number,
  smallestGroup: number,
): readonly HiddenBecause[] => {
  const isSmall = (people: number): boolean => people > 0 && people < smallestGroup;
  const hidden: HiddenBecause[] = sizes.map((size) => (size < smallestGroup ? 'too-few' : null));
  const inNone = total - sizes.reduce((sum, size) => sum + size, 0);
  let apart = inNone + sizes.reduce((sum, size) => sum + (isSmall(size) ? size : 0), 0);
  const bySize = sizes.map((size, at) => ({ size, at })).toSorted((a, b) => a.size - b.size);
  for (const { size, at } of bySize) {
    if (!isSmall(apart)) break;
    if (hidden[at] !== null) continue;
    hidden[at] = 'protects-another';
    apart += size;
  }
  return hidden;
};
