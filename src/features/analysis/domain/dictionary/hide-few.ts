/**
 * Which parts of a known total must not be shown: parts below the limit, and with them the next smallest ones, until at
 * least two parts with at least the limit together are hidden, so that subtraction gives none of them.
 *
 * @returns true for each hidden part; all of them when the whole is too small to protect any
 */
export const hideFew = (counts: readonly number[], smallestGroup: number): readonly boolean[] => {
  const hidden = counts.map((count) => count > 0 && count < smallestGroup);
  if (!hidden.includes(true)) return hidden;
  const bySize = counts.map((count, at) => ({ count, at })).toSorted((a, b) => a.count - b.count);
  for (const { count, at } of bySize) {
    if (isSafe(counts, hidden, smallestGroup)) return hidden;
    if (count > 0) hidden[at] = true;
  }
  return hidden;
};

const isSafe = (counts: readonly number[], hidden: readonly boolean[], smallestGroup: number): boolean => {
  const secret = counts.filter((_, at) => hidden[at]);
  return secret.length >= 2 && secret.reduce((sum, count) => sum + count, 0) >= smallestGroup;
};
