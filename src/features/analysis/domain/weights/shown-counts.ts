/** Counts that may be seen beside one another: few people are hidden, and whoever they could be worked out from. */
export const shownCounts = (counts: ArrayLike<number>, smallestGroup: number): readonly (number | null)[] => {
  const shown: (number | null)[] = Array.from(counts, (count) => (count > 0 && count < smallestGroup ? null : count));
  let hidden = Array.from(counts).reduce((sum, count, at) => sum + (shown[at] === null ? count : 0), 0);
  while (hidden > 0 && hidden < smallestGroup) {
    const next = shown.reduce<number>((least, count, at) => {
      if (count === null || count === 0) return least;
      return least < 0 || count < (shown[least] ?? Infinity) ? at : least;
    }, -1);
    if (next < 0) break;
    hidden += counts[next] ?? 0;
    shown[next] = null;
  }
  return shown;
};
