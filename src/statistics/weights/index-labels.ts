/**
 * Numbers labels 0, 1, 2, … in the order of their first appearance.
 *
 * @param labels any codes
 * @returns      the index of each entry and how many different labels there are
 */
export const indexLabels = (
  labels: ArrayLike<number | string>,
): { readonly indexOf: Int32Array; readonly count: number } => {
  const known = new Map<number | string, number>();
  const indexOf = new Int32Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? '';
    let at = known.get(label);
    if (at === undefined) known.set(label, (at = known.size));
    indexOf[row] = at;
  }
  return { indexOf, count: known.size };
};
